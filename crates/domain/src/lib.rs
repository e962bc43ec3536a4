//! The vocabulary and the fairness rules.
