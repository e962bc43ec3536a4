//! How are the lists shown: a range of places per hospital on one scale, with the reason one tap away?

use super::{BoardCriterion, BoardGroup, BoardHospital, BoardList, BoardPosition};
use i18n::Locale;
use leptos::prelude::*;

/// Hospitals of a list that stand open (R1).
const FIRST: usize = 5;
/// Width of the scale, in its own units.
const SCALE: f64 = 240.0;

/// What every row needs to know.
#[derive(Clone, Copy)]
struct Around<'a> {
    locale: Locale,
    list: &'a BoardList,
    criteria: &'a [BoardCriterion],
    top: u16,
}

/// All lists, one per role; those without an order come after those with one.
pub(super) fn lists(locale: Locale, all: &[BoardList], criteria: &[BoardCriterion], top: u16) -> AnyView {
    let around = |list| Around { locale, list, criteria, top };
    let (placed, none): (Vec<&BoardList>, Vec<&BoardList>) = all.iter().partition(|list| list.placed > 0);
    let placed: Vec<_> = placed.into_iter().map(|list| with_order(around(list))).collect();
    let none: Vec<_> = none.into_iter().map(|list| without_order(around(list))).collect();
    let rest = (!none.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::no_order(locale, none.len())}</summary>
                {none}
            </details>
        }
    });
    view! {
        {placed}
        {rest}
    }
    .into_any()
}

fn with_order(around: Around<'_>) -> AnyView {
    let Around { locale, list, .. } = around;
    let groups: Vec<_> = list.groups.iter().enumerate().map(|(i, group)| one_group(around, i, group)).collect();
    let apart = (!list.apart.is_empty()).then(|| apart(around));
    view! {
        <section class="ms-section">
            <h3>{words::role(locale, &list.name, list.placed)}</h3>
            <p class="ms-small">{scale_words(around)}</p>
            {groups}
            {apart}
        </section>
    }
    .into_any()
}

fn scale_words(around: Around<'_>) -> String {
    let Around { locale, list, top, .. } = around;
    match list.groups.as_slice() {
        [_] => words::one_group(locale, list.placed, &list.order_words, usize::from(top).min(list.placed)),
        groups => words::groups(locale, groups.len(), &list.order_words, usize::from(top).min(list.placed)),
    }
}

fn one_group(around: Around<'_>, i: usize, group: &BoardGroup) -> AnyView {
    let Around { locale, list, .. } = around;
    let several = list.groups.len() > 1;
    let head = several.then(|| view! { <h4 class="ms-h3">{words::group(locale, i + 1, group.members.len())}</h4> });
    let row = |p: &BoardPosition| row(around, p);
    let first: Vec<_> = group.members.iter().take(FIRST).map(row).collect();
    let rest: Vec<_> = group.members.iter().skip(FIRST).map(row).collect();
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::more(locale, rest.len())}</summary>
                <ul class="ms-list ms-choices">{rest}</ul>
            </details>
        }
    });
    view! {
        {head}
        <ul class="ms-list ms-choices">{first}</ul>
        {rest}
    }
    .into_any()
}

fn row(around: Around<'_>, p: &BoardPosition) -> AnyView {
    let Around { locale, list, top, .. } = around;
    let Some(hospital) = list.hospitals.get(p.hospital) else {
        return ().into_any();
    };
    let places = words::places(locale, p.low, p.high, list.placed);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let share = words::share(locale, (100.0 * p.top_share).round() as u32, usize::from(top).min(list.placed));
    view! {
        <li>
            {name(hospital)}
            <p><strong>{places}</strong> <br /> <span class="ms-small">{share}</span></p>
            {bar(p, list.placed)}
            {why(around, hospital, p)}
        </li>
    }
    .into_any()
}

fn name(hospital: &BoardHospital) -> AnyView {
    view! {
        <p class="ms-line-name"><a href=hospital.href.clone()>{hospital.name.clone()}</a></p>
        <p class="ms-line-place">{hospital.place.clone()}</p>
    }
    .into_any()
}

/// The range on the scale from the first to the last place; the words beside it say the same.
fn bar(p: &BoardPosition, placed: usize) -> AnyView {
    #[allow(clippy::cast_precision_loss)]
    let at = |place: usize| SCALE * (place as f64 - 0.5) / placed.max(1) as f64;
    #[allow(clippy::cast_precision_loss)]
    let half = SCALE / (2.0 * placed.max(1) as f64);
    let ticks: Vec<_> = (0..=placed.min(60))
        .map(|tick| {
            #[allow(clippy::cast_precision_loss)]
            let x = SCALE * tick as f64 / placed.clamp(1, 60) as f64;
            view! { <line class="ms-place-tick" x1=x x2=x y1="14" y2=if tick % 5 == 0 { "20" } else { "17" } /> }
        })
        .collect();
    let (left, right) = (at(p.low) - half, at(p.high) + half);
    view! {
        <svg class="ms-place" viewBox="-1 0 242 21" width="242" height="21" aria-hidden="true" focusable="false">
            <line class="ms-place-tick" x1="0" x2=SCALE y1="14" y2="14" />
            {ticks}
            <rect class="ms-place-bar" x=left y="4" width=right - left height="7" />
        </svg>
    }
    .into_any()
}

fn why(around: Around<'_>, hospital: &BoardHospital, p: &BoardPosition) -> AnyView {
    let Around { locale, list, criteria, .. } = around;
    let like: usize = list
        .groups
        .iter()
        .flat_map(|g| &g.members)
        .filter(|other| other.hospital != p.hospital && other.low <= p.high && p.low <= other.high)
        .count();
    let values: Vec<_> = criteria
        .iter()
        .enumerate()
        .map(|(i, criterion)| view! { <li>{value(locale, hospital, i, criterion)}</li> })
        .collect();
    let moved = p.moved.and_then(|m| Some((m, criteria.get(m.criterion)?))).map(|(m, criterion)| {
        let places = m.places.unsigned_abs();
        let said = match (m.doubled, m.places > 0) {
            (true, true) => words::doubled_back(locale, &criterion.name, places),
            (true, false) => words::doubled_forward(locale, &criterion.name, places),
            (false, true) => words::dropped_back(locale, &criterion.name, places),
            (false, false) => words::dropped_forward(locale, &criterion.name, places),
        };
        view! { <p>{said}</p> }
    });
    let uncovered = (p.uncovered > 0.0).then(|| view! { <p>{words::uncovered(locale, percent(p.uncovered))}</p> });
    let sensitive = p.moved_by_weights.then(|| view! { <p>{words::sensitive(locale)}</p> });
    view! {
        <details class="ms-more">
            <summary>{words::why(locale)}</summary>
            <p>{words::like(locale, list.placed, like)}</p>
            <ul>{values}</ul>
            {moved}
            {uncovered}
            {sensitive}
        </details>
    }
    .into_any()
}

/// The value in words, and to which side it moves the hospital.
fn value(locale: Locale, hospital: &BoardHospital, i: usize, criterion: &BoardCriterion) -> String {
    let said = hospital.values.get(i).map(String::as_str).unwrap_or_default();
    match hospital.scores.get(i).copied().flatten() {
        _ if !criterion.because.is_empty() => words::not_used(locale, &criterion.name, said),
        None => words::no_value(locale, &criterion.name, said),
        Some(score) if score.0.unsigned_abs() < score.1.saturating_mul(2) => {
            words::hardly(locale, &criterion.name, said)
        }
        Some(score) if score.0 > 0 => words::forward(locale, &criterion.name, said),
        Some(_) => words::back(locale, &criterion.name, said),
    }
}

fn percent(share: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (100.0 * share).round() as u32;
    percent
}

fn apart(around: Around<'_>) -> AnyView {
    let Around { locale, list, .. } = around;
    let rows: Vec<_> = list
        .apart
        .iter()
        .filter_map(|(i, uncovered)| Some((list.hospitals.get(*i)?, uncovered)))
        .map(|(hospital, uncovered)| {
            view! { <li>{name(hospital)} <p class="ms-small">{words::uncovered(locale, percent(*uncovered))}</p></li> }
        })
        .collect();
    view! {
        <details class="ms-more">
            <summary>{words::apart(locale, rows.len())}</summary>
            <p class="ms-small">{words::apart_lead(locale)}</p>
            <ul class="ms-list">{rows}</ul>
        </details>
    }
    .into_any()
}

fn without_order(around: Around<'_>) -> AnyView {
    let Around { locale, list, .. } = around;
    let because: Vec<_> = list.because.iter().map(|text| view! { <li>{text.clone()}</li> }).collect();
    let first: Vec<_> = list.hospitals.iter().take(FIRST).map(|h| view! { <li>{name(h)}</li> }).collect();
    let rest: Vec<_> = list.hospitals.iter().skip(FIRST).map(|h| view! { <li>{name(h)}</li> }).collect();
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::more(locale, rest.len())}</summary>
                <ul class="ms-list">{rest}</ul>
            </details>
        }
    });
    view! {
        <section class="ms-section">
            <h3>{words::role_alone(locale, &list.name, list.hospitals.len())}</h3>
            <ul class="ms-small">{because}</ul>
            <ul class="ms-list">{first}</ul>
            {rest}
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn role(name: &str, placed: usize) { ja: "{name}（{placed}院の中で）", en: "{name} (among {placed})" }
        pub(super) fn role_alone(name: &str, count: usize) { ja: "{name}（{count}院）", en: "{name} ({count})" }
        pub(super) fn one_group(placed: usize, order: &str, top: usize) {
            ja: "この{placed}院は、範囲がつながって重なるため、はっきり分ける線を引けません。{order}にならべています。帯は考えられる位置（左ほど条件に合う側）です。「上から{top}院」は、条件と偶然を変えて計算した100回のうちの回数です。",
            en: "No clear line can be drawn between these {placed}: their ranges overlap one after the other. They stand {order}. The bar is where each may stand (further left fits your criteria more). “Among the first {top}” counts 100 rounds in which weights and chance vary.",
        }
        pub(super) fn groups(count: usize, order: &str, top: usize) {
            ja: "{count}つのまとまりに分かれます。まとまりの中では線を引けないため、{order}にならべています。帯は考えられる位置（左ほど条件に合う側）です。「上から{top}院」は、条件と偶然を変えて計算した100回のうちの回数です。",
            en: "They fall into {count} groups. Within a group no line can be drawn, so they stand {order}. The bar is where each may stand (further left fits your criteria more). “Among the first {top}” counts 100 rounds in which weights and chance vary.",
        }
        pub(super) fn group(number: usize, members: usize) { ja: "まとまり{number}（{members}院）", en: "Group {number} ({members})" }
        pub(super) fn places(low: usize, high: usize, of: usize) {
            ja: "{of}院の中で {low}〜{high}番目のあいだ",
            en: "Somewhere from {low} to {high} among {of}",
        }
        pub(super) fn share(rounds: u32, top: usize) {
            ja: "100回のうち{rounds}回、上から{top}院に入りました",
            en: "Among the first {top} in {rounds} of 100 rounds",
        }
        pub(super) fn more(count: usize) { ja: "ほかの{count}院も見る", en: "{count} more" }
        pub(super) fn why { ja: "なぜこの結果か", en: "Why this result" }
        pub(super) fn like(of: usize, like: usize) {
            ja: "{of}院のうち、この病院と区別できない病院は{like}院です。",
            en: "Of {of}, {like} cannot be told apart from this hospital.",
        }
        pub(super) fn forward(name: &str, value: &str) { ja: "{name}：{value} → 前に動かす", en: "{name}: {value} → moves it forward" }
        pub(super) fn back(name: &str, value: &str) { ja: "{name}：{value} → 後ろに動かす", en: "{name}: {value} → moves it back" }
        pub(super) fn hardly(name: &str, value: &str) {
            ja: "{name}：{value} → 全国の平均とのちがいは、偶然の範囲です",
            en: "{name}: {value} → no further from the national average than chance allows",
        }
        pub(super) fn no_value(name: &str, value: &str) {
            ja: "{name}：{value}（値がないため使っていません。悪いという意味ではありません）",
            en: "{name}: {value} (not used, because there is no value; this does not mean anything bad)",
        }
        pub(super) fn not_used(name: &str, value: &str) {
            ja: "{name}：{value}（順番には使っていません）",
            en: "{name}: {value} (not used for the order)",
        }
        pub(super) fn dropped_back(name: &str, places: u64) {
            ja: "いちばん効いているのは「{name}」です。考えに入れないと、真ん中の位置が{places}つ後ろになります。",
            en: "“{name}” counts most here: without it the middle of the range would be {places} further back.",
        }
        pub(super) fn dropped_forward(name: &str, places: u64) {
            ja: "いちばん効いているのは「{name}」です。考えに入れないと、真ん中の位置が{places}つ前になります。",
            en: "“{name}” counts most here: without it the middle of the range would be {places} further forward.",
        }
        pub(super) fn doubled_back(name: &str, places: u64) {
            ja: "いちばん効いているのは「{name}」です。2倍大切にすると、真ん中の位置が{places}つ後ろになります。",
            en: "“{name}” counts most here: given twice the weight, the middle of the range would be {places} further back.",
        }
        pub(super) fn doubled_forward(name: &str, places: u64) {
            ja: "いちばん効いているのは「{name}」です。2倍大切にすると、真ん中の位置が{places}つ前になります。",
            en: "“{name}” counts most here: given twice the weight, the middle of the range would be {places} further forward.",
        }
        pub(super) fn uncovered(percent: u32) {
            ja: "大切にしたいことのうち{percent}％には、この病院を比べられるデータがありません。悪いという意味ではありません。",
            en: "For {percent}% of what matters to you there are no data that could place this hospital. This does not mean anything bad.",
        }
        pub(super) fn sensitive {
            ja: "この病院の位置は、偶然よりも、どれを大切にするかで大きく変わります。",
            en: "Where this hospital stands depends on your weights more than on chance.",
        }
        pub(super) fn apart(count: usize) {
            ja: "データが足りず、順番に入れていない病院（{count}）",
            en: "Not in the order, because too little is published ({count})",
        }
        pub(super) fn apart_lead {
            ja: "大切にしたいことの4割より多くに、データがありません。悪いという意味ではありません。",
            en: "More than 40% of what matters to you has no data. This does not mean anything bad.",
        }
        pub(super) fn no_order(count: usize) {
            ja: "順番をつけられない役割の病院（{count}種類）",
            en: "Roles in which no order can be given ({count})",
        }
    }
}
