//! Which hospitals in reach are as the reader wishes? Facts and counts, ordered by the reader's wish and never by quality.

use super::reach::Reached;
use crate::care::Meant;
use crate::error::ReportError;
use crate::finder::by_role;
use crate::index::Index;
use crate::model::{Figure, HospitalCard, WishAnswer, WishCount, WishList, WishRow};
use content::{AtLeast, Preset, PresetMode, WishText};
use domain::care::{Care, Wish};
use domain::peers::PeerGroup;
use domain::specialty::Specialty;
use domain::view_spec::ViewSpec;
use domain::{MeasureId, Status};
use statistics::summary::quantile;

/// Rows that are shown.
const ROWS: usize = 20;
/// Rows of those that stand apart.
const APART: usize = 5;

/// The hospitals in reach, those with the most wishes met first, then the nearest; while nothing is wished for, by role and
/// then the nearest. What a preset suggests is nobody's wish yet; only in an emergency, where nobody chooses, it is asked.
pub(super) fn wish_list(
    index: &Index,
    reached: &Reached,
    view: &ViewSpec,
    preset: Option<&'static Preset>,
) -> Result<WishList, ReportError> {
    let texts = content::wishes().map_err(|e| ReportError::Store(e.to_string()))?;
    let emergency = preset.filter(|p| p.mode == PresetMode::Emergency);
    let chosen = emergency.filter(|_| view.wishes.is_empty()).map_or(view.wishes.as_slice(), |p| p.wishes.as_slice());
    let country =
        reached.hospitals.first().map_or("", |(hospital, _)| index.hospitals[*hospital].card.country.as_str());
    let wanted: Vec<Wanted<'_>> =
        texts.iter().filter(|t| chosen.contains(&t.wish)).map(|text| Wanted::new(index, country, text)).collect();
    let mut rows: Vec<WishRow> = reached
        .hospitals
        .iter()
        .map(|(hospital, distance)| {
            let answers: Vec<(Wish, WishAnswer)> = wanted
                .iter()
                .filter(|w| w.text.wish != Wish::Near)
                .map(|w| (w.text.wish, w.answer(index, *hospital)))
                .collect();
            let met = answers.iter().filter(|(_, answer)| answer.is_met()).count();
            WishRow { card: index.hospitals[*hospital].card.clone(), distance: *distance, answers, met }
        })
        .collect();
    if emergency.is_some() {
        // nobody chooses in an emergency: those that take ambulances, in the order of reach
        rows.retain(|row| row.met > 0);
    } else if wanted.is_empty() {
        // as in the finder: nearest within a role
        let (spot, care) = (reached.place.spot(), preset.and_then(|p| p.care));
        rows.sort_by_cached_key(|row| by_role(&row.card, spot, care));
    } else {
        // stable: within the same number the order of reach stays, nearest first
        rows.sort_by_key(|row| std::cmp::Reverse(row.met));
    }
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let mut apart = if wanted.is_empty() { Vec::new() } else { set_apart(&mut rows, &wanted, preset) };
    let total_apart = u32::try_from(apart.len()).unwrap_or(u32::MAX);
    rows.truncate(ROWS);
    apart.truncate(APART);
    let counts = wanted.iter().filter_map(|w| w.counts(index, country)).collect();
    let answerable = texts.iter().filter(|text| is_answerable(index, text)).map(|text| text.wish).collect();
    Ok(WishList {
        wishes: wanted.iter().map(|w| w.text.wish).collect(),
        answerable,
        rows,
        apart,
        total,
        total_apart,
        counts,
    })
}

/// Takes out the hospitals of one field, and those for the mind, unless a wish or the preset is about what they treat: an eye
/// hospital with its many short operations is no answer to whoever wishes for a hospital that operates often.
fn set_apart(rows: &mut Vec<WishRow>, wanted: &[Wanted<'_>], preset: Option<&Preset>) -> Vec<WishRow> {
    let cares: Vec<Care> =
        wanted.iter().filter_map(|w| need_of(w.text.wish)).chain(preset.and_then(|p| p.care)).collect();
    let texts = cares.iter().filter_map(|care| content::care(*care).ok());
    let fields: Vec<Specialty> = texts.flat_map(|text| text.fields.iter().copied()).collect();
    let psychiatry = cares.iter().copied().find(|care| *care == Care::Psychiatry);
    let (meant, apart) = rows.drain(..).partition(|row| Meant::Only(&fields).holds(&row.card, psychiatry));
    *rows = meant;
    apart
}

/// The need that a wish is about, where it is about one.
const fn need_of(wish: Wish) -> Option<Care> {
    match wish {
        Wish::Deliveries => Some(Care::Deliveries),
        Wish::Paediatrics => Some(Care::Paediatrics),
        Wish::Operations => Some(Care::Operations),
        Wish::Ambulances => Some(Care::Ambulances),
        Wish::CancerDesignated => Some(Care::Cancer),
        Wish::Doctors | Wish::Advanced | Wish::Saturday | Wish::Near => None,
    }
}

/// Whether the release has a source for a wish; otherwise to offer it would promise an answer that nobody gets.
fn is_answerable(index: &Index, text: &WishText) -> bool {
    matches!(text.wish, Wish::Near | Wish::Advanced)
        || text.measures.iter().any(|id| index.measure(id).is_ok())
        || (text.measures.is_empty() && index.newest.knows(text.wish))
}

/// A wish, the measure that answers it in this release, and the middle of the country from which on it is met; `None` where any
/// count does.
struct Wanted<'a> {
    text: &'a WishText,
    measure: Option<(MeasureId, i64)>,
    middle: Option<f64>,
}

impl<'a> Wanted<'a> {
    fn new(index: &Index, country: &str, text: &'a WishText) -> Self {
        let found = text.measures.iter().find_map(|id| index.measure(id).ok());
        let measure = found.map(|m| (m.note.id.clone(), m.key));
        let middle = match (text.at_least, &measure) {
            (AtLeast::Middle, Some((_, key))) => middle(index, *key, country),
            _ => None,
        };
        Self { text, measure, middle }
    }

    /// What the counts beside this wish are.
    fn counts(&self, index: &Index, country: &str) -> Option<WishCount> {
        let (id, key) = self.measure.as_ref()?;
        let set = index.newest.set(*key, country)?;
        let note = index.measure(id).ok()?.note.clone();
        let source = set.sources.first().cloned().unwrap_or_default();
        Some(WishCount { measure: note, period: set.period, source, middle: Figure::from_column(self.middle) })
    }

    fn answer(&self, index: &Index, hospital: usize) -> WishAnswer {
        let card = &index.hospitals[hospital].card;
        let fact = |holds: Option<bool>| match holds {
            Some(true) => WishAnswer::Holds,
            Some(false) => WishAnswer::DoesNot,
            None => WishAnswer::NotKnown,
        };
        if self.text.wish == Wish::Advanced {
            let role = card.hospital.peer_group;
            let known = role != PeerGroup::Unclassified;
            return fact(known.then_some(matches!(role, PeerGroup::Advanced | PeerGroup::TertiaryEmergency)));
        }
        let Some((id, key)) = &self.measure else {
            return fact(index.newest.fact(hospital, self.text.wish));
        };
        if let Some(least) = self.text.least_beds.filter(|least| has_fewer_beds(card, *least)) {
            return WishAnswer::TooSmall(least);
        }
        let Some(value) = index.newest.set(*key, &card.country).and_then(|set| set.value(hospital)) else {
            return WishAnswer::NotKnown;
        };
        let disclosed = value.disclosed();
        match (value.number(), disclosed.figure().status) {
            (Some(count), _) if count >= self.middle.unwrap_or(f64::MIN_POSITIVE) => {
                WishAnswer::Counted(id.clone(), disclosed)
            }
            (Some(count), _) if count > 0.0 => WishAnswer::Less(id.clone(), disclosed),
            (Some(_), _) if self.is_doubted(index, hospital, id) => WishAnswer::NotKnown,
            (Some(_), _) | (None, Status::NotApplicable) => WishAnswer::DoesNot,
            (None, _) => WishAnswer::NotKnown,
        }
    }

    /// Whether something else that is published of a hospital contradicts its printed 0: then it is to be asked.
    fn is_doubted(&self, index: &Index, hospital: usize, id: &MeasureId) -> bool {
        let card = &index.hospitals[hospital].card;
        let need = need_of(self.text.wish);
        let shown = index.cares(&card.hospital.id).iter().any(|fact| Some(fact.figure().care) == need);
        let doubt = content::measure(id.as_str()).ok().flatten().and_then(|measure| measure.zero.as_ref());
        let counts = doubt.into_iter().flat_map(|doubt| &doubt.counts);
        let above = |other: &MeasureId| {
            let set = index.newest.set(index.measure(other).ok()?.key, &card.country)?;
            set.value(hospital)?.number()
        };
        shown || counts.filter_map(above).any(|count| count > 0.0)
    }
}

/// Whether a hospital is known to have fewer beds.
fn has_fewer_beds(card: &HospitalCard, least: u32) -> bool {
    card.beds_total.is_some_and(|beds| beds < least)
}

/// The middle of the country, as beside the value of a hospital; where most have none of it, that of those that have some.
fn middle(index: &Index, measure_key: i64, country: &str) -> Option<f64> {
    let set = index.newest.set(measure_key, country)?;
    let of_all = index.spread(measure_key, set.period, "", country, "").and_then(|spread| spread.median);
    of_all.filter(|middle| *middle > 0.0).or_else(|| {
        let counts = (0..index.hospitals.len()).filter_map(|hospital| set.value(hospital)?.number());
        quantile(&counts.filter(|count| *count > 0.0).collect::<Vec<_>>(), 0.5)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::hospital;
    use crate::model::{Distance, Land};

    fn row(id: &str, role: PeerGroup, specialty: Option<Specialty>) -> WishRow {
        let mut card = hospital(id, "1501", Land::Mainland, (38.0, 138.4)).card;
        (card.hospital.peer_group, card.hospital.specialty) = (role, specialty);
        WishRow { card, distance: Distance::Unknown, answers: Vec::new(), met: 1 }
    }

    fn check(wishes: &[Wish], expected: (&[&str], &[&str])) {
        let texts = content::wishes().unwrap().iter().filter(|text| wishes.contains(&text.wish));
        let wanted: Vec<Wanted<'_>> = texts.map(|text| Wanted { text, measure: None, middle: None }).collect();
        let mut rows = vec![
            row("eyes", PeerGroup::SmallRural, Some(Specialty::Eyes)),
            row("mothers", PeerGroup::SmallRural, Some(Specialty::Births)),
            row("general", PeerGroup::RegionalAcute, None),
            row("mind", PeerGroup::Psychiatric, None),
        ];
        let apart = set_apart(&mut rows, &wanted, None);
        let ids = |rows: &[WishRow]| rows.iter().map(|row| row.card.hospital.id.to_string()).collect::<Vec<_>>();
        assert_eq!(
            (ids(&rows), ids(&apart)),
            (expected.0.iter().map(|s| (*s).into()).collect(), expected.1.iter().map(|s| (*s).into()).collect())
        );
    }

    #[test]
    fn a_hospital_of_one_field_stands_apart_unless_a_wish_is_about_it() {
        check(&[Wish::Deliveries, Wish::Near], (&["mothers", "general"], &["eyes", "mind"]));
        check(&[Wish::Saturday], (&["general"], &["eyes", "mothers", "mind"]));
    }
}
