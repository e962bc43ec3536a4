//! How is the file of a condition read, and what in it is refused?

use super::{Call, Condition, Matter, Onward, WISHED_STRATA_OF, Words, matching};
use crate::ContentError;
use crate::gap::{RawGap, gaps};
use crate::source_text::{RawText, SourceText, source_text};
use domain::MeasureId;
use domain::care::Care;
use domain::specialty::Specialty;
use serde::Deserialize;

pub(super) const FILES: &[SourceText] = &[
    source_text!("conditions/hip-fracture.toml"),
    source_text!("conditions/childbirth.toml"),
    source_text!("conditions/child-illness.toml"),
    source_text!("conditions/heart-attack.toml"),
    source_text!("conditions/stroke.toml"),
    source_text!("conditions/cancer.toml"),
    source_text!("conditions/pneumonia.toml"),
    source_text!("conditions/heart-failure.toml"),
    source_text!("conditions/diabetes-kidney.toml"),
    source_text!("conditions/emergency.toml"),
    source_text!("conditions/operation.toml"),
];

/// Where measures come from that no file of `content/measures/` describes: packages of the demonstration.
const OF_PACKAGES: &str = "demo-";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    order: i64,
    preset: String,
    care: Option<String>,
    count_note: Option<RawText>,
    phone: Option<RawText>,
    #[serde(default)]
    fields: Vec<String>,
    name: RawText,
    lead: RawText,
    emergency: Vec<RawText>,
    not_measured: Vec<RawGap>,
    call: Option<RawCall>,
    matters: Vec<RawMatter>,
    strata: Vec<String>,
    steps: Vec<RawText>,
    #[serde(default)]
    then: Vec<RawOnward>,
    ask: Vec<RawText>,
    words: RawWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCall {
    number: String,
    say: RawText,
    note: RawText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOnward {
    care: String,
    say: RawText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMatter {
    what: RawText,
    why: RawText,
    measures: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    ja: Vec<String>,
    en: Vec<String>,
}

pub(super) fn all() -> Result<Vec<Condition>, ContentError> {
    let mut all = FILES.iter().map(|file| one(*file)).collect::<Result<Vec<_>, _>>()?;
    all.sort_by_key(|condition| condition.order);
    Ok(all)
}

pub(super) fn one(file: SourceText) -> Result<Condition, ContentError> {
    let raw: Raw = file.parse()?;
    let wrong = |key: &str, problem: String| ContentError::at(file.path, key, problem);
    if file.path != format!("content/conditions/{}.toml", raw.id) {
        return Err(wrong("id", format!("\"{}\" is not the name of the file", raw.id)));
    }
    let preset = crate::preset(&raw.preset)?;
    let preset = preset.ok_or_else(|| wrong("preset", format!("there is no preset \"{}\"", raw.preset)))?;
    let lists =
        [("emergency", raw.emergency.len()), ("not_measured", raw.not_measured.len()), ("steps", raw.steps.len())];
    if let Some((key, _)) = lists.into_iter().find(|(_, said)| *said == 0) {
        return Err(wrong(key, "nothing is said".to_owned()));
    }
    let emergency = file.each("emergency", raw.emergency)?;
    if !emergency.first().is_some_and(|sign| sign.ja.contains("119") || sign.ja.contains("電話")) {
        return Err(wrong("emergency", "the first sign says whom to call".to_owned()));
    }
    Ok(Condition {
        id: raw.id,
        order: raw.order,
        preset,
        care: raw.care.map(|care| file.code("care", Care::parse(&care))).transpose()?,
        count_note: raw.count_note.map(|note| file.required("count_note", note)).transpose()?,
        phone: raw.phone.map(|whom| file.required("phone", whom)).transpose()?,
        fields: raw
            .fields
            .iter()
            .map(|field| file.code("fields", Specialty::parse(field)))
            .collect::<Result<_, _>>()?,
        name: file.required("name", raw.name)?,
        lead: file.required("lead", raw.lead)?,
        emergency,
        not_measured: gaps(file, "not_measured", raw.not_measured)?,
        call: raw.call.map(|raw| call(file, raw)).transpose()?,
        matters: raw.matters.into_iter().map(|matter| told(file, matter)).collect::<Result<_, _>>()?,
        strata: raw.strata.into_iter().map(|stratum| known(file, stratum)).collect::<Result<_, _>>()?,
        steps: file.each("steps", raw.steps)?,
        then: raw.then.into_iter().map(|raw| onward(file, raw)).collect::<Result<_, _>>()?,
        ask: file.each("ask", raw.ask)?,
        words: words(file, &raw.words)?,
    })
}

fn call(file: SourceText, raw: RawCall) -> Result<Call, ContentError> {
    if raw.number.is_empty() || !raw.number.bytes().all(|b| b.is_ascii_digit() || b == b'#' || b == b'-') {
        return Err(ContentError::at(file.path, "call.number", "a number has digits, hyphens and #"));
    }
    Ok(Call {
        say: file.required("call.say", raw.say)?,
        note: file.required("call.note", raw.note)?,
        number: raw.number,
    })
}

fn onward(file: SourceText, raw: RawOnward) -> Result<Onward, ContentError> {
    Ok(Onward { care: file.code("then.care", Care::parse(&raw.care))?, say: file.required("then.say", raw.say)? })
}

fn told(file: SourceText, raw: RawMatter) -> Result<Matter, ContentError> {
    if raw.measures.is_empty() {
        return Err(ContentError::at(file.path, "matters.measures", "no measure is named"));
    }
    Ok(Matter {
        what: file.required("matters.what", raw.what)?,
        why: file.required("matters.why", raw.why)?,
        measures: raw.measures.iter().map(|id| measure(file, id)).collect::<Result<_, _>>()?,
    })
}

/// A measure that is described here, or that a package brings; a slip of the pen is neither.
fn measure(file: SourceText, id: &str) -> Result<MeasureId, ContentError> {
    let key = "matters.measures";
    let parsed = MeasureId::parse(id).map_err(|error| ContentError::at(file.path, key, error))?;
    if id.starts_with(OF_PACKAGES) || crate::measure(id)?.is_some() {
        return Ok(parsed);
    }
    Err(ContentError::at(file.path, key, format!("there is no measure \"{id}\"")))
}

fn known(file: SourceText, stratum: String) -> Result<String, ContentError> {
    match crate::stratum_name(&stratum)? {
        Some(_) => Ok(stratum),
        None => Err(ContentError::at(file.path, "strata", format!("{WISHED_STRATA_OF} has no part \"{stratum}\""))),
    }
}

fn words(file: SourceText, raw: &RawWords) -> Result<Words, ContentError> {
    let japanese: Vec<String> = raw.ja.iter().map(|word| matching::japanese(word)).collect();
    let english: Vec<String> = raw.en.iter().map(|word| matching::english(word)).collect();
    let empty = |list: &[String]| list.is_empty() || list.iter().any(String::is_empty);
    if empty(&japanese) || empty(&english) {
        return Err(ContentError::at(file.path, "words", "name words in both languages, none of them empty"));
    }
    Ok(Words { japanese, english })
}
