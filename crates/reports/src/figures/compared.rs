//! How is said whether hospitals can be compared and told apart? The same sentences on the page and in the browser.

use super::role::role_words_within;
use super::said::{ends, hospital_name, place_name};
use crate::model::{
    Alternative, Compared, Comparison, Instead, MeasureCompared, MeasureNote, NationalTable, Pair, PairAnswer,
    PairReason,
};
use domain::Bilingual;
use domain::measure::Direction;
use domain::peers::PeerGroup;
use i18n::{Locale, in_parentheses, list, whole};

/// Whether the hospitals may be laid side by side, in one sentence.
pub fn guard_sentence(locale: Locale, comparison: &Comparison) -> String {
    let n = comparison.hospitals.len();
    match (comparison.guard.is_fair(), n) {
        (true, _) => {
            let role =
                comparison.hospitals.first().map(|h| role_words_within(locale, &h.card.hospital)).unwrap_or_default();
            let said = words::fair(locale, n, &role);
            match sizes(locale, comparison) {
                Sizes::Near => words::near_in_size(locale, &said),
                Sizes::Differ(beds) => words::of_sizes(locale, &said, &beds),
                Sizes::NotKnown => said,
            }
        }
        (false, 2) if has_specialist(comparison) => words::other_patients(locale).to_owned(),
        (false, 2) if some_role_is_unknown(comparison) => words::unknown_pair(locale).to_owned(),
        (false, 2) => words::unfair_pair(locale).to_owned(),
        (false, _) if has_specialist(comparison) => words::other_patients_among(locale, n),
        (false, _) if some_role_is_unknown(comparison) => words::unknown_among(locale, n),
        (false, _) => words::unfair_pairs(locale, n),
    }
}

fn some_role_is_unknown(comparison: &Comparison) -> bool {
    comparison.hospitals.iter().any(|h| h.card.hospital.peer_group == PeerGroup::Unclassified)
}

/// Beds of the largest by those of the smallest up to which sizes are called near.
const NEAR_IN_SIZE: f64 = 1.5;

#[derive(Debug, PartialEq, Eq)]
enum Sizes {
    Near,
    /// The beds of each, in words.
    Differ(String),
    /// Of one of them no beds are printed: nothing is said.
    NotKnown,
}

fn sizes(locale: Locale, comparison: &Comparison) -> Sizes {
    sizes_of(locale, comparison.hospitals.iter().map(|h| h.card.beds_total))
}

fn sizes_of(locale: Locale, beds: impl Iterator<Item = Option<u32>>) -> Sizes {
    let beds: Option<Vec<u32>> = beds.map(|beds| beds.filter(|beds| *beds > 0)).collect();
    let Some(beds) = beds else {
        return Sizes::NotKnown;
    };
    let (least, most) = (beds.iter().min().copied().unwrap_or(1), beds.iter().max().copied().unwrap_or(1));
    if f64::from(most) <= NEAR_IN_SIZE * f64::from(least) {
        return Sizes::Near;
    }
    let each: Vec<String> = beds.into_iter().map(|beds| words::beds(locale, &whole(beds))).collect();
    Sizes::Differ(list(locale, &each))
}

/// True where an unfair pair is one of hospitals with different patients.
pub fn has_specialist(comparison: &Comparison) -> bool {
    let of = |place: usize| comparison.hospitals.get(place).map(|h| &h.card.hospital);
    comparison.guard.unfair.iter().any(|(a, b)| of(*a).zip(of(*b)).is_some_and(|(a, b)| !a.has_patients_of(b)))
}

/// In how many measures the hospitals can be told apart; `None` where nothing is laid side by side.
pub fn comparison_sentence(locale: Locale, comparison: &Comparison) -> Option<String> {
    let (mut apart, mut same, mut other) = (0, 0, 0);
    for measure in &comparison.measures {
        let answers = || measure.pairs.iter().map(|pair| pair.answer.can_be_told_apart());
        match (answers().any(|a| a == Some(true)), answers().any(|a| a == Some(false))) {
            (true, _) => apart += 1,
            (false, true) => same += 1,
            (false, false) => other += 1,
        }
    }
    if apart + same == 0 {
        return (comparison.guard.is_fair() && other > 0).then(|| words::nothing_compared(locale, other));
    }
    let parts = [
        (apart, words::apart_in(locale, apart)),
        (same, words::same_in(locale, same)),
        (other, words::not_in(locale, other)),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| said).collect();
    let said = list(locale, &parts);
    Some(match apart + same + other {
        1 => words::of_one_measure(locale, &said),
        all => words::of_measures(locale, all, &said),
    })
}

/// The name of one of the hospitals; with its place where another of them has the same name (R23).
pub fn name_among(locale: Locale, comparison: &Comparison, place: usize) -> String {
    let Some(hospital) = comparison.hospitals.get(place).map(|compared| &compared.card.hospital) else {
        return String::new();
    };
    let name = hospital_name(locale, &hospital.name);
    let same = |compared: &&Compared| hospital_name(locale, &compared.card.hospital.name) == name;
    match comparison.hospitals.iter().filter(same).count() {
        0 | 1 => name,
        _ => in_parentheses(locale, &name, &place_name(locale, hospital)),
    }
}

/// Whether two hospitals can be told apart in a measure, as a sentence.
pub fn pair_sentence(locale: Locale, comparison: &Comparison, compared: &MeasureCompared, pair: &Pair) -> String {
    let name = |place: usize| name_among(locale, comparison, place);
    let (a, b) = (name(pair.a), name(pair.b));
    match &pair.answer {
        PairAnswer::FirstLower => told_apart(locale, &compared.measure, pair.k, &a, &b),
        PairAnswer::FirstHigher => told_apart(locale, &compared.measure, pair.k, &b, &a),
        PairAnswer::CannotTell => {
            let said = words::cannot_tell(locale, pair.k, &a, &b);
            if compared.measure.crude_outcome { said + words::cannot_tell_crude(locale) } else { said }
        }
        PairAnswer::NotCompared(reasons) => {
            let told: Vec<String> = reasons.iter().map(|r| reason_words(locale, comparison, r)).collect();
            words::not_compared(locale, &a, &b, &told.join(locale.pick("、", "; ")))
        }
    }
}

/// Of crude outcomes and neutral measures it is said who has less; nobody is on a better side (R6b).
fn told_apart(locale: Locale, measure: &MeasureNote, k: usize, lower: &str, higher: &str) -> String {
    let ends = ends(locale, measure);
    match measure.direction {
        _ if measure.crude_outcome => words::less(locale, k, lower, higher, &ends.less, words::crude(locale)),
        Direction::Neutral if measure.risk_adjusted == Some(true) => {
            words::less(locale, k, lower, higher, &ends.less, words::neutral(locale))
        }
        Direction::Neutral => words::less(locale, k, lower, higher, &ends.less, words::neutral_crude(locale)),
        Direction::Lower => words::apart_lower(locale, k, lower, higher, &ends.less),
        Direction::Higher => words::apart_higher(locale, k, higher, lower, &ends.more),
    }
}

/// Why two values are not compared, and whose value it is.
pub fn reason_words(locale: Locale, comparison: &Comparison, reason: &PairReason) -> String {
    let text = reason.obstacle.text();
    let text = locale.pick(text.ja, text.en).trim_end_matches(['。', '.']).to_owned();
    match reason.hospital {
        Some(place) => in_parentheses(locale, &text, &name_among(locale, comparison, place)),
        None => text,
    }
}

/// Why the table of all hospitals of the role may say another thing, and that both are right; `None` where it does not.
pub fn both_right(locale: Locale, pair: &Pair) -> Option<String> {
    match (pair.answer.can_be_told_apart()?, pair.national) {
        (true, NationalTable::Overlap { of }) => Some(words::overlap(locale, &whole(of))),
        (false, NationalTable::Apart { of }) => Some(words::disjoint(locale, &whole(of))),
        _ => None,
    }
}

/// A fair question instead, in both languages.
pub fn alternative_words(comparison: &Comparison, alternative: &Alternative) -> Bilingual<String> {
    let own = comparison.hospitals.get(alternative.hospital);
    let said = |locale: Locale| {
        let name = name_among(locale, comparison, alternative.hospital);
        let role = own.map(|compared| role_words_within(locale, &compared.card.hospital)).unwrap_or_default();
        let role = role.as_str();
        match &alternative.instead {
            Instead::Nearest(found) => {
                let names: Vec<String> =
                    found.iter().map(|near| hospital_name(locale, &near.card.hospital.name)).collect();
                words::with_nearest(locale, &name, role, &list(locale, &names))
            }
            Instead::OwnPeers { peers: 0 } => words::on_its_own(locale, &name),
            Instead::OwnPeers { peers } => words::with_peers(locale, &name, role, &whole(*peers)),
        }
    };
    Bilingual::new(said(Locale::Ja), said(Locale::En))
}

mod words {
    i18n::text! {
        pub(super) fn fair(n: usize, role: &str) {
            ja: "この{n}病院は、役割が同じ（{role}）なので、並べて比べられます。",
            en: "These {n} hospitals have the same role ({role}), so they can be compared side by side.",
        }
        pub(super) fn near_in_size(said: &str) { ja: "{said}規模も近い病院です。", en: "{said} They are of a similar size." }
        pub(super) fn of_sizes(said: &str, beds: &str) {
            ja: "{said}ただし、規模はちがいます（{beds}）。",
            en: "{said} Their sizes differ, though: {beds}.",
        }
        pub(super) fn beds(count: &str) { ja: "{count}床", en: "{count} beds" }
        pub(super) fn other_patients {
            ja: "この2病院は、かかっている人の病気がちがう（専門の病院とそうでない病院、または専門のちがう病院）ので、並べて比べません。",
            en: "These 2 hospitals have different patients, because at least one of them works in one field of medicine. They are not laid side by side.",
        }
        pub(super) fn other_patients_among(n: usize) {
            ja: "この{n}病院のなかには、役割や規模、またはかかっている人の病気がちがう組があります。その組は並べて比べません。",
            en: "Among these {n} hospitals some differ in role, in size or in the patients they have. Those are not laid side by side.",
        }
        pub(super) fn unfair_pair {
            ja: "この2病院は、役割や規模がちがうので、並べて比べません。",
            en: "These 2 hospitals differ in role or size, so they are not laid side by side.",
        }
        pub(super) fn unknown_pair {
            ja: "役割が分からない病院があるので、この2病院は並べて比べません。",
            en: "A role is not known, so these 2 hospitals are not laid side by side.",
        }
        pub(super) fn unknown_among(n: usize) {
            ja: "この{n}病院のなかには、役割が分からないか、役割や規模がちがう組があります。その組は並べて比べません。",
            en: "Among these {n} hospitals some differ in role or size, or their role is not known. Those are not laid side by side.",
        }
        pub(super) fn unfair_pairs(n: usize) {
            ja: "この{n}病院のなかには、役割や規模がちがう組があります。その組は並べて比べません。",
            en: "Among these {n} hospitals some differ in role or size. Those are not laid side by side.",
        }
        pub(super) fn nothing_compared(count: usize) {
            ja: "ただ、下の{count}種類の指標は、どれも比べられる数字がそろっていません。理由をそれぞれに書きました。",
            en: "But in none of the {count} measures below are there figures that can be compared; each says why.",
        }
        pub(super) fn of_measures(count: usize, parts: &str) {
            ja: "下の{count}種類の指標では、{parts}です。",
            en: "Of the {count} measures below: {parts}.",
        }
        pub(super) fn of_one_measure(said: &str) { ja: "下の1種類の指標では、{said}です。", en: "Of the one measure below: {said}." }
        pub(super) fn apart_in(count: usize) {
            ja: "差があると言える組があるものが{count}種類",
            en: "{count} with hospitals that can be told apart",
        }
        pub(super) fn same_in(count: usize) { ja: "区別できないものが{count}種類", en: "{count} where they cannot be told apart" }
        pub(super) fn not_in(count: usize) { ja: "比べないものが{count}種類", en: "{count} not compared" }
        pub(super) fn apart_lower(k: usize, this: &str, other: &str, how: &str) {
            ja: "この{k}病院だけを比べると、「{this}」のほうが「{other}」より{how}（良い側）と言えます。",
            en: "Comparing only these {k}, the figure of {this} is lower than that of {other} (the better side).",
        }
        pub(super) fn apart_higher(k: usize, this: &str, other: &str, how: &str) {
            ja: "この{k}病院だけを比べると、「{this}」のほうが「{other}」より{how}（良い側）と言えます。",
            en: "Comparing only these {k}, the figure of {this} is higher than that of {other} (the better side).",
        }
        pub(super) fn less(k: usize, this: &str, other: &str, how: &str, note: &str) {
            ja: "この{k}病院だけを比べると、「{this}」のほうが「{other}」より{how}と言えます（{note}）。",
            en: "Comparing only these {k}, the figure of {this} is lower than that of {other} ({note}).",
        }
        pub(super) fn crude {
            ja: "重症度を調整していません。良し悪しは分かりません",
            en: "not adjusted for how ill patients were, so it does not say which is better",
        }
        pub(super) fn neutral { ja: "良し悪しを示す数字ではありません", en: "neither end of this measure is better" }
        pub(super) fn neutral_crude {
            ja: "重症度を調整していません。良し悪しを示す数字でもありません",
            en: "not adjusted for how ill patients were, and neither end of this measure is better",
        }
        pub(super) fn cannot_tell(k: usize, a: &str, b: &str) {
            ja: "この{k}病院だけを比べても、「{a}」と「{b}」は区別できません。",
            en: "Even comparing only these {k}, {a} and {b} cannot be told apart.",
        }
        pub(super) fn cannot_tell_crude {
            ja: "重症度を調整していません。",
            en: " Not adjusted for how ill patients were.",
        }
        pub(super) fn not_compared(a: &str, b: &str, why: &str) {
            ja: "「{a}」と「{b}」は比べません：{why}。",
            en: "{a} and {b} are not compared: {why}.",
        }
        pub(super) fn with_nearest(this: &str, role: &str, others: &str) {
            ja: "「{this}」を、同じ役割（{role}）で規模も近い病院のうち、距離がいちばん近い{others}と比べる",
            en: "Compare {this} with the nearest of the same role ({role}) and of similar size: {others}",
        }
        pub(super) fn with_peers(this: &str, role: &str, count: &str) {
            ja: "「{this}」のページで、同じ役割（{role}）の{count}院のなかの位置を見る",
            en: "See on the page of {this} where it stands among the {count} hospitals of its role ({role})",
        }
        pub(super) fn on_its_own(this: &str) { ja: "「{this}」だけを見る", en: "See {this} on its own" }
        pub(super) fn overlap(of: &str) {
            ja: "同じ役割の{of}病院すべてを同時に比べると、この2病院の順位の幅は重なります。どちらも正しい答えです。一度に比べる病院が多いほど偶然の差が混じるので、区別するには大きな差が要ります。",
            en: "When all {of} hospitals of this role are compared at once, the places of these two overlap. Both answers are right: the more hospitals are compared at once, the larger a difference must be to rule out chance.",
        }
        pub(super) fn disjoint(of: &str) {
            ja: "同じ役割の{of}病院すべてを同時に比べると、この2病院の順位の幅は重なりません。どちらも正しい答えです。その表は、ほかの病院との差から幅を決めています。",
            en: "When all {of} hospitals of this role are compared at once, the places of these two do not overlap. Both answers are right: in that table places follow from the differences to all the other hospitals.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(beds: &[Option<u32>], expected: Sizes) {
        assert_eq!(sizes_of(Locale::Ja, beds.iter().copied()), expected);
    }

    #[test]
    fn sizes_are_near_up_to_one_and_a_half_times_and_else_the_beds_are_said() {
        check(&[Some(200), Some(300)], Sizes::Near);
        check(&[Some(200), Some(301)], Sizes::Differ("200床、301床".to_owned()));
        check(&[Some(500), Some(965)], Sizes::Differ("500床、965床".to_owned()));
        check(&[Some(500), None], Sizes::NotKnown);
        check(&[Some(500), Some(0)], Sizes::NotKnown);
    }
}
