//! Tests of scoring. The examples are in `tests/vectors/scoring`, one file a rule, for a content owner to
//! read and add to; the laws that hold for every input are in [`laws`].

mod agreement;
mod change;
mod course;
mod criteria;
mod days;
mod fractions;
mod laws;
mod prose;
mod stages;
mod steps;
mod value;
mod vectors;
mod worked_example;
