//! How are things of several countries told apart: the reader's own first, each under its name, and no name where all are of one?

use domain::Bilingual;
use domain::regions::split_region_id;
use i18n::Locale;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The entries of one country; the code is empty where there is no other country and so no heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country<T> {
    /// ISO 3166-1, or empty.
    pub code: String,
    /// What it has, in the order given.
    pub entries: Vec<T>,
}

impl<T> Country<T> {
    /// Its name as a heading; `None` where there is only one country.
    pub fn name(&self, locale: Locale) -> Option<String> {
        (!self.code.is_empty()).then(|| country_name(locale, &self.code))
    }
}

/// The name of a country alone.
pub fn country_name(locale: Locale, code: &str) -> String {
    let name = content::country_name(code);
    locale.pick(&name.ja, &name.en).clone()
}

/// Entries by their country, that of `home` first.
pub fn by_country<T>(entries: Vec<T>, home: &str, country: impl Fn(&T) -> String) -> Vec<Country<T>> {
    let mut sorted: BTreeMap<(bool, String), Vec<T>> = BTreeMap::new();
    for entry in entries {
        let code = country(&entry);
        sorted.entry((code != home, code)).or_default().push(entry);
    }
    let several = sorted.len() > 1;
    let named = |code: String| if several { code } else { String::new() };
    sorted.into_iter().map(|((_, code), entries)| Country { code: named(code), entries }).collect()
}

/// Value and words of an option.
pub type Choice = (String, String);

/// The options of a menu, with the name of each country above its own.
pub fn options(locale: Locale, countries: Vec<Country<Choice>>, chosen: &str) -> AnyView {
    let option = |(value, word): Choice| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{word}</option> }
    };
    let groups = countries.into_iter().map(|country| {
        let name = country.name(locale);
        let options = country.entries.into_iter().map(option).collect_view();
        match name {
            Some(name) => view! { <optgroup label=name>{options}</optgroup> }.into_any(),
            None => options.into_any(),
        }
    });
    groups.collect_view().into_any()
}

/// The country of the first region, which is at home.
pub fn home(regions: &[(String, Bilingual<String>, u32)]) -> String {
    regions.first().map(|(id, ..)| country_of(id)).unwrap_or_default()
}

fn country_of(region: &str) -> String {
    split_region_id(region).map_or("", |(country, _)| country).to_owned()
}

/// The regions of a release by their country; the first of them is at home.
pub fn regions(locale: Locale, regions: &[(String, Bilingual<String>, u32)]) -> Vec<Country<Choice>> {
    let (of, home) = (country_of, home(regions));
    let named = regions.iter().map(|(id, name, _)| (id.clone(), locale.pick(&name.ja, &name.en).clone()));
    by_country(named.collect(), &home, |(id, _)| of(id))
}

/// The name of a region by its id, with its country where that is not the first one's.
pub fn region_and_country(locale: Locale, all: &[(String, Bilingual<String>, u32)], id: &str) -> String {
    let country = |id: &str| split_region_id(id).map_or("", |(country, _)| country).to_owned();
    let Some((_, name, _)) = all.iter().find(|(known, ..)| known == id) else {
        return id.to_owned();
    };
    let name = locale.pick(&name.ja, &name.en);
    match country(id) {
        there if all.first().is_some_and(|(first, ..)| country(first) != there) => {
            words::within(locale, name, &country_name(locale, &there))
        }
        _ => name.clone(),
    }
}

/// The regions of one country alone.
pub fn regions_of(
    regions: &[(String, Bilingual<String>, u32)],
    country: &str,
) -> Vec<(String, Bilingual<String>, u32)> {
    let inside = |id: &str| split_region_id(id).is_some_and(|(code, _)| country.is_empty() || code == country);
    regions.iter().filter(|(id, ..)| inside(id)).cloned().collect()
}

mod words {
    i18n::text! {
        pub(super) fn within(region: &str, country: &str) { ja: "{country}・{region}", en: "{region}, {country}" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(id: &str, name: &str) -> (String, Bilingual<String>, u32) {
        (id.to_owned(), Bilingual::new(name.to_owned(), name.to_owned()), 1)
    }

    #[test]
    fn the_readers_own_country_comes_first_and_each_has_its_name() {
        let all = [region("JP-15", "a"), region("JP-32", "b"), region("GB-X", "c"), region("US-AL", "d")];
        let found = regions(Locale::En, &all);
        let names: Vec<Option<String>> = found.iter().map(|country| country.name(Locale::En)).collect();
        assert_eq!(names, [Some("Japan".to_owned()), Some("England".to_owned()), Some("United States".to_owned())]);
        assert_eq!(found[0].entries.len(), 2);
        assert_eq!(regions_of(&all, "US").len(), 1);
        assert_eq!(region_and_country(Locale::En, &all, "US-AL"), "d, United States");
        assert_eq!(region_and_country(Locale::En, &all, "JP-15"), "a");
    }

    #[test]
    fn one_country_alone_has_no_name() {
        let found = regions(Locale::Ja, &[region("JP-15", "a"), region("JP-32", "b")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name(Locale::Ja), None);
        assert!(!options(Locale::Ja, found, "JP-32").to_html().contains("optgroup"));
    }
}
