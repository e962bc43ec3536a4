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
    Ok(text)
}

fn section(source: &Source) -> String {
    let record = &source.record;
    let licence = match record.licence.as_str() {
        "" => "none given: for tests and study, not for publication",
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
