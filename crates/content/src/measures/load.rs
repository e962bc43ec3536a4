//! How does a file of `content/measures/` become one measure, or a family of measures that share their words?

use super::{Doubt, Ends, Measure};
use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text};
use domain::measure::{Direction, Kind, MeasureType, Topic};
use domain::period::{Day, parse_day};
use domain::records::{Breaks, MeasureRecord, MeasureVersionRecord};
use domain::{Bilingual, MeasureId};
use serde::Deserialize;

/// By hand, in display order; `order` inside a file must agree.
const FILES: &[SourceText] = &[
    source_text!("measures/jp-dpc-readmission.toml"),
    source_text!("measures/jp-dpc-deaths.toml"),
    source_text!("measures/jp-dpc-los.toml"),
    source_text!("measures/jp-dpc-unplanned.toml"),
    source_text!("measures/jp-dpc-volume.toml"),
    source_text!("measures/jp-bed-ambulances.toml"),
    source_text!("measures/jp-bed-operations.toml"),
    source_text!("measures/jp-bed-general-anaesthesia.toml"),
    source_text!("measures/jp-bed-deliveries.toml"),
    source_text!("measures/jp-bed-doctors-per-100-beds.toml"),
    source_text!("measures/us-2011-mort-30.toml"),
    source_text!("measures/us-2011-readm-30.toml"),
    source_text!("measures/us-hrrp.toml"),
    source_text!("measures/us-hac-infections.toml"),
    source_text!("measures/us-hac-psi-90.toml"),
    source_text!("measures/us-hac-total.toml"),
    source_text!("measures/us-maternal-pc-01.toml"),
    source_text!("measures/us-maternal-pc-05.toml"),
    source_text!("measures/us-maternal-sm-7.toml"),
    source_text!("measures/gb-shmi.toml"),
];

pub(super) fn all() -> Result<Vec<Measure>, ContentError> {
    let mut measures: Vec<Measure> = Vec::new();
    for file in FILES {
        for measure in read(*file)? {
            if measures.last().is_some_and(|before| before.order >= measure.order) {
                return Err(ContentError::at(file.path, "order", "must grow in the order of the list of files"));
            }
            measures.push(measure);
        }
    }
    Ok(measures)
}

/// The measures of one file: one with an `id`, or a family with `[[member]]`.
pub(super) fn read(file: SourceText) -> Result<Vec<Measure>, ContentError> {
    let raw: Raw = file.parse()?;
    match (&raw.id, raw.member.is_empty()) {
        (Some(id), true) => Ok(vec![single(file, raw.clone(), id)?]),
        (None, false) => {
            let members = raw.member.clone().into_iter().zip(raw.order..);
            members.map(|(member, order)| of_family(file, raw.clone(), member, order)).collect()
        }
        _ => Err(ContentError::at(file.path, "id", "give either an id or members, each with an id")),
    }
}

fn of_family(file: SourceText, mut raw: Raw, member: RawMember, order: u16) -> Result<Measure, ContentError> {
    let condition = file.required("member.condition", member.condition)?;
    raw.for_each_text(|text| text.filled("condition", &condition));
    raw.order = order;
    raw.national_value = member.national_value.or(raw.national_value);
    single(file, raw, &member.id)
}

fn single(file: SourceText, raw: Raw, id: &str) -> Result<Measure, ContentError> {
    let id = MeasureId::parse(id).map_err(|error| ContentError::at(file.path, "id", error))?;
    if !raw.unit.is_empty() && crate::unit_words(&raw.unit)?.is_none() {
        return Err(ContentError::at(file.path, "unit", format!("\"{}\" is not in content/units.toml", raw.unit)));
    }
    let versions = raw.versions.iter().map(|version| typed_version(file, &id, version)).collect::<Result<_, _>>()?;
    Ok(Measure {
        versions,
        order: raw.order,
        country: raw.country.clone(),
        sources: raw.sources.clone(),
        short_name: capitalised(file.required("short_name", raw.short_name.clone())?),
        counted: file.required("counted", raw.counted.clone())?,
        event: file.required("event", raw.event.clone())?,
        ends: Ends { less: file.required("less", raw.less.clone())?, more: file.required("more", raw.more.clone())? },
        higher_where: file.optional("higher_where", raw.higher_where.clone())?,
        zero: raw.zero.clone().map(|zero| doubt(file, zero)).transpose()?,
        ask: file.each("ask", raw.ask.clone())?,
        means_abroad_ja: raw.means_abroad_ja.clone(),
        record: record(file, raw, id)?,
    })
}

fn doubt(file: SourceText, raw: RawDoubt) -> Result<Doubt, ContentError> {
    if raw.flags.is_empty() && raw.counts.is_empty() {
        return Err(ContentError::at(file.path, "zero", "nothing is named that contradicts it"));
    }
    let read = |id: &String| MeasureId::parse(id).map_err(|error| ContentError::at(file.path, "zero.counts", error));
    Ok(Doubt {
        flags: raw.flags.into_iter().map(|flag| (flag.key, flag.values)).collect(),
        counts: raw.counts.iter().map(read).collect::<Result<_, _>>()?,
        said: file.required("zero.said", raw.said)?,
    })
}

fn record(file: SourceText, raw: Raw, id: MeasureId) -> Result<MeasureRecord, ContentError> {
    Ok(MeasureRecord {
        id,
        name: capitalised(file.required("name", raw.name)?),
        kind: file.code("kind", Kind::parse(&raw.kind))?,
        direction: file.code("direction", Direction::parse(&raw.direction))?,
        topic: file.code("topic", Topic::parse(&raw.topic))?,
        measure_type: file.code("measure_type", MeasureType::parse(&raw.measure_type))?,
        unit: raw.unit,
        risk_adjusted: raw.risk_adjusted,
        adjusters: raw.adjusters,
        shrunken: raw.shrunken,
        national_value: raw.national_value,
        self_reported: raw.self_reported,
        audited: raw.audited,
        voluntary: raw.voluntary,
        counts_episodes: raw.counts_episodes,
        eligible_hospitals: raw.eligible_hospitals,
        min_denominator: raw.min_denominator,
        suppression_profile: raw.suppression_profile,
        plain: file.required("plain", raw.plain)?,
        why: file.required("why", raw.why)?,
        cannot_tell: file.required("cannot_tell", raw.cannot_tell)?,
        owner_warning: file.optional("owner_warning", raw.owner_warning)?,
        means_abroad: raw.means_abroad,
    })
}

fn typed_version(file: SourceText, id: &MeasureId, raw: &RawVersion) -> Result<MeasureVersionRecord, ContentError> {
    Ok(MeasureVersionRecord {
        measure: id.clone(),
        version: raw.version.clone(),
        valid_from: day(file, "versions.valid_from", raw.valid_from.as_deref())?,
        valid_to: day(file, "versions.valid_to", raw.valid_to.as_deref())?,
        breaks: file.code("versions.breaks", Breaks::parse(&raw.breaks))?,
        change: file.required("versions.change", raw.change.clone())?,
    })
}

fn day(file: SourceText, key: &str, text: Option<&str>) -> Result<Option<Day>, ContentError> {
    match text {
        None => Ok(None),
        Some(text) => match parse_day(text) {
            Some(day) => Ok(Some(day)),
            None => Err(ContentError::at(file.path, key, format!("\"{text}\" is no day: write 2016-04-01"))),
        },
    }
}

/// A family's name may begin with what stands in its place holder; English names begin with a capital.
fn capitalised(text: Bilingual<String>) -> Bilingual<String> {
    let mut rest = text.en.chars();
    let en = match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    };
    Bilingual::new(text.ja, en)
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Option<String>,
    #[serde(default)]
    member: Vec<RawMember>,
    order: u16,
    country: String,
    sources: Vec<String>,
    kind: String,
    direction: String,
    topic: String,
    measure_type: String,
    unit: String,
    risk_adjusted: Option<bool>,
    adjusters: Vec<String>,
    shrunken: Option<bool>,
    national_value: Option<f64>,
    self_reported: Option<bool>,
    audited: Option<bool>,
    voluntary: Option<bool>,
    counts_episodes: Option<bool>,
    eligible_hospitals: Option<f64>,
    min_denominator: Option<f64>,
    #[serde(default)]
    suppression_profile: String,
    means_abroad: String,
    /// The same in Japanese; the interchange format has one column, which is English.
    #[serde(default)]
    means_abroad_ja: String,
    name: RawText,
    short_name: RawText,
    counted: RawText,
    event: RawText,
    less: RawText,
    more: RawText,
    plain: RawText,
    why: RawText,
    cannot_tell: RawText,
    owner_warning: RawText,
    #[serde(default)]
    higher_where: RawText,
    zero: Option<RawDoubt>,
    ask: Vec<RawText>,
    versions: Vec<RawVersion>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDoubt {
    #[serde(default)]
    flags: Vec<RawFlag>,
    #[serde(default)]
    counts: Vec<String>,
    said: RawText,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFlag {
    key: String,
    values: Vec<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMember {
    id: String,
    national_value: Option<f64>,
    condition: RawText,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVersion {
    version: String,
    valid_from: Option<String>,
    valid_to: Option<String>,
    breaks: String,
    change: RawText,
}

impl Raw {
    fn for_each_text(&mut self, change: impl Fn(RawText) -> RawText) {
        let own = [
            &mut self.name,
            &mut self.short_name,
            &mut self.counted,
            &mut self.event,
            &mut self.less,
            &mut self.more,
            &mut self.plain,
            &mut self.why,
            &mut self.cannot_tell,
            &mut self.owner_warning,
            &mut self.higher_where,
        ];
        let lists = self.ask.iter_mut().chain(self.versions.iter_mut().map(|version| &mut version.change));
        for text in own.into_iter().chain(lists) {
            *text = change(std::mem::take(text));
        }
    }
}
