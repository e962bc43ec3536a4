//! Where do the numbers come from, under which terms, and how does each source want to be named?

use content::Source;
use domain::records::Authority;

/// docs/DATA-SOURCES.md.
pub fn document() -> anyhow::Result<String> {
    let mut text = format!(
        "# Data sources\n\n{}\n\
         No file of a source is part of this repository: an operator fetches it from its publisher and imports it.\n\
         Days, file names and SHA-256 digests belong to a release and stand on its page of sources.\n",
        super::generated_from("`content/publishers.toml`")
    );
    for source in content::sources()? {
        text.push_str(&section(source));
    }
    text.push_str(READINGS);
    Ok(text)
}

/// The lists that are part of the repository. How a place is called is a public fact and no figure.
const READINGS: &str = "
## Readings of place names (part of this repository)

How municipalities and medical areas are read, and how they are written in English, stands in
`content/places/municipality-readings.csv` and `content/places/medical-area-readings.csv`. Readings are public facts.

- Municipalities: JIS X 0402 code, name and reading of `code4fukui/localgovjp` (https://github.com/code4fukui/localgovjp, CC0;
  from the lists of J-LIS and the Geospatial Information Authority of Japan). English names were held against a second list.
- Medical areas: transcribed by hand, those of 2017 and those that were divided anew since. An area of which we are not sure
  how it is read (鈴亀, 2407) is left out.
- English spelling: Hepburn without marks for long vowels; `-ku` for wards, no ending for cities, towns and villages; an en dash
  between the parts of an area that is named after several places.
- A reading holds only where code and name fit. The English name that a release brings always comes first, and a new place
  without a reading keeps its Japanese name until a row is added.
";

fn section(source: &Source) -> String {
    let record = &source.record;
    let licence = match record.licence.as_str() {
        "" => "none stated: ask the publisher before you use it",
        licence => licence,
    };
    let authority = match source.authority {
        Authority::Official => "official",
        Authority::Compiled => "compiled by others; an official value of the same kind replaces it",
    };
    let mut text = format!("\n## {} (`{}`)\n\n{}\n\n", record.title.en, record.id, source.about.en);
    for (name, value) in [
        ("Title in Japanese", record.title.ja.as_str()),
        ("Publisher", &format!("{} ({})", record.publisher.en, record.publisher.ja)),
        ("Address", &record.url),
        ("Licence", licence),
        ("Standing", authority),
        ("To be named as", &record.attribution.en),
        ("… in Japanese", &record.attribution.ja),
    ] {
        if !value.is_empty() {
            text.push_str(&format!("- {name}: {value}\n"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_described_with_its_terms() {
        let text = document().unwrap();
        for source in content::sources().unwrap() {
            assert!(text.contains(&format!("(`{}`)", source.record.id)));
        }
        assert_eq!(text.matches("- Licence: ").count(), content::sources().unwrap().len());
    }
}
