//! How is a drawing told to whoever does not see it: from where to where it runs, how many are missing, and why?

use i18n::{Locale, in_parentheses, whole};

use crate::spec::Reading;
use crate::words;

/// The lowest and the highest of what has a number, each with its words; nothing where nothing has one.
///
/// Values are told, never the names of those who have them: the ends of a list are nearly always chance.
pub(crate) fn extremes<T>(
    locale: Locale,
    values: impl IntoIterator<Item = (f64, T)>,
    said: impl Fn(&T) -> String,
) -> Vec<String> {
    let mut values: Vec<(f64, T)> = values.into_iter().filter(|(value, _)| !value.is_nan()).collect();
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    match values.as_slice() {
        [] => Vec::new(),
        [(_, only)] => vec![words::only_value(locale, &said(only))],
        [(_, low), .., (_, high)] => vec![words::from_lowest_to_highest(locale, &said(low), &said(high))],
    }
}

/// A number with its range.
pub(crate) fn reading(locale: Locale, reading: &Reading) -> String {
    in_parentheses(locale, &reading.text, &reading.range_text)
}

/// So many for each reason, in the order in which they come; a reason that nobody gave is said to be none.
pub(crate) fn reasons<'a>(locale: Locale, missing: impl IntoIterator<Item = (&'a str, usize)>) -> (usize, Vec<String>) {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for (reason, count) in missing.into_iter().filter(|(_, count)| *count > 0) {
        let reason = if reason.trim().is_empty() { words::no_figure(locale) } else { reason };
        match counts.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, known)) => *known += count,
            None => counts.push((reason, count)),
        }
    }
    // of one reason the count is told already
    let alone = counts.len() == 1;
    let said = |(reason, count): &(&str, usize)| match alone {
        true => (*reason).to_owned(),
        false => words::of_these(locale, &whole(*count), reason),
    };
    (counts.iter().map(|(_, count)| count).sum(), counts.iter().map(said).collect())
}

/// How many have no figure and for which reasons, and that this is not bad; nothing where none is missing.
pub(crate) fn missing<'a>(locale: Locale, missing: impl IntoIterator<Item = (&'a str, usize)>) -> Vec<String> {
    let (count, mut said) = reasons(locale, missing);
    if count > 0 {
        said.insert(0, words::missing_count(locale, &whole(count)));
        said.push(words::missing_is_not_bad(locale).to_owned());
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_missing_are_counted_by_reason() {
        let said = missing(Locale::Ja, [("調査なし", 1), ("", 2), ("調査なし", 3)]);
        assert_eq!(
            said,
            ["数値のないもの：6", "うち4：調査なし", "うち2：数値がありません", "悪いという意味ではありません"]
        );
        assert!(missing(Locale::En, [("no survey", 0)]).is_empty());
    }

    #[test]
    fn the_ends_of_a_list_are_told_however_many_there_are() {
        let told = |values: &[f64]| extremes(Locale::En, values.iter().map(|value| (*value, *value)), f64::to_string);
        assert_eq!(told(&[3.0, f64::NAN, 1.0, 2.0]), ["Values run from 1 to 3"]);
        assert_eq!(told(&[3.0]), ["The only value: 3"]);
        assert!(told(&[f64::NAN]).is_empty());
    }
}
