//! Which pages are there? One file each: what is asked, what is shown, what is said.

pub mod about;
pub mod api;
pub mod area;
pub mod areas;
pub mod charts;
pub mod compare;
pub mod corrections;
pub mod data;
pub mod demonstration;
pub mod error;
pub mod home;
pub mod hospital;
mod hospital_without_figures;
pub mod hospitals;
pub mod measure;
mod measure_variation;
pub mod measures;
pub mod methods;
pub mod press;
pub mod priorities;
pub mod share;
pub mod sources;
pub mod terms;
