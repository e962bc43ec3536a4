//! Which pages does a search engine find? All of them, in both languages, in parts that it accepts.

use super::links::{Origin, Place};
use super::xml::Xml;
use domain::Day;
use domain::view_spec::{ReleaseChoice, ViewSpec};
use i18n::Locale;
use reports::{ReportError, Reports};

/// No part may hold more addresses.
const MOST: usize = 50_000;
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// Every page of the current release.
#[derive(Debug)]
pub struct Sitemap {
    places: Vec<Place>,
    as_of: Day,
}

impl Sitemap {
    /// Reads the ids of a release.
    ///
    /// # Errors
    /// [`ReportError`] where there is no release or it cannot be read.
    pub async fn load(reports: &Reports) -> Result<Self, ReportError> {
        let contents = reports.contents(&ReleaseChoice::Latest).await?;
        let areas = reports.areas(&ViewSpec::default()).await?;
        let mut places = vec![
            Place::Home,
            Place::Conditions,
            Place::Hospitals,
            Place::Measures,
            Place::Priorities,
            Place::Compare,
            Place::Areas,
            Place::Missing,
            Place::Words,
            Place::Methods,
            Place::Sources,
            Place::Corrections,
            Place::Data,
            Place::Terms,
            Place::About,
            Place::Privacy,
            Place::Accessibility,
        ];
        let conditions = content::conditions().unwrap_or_default();
        places.extend(conditions.iter().map(|condition| Place::Condition(condition.id.clone())));
        if contents.release.is_demonstration() {
            places.push(Place::Demonstration);
        }
        places.extend(contents.measures.iter().map(|m| Place::Measure(m.note.id.clone())));
        for (region, _, inside) in &areas.regions {
            places.push(Place::Area(region.code.clone()));
            places.extend(inside.iter().map(|area| Place::Area(area.code.clone())));
        }
        places.extend(contents.hospitals.into_iter().map(Place::Hospital));
        Ok(Self { places, as_of: contents.release.as_of })
    }

    /// The list of parts.
    pub fn index(&self, origin: &Origin) -> String {
        let mut xml = Xml::begin("sitemapindex", &[NAMESPACE]);
        for number in 1..=self.parts(MOST).count() {
            xml.open("sitemap", &[]);
            xml.text("loc", &[], &origin.absolute(&Self::path(number)));
            xml.text("lastmod", &[], &self.as_of.to_string());
            xml.close();
        }
        xml.finish()
    }

    /// One part, from 1; `None` where there is no such part.
    pub fn part(&self, origin: &Origin, number: usize) -> Option<String> {
        let places = self.parts(MOST).nth(number.checked_sub(1)?)?;
        let names = [NAMESPACE, ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
        let mut xml = Xml::begin("urlset", &names);
        for place in places {
            let of = |locale: Locale| origin.absolute(&place.path(locale));
            for locale in Locale::ALL {
                xml.open("url", &[]);
                xml.text("loc", &[], &of(locale));
                xml.text("lastmod", &[], &self.as_of.to_string());
                for other in Locale::ALL {
                    let href = of(other);
                    xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", other.as_str()), ("href", &href)]);
                }
                xml.close();
            }
        }
        Some(xml.finish())
    }

    /// Where a part lives.
    pub fn path(number: usize) -> String {
        format!("/sitemap/{number}.xml")
    }

    /// The number of a part, as its address writes it.
    pub fn number(file: &str) -> Option<usize> {
        let number = file.strip_suffix(".xml")?.parse().ok()?;
        (Self::path(number) == format!("/sitemap/{file}")).then_some(number)
    }

    /// Both languages of a page stand in one part.
    fn parts(&self, most: usize) -> impl Iterator<Item = &[Place]> {
        self.places.chunks((most / Locale::ALL.len()).max(1))
    }
}

/// What robots are asked: everything may be read, but not every choice a reader can make.
pub fn robots(origin: &Origin) -> String {
    let choices = ["hospitals", "conditions/*", "priorities", "compare", "report", "reply"]
        .map(|page| format!("Disallow: /*/{page}?\n"));
    // what a reader collects is no page of its own
    let collected = Locale::ALL.map(|locale| format!("Disallow: /{locale}/*?h=\nDisallow: /{locale}/*&h=\n"));
    let choices = choices.concat() + "Disallow: /*/share/\n" + &collected.concat();
    format!("User-agent: *\n{choices}Disallow: /_fn/\n\nSitemap: {}\n", origin.absolute("/sitemap.xml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::HospitalId;
    use domain::period::parse_day;

    #[test]
    fn no_part_holds_more_addresses_than_a_search_engine_takes() {
        let id = |n: usize| Place::Hospital(HospitalId::parse(&format!("jp-{n}")).unwrap());
        let map = Sitemap { places: (0..60_000).map(id).collect(), as_of: parse_day("2025-06-01").unwrap() };
        let origin = Origin::parse("https://example.jp").unwrap();
        let parts: Vec<String> = (1..).map_while(|number| map.part(&origin, number)).collect();
        let counts: Vec<usize> = parts.iter().map(|part| part.matches("<loc>").count()).collect();
        assert_eq!(counts, [50_000, 50_000, 20_000]);
        assert!(parts.iter().all(|part| part.len() < 50 * 1024 * 1024));
        assert_eq!(map.index(&origin).matches("<loc>https://example.jp/sitemap/").count(), 3);
    }

    #[test]
    fn a_part_has_one_address() {
        assert_eq!(Sitemap::number("1.xml"), Some(1));
        for other in ["01.xml", "+1.xml", "1", "-1.xml", "x.xml"] {
            assert_eq!(Sitemap::number(other), None, "{other}");
        }
    }
}
