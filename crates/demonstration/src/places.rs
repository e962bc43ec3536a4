//! Where could a fictional hospital stand? The real prefectures, medical areas and municipalities.
//!
//! Names and codes are those of the national lists (medical areas of 2017); points are rounded to a hundredth of a degree.
//! Populations and the numbers of facilities are invented, only their order of size is not.

use crate::Error;

/// A prefecture.
#[derive(Debug, Clone)]
pub struct Prefecture {
    /// JIS X 0401, two digits.
    pub code: String,
    /// Japanese name.
    pub name: String,
    /// Reading in katakana.
    pub kana: String,
    /// English name.
    pub name_en: String,
}

/// A medical area (二次医療圏) with the municipalities in which facilities may stand.
#[derive(Debug, Clone)]
pub struct Area {
    /// Four digits.
    pub code: String,
    /// Code of its prefecture.
    pub prefecture: String,
    /// Japanese name.
    pub name: String,
    /// English name: its main municipality.
    pub name_en: String,
    /// How many facilities the demonstration puts here.
    pub facilities: usize,
    /// Invented population.
    pub population: u64,
    /// Municipalities, the one with most hospitals first.
    pub municipalities: Vec<Municipality>,
}

/// A municipality, or a ward of one with its own point.
#[derive(Debug, Clone)]
pub struct Municipality {
    /// JIS X 0402, five digits.
    pub code: String,
    /// Japanese name.
    pub name: String,
    /// Reading in katakana.
    pub kana: String,
    /// English name.
    pub name_en: String,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// How often it is drawn.
    pub weight: f64,
    /// Lies wholly on islands.
    pub island: bool,
}

/// The country.
#[derive(Debug, Clone)]
pub struct Places {
    /// 47 prefectures.
    pub prefectures: Vec<Prefecture>,
    /// Medical areas in the order of their codes.
    pub areas: Vec<Area>,
}

impl Places {
    /// Reads the lists compiled into this crate.
    ///
    /// # Errors
    /// [`Error::List`] where a list is damaged.
    pub fn load() -> Result<Self, Error> {
        let prefectures = rows(PREFECTURES)?
            .iter()
            .map(|r| Prefecture { code: cell(r, 0), name: cell(r, 1), kana: cell(r, 2), name_en: cell(r, 3) })
            .collect();
        let mut areas = rows(AREAS)?.iter().map(area).collect::<Result<Vec<Area>, Error>>()?;
        for row in rows(MUNICIPALITIES)? {
            let place = municipality(&row)?;
            if let Some(area) = areas.iter_mut().find(|a| a.code == row[0]) {
                area.municipalities.push(place);
            }
        }
        Ok(Self { prefectures, areas })
    }
}

const PREFECTURES: &str = include_str!("../data/prefectures.csv");
const AREAS: &str = include_str!("../data/areas.csv");
const MUNICIPALITIES: &str = include_str!("../data/municipalities.csv");

/// The rows of a list, without its header.
///
/// # Errors
/// [`Error::List`] where the list is no CSV.
pub fn rows(list: &str) -> Result<Vec<csv::StringRecord>, Error> {
    csv::Reader::from_reader(list.as_bytes()).records().map(|row| row.map_err(Error::List)).collect()
}

/// A cell as text; empty where there is none.
pub fn cell(row: &csv::StringRecord, index: usize) -> String {
    row.get(index).unwrap_or_default().to_owned()
}

fn area(row: &csv::StringRecord) -> Result<Area, Error> {
    Ok(Area {
        code: cell(row, 0),
        prefecture: cell(row, 1),
        name: cell(row, 2),
        name_en: cell(row, 3),
        facilities: number(row, 4)? as usize,
        population: number(row, 5)? as u64,
        municipalities: Vec::new(),
    })
}

fn municipality(row: &csv::StringRecord) -> Result<Municipality, Error> {
    Ok(Municipality {
        code: cell(row, 1),
        name: cell(row, 2),
        kana: cell(row, 3),
        name_en: cell(row, 4),
        latitude: number(row, 5)?,
        longitude: number(row, 6)?,
        weight: number(row, 7)?,
        island: cell(row, 8) == "1",
    })
}

fn number(row: &csv::StringRecord, index: usize) -> Result<f64, Error> {
    cell(row, index).parse().map_err(|_| Error::Number { text: cell(row, index) })
}
