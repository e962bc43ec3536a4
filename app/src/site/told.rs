//! What stands on a sheet that is handed on: which three facts, which caveat, and what can be said aloud?
//!
//! Chosen by rule, so that nobody picks what suits them: context first, then the most certain difference whichever way it
//! points, then how much of the whole it is. No sentence praises or blames, and none puts anybody in a place.

mod area;
mod comparison;
mod condition;
mod hospital;
mod measure;
mod near;
mod priorities;

pub(in crate::site) use area::{of_area, sources as sources_of_area};
pub(in crate::site) use comparison::of_comparison;
pub(in crate::site) use condition::{of_condition, of_condition_near};
pub(in crate::site) use hospital::of_hospital;
pub(in crate::site) use measure::of_measure;
pub(in crate::site) use near::{MOST as MOST_NEAR, of_near, with_places};
pub(in crate::site) use priorities::{criteria, of_priorities};

use super::document::site_name;
use domain::care::Care;
use domain::caveats::Caveat;
use domain::measure::Topic;
use domain::{Bilingual, Verdict};
use i18n::{Locale, date_iso};
use reports::figures::{hospital_name, owner_warning, place_name, role_words};
use reports::model::{HospitalCard, MeasureNote, MeasureSection, ReleaseNote};

/// So many facts stand on a sheet.
const FACTS: usize = 3;

/// What a sheet is called after: a hospital, a measure, an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::site) struct Head {
    pub(in crate::site) name: String,
    /// How the name is read; empty where the reader needs no help or nobody knows.
    pub(in crate::site) reading: String,
    /// Place, role or topic.
    pub(in crate::site) below: String,
}

/// Whether the questions for every visit stand on a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::site) enum General {
    /// After those of the matter itself.
    #[default]
    Asked,
    /// Nobody weighs treatments on the way to a birth or in an ambulance.
    Left,
}

impl General {
    pub(in crate::site) fn beside(care: Option<Care>) -> Self {
        match care {
            Some(Care::Deliveries | Care::Ambulances) => Self::Left,
            _ => Self::Asked,
        }
    }
}

/// Everything on a sheet that comes from the data.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::site) struct Told {
    pub(in crate::site) heads: Vec<Head>,
    pub(in crate::site) facts: Vec<String>,
    /// What each of several hospitals is, for a sheet with room.
    pub(in crate::site) beside: Vec<String>,
    pub(in crate::site) caveat: String,
    /// Hospitals of a list, in no order of quality; the nearer ones first.
    pub(in crate::site) places: Vec<String>,
    /// Whom to telephone, and where the number is found.
    pub(in crate::site) phone: String,
    /// Name and own homepage of the hospitals, written out for paper.
    pub(in crate::site) sites: Vec<String>,
    /// The country it is about, ISO 3166-1; empty where it is this one.
    pub(in crate::site) country: String,
    /// What to ask before anything else.
    pub(in crate::site) ask: Vec<Bilingual<String>>,
    /// Whether the questions for every visit come after them.
    pub(in crate::site) general: General,
    /// Sentences to say aloud.
    pub(in crate::site) aloud: Vec<String>,
    /// What the reader of these may ask about.
    pub(in crate::site) topic: Option<Topic>,
    pub(in crate::site) source: String,
    /// What is drawn where there is room.
    pub(in crate::site) drawn: Option<MeasureSection>,
}

/// The site itself, where no view is named.
pub(in crate::site) fn of_site(locale: Locale, release: &ReleaseNote) -> Told {
    Told {
        heads: vec![Head {
            name: site_name(locale).to_owned(),
            reading: String::new(),
            below: super::layout::motto(locale).to_owned(),
        }],
        facts: [words::site_compare(locale), words::site_same(locale), words::site_own(locale)]
            .map(str::to_owned)
            .to_vec(),
        caveat: words::no_place(locale).to_owned(),
        aloud: vec![words::site_aloud(locale).to_owned(), same(locale), ask(locale)],
        source: released(locale, release),
        ..Told::default()
    }
}

fn head(locale: Locale, card: &HospitalCard) -> Head {
    Head {
        name: hospital_name(locale, &card.hospital.name),
        reading: if locale == Locale::Ja { hiragana(&card.name_kana) } else { String::new() },
        below: [place_name(locale, &card.hospital), role_words(locale, &card.hospital)].join(locale.pick("・", " · ")),
    }
}

/// As it stands above kanji: the register writes readings in katakana.
fn hiragana(kana: &str) -> String {
    let soft = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    };
    kana.chars().map(soft).collect()
}

/// The most certain difference first, whichever way it points.
const fn uncertainty(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::FarBetter | Verdict::FarWorse | Verdict::FarHigher | Verdict::FarLower => 0,
        Verdict::Better | Verdict::Worse | Verdict::Higher | Verdict::Lower => 1,
        Verdict::UsualSpread => 2,
        Verdict::CannotTell => 3,
        Verdict::NotJudged => 4,
    }
}

/// The first caveat as a line; where there is none, what holds for every figure.
fn caution(locale: Locale, caveats: &[&'static Caveat]) -> String {
    let first = caveats.first().map(|caveat| stopped(locale, locale.pick(caveat.short.ja, caveat.short.en)));
    first.unwrap_or_else(|| words::always(locale).to_owned())
}

/// The publisher's own warning; it goes wherever the figure goes.
fn warned(locale: Locale, measure: &MeasureNote) -> Option<String> {
    owner_warning(locale, measure).map(|warning| stopped(locale, &warning))
}

fn same(locale: Locale) -> String {
    words::same(locale).to_owned()
}

fn ask(locale: Locale) -> String {
    words::ask(locale).to_owned()
}

/// `ものさし・版 r1（2025年6月1日現在）`
fn released(locale: Locale, release: &ReleaseNote) -> String {
    words::released(locale, site_name(locale), &release.id, &date_iso(locale, &release.as_of.to_string()))
}

/// With a full stop, where it has none.
fn stopped(locale: Locale, said: &str) -> String {
    let said = said.trim();
    if said.ends_with(['。', '.', '！', '？', '?']) || said.is_empty() {
        return said.to_owned();
    }
    format!("{said}{}", locale.pick("。", "."))
}

/// Where a telephone number is found, since no source of this site has one: with the address, which paper cannot link.
fn numbers(locale: Locale, country: &str) -> String {
    match country {
        "" | "JP" => words::numbers(locale, super::pages::hospital::REGISTER),
        _ => words::numbers_abroad(locale).to_owned(),
    }
}

/// The hospital's own homepage, written out; `None` where the register has none.
fn homepage(locale: Locale, card: &HospitalCard) -> Option<String> {
    let url = card.url.as_str();
    let whole = url.starts_with("http://") || url.starts_with("https://");
    whole.then(|| words::homepage(locale, &hospital_name(locale, &card.hospital.name), url))
}

mod words {
    i18n::text! {
        pub(super) fn numbers(address: &str) {
            ja: "電話番号は、国の「医療情報ネット（ナビイ）」で、名前から調べられます：{address}",
            en: "Telephone numbers are in the national register, Navii; search it by name: {address}",
        }
        pub(super) fn homepage(name: &str, url: &str) { ja: "{name}：{url}", en: "{name}: {url}" }
        pub(super) fn numbers_abroad {
            ja: "電話番号は、病院のホームページで分かります。",
            en: "Telephone numbers are on the hospital's own page.",
        }
        pub(super) fn always {
            ja: "数字は、病院の一部だけを映します。背景と幅もいっしょに見てください。",
            en: "A figure shows only part of a hospital. Read it together with its background and its range.",
        }
        pub(super) fn same {
            ja: "「区別できない」は、同じという意味でも、悪いという意味でもありません。",
            en: "“Cannot be told apart” does not mean the same, and does not mean bad.",
        }
        pub(super) fn ask {
            ja: "気になったら、紹介してくれる医師に聞いてみてください。",
            en: "If something worries you, ask the doctor who refers you.",
        }
        pub(super) fn released(site: &str, id: &str, as_of: &str) {
            ja: "{site}・版：{id}（{as_of}現在）",
            en: "{site} · Release: {id} (as of {as_of})",
        }
        pub(super) fn site_compare {
            ja: "公表されている数字を、病院ごとに、背景といっしょに見られます。",
            en: "It shows published figures for each hospital, together with their background.",
        }
        pub(super) fn site_same {
            ja: "ちがうと言えるところと、区別できないところを、分けて書いています。",
            en: "It says which differences are real and which cannot be told from chance.",
        }
        pub(super) fn site_own {
            ja: "何を大切にするかは、あなたが決めます。",
            en: "What matters is for you to decide.",
        }
        pub(super) fn site_aloud {
            ja: "病院の数字を、背景といっしょに見られるサイトがあります。",
            en: "There is a website that shows hospital figures together with their background.",
        }
        pub(super) fn no_place {
            ja: "病院の順位はつけません。医師ひとりひとりの情報はありません。",
            en: "It does not rank hospitals and says nothing about individual doctors.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_as_certain_upwards_as_downwards() {
        let pairs = [
            (Verdict::FarBetter, Verdict::FarWorse),
            (Verdict::Better, Verdict::Worse),
            (Verdict::FarHigher, Verdict::FarLower),
            (Verdict::Higher, Verdict::Lower),
        ];
        for (up, down) in pairs {
            assert_eq!(uncertainty(up), uncertainty(down));
        }
        assert!(uncertainty(Verdict::FarWorse) < uncertainty(Verdict::Better));
        assert!(uncertainty(Verdict::Worse) < uncertainty(Verdict::CannotTell));
    }

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(stopped(Locale::Ja, "多い"), "多い。");
        assert_eq!(stopped(Locale::Ja, "多い。"), "多い。");
        assert_eq!(stopped(Locale::En, "higher"), "higher.");
    }
}
