//! Which printed 0 contradicts what else is published of a hospital?
//!
//! The yearly report on beds prints a 0 also where nobody filled in a number: a centre for emergencies then takes no ambulance,
//! and a hospital that operates has no doctor. The 0 stays as it is printed; what it contradicts is said beside it.

use crate::model::{Context, MeasureSection};
use content::Doubt;

/// Marks the newest values that are such a 0.
pub(super) fn mark(measures: &mut [MeasureSection], context: &Context) {
    let above: Vec<_> = measures.iter().filter(|s| value(s).is_some_and(|value| value > 0.0)).collect();
    let above: Vec<_> = above.into_iter().map(|section| section.measure.id.clone()).collect();
    for section in measures.iter_mut().filter(|section| value(section) == Some(0.0)) {
        let edited = content::measure(section.measure.id.as_str()).ok().flatten();
        let doubt = edited.and_then(|measure| measure.zero.as_ref());
        let counted = |doubt: &Doubt| doubt.counts.iter().any(|id| above.contains(id));
        section.doubt = doubt.filter(|doubt| flagged(doubt, context) || counted(doubt)).map(|doubt| &doubt.said);
    }
}

fn value(section: &MeasureSection) -> Option<f64> {
    section.newest.figure().outcome.reported().map(|reported| reported.value)
}

fn flagged(doubt: &Doubt, context: &Context) -> bool {
    let held =
        |(key, values): &(String, Vec<String>)| context.get(key).is_some_and(|own| values.iter().any(|v| v == own));
    doubt.flags.iter().any(held)
}
