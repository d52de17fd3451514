//! The summary link.
