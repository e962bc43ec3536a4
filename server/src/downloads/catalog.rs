//! `/data/{release}/catalog.jsonld`: what can be taken away, for catalogues of open data (DCAT 3)?

use super::address::{release_choice, without_parameters};
use super::datapackage::{NO_LICENCE, json_answer, with_warning};
use super::digest::Proof;
use super::{Downloads, licences};
use crate::http::{Named, Problem};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use domain::records::Reality;
use reports::model::{Contents, MeasureContents};
use serde_json::{Value, json};

/// The catalogue of a release.
pub async fn catalog(
    State(downloads): State<Downloads>,
    Named(release): Named<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    without_parameters(&uri)?;
    let contents = downloads.reports.contents(&release_choice(&release)?).await?;
    let proof = downloads.digests.of_release(&downloads.reports, &contents.release.id).await?;
    json_answer(
        &Catalogue { downloads: &downloads, contents: &contents, proof: &proof }.described(),
        "application/ld+json; charset=utf-8",
    )
}

struct Catalogue<'a> {
    downloads: &'a Downloads,
    contents: &'a Contents,
    /// Of the file of the release; tables and the package are made when they are asked for.
    proof: &'a Proof,
}

impl Catalogue<'_> {
    fn described(&self) -> Value {
        let release = &self.contents.release;
        let datasets = std::iter::once(self.whole()).chain(self.contents.measures.iter().map(|m| self.measure(m)));
        json!({
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
                "spdx": "http://spdx.org/rdf/terms#",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
            },
            "@id": self.file("catalog.jsonld"),
            "@type": "dcat:Catalog",
            "dct:title": [text("ja", "ものさし"), text("en", "Monosashi")],
            "dct:description": self.notice(),
            "dct:publisher": self.publisher(),
            "dct:issued": date(&release.as_of.to_string()),
            "dct:language": ["ja", "en"],
            "foaf:homepage": { "@id": self.downloads.origin.as_str() },
            "dcat:version": release.id,
            "dcat:dataset": datasets.collect::<Vec<_>>(),
        })
    }

    /// Everything in one file.
    fn whole(&self) -> Value {
        let release = &self.contents.release;
        let database = self.file(&format!("monosashi-{}.sqlite", release.id));
        let package = self.file("package.zip");
        json!({
            "@id": self.page(&format!("/ja/data?release={}", release.id)),
            "@type": "dcat:Dataset",
            "dct:identifier": release.id,
            "dct:title": [text("ja", &self.marked("病院ごとの医療の質（全体）")), text("en", &self.marked("Quality of care by hospital, everything"))],
            "dct:description": self.notice(),
            "dct:publisher": self.publisher(),
            "dct:issued": date(&release.as_of.to_string()),
            "dct:accessRights": "public",
            "dct:license": self.licences(|_| true),
            "dct:rights": self.rights(|_| true),
            "dcat:distribution": [
                distribution(&database, "application/vnd.sqlite3", Some(self.proof)),
                distribution(&package, "application/zip", None),
                distribution(&self.file("datapackage.json"), "application/json", None),
            ],
        })
    }

    fn measure(&self, measure: &MeasureContents) -> Value {
        let (note, release) = (&measure.note, &self.contents.release);
        let table = |ending: &str| self.file(&format!("measures/{}.{ending}", note.id));
        json!({
            "@id": self.page(&format!("/ja/measures/{}?release={}", note.id, release.id)),
            "@type": "dcat:Dataset",
            "dct:identifier": format!("{}/{}", release.id, note.id),
            "dct:title": [text("ja", &self.marked(&note.name.ja)), text("en", &self.marked(&note.name.en))],
            "dct:description": [
                text("ja", &with_warning(&note.plain.ja, &note.owner_warning.ja, " 公表元からの注意：")),
                text("en", &with_warning(&note.plain.en, &note.owner_warning.en, " The publisher warns: ")),
            ],
            "dct:publisher": self.publisher(),
            "dct:issued": date(&release.as_of.to_string()),
            "dct:accessRights": "public",
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": date(&measure.covers.start.to_string()),
                "dcat:endDate": date(&measure.covers.end.to_string()),
            },
            "dct:spatial": measure.countries,
            "dct:license": self.licences(|id| measure.sources.iter().any(|own| own == id)),
            "dct:rights": self.rights(|id| measure.sources.iter().any(|own| own == id)),
            "dcat:distribution": [
                distribution(&table("csv"), "text/csv", None),
                distribution(&table("excel.csv"), "text/csv", None),
            ],
        })
    }

    /// The sources that state no licence, with what that means; empty where each states one.
    fn rights(&self, own: impl Fn(&str) -> bool) -> Value {
        let without = self.contents.sources.iter().filter(|source| own(&source.id) && source.licence.is_empty());
        without.map(|source| json!(format!("{}: {NO_LICENCE}", source.id))).collect()
    }

    /// The licences, where every source has one: else they would be read as those of all of it.
    fn licences(&self, own: impl Fn(&str) -> bool) -> Value {
        if self.contents.sources.iter().any(|source| own(&source.id) && source.licence.is_empty()) {
            return json!([]);
        }
        let named = licences::named(self.contents.sources.iter().filter(|source| own(&source.id)));
        let licences = named.into_iter().map(|printed| match licences::known(&printed) {
            Some(known) => json!({ "@id": known.url }),
            None => json!(printed),
        });
        licences.collect()
    }

    fn publisher(&self) -> Value {
        json!({ "@type": "foaf:Agent", "foaf:name": "Monosashi", "foaf:homepage": { "@id": self.downloads.origin.as_str() } })
    }

    fn notice(&self) -> Value {
        let (ja, en) = match self.contents.release.reality {
            Reality::Fictional => (
                "架空のデータ：病院も数字も、実在しません。",
                "Fictional data: no hospital and no figure here is real.",
            ),
            Reality::Real => (
                "公表された値を、確かさと注意といっしょにまとめたものです。",
                "Published figures together with how certain they are and what has to be said about them.",
            ),
        };
        json!([text("ja", ja), text("en", en)])
    }

    /// A title says that its data are invented, where they are.
    fn marked(&self, title: &str) -> String {
        match self.contents.release.reality {
            Reality::Fictional => format!("【架空のデータ / FICTIONAL】{title}"),
            Reality::Real => title.to_owned(),
        }
    }

    fn file(&self, name: &str) -> String {
        self.page(&format!("/data/{}/{name}", self.contents.release.id))
    }

    fn page(&self, path: &str) -> String {
        self.downloads.origin.absolute(path)
    }
}

fn text(language: &str, text: &str) -> Value {
    json!({ "@language": language, "@value": text })
}

fn date(day: &str) -> Value {
    json!({ "@type": "xsd:date", "@value": day })
}

fn distribution(url: &str, kind: &str, proof: Option<&Proof>) -> Value {
    let mut described = json!({
        "@type": "dcat:Distribution",
        "dcat:accessURL": { "@id": url },
        "dcat:downloadURL": { "@id": url },
        "dcat:mediaType": kind,
    });
    if let (Some(proof), Some(described)) = (proof, described.as_object_mut()) {
        described.insert(
            "dcat:byteSize".to_owned(),
            json!({ "@type": "xsd:nonNegativeInteger", "@value": proof.bytes.to_string() }),
        );
        described.insert(
            "spdx:checksum".to_owned(),
            json!({
                "@type": "spdx:Checksum",
                "spdx:algorithm": { "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256" },
                "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": proof.sha256 },
            }),
        );
    }
    described
}
