//! What is known about prefectures, medical areas and municipalities, and where do their patients go?

use std::collections::BTreeMap;

use crate::dice::{Dice, key};
use crate::facilities::LONE_ISLAND;
use crate::package::period;
use crate::places::{Area, Places};
use crate::table::Table;

/// `areas.csv`.
pub fn areas(places: &Places) -> Vec<u8> {
    let mut table = Table::new("code,kind,name_ja,name_en,parent,population,year");
    for prefecture in &places.prefectures {
        let own = places.areas.iter().filter(|a| a.prefecture == prefecture.code);
        let people = own.map(|a| a.population).sum::<u64>().to_string();
        let names = [prefecture.name.as_str(), prefecture.name_en.as_str()];
        area_row(&mut table, "region", &prefecture.code, names, "", &people);
    }
    for area in &places.areas {
        let people = area.population.to_string();
        area_row(&mut table, "medical_area", &area.code, [&area.name, &area.name_en], &area.prefecture, &people);
    }
    let mut towns = BTreeMap::new();
    for area in &places.areas {
        for town in &area.municipalities {
            towns.entry(town.code.as_str()).or_insert((town, area.code.as_str()));
        }
    }
    for (code, (town, area)) in towns {
        area_row(&mut table, "municipality", code, [&town.name, &town.name_en], area, "");
    }
    table.into_bytes()
}

fn area_row(table: &mut Table, kind: &str, code: &str, [ja, en]: [&str; 2], parent: &str, people: &str) {
    table.row(&[code, kind, ja, en, parent, people, "2017"]);
}

/// `area_observations.csv`: shares of patients who leave the area for care, and of patients from elsewhere.
pub fn observations(places: &Places) -> Vec<u8> {
    let mut table = Table::new("area_code,key,period_start,period_end,value,status");
    for year in [2020, 2023] {
        let (start, end) = period(year);
        for area in &places.areas {
            let mut dice = Dice::new(&[key(&area.code), year.unsigned_abs().into()]);
            let is_known = !dice.chance(0.02) || area.code == LONE_ISLAND;
            for (name, share) in [("outflow_share", outflow(area)), ("inflow_share", inflow(area))] {
                let value = libm::round((share + 0.01 * dice.normal()).clamp(0.01, 0.75) * 1000.0) / 1000.0;
                table
                    .text(&area.code)
                    .text(name)
                    .text(start)
                    .text(end)
                    .number(is_known.then_some(value))
                    .text(if is_known { "reported" } else { "not_available" })
                    .end();
            }
        }
    }
    table.into_bytes()
}

/// The fewer people live in an area, the more of them are treated elsewhere.
fn outflow(area: &Area) -> f64 {
    let mut dice = Dice::new(&[key(&area.code), 1]);
    let size = libm::log(area.population as f64 / 300_000.0);
    1.0 / (1.0 + libm::exp(1.45 + 0.62 * size + 0.35 * dice.normal()))
}

/// The more people live in an area, the more come from elsewhere.
fn inflow(area: &Area) -> f64 {
    let mut dice = Dice::new(&[key(&area.code), 2]);
    let size = libm::log(area.population as f64 / 300_000.0);
    1.0 / (1.0 + libm::exp(1.9 - 0.28 * size + 0.35 * dice.normal()))
}
