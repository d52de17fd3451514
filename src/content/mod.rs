//! The words and data of the check, from the files in `content/`, checked when the program is built.
