//! How do the records of several tables of one file become one batch?

use domain::records::{Batch, Subject};

/// Adds the records of another table; places in the list of facilities move on.
pub(crate) fn append(into: &mut Batch, mut more: Batch) {
    let by = into.facilities.len();
    let moved = |subject: &mut Subject| {
        if let Subject::Facility(at) = subject {
            *at += by;
        }
    };
    more.context.iter_mut().for_each(|r| moved(&mut r.hospital));
    more.observations.iter_mut().for_each(|r| moved(&mut r.hospital));
    more.limits.iter_mut().for_each(|r| moved(&mut r.hospital));
    more.comments.iter_mut().for_each(|r| moved(&mut r.hospital));
    more.corrections.iter_mut().for_each(|r| moved(&mut r.hospital));
    more.events.iter_mut().filter_map(|r| r.hospital.as_mut()).for_each(moved);
    for record in &mut more.successors {
        moved(&mut record.hospital);
        record.successor.iter_mut().for_each(moved);
    }
    into.authority = into.authority.min(more.authority);
    for source in more.sources {
        if !into.sources.iter().any(|s| s.id == source.id) {
            into.sources.push(source);
        }
    }
    into.hospitals.append(&mut more.hospitals);
    into.facilities.append(&mut more.facilities);
    into.identifiers.append(&mut more.identifiers);
    into.manual_links.append(&mut more.manual_links);
    into.successors.append(&mut more.successors);
    into.context.append(&mut more.context);
    into.areas.append(&mut more.areas);
    into.area_observations.append(&mut more.area_observations);
    into.measures.append(&mut more.measures);
    into.measure_versions.append(&mut more.measure_versions);
    into.observations.append(&mut more.observations);
    into.limits.append(&mut more.limits);
    into.footnotes.append(&mut more.footnotes);
    into.events.append(&mut more.events);
    into.comments.append(&mut more.comments);
    into.corrections.append(&mut more.corrections);
}
