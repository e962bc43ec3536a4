//! How are wishes for neutral facts shown: as the reader's own wish, with counts, and never as quality?

use super::hospital_line::hospital_line;
use super::priority_sheet::kept;
use crate::site::links::{Here, Place};
use content::WishText;
use domain::care::Wish;
use domain::view_spec::Key;
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::{criterion_words, short_name, source_words};
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
    let boxes: Vec<_> = content::wishes()
        .unwrap_or_default()
        .iter()
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
        <details class="ms-more">
            <summary>{words::choose(locale)}</summary>
            <form class="ms-wishes" method="get" action=format!("{}#wishes", Place::Priorities.path(locale))>
                {hidden}
                <fieldset>
                    <legend>{words::legend(locale)}</legend>
                    {boxes}
                </fieldset>
                <button class="ms-button-quiet" type="submit">{words::show(locale)}</button>
            </form>
        </details>
    }
    .into_any()
}

fn rows(here: &Here, report: &Priorities, measures: &[MeasureNote]) -> AnyView {
    let locale = here.locale;
    if report.wishes.rows.is_empty() {
        let said = if report.in_reach == 0 { words::no_place(locale) } else { words::nobody(locale) };
        return view! { <p class="ms-lead">{said}</p> }.into_any();
    }
    let all = report.wishes.rows.len();
    let row = |row: &WishRow| view! { <li>{one(here, row, measures)}</li> };
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
    let by_distance = report.wishes.rows.iter().any(|row| row.distance != Distance::Unknown);
    view! {
        <p class="ms-count">{words::order(locale, &total, by_distance)}</p>
        <ul class="ms-list">{first}</ul>
        {rest}
        {counts(locale, report)}
        <p class="ms-small"><a href=finder>{words::all_of_them(locale, &total, all)}</a></p>
    }
    .into_any()
}

/// Of when the counts are, and from where; that they are counts and no judgement.
fn counts(locale: Locale, report: &Priorities) -> Option<AnyView> {
    let lines: Vec<_> = report
        .wishes
        .counts
        .iter()
        .map(|(measure, period, source)| {
            let said = source_words(locale, *period, source, &report.sources, &report.release);
            view! { <p class="ms-source">{short_name(locale, measure)} {locale.pick("：", ": ")} {said}</p> }
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

fn one(here: &Here, row: &WishRow, measures: &[MeasureNote]) -> AnyView {
    let locale = here.locale;
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
        <ul class="ms-small ms-facts-list">{facts}</ul>
    }
    .into_any()
}

fn fact(locale: Locale, text: &WishText, answer: &WishAnswer, measures: &[MeasureNote]) -> String {
    let name = locale.pick(&text.name.ja, &text.name.en);
    let count = |id: &domain::MeasureId, value: &domain::Disclosed<reports::model::CriterionValue>| {
        let measure = measures.iter().find(|m| m.id == *id);
        measure.map(|m| criterion_words(locale, m, value.figure())).unwrap_or_default()
    };
    match answer {
        WishAnswer::Holds => words::holds(locale, name),
        WishAnswer::Counted(id, value) => words::counted(locale, name, &count(id, value)),
        WishAnswer::Less(id, value) => words::less(locale, name, &count(id, value)),
        WishAnswer::DoesNot if text.wish == Wish::Deliveries => words::none(locale, name),
        WishAnswer::DoesNot => words::does_not(locale, name),
        WishAnswer::NotKnown => words::not_known(locale, name),
    }
}

mod words {
    use i18n::Locale;

    pub(super) fn order(locale: Locale, total: &str, by_distance: bool) -> String {
        if by_distance { by_distance_words(locale, total) } else { by_place_words(locale, total) }
    }

    i18n::text! {
        pub(super) fn title { ja: "あなたの希望に合う病院", en: "Hospitals that meet your wishes" }
        pub(super) fn lead {
            ja: "これはあなたの希望で、病院の良し悪しではありません。公表されている事実と数だけをならべます。",
            en: "These are your wishes, not a judgement of quality. Only published facts and counts are listed.",
        }
        pub(super) fn choose { ja: "希望を選ぶ・変える", en: "Choose or change your wishes" }
        pub(super) fn legend { ja: "どんな病院を望みますか", en: "What are you looking for?" }
        pub(super) fn show { ja: "この希望で見る", en: "Show hospitals" }
        pub(super) fn no_place {
            ja: "場所を選ぶと、近くの病院を事実といっしょにならべます。",
            en: "Choose a place, and the hospitals around it are listed with these facts.",
        }
        pub(super) fn nobody { ja: "この範囲には見つかりませんでした。", en: "None were found in this area." }
        fn by_distance_words(total: &str) {
            ja: "{total}か所。希望に合う数が多い順、同じなら近い順です。良し悪しの順ではありません。",
            en: "{total} places. Those that meet more of your wishes come first, then the nearest. This is not an order of quality.",
        }
        fn by_place_words(total: &str) {
            ja: "{total}か所。希望に合う数が多い順、同じなら場所の順です。良し悪しの順ではありません。",
            en: "{total} places. Those that meet more of your wishes come first, then in order of place. This is not an order of quality.",
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
            ja: "○ {name}：{count}（この範囲の真ん中より少ない）",
            en: "○ {name}: {count} (below the median of this area)",
        }
        pub(super) fn none(name: &str) { ja: "○ {name}：していません", en: "○ {name}: no" }
        pub(super) fn does_not(name: &str) { ja: "○ {name}：いいえ", en: "○ {name}: no" }
        pub(super) fn not_known(name: &str) {
            ja: "－ {name}：公表されていません（電話で聞いてください）",
            en: "– {name}: not published (please phone and ask)",
        }
    }
}
