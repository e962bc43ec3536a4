//! Which doors are open to programs?

pub mod v1;
