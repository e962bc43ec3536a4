//! How is one measure of several hospitals told: one ruler per hospital on one scale, then who can be told apart?

use super::use_chart::use_charts;
use super::{caveats, correction, figure, letter_link, reply, verdict};
use crate::site::links::{Here, Place};
use charts::RulerHeight;
use domain::view_spec::{Chart, ViewSpec};
use domain::{Status, Verdict};
use i18n::{Locale, in_parentheses};
use leptos::prelude::*;
use reports::figures::{
    self, Stand, Surroundings, both_right, hospital_name, judged_among_others, pair_sentence, period_words, place_name,
    range_words, source_words, value_words, verdict_sentence,
};
use reports::model::{Comparison, MeasureCompared, MeasureSection, Outcome, Pair, Periods};

/// So many sentences about pairs are read; more are counted, one tap away.
const SENTENCES: usize = 3;

/// One measure of the hospitals of one group; `group` makes its ids unique on the page.
pub fn compared_measure(
    here: &Here,
    comparison: &Comparison,
    compared: &MeasureCompared,
    group: (usize, &[usize]),
) -> AnyView {
    let locale = here.locale;
    let (number, members) = group;
    let id = match number {
        0 => compared.measure.id.to_string(),
        _ => format!("{}-{number}", compared.measure.id),
    };
    let name = locale.pick(&compared.measure.name.ja, &compared.measure.name.en).clone();
    let href = here.to(&Place::Measure(compared.measure.id.clone()));
    let rows = members.iter().filter_map(|place| compared.sections.get(*place));
    // the first ruler names what is drawn, the others repeat its signs
    let heights = std::iter::once(RulerHeight::Standard).chain(std::iter::repeat(RulerHeight::Row));
    let rows = rows.zip(heights).map(|(section, height)| one(here, comparison, section, (&id, height))).collect_view();
    view! {
        <article class="ms-measure ms-compared" id=id.clone() aria-labelledby=format!("{id}-name")>
            <h3 id=format!("{id}-name")><a href=href>{name}</a></h3>
            {different_periods(locale, compared)}
            <ul class="ms-compared-rows">{rows}</ul>
            {high_where(locale, compared, members)}
            {pairs(locale, comparison, compared, members)}
            {sources(locale, comparison, compared, members)}
            {taken(here, comparison, compared, members)}
        </article>
    }
    .into_any()
}

/// The way to this drawing as an image or a frame, of the hospitals that stand side by side.
fn taken(here: &Here, comparison: &Comparison, compared: &MeasureCompared, members: &[usize]) -> Option<AnyView> {
    let hospitals = members.iter().filter_map(|at| comparison.hospitals.get(*at)).map(|h| h.card.hospital.id.clone());
    let view =
        ViewSpec { measure: Some(compared.measure.id.clone()), hospitals: hospitals.collect(), ..ViewSpec::default() };
    (members.len() > 1 && !compared.measure.is_yes_or_no()).then(|| use_charts(here, &[Chart::Compare], &view))
}

/// Where a high value comes from without any fault; once, where any of them is not low.
fn high_where(locale: Locale, compared: &MeasureCompared, members: &[usize]) -> Option<AnyView> {
    let mut sections = members.iter().filter_map(|place| compared.sections.get(*place));
    let said = sections.find_map(figures::why_high)?;
    Some(view! { <p class="ms-caveat">{locale.pick(&said.ja, &said.en).clone()}</p> }.into_any())
}

fn different_periods(locale: Locale, compared: &MeasureCompared) -> Option<AnyView> {
    (compared.periods == Periods::Differ)
        .then(|| view! { <p class="ms-caveat">{words::different_periods(locale)}</p> }.into_any())
}

/// One hospital: name, value, range, word beside its own role, ruler, caveat.
fn one(here: &Here, comparison: &Comparison, section: &MeasureSection, drawn: (&str, RulerHeight)) -> AnyView {
    let locale = here.locale;
    let row = section.newest.figure();
    let hospital = &row.hospital;
    let name = hospital_name(locale, &hospital.name);
    let place = place_name(locale, hospital);
    let measure = locale.pick(&section.measure.name.ja, &section.measure.name.en);
    let whose = in_parentheses(locale, &name, measure);
    let told = match &row.outcome {
        Outcome::Reported(_) => with_value(locale, section),
        Outcome::Missing { status, .. } => without_value(locale, *status),
    };
    view! {
        <li>
            <p class="ms-compared-name">
                <a href=here.to(&Place::Hospital(hospital.id.clone()))>{name.clone()}</a>
                " " <span class="ms-small ms-quiet">{place}</span>
            </p>
            {told}
            {(!section.measure.is_yes_or_no()).then(|| ruler(locale, comparison, section, &name, drawn))}
            {caveats::line(locale, section.newest.line(&comparison.said_once))}
            {correction::notices(here, &section.measure, row, [])}
            {caveats::all(locale, section.newest.caveats())}
            {reply::folded(locale, &whose, row)}
            <p class="ms-small">{letter_link::report(here, row, &whose)}</p>
        </li>
    }
    .into_any()
}

fn with_value(locale: Locale, section: &MeasureSection) -> AnyView {
    let Some(reported) = section.newest.figure().outcome.reported() else {
        return ().into_any();
    };
    let measure = &section.measure;
    let range = range_words(locale, measure, reported);
    let range = (!range.is_empty()).then(|| locale.pick(format!("（{range}）"), format!("({range})")));
    view! {
        <p class="ms-value">
            <strong>{value_words(locale, measure, reported)}</strong> {locale.pick("", " ")}
            <span class="ms-range">{range}</span>
        </p>
        {judged(locale, section)}
    }
    .into_any()
}

/// Against its own role, which is named; where no word is given there, against the country.
fn judged(locale: Locale, section: &MeasureSection) -> Option<AnyView> {
    let row = section.newest.figure();
    let (word, whom) = figures::first_word(section);
    let judged = (word != Verdict::NotJudged).then_some((word, whom));
    let others = judged_among_others(locale, row).map(|said| view! { <p class="ms-small">{said}</p> }.into_any());
    let said =
        judged.map(|(word, whom)| verdict::verdict(word, verdict_sentence(locale, &section.measure, word, whom)));
    (said.is_some() || others.is_some()).then(|| view! { {said} {others} }.into_any())
}

fn without_value(locale: Locale, status: Status) -> AnyView {
    let reason = status.reason();
    let reason = locale.pick(reason.ja, reason.en);
    view! {
        <p class="ms-value ms-value-missing">
            <strong>{words::no_value(locale)}</strong>
            <span class="ms-range">{words::reason(locale, reason)}</span>
        </p>
    }
    .into_any()
}

fn ruler(
    locale: Locale,
    comparison: &Comparison,
    section: &MeasureSection,
    name: &str,
    (id, height): (&str, RulerHeight),
) -> AnyView {
    let hospital = &section.newest.figure().hospital.id;
    let drawn = |side: &str, width_px: f64| {
        let around = Surroundings {
            notices: &[],
            locale,
            stand: Stand::InPage,
            id: &format!("c-{id}-{hospital}-{side}"),
            width_px,
            release: &comparison.release,
            sources: &comparison.sources,
        };
        let ruler = figures::ruler(&around, section);
        charts::Ruler { height, own_label: name.to_owned(), ..ruler }.figure(locale)
    };
    figure::figure(&drawn("n", charts::Frame::PHONE), &drawn("w", charts::Frame::DESKTOP))
}

/// What can be told apart comes first; of many pairs that cannot, the number.
fn pairs(locale: Locale, comparison: &Comparison, compared: &MeasureCompared, members: &[usize]) -> Option<AnyView> {
    let inside = |pair: &&Pair| members.contains(&pair.a) && members.contains(&pair.b);
    let mine: Vec<&Pair> = compared.pairs.iter().filter(inside).collect();
    let sentence = |pair: &Pair| {
        let right = both_right(locale, pair).map(|said| view! { <br /> <span class="ms-small ms-quiet">{said}</span> });
        view! { <li>{pair_sentence(locale, comparison, compared, pair)} {right}</li> }
    };
    let of = |answer: Option<bool>| -> Vec<&Pair> {
        mine.iter().copied().filter(|pair| pair.answer.can_be_told_apart() == answer).collect()
    };
    let folded = |pairs: Vec<&Pair>, summary: fn(Locale, usize) -> String| match pairs.len() {
        0 => None,
        _ if mine.len() <= SENTENCES => {
            Some(view! { <ul>{pairs.into_iter().map(sentence).collect_view()}</ul> }.into_any())
        }
        n => Some(
            view! {
                <details class="ms-more">
                    <summary>{summary(locale, n)}</summary>
                    <ul>{pairs.into_iter().map(sentence).collect_view()}</ul>
                </details>
            }
            .into_any(),
        ),
    };
    let apart = of(Some(true));
    let apart = (!apart.is_empty()).then(|| view! { <ul>{apart.into_iter().map(sentence).collect_view()}</ul> });
    let both =
        figures::both_hold(locale, comparison, compared, members).map(|said| view! { <p class="ms-small">{said}</p> });
    (!mine.is_empty()).then(|| {
        view! {
            <div class="ms-pairs">
                {apart} {both} {folded(of(Some(false)), words::cannot_tell)} {folded(of(None), words::not_compared)}
            </div>
        }
        .into_any()
    })
}

/// Period, source and release, each once.
fn sources(locale: Locale, comparison: &Comparison, compared: &MeasureCompared, members: &[usize]) -> AnyView {
    let mut said: Vec<String> = Vec::new();
    for row in members.iter().filter_map(|place| compared.sections.get(*place)).map(|s| s.newest.figure()) {
        let line = source_words(locale, row.period, &row.source.id, &comparison.sources, &comparison.release);
        if row.source.id.is_empty() || said.contains(&line) {
            continue;
        }
        said.push(line);
    }
    if said.is_empty() {
        let period = members.first().and_then(|place| compared.sections.get(*place)).map(|s| s.newest.figure().period);
        said.extend(period.map(|period| period_words(locale, period)));
    }
    let lines = said.into_iter().map(|line| view! { <p class="ms-source">{line}</p> });
    lines.collect_view().into_any()
}

/// The measure on request.
pub fn further(here: &Here, comparison: &Comparison) -> Option<AnyView> {
    let locale = here.locale;
    (!comparison.further.is_empty()).then(|| {
        let links = comparison.further.iter().map(|measure| {
            let href = here.again(|view| {
                view.query.clear();
                view.measures = vec![measure.id.clone()];
            });
            let topic = measure.topic.name();
            let name = in_parentheses(
                locale,
                locale.pick(&measure.name.ja, &measure.name.en),
                locale.pick(topic.ja, topic.en),
            );
            view! { <li><a href=href>{name}</a></li> }
        });
        view! {
            <details class="ms-rest">
                <summary>{words::further(locale, comparison.further.len())}</summary>
                <ul>{links.collect_view()}</ul>
            </details>
        }
        .into_any()
    })
}

mod words {
    i18n::text! {
        pub(super) fn no_value { ja: "値がありません", en: "No value" }
        pub(super) fn reason(why: &str) {
            ja: "{why}。悪いという意味ではありません。",
            en: "{why}. This does not mean anything bad.",
        }
        pub(super) fn different_periods {
            ja: "病院によって数字の期間がちがうので、比べません。",
            en: "The figures are for different periods, so they are not compared.",
        }
        pub(super) fn cannot_tell(n: usize) { ja: "区別できない組（{n}）", en: "Pairs that cannot be told apart ({n})" }
        pub(super) fn not_compared(n: usize) { ja: "比べない組とその理由（{n}）", en: "Pairs that are not compared, and why ({n})" }
        pub(super) fn further(n: usize) { ja: "ほかの指標を見る（{n}）", en: "Other measures ({n})" }
    }
}
