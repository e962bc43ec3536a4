//! Can the hospitals side by side be told apart in one measure? All of them on one scale, with the answer in words.

use super::compared::{name_among, pair_sentence};
use super::frame::{Saying, Stand, Surroundings, frame, owner_warning, period_words, source_words};
use super::role::first_word;
use super::ruler::{axis, chart_verdict, field, known, pointer, verdict_words};
use super::said::{self, place_name};
use crate::model::{Comparison, MeasureCompared, MeasureSection, Pair, Periods, what_holds};
use charts::{ComparedRow, Verdict};
use domain::Verdict::{CannotTell, NotJudged, UsualSpread};
use domain::caveats::Caveat;
use i18n::{Locale, in_parentheses, list, whole};

/// One measure of one of `comparison.groups`, in the order of the hospitals; `None` where the group has fewer than two, or
/// hospitals that are not laid side by side.
pub fn comparison(
    around: &Surroundings<'_>,
    comparison: &Comparison,
    compared: &MeasureCompared,
    group: &[usize],
) -> Option<charts::Comparison> {
    let side = Side::of(comparison, compared, group)?;
    let locale = around.locale;
    let measure = &compared.measure;
    let answers = side.answers(locale);
    // a page says beside the drawing what can be told apart
    let (drawn, heard) = match around.stand {
        Stand::Alone => (answers, String::new()),
        Stand::InPage => (Vec::new(), answers.join(locale.pick("", " "))),
    };
    let (common, of_some) = side.notes(locale);
    let saying = Saying {
        title: words::title(locale, &said::picked(locale, &measure.name), side.finding(locale)),
        subtitle: side.subtitle(locale),
        description: heard,
        warning: owner_warning(locale, measure),
        notes: common,
        source: side.sources(around),
    };
    let mut frame = frame(around, saying);
    if around.stand == Stand::Alone {
        frame.notes.extend(of_some);
    }
    let first = side.sections.first().map(|(_, section)| *section)?;
    let peers = field(locale, measure, &first.peer);
    Some(charts::Comparison {
        frame,
        axis: axis(locale, measure, first.scale),
        rows: side.sections.iter().map(|(at, section)| row(locale, comparison, *at, section)).collect(),
        field: peers.or_else(|| field(locale, measure, &first.national)),
        national: pointer(locale, measure, &first.national),
        answers: drawn,
    })
}

/// That hospitals which differ from one another may each lie within the usual spread; `None` where that is not so.
pub fn both_hold(
    locale: Locale,
    comparison: &Comparison,
    compared: &MeasureCompared,
    group: &[usize],
) -> Option<&'static str> {
    Side::of(comparison, compared, group)?.both_hold(locale)
}

fn row(locale: Locale, comparison: &Comparison, at: usize, section: &MeasureSection) -> ComparedRow {
    let verdict = chart_verdict(first_word(section).0);
    ComparedRow {
        name: name_among(locale, comparison, at),
        detail: place_name(locale, &section.newest.figure().hospital),
        known: known(locale, &section.measure, &section.newest),
        verdict,
        // why nobody is judged is a caveat, and is said once
        verdict_words: if verdict == Verdict::NotJudged { String::new() } else { verdict_words(locale, section) },
    }
}

/// The hospitals that are laid side by side, with the pairs among them.
struct Side<'a> {
    comparison: &'a Comparison,
    compared: &'a MeasureCompared,
    /// Each with its place in the comparison.
    sections: Vec<(usize, &'a MeasureSection)>,
    pairs: Vec<&'a Pair>,
}

impl<'a> Side<'a> {
    fn of(comparison: &'a Comparison, compared: &'a MeasureCompared, group: &[usize]) -> Option<Self> {
        let sections = compared.sections.iter().enumerate().filter(|(at, _)| group.contains(at));
        let sections: Vec<(usize, &MeasureSection)> = sections.collect();
        let inside = |pair: &&Pair| group.contains(&pair.a) && group.contains(&pair.b);
        let pairs: Vec<&Pair> = compared.pairs.iter().filter(inside).collect();
        let is_fair = pairs.iter().all(|pair| comparison.guard.allows(pair.a, pair.b));
        (sections.len() > 1 && is_fair).then_some(Self { comparison, compared, sections, pairs })
    }

    fn with_answer(&self, wanted: Option<bool>) -> Vec<&'a Pair> {
        self.pairs.iter().filter(|pair| pair.answer.can_be_told_apart() == wanted).copied().collect()
    }

    /// Whether any two can be told apart: yes, no, or not compared.
    fn finding(&self, locale: Locale) -> &'static str {
        let [apart, same, none] = [Some(true), Some(false), None].map(|wanted| self.with_answer(wanted).len());
        match (apart, same, none) {
            (1.., 0, 0) if self.sections.len() == 2 => words::apart(locale),
            (1.., ..) => words::some_apart(locale),
            (0, 1.., 0) => words::same(locale),
            (0, 1.., _) => words::none_apart(locale),
            (0, 0, _) => words::not_compared(locale),
        }
    }

    /// A sentence for each pair that can be told apart; the others are counted, so that ten pairs do not fill the drawing.
    fn answers(&self, locale: Locale) -> Vec<String> {
        let sentence = |pair: &&Pair| pair_sentence(locale, self.comparison, self.compared, pair);
        if let [pair] = self.pairs.as_slice() {
            return std::iter::once(sentence(pair)).chain(self.both_hold(locale).map(str::to_owned)).collect();
        }
        let mut said: Vec<String> = self.with_answer(Some(true)).iter().map(sentence).collect();
        said.extend(self.both_hold(locale).map(str::to_owned));
        let (same, none) = (self.with_answer(Some(false)).len(), self.with_answer(None));
        // every pair was tested beside all that were asked for
        let k = whole(self.compared.sections.len());
        match same {
            0 => {}
            _ if same == self.pairs.len() => said.push(words::all_same(locale, &k)),
            _ => said.push(words::so_many_same(locale, &k, &whole(same))),
        }
        if !none.is_empty() {
            said.push(words::so_many_not(locale, &whole(none.len()), &obstacles(locale, &none)));
        }
        said
    }

    /// That hospitals may differ from one another although each lies where hospitals of its role usually do.
    fn both_hold(&self, locale: Locale) -> Option<&'static str> {
        let usual = |(_, section): &(usize, &MeasureSection)| {
            let row = section.newest.figure().judged();
            let word = if row.national_word() == NotJudged { row.peer_word() } else { row.national_word() };
            matches!(word, UsualSpread | CannotTell)
        };
        let both = !self.with_answer(Some(true)).is_empty() && self.sections.iter().all(usual);
        both.then(|| words::both_hold(locale))
    }

    fn subtitle(&self, locale: Locale) -> String {
        let period = match self.compared.periods {
            Periods::Same(period) => period_words(locale, period),
            Periods::Differ => words::periods_differ(locale).to_owned(),
        };
        let hospitals = words::hospitals(locale, &whole(self.sections.len()));
        [hospitals, period].join(locale.pick("・", " · "))
    }

    /// What holds for all of them, and what holds for some, with their names.
    fn notes(&self, locale: Locale) -> (Vec<&'static Caveat>, Vec<String>) {
        let held: Vec<(usize, Vec<&'static Caveat>)> =
            self.sections.iter().map(|(at, section)| (*at, what_holds(&section.newest))).collect();
        let mut all: Vec<&'static Caveat> = Vec::new();
        for caveat in held.iter().flat_map(|(_, caveats)| caveats) {
            if !all.contains(caveat) {
                all.push(caveat);
            }
        }
        all.sort_by_key(|caveat| caveat.position());
        let (common, some): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|caveat| held.iter().all(|(_, caveats)| caveats.contains(caveat)));
        let named = |caveat: &&'static Caveat| {
            let whose = held.iter().filter(|(_, caveats)| caveats.contains(caveat));
            let names: Vec<String> = whose.map(|(at, _)| name_among(locale, self.comparison, *at)).collect();
            in_parentheses(locale, locale.pick(caveat.short.ja, caveat.short.en), &list(locale, &names))
        };
        let some = some.iter().map(named).collect();
        (common, some)
    }

    /// Each source with its period, once.
    fn sources(&self, around: &Surroundings<'_>) -> String {
        let mut cited: Vec<String> = Vec::new();
        let rows = self.sections.iter().map(|(_, section)| section.newest.figure());
        for row in rows.filter(|row| !row.source.id.is_empty()) {
            let source = source_words(around.locale, row.period, &row.source.id, around.sources, around.release);
            if !cited.contains(&source) {
                cited.push(source);
            }
        }
        cited.join(around.locale.pick("／", " / "))
    }
}

/// What stands in the way of these pairs, each once; whose value it is stands beside the value.
fn obstacles(locale: Locale, pairs: &[&Pair]) -> String {
    let mut told: Vec<&str> = Vec::new();
    for reason in pairs.iter().flat_map(|pair| pair.answer.because()) {
        let text = reason.obstacle.text();
        let text = locale.pick(text.ja, text.en).trim_end_matches(['。', '.']);
        if !told.contains(&text) {
            told.push(text);
        }
    }
    told.join(locale.pick("、", "; "))
}

mod words {
    i18n::text! {
        pub(super) fn title(measure: &str, finding: &str) { ja: "{measure}：{finding}", en: "{measure}: {finding}" }
        pub(super) fn apart { ja: "互いに差があると言えます", en: "the two differ from each other" }
        pub(super) fn some_apart {
            ja: "互いに差があると言える組があります",
            en: "some of them differ from one another",
        }
        pub(super) fn both_hold {
            ja: "どの病院も、ほかの多くの病院とくらべれば、ふつうのばらつきの中にあります。互いの差と、全体の中での位置は、別のことです。",
            en: "Beside all the others, each of them lies within the usual spread. How they differ from one another is another question.",
        }
        pub(super) fn none_apart { ja: "差があると言える組はありません", en: "no two of those compared can be told apart" }
        pub(super) fn same { ja: "区別できません", en: "they cannot be told apart" }
        pub(super) fn not_compared { ja: "比べません", en: "not compared" }
        pub(super) fn all_same(k: &str) {
            ja: "この{k}病院だけを比べても、どの組も区別できません。",
            en: "Even comparing only these {k}, no two of them can be told apart.",
        }
        pub(super) fn so_many_same(k: &str, pairs: &str) {
            ja: "この{k}病院だけを比べても区別できない組：{pairs}。",
            en: "Pairs that cannot be told apart even comparing only these {k}: {pairs}.",
        }
        pub(super) fn so_many_not(pairs: &str, why: &str) {
            ja: "比べない組：{pairs}（{why}）。",
            en: "Pairs not compared: {pairs} ({why}).",
        }
        pub(super) fn hospitals(count: &str) { ja: "{count}病院", en: "{count} hospitals" }
        pub(super) fn periods_differ { ja: "数字の期間がちがいます", en: "The figures are of different periods" }
    }
}
