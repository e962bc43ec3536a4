//! Under which terms does each publisher let its data be used, and how does it want to be named?

use i18n::Locale;
use leptos::prelude::*;
use reports::model::SourceNote;
use std::collections::BTreeSet;

/// The sources grouped by their terms, each with the words its publisher asks for; those without terms come last.
pub fn licences(locale: Locale, sources: &[SourceNote]) -> AnyView {
    let mut terms: Vec<&str> = sources.iter().map(|s| s.licence.as_str()).collect();
    terms.sort_unstable_by_key(|licence| (licence.is_empty(), *licence));
    terms.dedup();
    let groups = terms.into_iter().map(|licence| {
        // tables of one publisher ask for one line
        let mut own: Vec<String> = sources.iter().filter(|s| s.licence == licence).map(|s| cited(locale, s)).collect();
        let mut seen = BTreeSet::new();
        own.retain(|said| seen.insert(said.clone()));
        let own = own.into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
        view! { <h3>{name(locale, licence)}</h3> <p>{means(locale, licence)}</p> <ul class="ms-small">{own}</ul> }
    });
    view! { <div class="ms-licences">{groups.collect_view()}</div> }.into_any()
}

/// Whether every source says under which terms it may be used.
pub fn states_terms(sources: &[SourceNote]) -> bool {
    sources.iter().all(|source| !source.licence.is_empty())
}

/// Said before anything can be taken: some of these figures have no terms under which they might be published.
pub fn without_terms(locale: Locale, sources: &[SourceNote]) -> Option<AnyView> {
    (!states_terms(sources)).then(|| {
        view! { <p class="ms-caveat"><strong>{words::not_to_publish(locale)}</strong> " " {words::ask_first(locale)}</p> }
            .into_any()
    })
}

/// The most sources that are named beside one sentence.
const NAMED: usize = 2;

/// The sources in the words their publishers ask for, each with its licence, for the end of a sentence that stands alone; of more
/// than two the first ones, and how many besides. Empty where there is none.
pub fn named_sources(locale: Locale, sources: &[SourceNote]) -> String {
    let mut named: Vec<String> = Vec::new();
    for source in sources {
        let said = cited(locale, source);
        let said = said.trim_end_matches(['.', '。']);
        let told = source.licence.is_empty() || said.contains(source.licence.as_str());
        let said = if told { said.to_owned() } else { words::under(locale, said, &name(locale, &source.licence)) };
        if !named.contains(&said) {
            named.push(said);
        }
    }
    let others = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let named = named.join(locale.pick("、", "; "));
    if others > 0 { words::and_others(locale, &named, others) } else { named }
}

fn cited(locale: Locale, source: &SourceNote) -> String {
    let own = locale.pick(&source.attribution.ja, &source.attribution.en);
    if !own.is_empty() {
        return own.clone();
    }
    let publisher = locale.pick(&source.publisher.ja, &source.publisher.en);
    words::cited(locale, locale.pick(&source.title.ja, &source.title.en), publisher)
}

fn name(locale: Locale, licence: &str) -> String {
    match licence {
        "" => words::no_licence(locale).to_owned(),
        "PDL1.0" => words::pdl(locale).to_owned(),
        "Open Government Licence v3.0" => words::ogl(locale).to_owned(),
        "Public domain (US Government work)" => words::us(locale).to_owned(),
        "CC0-1.0" => words::cc0(locale).to_owned(),
        other => other.to_owned(),
    }
}

fn means(locale: Locale, licence: &str) -> &'static str {
    match licence {
        "" => words::no_licence_means(locale),
        "PDL1.0" => words::pdl_means(locale),
        "CC0-1.0" | "Public domain (US Government work)" => words::free(locale),
        _ => words::name_the_source(locale),
    }
}

mod words {
    i18n::text! {
        pub(super) fn pdl { ja: "公共データ利用規約（第1.0版）", en: "Public Data License 1.0 (Japan)" }
        pub(super) fn pdl_means {
            ja: "出典を書けば、仕事でも使えます。加工したときは、加工したことも書きます。次の書き方をそのまま使ってください。",
            en: "Free for any purpose, commercial or not, if you name the source and say that you processed it. Use these words as they are.",
        }
        pub(super) fn ogl { ja: "英国 オープン・ガバメント・ライセンス（3.0版）", en: "Open Government Licence v3.0 (UK)" }
        pub(super) fn us { ja: "アメリカ政府の著作物（著作権なし）", en: "Work of the US Government (public domain)" }
        pub(super) fn cc0 { ja: "CC0（権利を主張しない）", en: "CC0 (no rights reserved)" }
        pub(super) fn free {
            ja: "条件なしに使えます。次のように書いてもらえると、読む人が確かめられます。",
            en: "Free without conditions. Written like this, readers can check it.",
        }
        pub(super) fn name_the_source { ja: "出典を書けば使えます。", en: "Free if you name the source." }
        pub(super) fn no_licence { ja: "利用の条件が示されていないもの", en: "No terms stated" }
        pub(super) fn not_to_publish { ja: "利用の条件が示されていない数字です。", en: "Figures without a licence." }
        pub(super) fn ask_first {
            ja: "載せたり配ったりする前に、もとの表を作った所に確かめてください。",
            en: "Ask whoever made the tables before you publish or hand them on.",
        }
        pub(super) fn no_licence_means {
            ja: "公表元が条件を示していません。この資料から取った値は、もとの表を作った所に確かめるまで、載せたり配ったりしないでください。図や紙も同じです。",
            en: "The publisher states no terms. Do not publish or hand on figures from these sources, in charts and on cards too, before whoever made the tables has agreed.",
        }
        pub(super) fn under(said: &str, licence: &str) { ja: "{said}、{licence}", en: "{said}, {licence}" }
        pub(super) fn and_others(named: &str, others: usize) { ja: "{named}、ほか{others}件", en: "{named}; and {others} more" }
        pub(super) fn cited(title: &str, publisher: &str) { ja: "出典：「{title}」（{publisher}）", en: "Source: {title}, {publisher}" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Bilingual;

    fn source(attribution: &str, licence: &str) -> SourceNote {
        let text = |said: &str| Bilingual::new(said.to_owned(), said.to_owned());
        SourceNote {
            id: "a".to_owned(),
            publisher: text("Publisher"),
            title: text("Table"),
            url: String::new(),
            licence: licence.to_owned(),
            attribution: text(attribution),
            published: None,
            sha256: String::new(),
            file: String::new(),
        }
    }

    #[test]
    fn a_source_is_named_once_in_its_own_words_and_with_its_licence() {
        let of = |sources: &[SourceNote]| named_sources(Locale::En, sources);
        let asked = source("Source: survey, PDL1.0; processed.", "PDL1.0");
        assert_eq!(of(&[asked.clone(), asked.clone()]), "Source: survey, PDL1.0; processed");
        assert_eq!(of(&[source("", "CC0-1.0")]), "Source: Table, Publisher, CC0 (no rights reserved)");
        let many = [asked, source("", ""), source("x", ""), source("y", "")];
        assert_eq!(of(&many), "Source: survey, PDL1.0; processed; Source: Table, Publisher; and 2 more");
        assert_eq!(of(&[]), "");
    }
}
