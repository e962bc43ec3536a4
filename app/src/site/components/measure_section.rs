//! How is one measure of one hospital told: number, range, word, ruler, caveat, years, source, in that order?

use super::{caveats, correction, figure, letter_link, reply, table, verdict};
use crate::site::drawings;
use crate::site::links::{Here, Place};
use domain::caveats::Caveat;
use domain::peers::PeerGroup;
use domain::view_spec::{Chart, ViewSpec};
use domain::{Disclosed, Status, Verdict};
use i18n::{Locale, in_parentheses};
use leptos::prelude::*;
use reports::figures::{
    self, Stand, Surroundings, national_sentence, range_words, short_name, source_words, stratum_words, value_words,
    verdict_sentence,
};
use reports::model::{MeasureSection, Outcome, ReleaseNote, Reported, SourceNote, ValueRow, line_beside, what_holds};

/// What a section needs from its page.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Where the reader stands.
    pub here: &'a Here,
    /// Release.
    pub release: &'a ReleaseNote,
    /// Sources of the page.
    pub sources: &'a [SourceNote],
    /// What has been said at the top of the page.
    pub said_once: &'a [&'static Caveat],
    /// How much is drawn.
    pub drawing: Drawing,
}

/// How much of a section is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Ruler and years, at two widths.
    Full,
    /// The ruler alone, at one width.
    Brief,
}

/// The section; its id is the measure, so that each value has an address of its own.
pub fn measure_section(around: Around<'_>, section: &MeasureSection) -> AnyView {
    let locale = around.here.locale;
    let row = section.newest.figure();
    let id = section.measure.id.to_string();
    let name = locale.pick(&section.measure.name.ja, &section.measure.name.en).clone();
    let href = around.here.to(&Place::Measure(section.measure.id.clone()));
    let source = source_words(locale, row.period, &row.source.id, around.sources, around.release);
    let take = drawings::Drawing { locale, chart: Chart::Ruler }.builder(&ViewSpec {
        measure: Some(section.measure.id.clone()),
        hospital: Some(row.hospital.id.clone()),
        release: around.here.view.release.clone(),
        ..ViewSpec::default()
    });
    let line = line_beside(&section.newest, around.said_once);
    let dot = locale.pick("・", " · ");
    let drawn = !section.measure.is_yes_or_no();
    view! {
        <article class="ms-measure" id=id.clone() aria-labelledby=format!("{id}-name")>
            <h3 id=format!("{id}-name")><a href=href>{name.clone()}</a></h3>
            {value(locale, section)}
            {doubt(locale, section)}
            {drawn.then(|| ruler(around, section))}
            {high_where(locale, section)}
            {caveats::line(locale, line)}
            {places(around, section, line)}
            {correction::notices(around.here, &section.measure, row, section.history.iter().chain(&section.strata))}
            {years(around, section)}
            <div class="ms-mores">
                {about(locale, section)}
                {strata(around.here, section)}
                {caveats::all(locale, &what_holds(&section.newest))}
                {reply::of_section(locale, section)}
            </div>
            <p class="ms-source">{source}</p>
            <p class="ms-source ms-actions">
                <a href=format!("#{id}") aria-label=words::link_to(locale, &name)>{words::link(locale)}</a>
                {beside_peers(around, section).map(|link| view! { {dot} {link} })}
                {drawn.then(|| view! { {dot} <a href=take aria-label=words::use_of(locale, &name)>{words::use_it(locale)}</a> })}
                {dot} {letter_link::report(around.here, row, &name)} {dot} {letter_link::reply(around.here, row, &name)}
            </p>
        </article>
    }
    .into_any()
}

/// What a printed 0 contradicts.
fn doubt(locale: Locale, section: &MeasureSection) -> Option<AnyView> {
    let said = section.doubt?;
    Some(view! { <p class="ms-caveat">{locale.pick(&said.ja, &said.en).clone()}</p> }.into_any())
}

fn high_where(locale: Locale, section: &MeasureSection) -> Option<AnyView> {
    let said = figures::why_high(section)?;
    Some(view! { <p class="ms-caveat">{locale.pick(&said.ja, &said.en).clone()}</p> }.into_any())
}

/// On to the same measure of the hospitals of the same role.
fn beside_peers(around: Around<'_>, section: &MeasureSection) -> Option<AnyView> {
    let locale = around.here.locale;
    let group = section.newest.figure().hospital.peer_group;
    (group != PeerGroup::Unclassified).then(|| {
        let href =
            around.here.to_with(&Place::Measure(section.measure.id.clone()), |view| view.peer_group = Some(group));
        let name = locale.pick(&section.measure.name.ja, &section.measure.name.en);
        view! { <a href=href aria-label=words::peers_of(locale, name)>{words::peers(locale)}</a> }.into_any()
    })
}

fn value(locale: Locale, section: &MeasureSection) -> AnyView {
    let row = section.newest.figure();
    match &row.outcome {
        Outcome::Reported(reported) => with_value(locale, section, reported),
        Outcome::Missing { status, .. } => without_value(locale, *status),
    }
}

fn with_value(locale: Locale, section: &MeasureSection, reported: &Reported) -> AnyView {
    let measure = &section.measure;
    let range = range_words(locale, measure, reported);
    // in a block of its own, which swallows a space at its beginning
    let range = (!range.is_empty()).then(|| locale.pick(format!("（{range}）"), format!("({range})")));
    let country = measure.held_against_the_country() && !figures::is_bare_count(measure, &section.national);
    let national = country.then(|| national_sentence(locale, measure, &section.national)).flatten();
    let judged = verdicts(locale, section);
    let publisher = figures::published_verdict(locale, section.newest.figure());
    let publisher = publisher.map(|said| view! { <p class="ms-small">{said}</p> });
    view! {
        <p class="ms-value">
            <strong>{value_words(locale, measure, reported)}</strong> {locale.pick("", " ")}
            <span class="ms-range">{range}</span>
        </p>
        {national.map(|said| view! { <p class="ms-national">{said}</p> })}
        {judged}
        {publisher}
    }
    .into_any()
}

/// The word beside the same role first, as everywhere (`figures::first_word`), then that beside the country.
fn verdicts(locale: Locale, section: &MeasureSection) -> AnyView {
    let newest = section.newest.figure();
    let row = newest.judged();
    let measure = &section.measure;
    let together =
        figures::together_sentence(locale, measure, newest).map(|said| view! { <p class="ms-small">{said}</p> });
    let others = figures::judged_among_others(locale, row);
    let of_one_field = others.is_some();
    let others = others.map(|said| view! { <p class="ms-small">{said}</p> });
    let differ = figures::disagreement(locale, measure, newest).map(|said| view! { <p class="ms-small">{said}</p> });
    let national = verdict_sentence(locale, measure, row.national_word(), &section.national);
    let peer = match row.peer_word() {
        Verdict::NotJudged if role_unknown(row) || of_one_field => None,
        // beside a country that gives no word either, only what is special of the role is told
        Verdict::NotJudged if row.national_word() == Verdict::NotJudged && !row.unfit.peer => None,
        Verdict::NotJudged => {
            let said = verdict_sentence(locale, measure, row.verdict_peer, &section.peer);
            Some(view! { <p class="ms-small ms-quiet">{said}</p> }.into_any())
        }
        judged => Some(verdict::verdict(judged, verdict_sentence(locale, measure, judged, &section.peer))),
    };
    if row.national_word() == Verdict::NotJudged {
        view! { {together} {peer} {others} <p class="ms-small ms-quiet">{national}</p> }.into_any()
    } else {
        view! { {together} {peer} {verdict::verdict(row.national_word(), national)} {others} {differ} }.into_any()
    }
}

fn role_unknown(row: &ValueRow) -> bool {
    row.hospital.peer_group == PeerGroup::Unclassified
}

/// The range of places within the role, or why there is none.
fn places(around: Around<'_>, section: &MeasureSection, line: Option<&'static Caveat>) -> Option<AnyView> {
    let locale = around.here.locale;
    let row = section.newest.figure();
    if let Some(said) = figures::places_sentence(locale, row) {
        return Some(view! { <p class="ms-places">{said}</p> }.into_any());
    }
    figures::no_places_sentence(locale, &section.newest, around.said_once, line)
        .map(|said| view! { <p class="ms-small ms-quiet">{said}</p> }.into_any())
}

fn without_value(locale: Locale, status: Status) -> AnyView {
    let reason = status.reason();
    view! {
        <p class="ms-value ms-value-missing">
            <strong>{words::no_value(locale)}</strong>
            <span class="ms-range">{locale.pick(reason.ja, reason.en)}{words::stop(locale)} " "{words::not_bad(locale)}</span>
        </p>
    }
    .into_any()
}

fn surroundings<'a>(around: Around<'a>, id: &'a str, width_px: f64) -> Surroundings<'a> {
    Surroundings {
        notices: &[],
        locale: around.here.locale,
        stand: Stand::InPage,
        id,
        width_px,
        release: around.release,
        sources: around.sources,
    }
}

fn ruler(around: Around<'_>, section: &MeasureSection) -> AnyView {
    let locale = around.here.locale;
    let id = &section.measure.id;
    let drawn = |name: String, width: f64| figures::ruler(&surroundings(around, &name, width), section).figure(locale);
    let narrow = drawn(format!("r-{id}-n"), charts::Frame::PHONE);
    match around.drawing {
        Drawing::Full => figure::figure(&narrow, &drawn(format!("r-{id}-w"), charts::Frame::DESKTOP)),
        Drawing::Brief => figure::single(&narrow),
    }
}

/// Years and breaks in words first, then drawn, then as a table.
fn years(around: Around<'_>, section: &MeasureSection) -> Option<AnyView> {
    let locale = around.here.locale;
    let said = figures::trend_words(locale, section)?;
    let id = &section.measure.id;
    let drawn = |name: String, width: f64| figures::trend(&surroundings(around, &name, width), section).figure(locale);
    let narrow = drawn(format!("t-{id}-n"), charts::Frame::PHONE);
    let rows = figures::years_table(locale, section);
    let picture = match around.drawing {
        _ if section.measure.is_yes_or_no() => None,
        Drawing::Full => Some(figure::figure(&narrow, &drawn(format!("t-{id}-w"), charts::Frame::DESKTOP))),
        Drawing::Brief => None,
    };
    let covered = section.history.first().map(|value| value.figure().period.start);
    // A drawing has the breaks in words inside it.
    let breaks = figures::breaks_beside(section)
        .into_iter()
        .filter(|_| around.drawing == Drawing::Brief)
        .filter(|change| covered.is_some_and(|first| change.at > first))
        .map(|change| view! { <li>{figures::break_words(locale, &change)}</li> })
        .collect::<Vec<_>>();
    Some(
        view! {
            <div class="ms-years">
                <p class="ms-small">{said}</p>
                {(!breaks.is_empty()).then(|| view! { <ul class="ms-small ms-breaks">{breaks}</ul> })}
                {picture}
                <details class="ms-more">
                    <summary>{words::years_as_table(locale)}</summary>
                    {table::table(rows)}
                    {report_in_table(around.here, section, section.history.first(), words::by_year(locale))}
                </details>
            </div>
        }
        .into_any(),
    )
}

fn about(locale: Locale, section: &MeasureSection) -> Option<AnyView> {
    let measure = &section.measure;
    let parts = [&measure.plain, &measure.why, &measure.cannot_tell, &measure.owner_warning];
    let heads = [words::plain(locale), words::why(locale), words::cannot_tell(locale), words::owner_warning(locale)];
    let told: Vec<_> = heads
        .into_iter()
        .zip(parts)
        .filter(|(_, text)| !text.is_empty())
        .map(|(head, text)| {
            view! { <p><strong>{head}</strong> <br /> {locale.pick(&text.ja, &text.en).clone()}</p> }
        })
        .collect();
    (!told.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::about(locale, &short_name(locale, measure))}</summary>
                {told}
            </details>
        }
        .into_any()
    })
}

fn strata(here: &Here, section: &MeasureSection) -> Option<AnyView> {
    let locale = here.locale;
    (!section.strata.is_empty()).then(|| {
        let rows = section.strata.iter().map(|value| {
            let row = value.figure();
            vec![stratum_words(locale, &row.stratum), cell(locale, section, row)]
        });
        let rows = charts::Table {
            caption: words::strata(locale).to_owned(),
            header: vec![words::part(locale).to_owned(), words::figure(locale).to_owned()],
            rows: rows.collect(),
        };
        view! {
            <details class="ms-more">
                <summary>{words::strata(locale)}</summary>
                {table::table(rows)}
                {report_in_table(here, section, section.strata.first(), words::strata(locale))}
            </details>
        }
        .into_any()
    })
}

/// The form about one value of a table, from which all others of the measure are one step away.
fn report_in_table(
    here: &Here,
    section: &MeasureSection,
    value: Option<&Disclosed<ValueRow>>,
    which: &str,
) -> Option<AnyView> {
    let name = here.locale.pick(&section.measure.name.ja, &section.measure.name.en);
    let whose = in_parentheses(here.locale, name, which);
    value.map(|value| {
        view! { <p class="ms-small">{letter_link::report_in_table(here, value.figure(), &whose)}</p> }.into_any()
    })
}

fn cell(locale: Locale, section: &MeasureSection, row: &ValueRow) -> String {
    match &row.outcome {
        Outcome::Reported(reported) => value_words(locale, &section.measure, reported),
        Outcome::Missing { status, .. } => {
            let reason = status.reason();
            locale.pick(reason.ja, reason.en).to_owned()
        }
    }
}

mod words {
    i18n::text! {
        pub(super) fn link { ja: "この数字へのリンク", en: "Link to this figure" }
        pub(super) fn link_to(name: &str) { ja: "この数字へのリンク：{name}", en: "Link to this figure: {name}" }
        pub(super) fn peers { ja: "同じ役割の病院の値", en: "Hospitals of the same role" }
        pub(super) fn peers_of(name: &str) { ja: "同じ役割の病院の値：{name}", en: "Hospitals of the same role: {name}" }
        pub(super) fn use_it { ja: "この図を使う", en: "Use this chart" }
        pub(super) fn use_of(name: &str) { ja: "この図を使う：{name}", en: "Use this chart: {name}" }
        pub(super) fn no_value { ja: "値がありません", en: "No value" }
        pub(super) fn not_bad { ja: "悪いという意味ではありません。", en: "This does not mean anything bad." }
        pub(super) fn stop { ja: "。", en: "." }
        pub(super) fn years_as_table { ja: "年ごとの値を表で見る", en: "Year by year, as a table" }
        pub(super) fn by_year { ja: "年ごとの値", en: "by year" }
        pub(super) fn about(name: &str) { ja: "「{name}」とは", en: "What “{name}” means" }
        pub(super) fn plain { ja: "何の数字か", en: "What it counts" }
        pub(super) fn why { ja: "なぜ大切か、病院に何ができるか", en: "Why it matters and what a hospital can do" }
        pub(super) fn cannot_tell { ja: "この数字では分からないこと", en: "What it cannot tell you" }
        pub(super) fn owner_warning { ja: "公表元からの注意", en: "The publisher's warning" }
        pub(super) fn strata { ja: "病気の種類ごとの値", en: "By kind of illness" }
        pub(super) fn part { ja: "病気の種類", en: "Kind of illness" }
        pub(super) fn figure { ja: "値", en: "Value" }
    }
}
