//! Which sets of criteria are published for whom, and what is said to such a person?
//!
//! One file per person in `content/presets/`. Criteria are measures with a good direction; a release that lacks one does not
//! offer it. Wishes, questions, what is missing and the next steps hold whatever is loaded.

use crate::ContentError;
use crate::gap::{Gap, RawGap, gaps};
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::care::{Care, Wish};
use domain::{Bilingual, MeasureId, codes};
use serde::Deserialize;
use std::sync::LazyLock;

codes! {
    /// Whether hospitals are put in order for this person at all.
    PresetMode, "mode of a preset", "条件の使い方" {
        /// As far as the figures go.
        Compare = "compare",
        /// Never: in an emergency nobody chooses.
        Emergency = "emergency",
    }
}

/// A published set of criteria for one kind of reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// Id, as in an address.
    pub id: String,
    /// Place in the list.
    pub order: i64,
    /// The person.
    pub name: Bilingual<String>,
    /// What matters to them.
    pub lead: Bilingual<String>,
    /// An invented person's story, always labelled as invented.
    pub story: Bilingual<String>,
    /// What is needed; where only one place provides it, nothing is compared.
    pub care: Option<Care>,
    /// Whether there is an order at all.
    pub mode: PresetMode,
    /// Criteria with their published region of weights.
    pub criteria: Vec<PresetCriterion>,
    /// Facts offered first: their wish, not quality.
    pub wishes: Vec<Wish>,
    /// Facts that are not offered to this person; who has one in an address keeps it.
    pub leaves_out: Vec<Wish>,
    /// At most five.
    pub trade_offs: Vec<TradeOffQuestion>,
    /// For the doctor.
    pub questions: Vec<Bilingual<String>>,
    /// What no public source tells per hospital.
    pub missing: Vec<Gap>,
    /// What can be done next.
    pub next_steps: Vec<Bilingual<String>>,
    /// Who helps whoever has this need, with an address or a number of theirs.
    pub contacts: Vec<Contact>,
}

/// Somebody who helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Their name.
    pub name: Bilingual<String>,
    /// Their page.
    pub url: String,
    /// Their telephone number, as it is dialled; empty where the page gives the numbers.
    pub tel: String,
    /// What they help with, and when.
    pub note: Bilingual<String>,
}

/// A criterion and how much it may weigh, 0 to 10.
#[derive(Debug, Clone, PartialEq)]
pub struct PresetCriterion {
    /// The measure.
    pub measure: MeasureId,
    /// Least weight.
    pub low: f64,
    /// Largest weight.
    pub high: f64,
    /// Why it matters to this person.
    pub why: Bilingual<String>,
}

/// A question that asks for one thing against another.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeOffQuestion {
    /// Id, unique over all presets.
    pub id: String,
    /// The question.
    pub ask: Bilingual<String>,
    /// The first answer, with its number.
    pub first: Bilingual<String>,
    /// The second.
    pub second: Bilingual<String>,
    /// The criterion that the first answer prefers.
    pub prefers: MeasureId,
    /// The criterion that the second answer prefers.
    pub over: MeasureId,
    /// How much of the first, in base units of its measure.
    pub first_amount: f64,
    /// How much of the second.
    pub second_amount: f64,
}

/// The most trade-off questions of one preset.
const MOST_QUESTIONS: usize = 5;
/// The largest weight.
const LARGEST_WEIGHT: f64 = 10.0;

/// Every preset, in display order.
///
/// # Errors
/// [`ContentError`] where a file of `content/presets/` cannot be read or breaks a rule.
pub fn presets() -> Result<&'static [Preset], ContentError> {
    whole(&PRESETS)
}

/// The preset of this id.
///
/// # Errors
/// As [`presets`].
pub fn preset(id: &str) -> Result<Option<&'static Preset>, ContentError> {
    Ok(presets()?.iter().find(|p| p.id == id))
}

const FILES: &[SourceText] = &[
    source_text!("presets/healthy.toml"),
    source_text!("presets/pregnancy.toml"),
    source_text!("presets/chronic.toml"),
    source_text!("presets/cancer.toml"),
    source_text!("presets/older.toml"),
    source_text!("presets/emergency.toml"),
    source_text!("presets/disability.toml"),
];

static PRESETS: LazyLock<Result<Vec<Preset>, ContentError>> = LazyLock::new(|| {
    let mut all = FILES.iter().map(|file| load(*file)).collect::<Result<Vec<_>, _>>()?;
    all.sort_by_key(|p| p.order);
    Ok(all)
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    order: i64,
    mode: String,
    care: Option<String>,
    name: RawText,
    lead: RawText,
    story: RawText,
    wishes: Vec<String>,
    #[serde(default)]
    leaves_out: Vec<String>,
    criteria: Vec<RawCriterion>,
    #[serde(default)]
    trade_offs: Vec<RawQuestion>,
    questions: Vec<RawText>,
    missing: Vec<RawGap>,
    next_steps: Vec<RawText>,
    #[serde(default)]
    contacts: Vec<RawContact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContact {
    name: RawText,
    url: String,
    #[serde(default)]
    tel: String,
    note: RawText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCriterion {
    measure: String,
    low: f64,
    high: f64,
    why: RawText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: String,
    ask: RawText,
    first: RawText,
    second: RawText,
    prefers: String,
    over: String,
    first_amount: f64,
    second_amount: f64,
}

fn load(file: SourceText) -> Result<Preset, ContentError> {
    let raw: Raw = file.parse()?;
    let wishes = |key: &str, codes: Vec<String>| -> Result<Vec<Wish>, ContentError> {
        codes.iter().map(|code| file.code(key, Wish::parse(code))).collect()
    };
    let preset = Preset {
        id: raw.id,
        order: raw.order,
        name: file.required("name", raw.name)?,
        lead: file.required("lead", raw.lead)?,
        story: file.required("story", raw.story)?,
        care: raw.care.map(|care| file.code("care", Care::parse(&care))).transpose()?,
        mode: file.code("mode", PresetMode::parse(&raw.mode))?,
        criteria: raw.criteria.into_iter().map(|c| criterion(file, c)).collect::<Result<_, _>>()?,
        wishes: wishes("wishes", raw.wishes)?,
        leaves_out: wishes("leaves_out", raw.leaves_out)?,
        trade_offs: raw.trade_offs.into_iter().map(|q| question(file, q)).collect::<Result<_, _>>()?,
        questions: file.each("questions", raw.questions)?,
        missing: gaps(file, "missing", raw.missing)?,
        next_steps: file.each("next_steps", raw.next_steps)?,
        contacts: raw.contacts.into_iter().map(|c| contact(file, c)).collect::<Result<_, _>>()?,
    };
    checked(file, preset)
}

fn measure(file: SourceText, key: &str, id: &str) -> Result<MeasureId, ContentError> {
    MeasureId::parse(id).map_err(|e| ContentError::at(file.path, key, e))
}

fn criterion(file: SourceText, raw: RawCriterion) -> Result<PresetCriterion, ContentError> {
    let possible = 0.0 <= raw.low && raw.low <= raw.high && raw.high <= LARGEST_WEIGHT && raw.high > 0.0;
    if !possible {
        let problem = format!("{}: weights need 0 ≤ low ≤ high ≤ {LARGEST_WEIGHT}, and high above 0", raw.measure);
        return Err(ContentError::at(file.path, "criteria", problem));
    }
    let why = file.required("criteria.why", raw.why)?;
    Ok(PresetCriterion { measure: measure(file, "criteria.measure", &raw.measure)?, low: raw.low, high: raw.high, why })
}

fn contact(file: SourceText, raw: RawContact) -> Result<Contact, ContentError> {
    let dialled = raw.tel.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !raw.url.starts_with("https://") || !dialled {
        let problem = format!("{}: an address begins with https://, a number has digits and hyphens", raw.url);
        return Err(ContentError::at(file.path, "contacts", problem));
    }
    let (name, note) = (file.required("contacts.name", raw.name)?, file.required("contacts.note", raw.note)?);
    Ok(Contact { name, url: raw.url, tel: raw.tel, note })
}

fn question(file: SourceText, raw: RawQuestion) -> Result<TradeOffQuestion, ContentError> {
    if !(raw.first_amount > 0.0 && raw.second_amount > 0.0) {
        return Err(ContentError::at(file.path, "trade_offs", format!("{}: both amounts must be above 0", raw.id)));
    }
    Ok(TradeOffQuestion {
        ask: file.required("trade_offs.ask", raw.ask)?,
        first: file.required("trade_offs.first", raw.first)?,
        second: file.required("trade_offs.second", raw.second)?,
        prefers: measure(file, "trade_offs.prefers", &raw.prefers)?,
        over: measure(file, "trade_offs.over", &raw.over)?,
        first_amount: raw.first_amount,
        second_amount: raw.second_amount,
        id: raw.id,
    })
}

fn checked(file: SourceText, preset: Preset) -> Result<Preset, ContentError> {
    let wrong = |key: &str, problem: String| Err(ContentError::at(file.path, key, problem));
    if file.path != format!("content/presets/{}.toml", preset.id) {
        return wrong("id", format!("\"{}\" is not the name of the file", preset.id));
    }
    let twice = |(at, c): &(usize, &PresetCriterion)| preset.criteria.iter().take(*at).any(|b| b.measure == c.measure);
    if let Some(wish) = preset.leaves_out.iter().find(|wish| preset.wishes.contains(wish)) {
        return wrong("leaves_out", format!("{wish} is offered first"));
    }
    if let Some((_, c)) = preset.criteria.iter().enumerate().find(twice) {
        return wrong("criteria", format!("{} is named twice", c.measure));
    }
    let legal = |id: &str| id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if let Some(q) = preset.trade_offs.iter().find(|q| q.id.is_empty() || !legal(&q.id)) {
        return wrong("trade_offs.id", format!("\"{}\": use small letters, digits and hyphens", q.id));
    }
    if preset.trade_offs.len() > MOST_QUESTIONS {
        return wrong("trade_offs", format!("at most {MOST_QUESTIONS} questions"));
    }
    let is_criterion = |id: &MeasureId| preset.criteria.iter().any(|c| c.measure == *id);
    let strange = |q: &&TradeOffQuestion| !(is_criterion(&q.prefers) && is_criterion(&q.over)) || q.prefers == q.over;
    if let Some(q) = preset.trade_offs.iter().find(strange) {
        return wrong("trade_offs", format!("{}: both sides must be different criteria of this preset", q.id));
    }
    if (preset.mode == PresetMode::Emergency) != preset.criteria.is_empty() {
        return wrong(
            "criteria",
            "an emergency has no order, so it has no criteria; everybody else has some".to_string(),
        );
    }
    Ok(preset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_seven_people_and_each_ends_usefully() {
        let all = presets().unwrap();
        assert_eq!(all.len(), 7);
        for p in all {
            assert!((4..=7).contains(&p.questions.len()), "{}", p.id);
            assert!((3..=6).contains(&p.missing.len()), "{}", p.id);
            assert!((2..=5).contains(&p.next_steps.len()), "{}", p.id);
            assert!(!p.wishes.is_empty(), "{}", p.id);
            assert!((100..=170).contains(&p.story.ja.chars().count()), "{}", p.id);
            assert!((55..=85).contains(&p.story.en.split_whitespace().count()), "{}", p.id);
        }
    }

    #[test]
    fn questions_have_one_id_each_over_all_presets() {
        let mut ids: Vec<&str> = presets().unwrap().iter().flat_map(|p| &p.trade_offs).map(|q| q.id.as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn criteria_of_official_files_are_measures_with_a_good_direction_that_are_not_crude() {
        use domain::measure::{Direction, MeasureType};
        for c in presets().unwrap().iter().flat_map(|p| &p.criteria) {
            if c.measure.as_str().starts_with("demo-") {
                continue; // crates/reports/tests/presets.rs looks at those of the demonstration
            }
            let record = &crate::measure(c.measure.as_str()).unwrap().unwrap_or_else(|| panic!("{}", c.measure)).record;
            assert_ne!(record.direction, Direction::Neutral, "{}", record.id);
            assert!(record.measure_type != MeasureType::Outcome || record.risk_adjusted == Some(true), "{}", record.id);
        }
    }

    #[test]
    fn nobody_has_the_place_of_another_in_the_list() {
        let orders: Vec<i64> = presets().unwrap().iter().map(|p| p.order).collect();
        assert!(orders.windows(2).all(|two| two[0] < two[1]), "{orders:?}");
    }

    #[test]
    fn a_broken_file_is_refused_with_the_reason() {
        let text = include_str!("../../../content/presets/cancer.toml");
        for (from, to, says) in [
            ("leaves_out = [\"deliveries\"", "leaves_out = [\"near\"", "near is offered first"),
            ("id = \"cancer\"", "id = \"cancers\"", "name of the file"),
            ("\nlow = 4", "\nlow = 9", "0 ≤ low ≤ high"),
            ("\nhigh = 8", "\nhigh = 11", "0 ≤ low ≤ high"),
            ("\nhigh = 8", "\nhigh = nan", "0 ≤ low ≤ high"),
            ("measure = \"demo-experience-pain\"", "measure = \"demo-experience-explained\"", "named twice"),
            ("\"cancer-explained-pain\"", "\"Cancer_1\"", "small letters"),
            ("mode = \"compare\"", "mode = \"emergency\"", "no criteria"),
            ("en = \"Whom do I tell, and when, about pain or distress?\"", "en = \"\"", "English text is missing"),
        ] {
            assert!(text.contains(from), "{from}");
            let text = text.replacen(from, to, 1);
            let file = SourceText { path: "content/presets/cancer.toml", text: Box::leak(text.into_boxed_str()) };
            let error = load(file).unwrap_err().to_string();
            assert!(error.contains(says), "{from}: {error}");
        }
    }

    #[test]
    fn a_question_about_something_else_is_refused_with_its_name() {
        let text = include_str!("../../../content/presets/cancer.toml")
            .replace("prefers = \"demo-experience-explained\"", "prefers = \"demo-falls\"");
        let file = SourceText { path: "content/presets/cancer.toml", text: Box::leak(text.into_boxed_str()) };
        let error = load(file).unwrap_err().to_string();
        assert!(error.contains("cancer-explained-pain"), "{error}");
    }
}
