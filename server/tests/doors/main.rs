//! Do the doors keep their promises, asked from outside as a program, a browser and an operator would?

#![allow(clippy::unwrap_used)] // a test that finds nothing has failed

mod answers;
mod api;
mod areas;
mod charts;
mod command_line;
mod compare;
mod conditions;
mod corrections;
mod countries;
mod demo;
mod desk;
mod doubted_wishes;
mod downloads;
mod embed;
mod export;
mod facts_beside;
mod feeds;
mod finder;
mod freshness;
mod hospital_page;
mod hostile;
mod kept;
mod killed_import;
mod letters;
mod load;
mod openapi;
mod package;
mod press;
mod preview;
mod priorities;
mod process;
mod publish;
mod replies;
mod share;
mod sheets;
mod small_numbers;
mod specialists;
mod tongues;
mod xml;
