//! Which hospitals in reach are as the reader wishes? Facts and counts, ordered by the reader's wish and never by quality.

use super::reach::Reached;
use crate::error::ReportError;
use crate::finder::by_role;
use crate::index::Index;
use crate::model::{Figure, HospitalCard, WishAnswer, WishCount, WishList, WishRow};
use content::{AtLeast, Preset, PresetMode, WishText};
use domain::care::Wish;
use domain::peers::PeerGroup;
use domain::view_spec::ViewSpec;
use domain::{MeasureId, Status};
use statistics::summary::quantile;

/// Rows that are shown.
const ROWS: usize = 20;

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
    rows.truncate(ROWS);
    let counts = wanted.iter().filter_map(|w| w.counts(index, country)).collect();
    let answerable = texts.iter().filter(|text| is_answerable(index, text)).map(|text| text.wish).collect();
    Ok(WishList { wishes: wanted.iter().map(|w| w.text.wish).collect(), answerable, rows, total, counts })
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
            (Some(_), _) | (None, Status::NotApplicable) => WishAnswer::DoesNot,
            (None, _) => WishAnswer::NotKnown,
        }
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
