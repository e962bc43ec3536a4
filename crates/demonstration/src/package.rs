//! Which files make an interchange package, and what stands in each?

use crate::history::{self, Correction};
use crate::observations::Observation;
use crate::table::Table;
use crate::truth::{TrueValue, Truth};
use crate::world::World;
use crate::{Error, area_tables, context, measure_table, voices, words};

/// A fictional interchange package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Name of the package, fit for a folder.
    pub name: &'static str,
    /// The day the package speaks of as today, `YYYY-MM-DD`.
    pub as_of: &'static str,
    /// `datapackage.json`, then the tables.
    pub files: Vec<PackageFile>,
}

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFile {
    /// File name.
    pub name: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}

/// One of the two releases.
#[derive(Debug, Clone, Copy)]
pub struct Release {
    /// 1 or 2.
    pub number: u8,
    /// Name of the package.
    pub name: &'static str,
    /// Title in both languages.
    pub title: &'static str,
    /// Day of the release.
    pub as_of: &'static str,
    /// First fiscal year.
    pub first_year: i32,
    /// Last fiscal year.
    pub last_year: i32,
}

/// The release of October 2024.
pub const FIRST: Release = Release {
    number: 1,
    name: "monosashi-demonstration-2024",
    title: "ものさし 架空のデータ 2024年版 / Monosashi fictional data 2024",
    as_of: "2024-10-01",
    first_year: 2018,
    last_year: 2023,
};

/// The release of October 2025.
pub const SECOND: Release = Release {
    number: 2,
    name: "monosashi-demonstration-2025",
    title: "ものさし 架空のデータ 2025年版 / Monosashi fictional data 2025",
    as_of: "2025-10-01",
    first_year: 2019,
    last_year: 2024,
};

impl Release {
    /// Whether it has figures of a fiscal year.
    pub fn covers(&self, year: i32) -> bool {
        (self.first_year..=self.last_year).contains(&year)
    }
}

/// First and last day of a fiscal year.
pub const fn period(year: i32) -> (&'static str, &'static str) {
    match year {
        ..=2018 => ("2018-04-01", "2019-03-31"),
        2019 => ("2019-04-01", "2020-03-31"),
        2020 => ("2020-04-01", "2021-03-31"),
        2021 => ("2021-04-01", "2022-03-31"),
        2022 => ("2022-04-01", "2023-03-31"),
        2023 => ("2023-04-01", "2024-03-31"),
        2024.. => ("2024-04-01", "2025-03-31"),
    }
}

/// Makes the package of a release.
///
/// # Errors
/// [`Error::Json`] where the description cannot be written.
pub fn package(world: &World, release: &Release) -> Result<Package, Error> {
    let corrections = history::corrections(world);
    let (observations, limits) = values(world, release, &corrections);
    let tables = vec![
        ("hospitals.csv", hospitals(world, release)),
        ("identifiers.csv", identifiers(world, release)),
        ("successors.csv", history::successors(world, release)),
        ("context.csv", contexts(world, release)),
        ("areas.csv", area_tables::areas(&world.places)),
        ("area_observations.csv", area_tables::observations(&world.places)),
        ("measures.csv", measure_table::measures(world)),
        ("measure_versions.csv", history::versions(world)),
        ("observations.csv", observations),
        ("limits.csv", limits),
        ("footnotes.csv", words::footnotes()),
        ("events.csv", words::events(world, release)),
        ("comments.csv", voices::comments(world, release)),
        ("corrections.csv", history::corrections_file(world, release, &corrections)),
        ("sources.csv", words::sources(release)),
    ];
    let mut files = vec![PackageFile { name: "datapackage.json", bytes: description(release, &tables)? }];
    files.extend(tables.into_iter().map(|(name, bytes)| PackageFile { name, bytes }));
    Ok(Package { name: release.name, as_of: release.as_of, files })
}

fn description(release: &Release, tables: &[(&'static str, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let resources: Vec<serde_json::Value> = tables
        .iter()
        .map(|(file, bytes)| {
            serde_json::json!({
                "name": file.trim_end_matches(".csv"),
                "path": file,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": bytes.len(),
            })
        })
        .collect();
    let whole = serde_json::json!({
        "name": release.name,
        "title": release.title,
        "description": "架空のデータです。実在の病院とは関係がありません。 Fictional data. Any likeness to a real hospital is chance.",
        "created": format!("{}T00:00:00Z", release.as_of),
        "fictional": true,
        "licenses": [{
            "name": "CC0-1.0",
            "title": "Creative Commons Zero 1.0",
            "path": "https://creativecommons.org/publicdomain/zero/1.0/",
        }],
        "sources": [{ "title": "ものさし（架空） / Monosashi (fictional)" }],
        "resources": resources,
    });
    let mut bytes = serde_json::to_vec_pretty(&whole)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn hospitals(world: &World, release: &Release) -> Vec<u8> {
    let mut table = Table::new(
        "id,name,name_kana,name_en,short_name,country,region_code,municipality_code,municipality,area_code,address,latitude,longitude,point,url",
    );
    for (index, facility) in listed(world, release) {
        let id = history::id(world, facility, index, release);
        let name = history::name(world, facility, index, release);
        table
            .text(&id)
            .text(&name.ja)
            .text(&name.kana)
            .text(&name.en)
            .text(&name.short)
            .text("JP")
            .text(&facility.prefecture)
            .text(&facility.municipality_code)
            .text(&facility.municipality)
            .text(&facility.area)
            .text(&facility.address)
            .number(facility.point.map(|(latitude, _)| latitude))
            .number(facility.point.map(|(_, longitude)| longitude))
            .text(facility.point_kind)
            .text(&format!("https://{}.example/", facility.id))
            .end();
    }
    table.into_bytes()
}

fn identifiers(world: &World, release: &Release) -> Vec<u8> {
    let mut table = Table::new("hospital_id,scheme,value,valid_from,valid_to,match,confidence");
    for (index, facility) in listed(world, release) {
        let id = history::id(world, facility, index, release);
        let number = facility.id.trim_start_matches("demo-");
        table.row(&[&id, "demo-register", &format!("F{number}"), "2018-04-01", "", "given", "1"]);
        if facility.role.is_acute() {
            let scheme = format!("demo-survey:{}", release.last_year);
            let serial = format!("{}{:04}", release.last_year % 100, index + 1);
            let (start, end) = period(release.last_year);
            table.row(&[&id, &scheme, &serial, start, end, "exact", "0.95"]);
        }
    }
    table.into_bytes()
}

fn contexts(world: &World, release: &Release) -> Vec<u8> {
    let mut table = Table::new("hospital_id,key,value,valid_from,valid_to");
    for (index, facility) in listed(world, release) {
        context::write(&mut table, &history::id(world, facility, index, release), facility);
    }
    table.into_bytes()
}

fn listed<'a>(
    world: &'a World,
    release: &'a Release,
) -> impl Iterator<Item = (usize, &'a crate::facilities::Facility)> {
    world.facilities.iter().enumerate().filter(|(index, _)| history::is_listed(world, *index, release))
}

/// `observations.csv` and `limits.csv`.
fn values(world: &World, release: &Release, corrections: &[Correction]) -> (Vec<u8>, Vec<u8>) {
    let mut observations = Table::new(
        "hospital_id,measure_id,period_start,period_end,stratum,numerator,denominator,eligible,expected,value,standard_error,response_rate,status,raw,derived,footnotes,published_verdict,source_id,source_sheet,source_row",
    );
    let mut limits = Table::new("hospital_id,measure_id,period_start,period_end,stratum,kind,lower,middle,upper");
    for row in world.observations.iter().filter(|row| release.covers(row.year)) {
        let mistaken = corrections.iter().find(|c| release.number == 1 && c.corrects(row)).map(|c| c.was);
        let line = Line {
            world,
            row,
            id: &history::id(world, &world.facilities[row.facility], row.facility, release),
            period: period(row.year),
            mistaken,
        };
        line.observation(&mut observations);
        line.limits(&mut limits);
    }
    (observations.into_bytes(), limits.into_bytes())
}

/// One observation on its way into the tables.
struct Line<'a> {
    world: &'a World,
    row: &'a Observation,
    id: &'a str,
    period: (&'static str, &'static str),
    mistaken: Option<f64>,
}

impl Line<'_> {
    fn observation(&self, table: &mut Table) {
        let (row, drawn) = (self.row, &self.row.drawn);
        let measure = self.world.measures[row.measure];
        let value = match self.mistaken {
            Some(numerator) => history::value_of(self.world, row, numerator),
            None => drawn.value,
        };
        table
            .text(self.id)
            .text(measure.id)
            .text(self.period.0)
            .text(self.period.1)
            .text(row.stratum)
            .number(self.mistaken.or(drawn.numerator))
            .number(drawn.denominator)
            .number(drawn.eligible)
            .number(drawn.expected)
            .number(value)
            .number(drawn.standard_error)
            .number(drawn.response_rate)
            .text(row.status)
            .text(row.raw)
            .text("false")
            .text(row.footnotes)
            .text(drawn.published_verdict)
            .text(words::source(measure.topic))
            .text(measure.id)
            .whole(row.facility as u64 + 2)
            .end();
    }

    fn limits(&self, table: &mut Table) {
        let Some((kind, lower, middle, upper)) = self.row.drawn.limits else {
            return;
        };
        table
            .text(self.id)
            .text(self.world.measures[self.row.measure].id)
            .text(self.period.0)
            .text(self.period.1)
            .text(self.row.stratum)
            .text(kind)
            .number(Some(lower))
            .number(Some(middle))
            .number(Some(upper))
            .end();
    }
}

/// The true values of all years, under the ids of the second release.
pub fn truth(world: &World) -> Truth {
    let mut values: Vec<TrueValue> = world
        .observations
        .iter()
        .filter_map(|row| {
            let (period_start, period_end) = period(row.year);
            let facility = &world.facilities[row.facility];
            Some(TrueValue {
                hospital_id: history::id(world, facility, row.facility, &SECOND).into_owned(),
                measure_id: world.measures[row.measure].id,
                period_start,
                period_end,
                value: row.truth?,
            })
        })
        .collect();
    values.sort_by(|a, b| {
        (a.measure_id, a.period_start, &a.hospital_id).cmp(&(b.measure_id, b.period_start, &b.hospital_id))
    });
    Truth { values }
}
