//! How does a finished report become a drawing? Pages, embeds and images all draw from here, so that they say the same.
//!
//! Pure functions: a report in, a chart specification out. Nothing here reads a database or decides a verdict.

mod compared;
mod comparing;
mod comparison;
mod corrected;
mod counted;
mod frame;
mod funnel;
mod icons;
mod intervals;
mod listing;
mod misread;
mod national;
mod places;
mod published;
mod role;
mod ruler;
mod said;
mod spread;
mod tiles;
mod trend;

pub use compared::{
    alternative_words, both_right, comparison_sentence, guard_sentence, has_specialist, name_among, pair_sentence,
    reason_words,
};
pub use comparing::{
    course_words, disagreement, is_event_year, named_comparator, no_places_sentence, outside_by_chance, places_alone,
    places_counts, places_sentence, short_verdict_of_row, together_sentence,
};
pub use comparison::{both_hold, comparison};
pub(crate) use corrected::told_of_value;
pub use corrected::was_and_is;
pub use counted::{counted_words, of_few};
pub use frame::{Stand, Surroundings, corrected_words, fictional_words, owner_warning, period_words, source_words};
pub use funnel::{funnel, funnel_size};
pub use icons::{drawn_as_icons, icons};
pub use intervals::intervals;
pub use listing::{Whom, any_places, sentences_above, together_note};
pub use misread::{misread, why_high};
pub use national::{
    NationalValue, is_bare_count, middles_of_roles, national_sentence, national_value, national_with_range,
};
pub use places::{PART, drawn_places, part_of_places, places};
pub use published::published_verdict;
pub use role::{
    field_sentence, field_words, first_word, group_of_others, judged_among_others, role_words, role_words_within,
};
pub use ruler::ruler;
pub use said::{
    Abroad, Ends, answers_sentence, area_range_alone, area_range_words, area_value_alone, area_value_words,
    beside_area, comparator_name, criterion_words, ends, hospital_name, middle_words, number_alone, other_country,
    place_and_country, place_name, quantity, range_alone, range_words, short_name, short_verdict, stratum_words,
    value_words, verdict_sentence, whole_country,
};
pub use spread::spread;
pub use tiles::{measure_map, prefecture_links, prefecture_map};
pub use trend::{break_words, breaks_beside, trend, trend_words, years_table};
