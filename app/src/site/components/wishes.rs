//! How are wishes for neutral facts shown: as the reader's own wish, with counts, and never as quality?

use super::hospital_line::hospital_line;
use super::priority_sheet::kept;
use super::tray::put_in;
use crate::site::links::{Here, Place};
use content::{PresetMode, WishText};
use domain::care::Wish;
use domain::view_spec::Key;
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::{self, criterion_words, short_name, source_words};
use reports::model::{Distance, MeasureNote, Priorities, WishAnswer, WishRow};

/// Hospitals that stand open (R1).
const FIRST: usize = 5;

/// The boxes, and the hospitals in reach under them.
pub fn wishes(here: &Here, report: &Priorities, measures: &[MeasureNote]) -> AnyView {
    let locale = here.locale;
    view! {
        <section class="ms-section" aria-labelledby="wishes">
            <h2 id="wishes">{words::title(locale)}</h2>
            <p>{words::lead(locale)}</p>
            {form(here, report)}
            <h3 id="wished">{words::found(locale)}</h3>
            {rows(here, report, measures)}
        </section>
    }
    .into_any()
}

/// Those within reach that provide it, in order of distance or place, for an emergency that has not happened yet.
pub fn around_here(here: &Here, report: &Priorities, measures: &[MeasureNote]) -> AnyView {
    rows(here, report, measures)
}

fn form(here: &Here, report: &Priorities) -> AnyView {
    let locale = here.locale;
    let hidden: Vec<_> = kept(here, &[Key::Wishes])
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect();
    let (offered, lacking): (Vec<&WishText>, Vec<&WishText>) =
        suggested_first(report).into_iter().partition(|text| is_offered(report, text));
    let lacking: Vec<String> = lacking.iter().map(|text| locale.pick(&text.name.ja, &text.name.en).clone()).collect();
    let lacking = (!lacking.is_empty()).then(|| {
        view! { <p class="ms-small">{words::lacking(locale, &i18n::list(locale, &lacking))}</p> }
    });
    let boxes: Vec<_> = offered
        .into_iter()
        .map(|text| {
            let id = format!("wish-{}", text.wish);
            let told = format!("{id}-told");
            view! {
                <div class="ms-check">
                    <input type="checkbox" name="wish" id=id.clone() value=text.wish.as_str()
                        checked=report.wishes.wishes.contains(&text.wish) aria-describedby=told.clone() />
                    <label for=id>{locale.pick(&text.name.ja, &text.name.en).clone()}</label>
                    <p class="ms-small ms-quiet" id=told>{locale.pick(&text.explain.ja, &text.explain.en).clone()}</p>
                </div>
            }
        })
        .collect();
    view! {
        <form class="ms-wishes" method="get" action=format!("{}#wished", Place::Priorities.path(locale))>
            {hidden}
            <fieldset>
                <legend>{words::legend(locale)}</legend>
                <div class="ms-wishes-boxes">{boxes}</div>
                {lacking}
            </fieldset>
            <button class="ms-button-quiet" type="submit">{words::show(locale)}</button>
        </form>
    }
    .into_any()
}

/// What no source of the release answers is not offered; what an address asks for can be taken back.
fn is_offered(report: &Priorities, text: &WishText) -> bool {
    report.wishes.answerable.contains(&text.wish) || report.wishes.wishes.contains(&text.wish)
}

/// What is usual for this person stands first, and what is none of theirs is left out; nothing is ticked that the reader has not
/// ticked.
fn suggested_first(report: &Priorities) -> Vec<&'static WishText> {
    let usual = report.preset.map_or(&[][..], |preset| preset.wishes.as_slice());
    let none_of_theirs = |text: &&WishText| {
        let left_out = report.preset.is_some_and(|preset| preset.leaves_out.contains(&text.wish));
        left_out && !report.wishes.wishes.contains(&text.wish)
    };
    let texts = content::wishes().unwrap_or_default().iter();
    let mut texts: Vec<&WishText> = texts.filter(|text| !none_of_theirs(text)).collect();
    texts.sort_by_key(|text| usual.iter().position(|wish| *wish == text.wish).unwrap_or(usize::MAX));
    texts
}

fn rows(here: &Here, report: &Priorities, measures: &[MeasureNote]) -> AnyView {
    let locale = here.locale;
    if report.wishes.rows.is_empty() && report.wishes.apart.is_empty() {
        let said = if report.in_reach == 0 { words::no_place(locale) } else { words::nobody(locale) };
        return view! { <p class="ms-lead">{said}</p> }.into_any();
    }
    let all = report.wishes.rows.len() + report.wishes.apart.len();
    let row = |row: &WishRow| view! { <li>{one(here, report, row, measures)}</li> };
    let first: Vec<_> = report.wishes.rows.iter().take(FIRST).map(row).collect();
    let rest: Vec<_> = report.wishes.rows.iter().skip(FIRST).map(row).collect();
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::more(locale, rest.len())}</summary>
                <ul class="ms-list">{rest}</ul>
            </details>
        }
    });
    let finder = here.to_same_place(&Place::Hospitals, |_| ());
    let total = i18n::whole(report.wishes.total);
    let shown = || report.wishes.rows.iter().chain(&report.wishes.apart);
    let by_distance = shown().any(|row| row.distance != Distance::Unknown);
    // what is ticked and cannot be used says so
    let near = !by_distance && report.wishes.wishes.contains(&Wish::Near);
    let no_distance = near.then(|| view! { <p>{words::near_needs_a_town(locale)}</p> });
    view! {
        <p class="ms-count">{order(locale, report, &total, by_distance)}</p>
        {no_distance}
        <ul class="ms-list">{first}</ul>
        {rest}
        {apart(here, report, measures)}
        {counts(locale, report)}
        <p class="ms-small"><a href=finder>{words::all_of_them(locale, &total, all)}</a></p>
    }
    .into_any()
}

/// Those of one field that nothing wished for is about, in the same order.
fn apart(here: &Here, report: &Priorities, measures: &[MeasureNote]) -> Option<AnyView> {
    let locale = here.locale;
    let list = &report.wishes;
    (!list.apart.is_empty()).then(|| {
        let rows = list.apart.iter().map(|row| view! { <li>{one(here, report, row, measures)}</li> });
        view! {
            <details class="ms-more">
                <summary>{words::apart(locale, &i18n::whole(list.total_apart))}</summary>
                <p class="ms-small">{words::apart_why(locale)}</p>
                <ul class="ms-list">{rows.collect_view()}</ul>
            </details>
        }
        .into_any()
    })
}

/// By what the list stands, and that nothing is wished for where nothing is.
fn order(locale: Locale, report: &Priorities, total: &str, by_distance: bool) -> String {
    match (report.wishes.wishes.is_empty(), by_distance) {
        (true, true) => words::role_and_distance(locale, total),
        (true, false) => words::role_and_place(locale, total),
        (false, true) => words::by_distance(locale, total),
        (false, false) => words::by_place(locale, total),
    }
}

/// Of when the counts are, and from where; that they are counts and no judgement.
fn counts(locale: Locale, report: &Priorities) -> Option<AnyView> {
    let lines: Vec<_> = report
        .wishes
        .counts
        .iter()
        .map(|count| {
            let said = source_words(locale, count.period, &count.source, &report.sources, &report.release);
            let middle = figures::middle_words(locale, &count.measure, count.middle);
            let middle = middle.map(|middle| format!("{}{}", words::middle(locale, &middle), locale.pick("", " ")));
            let name = short_name(locale, &count.measure);
            view! { <p class="ms-source">{name} {locale.pick("：", ": ")} {middle} {said}</p> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <p class="ms-caveat">{words::plain_counts(locale)}</p>
            {lines}
        }
        .into_any()
    })
}

fn one(here: &Here, report: &Priorities, row: &WishRow, measures: &[MeasureNote]) -> AnyView {
    let locale = here.locale;
    // nobody compares where the ambulance crew decides
    let emergency = report.preset.is_some_and(|preset| preset.mode == PresetMode::Emergency);
    let facts: Vec<_> = row
        .answers
        .iter()
        .filter_map(|(wish, answer)| {
            let text = content::wishes().unwrap_or_default().iter().find(|t| t.wish == *wish)?;
            Some(view! { <li>{fact(locale, text, answer, measures)}</li> })
        })
        .collect();
    view! {
        {hospital_line(here, &row.card, row.distance)}
        {(!facts.is_empty()).then(|| view! { <ul class="ms-small ms-facts-list">{facts}</ul> })}
        {(!emergency).then(|| put_in(here, &row.card.hospital))}
    }
    .into_any()
}

fn fact(locale: Locale, text: &WishText, answer: &WishAnswer, measures: &[MeasureNote]) -> String {
    let name = locale.pick(&text.name.ja, &text.name.en);
    let count = |id: &domain::MeasureId, value: &domain::Disclosed<reports::model::CriterionValue>| {
        let Some(measure) = measures.iter().find(|m| m.id == *id) else {
            return String::new();
        };
        let said = criterion_words(locale, measure, value.figure());
        // a share of beds says of how many
        if text.least_beds.is_some() { format!("{} {said}", short_name(locale, measure)) } else { said }
    };
    match answer {
        WishAnswer::Holds => words::holds(locale, name),
        WishAnswer::Counted(id, value) => words::counted(locale, name, &count(id, value)),
        WishAnswer::Less(id, value) => words::less(locale, name, &count(id, value)),
        WishAnswer::DoesNot if text.wish == Wish::Deliveries => words::none(locale, name),
        WishAnswer::DoesNot if text.wish == Wish::Saturday => words::closed_on_saturdays(locale).to_owned(),
        WishAnswer::DoesNot => words::does_not(locale, name),
        WishAnswer::TooSmall(least) => words::too_small(locale, name, *least),
        WishAnswer::NotKnown if text.wish == Wish::Saturday => words::closing_unknown(locale).to_owned(),
        WishAnswer::NotKnown => words::not_known(locale, name),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "あなたの希望に合う病院", en: "Hospitals that meet your wishes" }
        pub(super) fn lead {
            ja: "これはあなたの希望で、病院の良し悪しではありません。公表されている事実と数だけをならべます。",
            en: "These are your wishes, not a judgement of quality. Only published facts and counts are listed.",
        }
        pub(super) fn legend {
            ja: "どんな病院を望みますか（いくつでも）",
            en: "What are you looking for? (as many as you like)",
        }
        pub(super) fn lacking(names: &str) {
            ja: "この版の資料では分からないので、選べません：{names}",
            en: "You cannot choose these, because no source in this release covers them: {names}",
        }
        pub(super) fn found { ja: "この範囲の病院", en: "Hospitals in this area" }
        pub(super) fn show { ja: "この希望で見る", en: "Show hospitals" }
        pub(super) fn no_place {
            ja: "場所を選ぶと、近くの病院を事実といっしょにならべます。",
            en: "Choose a place, and the hospitals around it are listed with these facts.",
        }
        pub(super) fn nobody { ja: "この範囲には見つかりませんでした。", en: "None were found in this area." }
        pub(super) fn role_and_distance(total: &str) {
            ja: "{total}か所。まだ何も選んでいません。役割と距離の順です。良し悪しの順ではありません。",
            en: "{total} places. You have not chosen anything yet: they are listed by role, then nearest first. This is not an order of quality.",
        }
        pub(super) fn role_and_place(total: &str) {
            ja: "{total}か所。まだ何も選んでいません。役割と場所（市区町村）の順です。良し悪しの順ではありません。",
            en: "{total} places. You have not chosen anything yet: they are listed by role, then by municipality. This is not an order of quality.",
        }
        pub(super) fn by_distance(total: &str) {
            ja: "{total}か所。希望に合う数が多い順、同じなら近い順です。良し悪しの順ではありません。",
            en: "{total} places. Those that meet more of your wishes come first, then the nearest. This is not an order of quality.",
        }
        pub(super) fn by_place(total: &str) {
            ja: "{total}か所。希望に合う数が多い順、同じなら場所の順です。良し悪しの順ではありません。",
            en: "{total} places. Those that meet more of your wishes come first, then in order of place. This is not an order of quality.",
        }
        pub(super) fn near_needs_a_town {
            ja: "近さは、市区町村を選ぶと使えます。",
            en: "Choose a town to use distance.",
        }
        pub(super) fn apart(count: &str) {
            ja: "ひとつの分野の病院（{count}か所）",
            en: "Hospitals of one field ({count})",
        }
        pub(super) fn apart_why {
            ja: "眼やこころの病気のように、ひとつの分野を診る病院です。患者がちがうので、ほかの病院とは分けて、同じ順でならべます。",
            en: "They treat one field, such as eyes or mental illness. Their patients differ, so they stand apart, in the same order.",
        }
        pub(super) fn more(count: usize) { ja: "つづけて{count}か所を見る", en: "{count} more" }
        pub(super) fn all_of_them(total: &str, shown: usize) {
            ja: "ここに出しているのは{shown}か所まで。{total}か所すべてを見る",
            en: "Up to {shown} are shown here. See all {total}",
        }
        pub(super) fn plain_counts {
            ja: "数えただけの値です。多い・少ないは良し悪しではありません",
            en: "These are counts. More or fewer is neither good nor bad",
        }
        pub(super) fn holds(name: &str) { ja: "● {name}", en: "● {name}" }
        pub(super) fn counted(name: &str, count: &str) { ja: "● {name}：{count}", en: "● {name}: {count}" }
        pub(super) fn less(name: &str, count: &str) {
            ja: "○ {name}：{count}（全国の真ん中より少ない）",
            en: "○ {name}: {count} (below the national middle)",
        }
        pub(super) fn middle(value: &str) { ja: "全国の真ん中は{value}。", en: "National middle: {value}." }
        pub(super) fn none(name: &str) { ja: "○ {name}：していません", en: "○ {name}: no" }
        pub(super) fn does_not(name: &str) { ja: "○ {name}：いいえ", en: "○ {name}: no" }
        pub(super) fn closed_on_saturdays {
            ja: "○ 毎週土曜は休み（届け出による）",
            en: "○ Closed every Saturday, by its own report",
        }
        pub(super) fn too_small(name: &str, least: u32) {
            ja: "－ {name}：{least}床より少ないため、この割合は使いません",
            en: "– {name}: not used, because the place has fewer than {least} beds",
        }
        pub(super) fn closing_unknown {
            ja: "－ 休みの日：公表されていません（電話で聞いてください）",
            en: "– Closing days: not published (please phone and ask)",
        }
        pub(super) fn not_known(name: &str) {
            ja: "－ {name}：公表されていません（電話で聞いてください）",
            en: "– {name}: not published (please phone and ask)",
        }
    }
}
