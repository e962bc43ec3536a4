//! What do search engines read about a measure, a release and a hospital? (schema.org; a data block is never executed)
//!
//! No rating of a hospital is ever written here: the data are named, not judged.

use super::json::Json;
use super::links::{Origin, Place};
use domain::Period;
use domain::records::Reality;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::place_name;
use reports::model::{Contents, HospitalReport, MapPoint, MeasureReport, ReleaseNote, SourceNote};

/// A description as a block of a page.
pub fn block(described: &Json) -> AnyView {
    view! { <script type="application/ld+json" inner_html=described.in_page()></script> }.into_any()
}

/// From where a description speaks.
pub struct Speaker<'a> {
    /// Where the site is found.
    pub origin: &'a Origin,
    /// In which language.
    pub locale: Locale,
    /// Of which release.
    pub release: &'a ReleaseNote,
}

impl Speaker<'_> {
    /// All values of one measure.
    pub fn measure(&self, report: &MeasureReport) -> Json {
        let note = &report.values.measure;
        let periods = report.periods.iter().map(|p| p.period);
        let start = periods.clone().map(|p| p.start).min().unwrap_or(report.values.period.start);
        let end = periods.map(|p| p.end).max().unwrap_or(report.values.period.end);
        let table = |ending: &str| self.file(&format!("measures/{}.{ending}", note.id));
        let values = format!("/api/v1/measures/{}/values?release={}", note.id, self.release.id);
        let name = self.locale.pick(&note.name.ja, &note.name.en);
        let mut described =
            self.dataset(name, self.locale.pick(&note.plain.ja, &note.plain.en), &report.values.sources);
        described.extend([
            ("url", Json::text(self.page(&Place::Measure(note.id.clone())))),
            ("identifier", Json::text(format!("{}/{}", self.release.id, note.id))),
            ("temporalCoverage", Json::text(Period { start, end }.to_string())),
            ("variableMeasured", Json::text(name.clone())),
            (
                "distribution",
                Json::List(vec![
                    distribution("text/csv", &table("csv")),
                    distribution("text/csv", &table("excel.csv")),
                    distribution("application/json", &self.origin.absolute(&values)),
                ]),
            ),
            ("isPartOf", Json::Object(vec![("@type", Json::text("Dataset")), ("@id", Json::text(self.whole()))])),
        ]);
        Json::Object(described)
    }

    /// Everything of a release.
    pub fn release(&self, contents: &Contents, name: &str, description: &str) -> Json {
        let start = contents.measures.iter().map(|m| m.covers.start).min();
        let end = contents.measures.iter().map(|m| m.covers.end).max();
        let mut described = self.dataset(name, description, &contents.sources);
        described.extend([
            ("@id", Json::text(self.whole())),
            ("url", Json::text(self.page(&Place::Data))),
            ("identifier", Json::text(self.release.id.clone())),
        ]);
        described.extend(
            start.zip(end).map(|(start, end)| ("temporalCoverage", Json::text(Period { start, end }.to_string()))),
        );
        described.push((
            "distribution",
            Json::List(vec![
                distribution("application/vnd.sqlite3", &self.file(&format!("monosashi-{}.sqlite", self.release.id))),
                distribution("application/zip", &self.file("package.zip")),
                distribution("application/json", &self.file("datapackage.json")),
            ]),
        ));
        Json::Object(described)
    }

    /// One hospital, and where the data about it stand.
    pub fn hospital(&self, report: &HospitalReport) -> Json {
        let card = &report.card;
        let name = &card.hospital.name;
        let mut described = vec![
            ("@context", Json::text("https://schema.org")),
            ("@type", Json::text("Hospital")),
            ("name", Json::text(self.marked(self.locale.pick(&name.ja, &name.en)))),
            ("identifier", Json::text(card.hospital.id.to_string())),
            ("address", self.address(report)),
        ];
        let others = [&name.ja, &name.en, &card.name_kana, &card.short_name];
        let mut others: Vec<&String> = others
            .into_iter()
            .filter(|other| !other.is_empty() && *other != self.locale.pick(&name.ja, &name.en))
            .collect();
        others.dedup();
        if !others.is_empty() {
            described.push(("alternateName", Json::texts(others)));
        }
        if let MapPoint::Exact(point) = card.point {
            let place = vec![
                ("@type", Json::text("GeoCoordinates")),
                ("latitude", Json::Number(point.latitude())),
                ("longitude", Json::Number(point.longitude())),
            ];
            described.push(("geo", Json::Object(place)));
        }
        if !card.url.is_empty() {
            described.push(("sameAs", Json::text(card.url.clone())));
        }
        let data = format!("/api/v1/hospitals/{}?release={}", card.hospital.id, self.release.id);
        described.push(("healthcareReportingData", Json::Object(self.reporting(&data))));
        Json::Object(described)
    }

    fn reporting(&self, path: &str) -> Vec<(&'static str, Json)> {
        vec![
            ("@type", Json::text("Dataset")),
            ("@id", Json::text(self.origin.absolute(path))),
            ("url", Json::text(self.origin.absolute(path))),
            ("name", Json::text(self.marked(words::reporting(self.locale)))),
            ("description", Json::text(words::reporting_more(self.locale))),
            ("isPartOf", Json::Object(vec![("@type", Json::text("Dataset")), ("@id", Json::text(self.whole()))])),
        ]
    }

    fn address(&self, report: &HospitalReport) -> Json {
        let card = &report.card;
        let region = self.locale.pick(&card.hospital.region_name.ja, &card.hospital.region_name.en);
        let street =
            if card.address.is_empty() { place_name(self.locale, &card.hospital) } else { card.address.clone() };
        let town = &card.hospital.municipality.name;
        Json::Object(vec![
            ("@type", Json::text("PostalAddress")),
            ("addressCountry", Json::text(card.country.clone())),
            ("addressRegion", Json::text(region.clone())),
            ("addressLocality", Json::text(self.locale.pick(&town.ja, &town.en).clone())),
            ("streetAddress", Json::text(street)),
        ])
    }

    fn dataset(&self, name: &str, description: &str, sources: &[SourceNote]) -> Vec<(&'static str, Json)> {
        let mut licences: Vec<&str> = sources.iter().map(|s| s.licence.as_str()).filter(|l| !l.is_empty()).collect();
        licences.sort_unstable();
        licences.dedup();
        let terms = self.origin.absolute(&Place::Terms.path(self.locale));
        let based_on =
            sources.iter().map(|s| if s.url.is_empty() { self.locale.pick(&s.title.ja, &s.title.en) } else { &s.url });
        vec![
            ("@context", Json::text("https://schema.org")),
            ("@type", Json::text("Dataset")),
            ("name", Json::text(self.marked(name))),
            ("description", Json::text(self.marked(description))),
            ("inLanguage", Json::texts(["ja", "en"])),
            (
                "license",
                Json::texts(std::iter::once(terms.as_str()).chain(licences.iter().filter_map(|l| licence_address(l)))),
            ),
            (
                "creditText",
                Json::texts(
                    sources
                        .iter()
                        .map(|s| self.locale.pick(&s.attribution.ja, &s.attribution.en))
                        .filter(|a| !a.is_empty())
                        .cloned(),
                ),
            ),
            ("isBasedOn", Json::texts(based_on.cloned())),
            ("version", Json::text(self.release.id.clone())),
            ("datePublished", Json::text(self.release.as_of.to_string())),
            ("spatialCoverage", Json::text(words::japan(self.locale))),
            ("isAccessibleForFree", Json::Truth(true)),
            (
                "creator",
                Json::Object(vec![
                    ("@type", Json::text("Organization")),
                    ("name", Json::text("Monosashi")),
                    ("url", Json::text(self.origin.as_str())),
                ]),
            ),
        ]
    }

    /// What is invented says so in its own name.
    fn marked(&self, text: &str) -> String {
        match self.release.reality {
            Reality::Fictional => format!("{}{text}", words::fictional(self.locale)),
            Reality::Real => text.to_owned(),
        }
    }

    fn whole(&self) -> String {
        self.file("datapackage.json")
    }

    fn file(&self, name: &str) -> String {
        self.origin.absolute(&format!("/data/{}/{name}", self.release.id))
    }

    fn page(&self, place: &Place) -> String {
        let view = ViewSpec { release: ReleaseChoice::Pinned(self.release.id.clone()), ..ViewSpec::default() };
        self.origin.absolute(&place.href(self.locale, &view))
    }
}

fn distribution(kind: &str, url: &str) -> Json {
    Json::Object(vec![
        ("@type", Json::text("DataDownload")),
        ("encodingFormat", Json::text(kind)),
        ("contentUrl", Json::text(url)),
    ])
}

/// Where the text of a licence stands.
fn licence_address(licence: &str) -> Option<&'static str> {
    Some(match licence {
        "PDL1.0" => "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
        "Public domain (US Government work)" => "https://www.usa.gov/government-copyright",
        "Open Government Licence v3.0" => "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        _ => return None,
    })
}

mod words {
    i18n::text! {
        pub(super) fn fictional { ja: "【架空のデータ】", en: "[Fictional data] " }
        pub(super) fn japan { ja: "日本", en: "Japan" }
        pub(super) fn reporting { ja: "この病院について公表された値", en: "Published figures about this hospital" }
        pub(super) fn reporting_more {
            ja: "値ごとに、考えられる幅、注意、出典、くらべる相手が付いています。",
            en: "Each figure comes with its range, its notes, its source and what it is compared with.",
        }
    }
}
