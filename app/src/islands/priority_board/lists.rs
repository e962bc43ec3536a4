//! How are the lists shown: a range of places per hospital on one scale, with the reason one tap away?
//!
//! Written as text: it is the same on the server and in the browser, nothing in it reacts, and a tree of views would be most
//! of what a phone has to load.

use super::choice::{Choice, collected, query_with};
use super::places::{self, FEWEST};
use super::{Board, BoardCriterion, BoardHospital, BoardList};
use crate::japanese::marked;
use crate::put_in as said;
use domain::priorities::{MoveChange, Ordered, Position};
use i18n::Locale;
use std::fmt::Write as _;

/// Hospitals of a list that stand open (R1).
const FIRST: usize = 5;

/// What every row needs to know.
#[derive(Clone, Copy)]
struct Around<'a> {
    locale: Locale,
    list: &'a BoardList,
    ordered: &'a Ordered,
    board: &'a Board,
    choice: &'a Choice,
    anchors: Anchors,
    criteria: &'a [BoardCriterion],
    top: usize,
}

/// Whether a line can be jumped to: the page's own lines stay in the document below those that take their place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchors {
    Named,
    None,
}

/// All lists as HTML, one per role; those without an order come after those with one.
pub fn lists_html(board: &Board, orders: &[Ordered]) -> String {
    lists_of(board, orders, &Choice::of(board), Anchors::Named)
}

/// The same under other sliders and answers.
pub(super) fn lists_of(board: &Board, orders: &[Ordered], choice: &Choice, anchors: Anchors) -> String {
    let locale = Locale::parse(&board.locale).unwrap_or(Locale::Ja);
    let around = |(list, ordered)| Around {
        locale,
        list,
        ordered,
        board,
        choice,
        anchors,
        criteria: &board.criteria,
        top: usize::from(board.top),
    };
    let all = || board.lists.iter().zip(orders).map(around);
    let mut html: String = all().filter(|a| a.ordered.placed > 0).map(with_values).collect();
    let none: Vec<String> = all().filter(|a| a.ordered.placed == 0).map(without_order).collect();
    if !none.is_empty() {
        html += &more(&words::no_order(locale, none.len()), &none.concat());
    }
    html
}

fn with_values(around: Around<'_>) -> String {
    if around.ordered.placed < FEWEST { few(around) } else { with_order(around) }
}

/// Too few for places: what each of them has, in the order of the list.
fn few(around: Around<'_>) -> String {
    let Around { locale, list, ordered, criteria, .. } = around;
    let mut members: Vec<usize> = ordered.groups.iter().flatten().map(|p| p.candidate).collect();
    members.sort_unstable();
    let row = |hospital: &BoardHospital| {
        let values = criteria.iter().enumerate().map(|(i, criterion)| alone(locale, hospital, i, criterion));
        let values: String = values.map(|said| format!("<li>{}</li>", escaped(&said))).collect();
        format!("<li>{}<ul class=\"ms-small\">{values}</ul></li>", name(around, hospital))
    };
    let rows: Vec<String> = members.iter().filter_map(|i| list.hospitals.get(*i)).map(row).collect();
    let apart = if ordered.apart.is_empty() { String::new() } else { apart(around) };
    let head = escaped(&words::role_alone(locale, &list.name, ordered.placed));
    let lead = paragraph(&words::few(locale, FEWEST, &list.order_words));
    let rows = first_and_more(locale, &rows, "ms-list ms-choices");
    format!("<section class=\"ms-section\"><h3>{head}</h3>{lead}{rows}{apart}</section>")
}

fn with_order(around: Around<'_>) -> String {
    let Around { locale, list, ordered, .. } = around;
    let groups: String = ordered.groups.iter().enumerate().map(|(i, group)| one_group(around, i, group)).collect();
    let apart = if ordered.apart.is_empty() { String::new() } else { apart(around) };
    let head = escaped(&words::role(locale, &list.name, ordered.placed));
    let lead = escaped(&scale_words(around));
    format!("<section class=\"ms-section\"><h3>{head}</h3><p class=\"ms-small\">{lead}</p>{groups}{apart}</section>")
}

fn scale_words(around: Around<'_>) -> String {
    let Around { locale, list, ordered, top, .. } = around;
    let said = match ordered.groups.len() {
        1 => words::one_group(locale, ordered.placed, &list.order_words),
        groups => words::groups(locale, groups, &list.order_words),
    };
    said + &words::rounds(locale, top)
}

fn one_group(around: Around<'_>, i: usize, group: &[Position]) -> String {
    let Around { locale, ordered, .. } = around;
    let head = if ordered.groups.len() > 1 {
        format!("<h4 class=\"ms-h3\">{}</h4>", escaped(&words::group(locale, i + 1, group.len())))
    } else {
        String::new()
    };
    let rows: Vec<String> = group.iter().map(|p| row(around, p)).collect();
    head + &first_and_more(locale, &rows, "ms-list ms-choices")
}

/// The first five, and the others behind one tap.
fn first_and_more(locale: Locale, rows: &[String], class: &str) -> String {
    let list = |rows: &[String]| format!("<ul class=\"{class}\">{}</ul>", rows.concat());
    match rows.split_at_checked(FIRST) {
        Some((first, rest)) if !rest.is_empty() => list(first) + &more(&words::more(locale, rest.len()), &list(rest)),
        _ => list(rows),
    }
}

fn more(summary: &str, body: &str) -> String {
    format!("<details class=\"ms-more\"><summary>{}</summary>{body}</details>", escaped(summary))
}

fn row(around: Around<'_>, p: &Position) -> String {
    let Around { locale, list, ordered, top, .. } = around;
    let Some(hospital) = list.hospitals.get(p.candidate) else {
        return String::new();
    };
    let places = escaped(&places::in_words(locale, p, ordered.placed));
    let share = escaped(&words::share(locale, percent(p.top_share), top.min(ordered.placed)));
    let share = format!("<br><span class=\"ms-small\">{share}</span>");
    let (name, bar, why) = (name(around, hospital), places::bar(p, ordered.placed), why(around, hospital, p));
    format!("<li>{name}<p><strong>{places}</strong>{share}</p>{bar}{why}</li>")
}

/// Name, place, and the way into the tray.
fn name(around: Around<'_>, hospital: &BoardHospital) -> String {
    let (href, name, place) = (escaped(&hospital.href), escaped(&hospital.name), escaped(&hospital.place));
    let put_in = put_in(around, hospital);
    let (name, place) = (marked(around.locale, name), marked(around.locale, place));
    format!("<p class=\"ms-line-name\"><a href=\"{href}\">{name}</a></p><p class=\"ms-line-place\">{place}</p>{put_in}")
}

/// The link that puts a hospital into the tray or takes it out, with the sliders as they are; none where the tray is full.
fn put_in(around: Around<'_>, hospital: &BoardHospital) -> String {
    let Around { locale, board, choice, anchors, .. } = around;
    let id = hospital.id.as_str();
    let mut hospitals = collected(board);
    let is_in = hospitals.contains(&id);
    if is_in {
        hospitals.retain(|other| *other != id);
    } else if hospitals.len() < said::MOST {
        hospitals.push(id);
    } else {
        return String::new();
    }
    let (before, word, label) = match is_in {
        true => (said::is_in(locale), said::take_out(locale), said::take_out_of(locale, &hospital.name)),
        false => ("", said::put_in(locale), said::put_in_it(locale, &hospital.name)),
    };
    let (query, id) = (query_with(board, choice, &hospitals), escaped(id));
    let href = escaped(&format!("{}?{query}#at-{id}", board.path));
    let at = if anchors == Anchors::Named { format!(" id=\"at-{id}\"") } else { String::new() };
    let label = escaped(&label);
    format!(
        "<p class=\"ms-put-in\"{at}>{before} <a href=\"{href}\" rel=\"nofollow\" aria-label=\"{label}\">{word}</a></p>"
    )
}

fn why(around: Around<'_>, hospital: &BoardHospital, p: &Position) -> String {
    let Around { locale, ordered, criteria, .. } = around;
    let others = ordered.groups.iter().flatten().filter(|other| other.candidate != p.candidate);
    let like = others.filter(|other| other.low <= p.high && p.low <= other.high).count();
    let values: String = criteria
        .iter()
        .enumerate()
        .map(|(i, criterion)| format!("<li>{}</li>", escaped(&value(locale, hospital, i, criterion))))
        .collect();
    let mut body = paragraph(&words::like(locale, ordered.placed, like));
    let _ = write!(body, "<ul>{values}</ul>");
    if p.by_chance.0 < p.by_chance.1 {
        body += &paragraph(&words::by_chance(locale, p.by_chance.0, p.by_chance.1));
    }
    body += &moved(around, p);
    if p.uncovered > 0.0 {
        body += &paragraph(&words::uncovered(locale, percent(p.uncovered)));
    }
    if p.moved_by_weights {
        body += &paragraph(words::sensitive(locale));
    }
    more(words::why(locale), &body)
}

fn moved(around: Around<'_>, p: &Position) -> String {
    let Some((m, criterion)) = p.moved_by.and_then(|m| Some((m, around.criteria.get(m.criterion)?))) else {
        return String::new();
    };
    let (locale, places) = (around.locale, m.places.unsigned_abs());
    paragraph(&match (m.change, m.places > 0) {
        (MoveChange::Doubled, true) => words::doubled_back(locale, &criterion.name, places),
        (MoveChange::Doubled, false) => words::doubled_forward(locale, &criterion.name, places),
        (MoveChange::Dropped, true) => words::dropped_back(locale, &criterion.name, places),
        (MoveChange::Dropped, false) => words::dropped_forward(locale, &criterion.name, places),
    })
}

fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", escaped(text))
}

/// The value in words, and to which side it moves the hospital.
fn value(locale: Locale, hospital: &BoardHospital, i: usize, criterion: &BoardCriterion) -> String {
    let said = hospital.values.get(i).map(String::as_str).unwrap_or_default();
    match hospital.score(i) {
        _ if !criterion.because.is_empty() => words::not_used(locale, &criterion.name, said),
        None => words::no_value(locale, &criterion.name, said),
        Some(score) if score.z.unsigned_abs() < score.error.saturating_mul(2) => {
            words::hardly(locale, &criterion.name, said)
        }
        Some(score) if score.z > 0 => words::forward(locale, &criterion.name, said),
        Some(_) => words::back(locale, &criterion.name, said),
    }
}

/// The value in words, where it moves nobody.
fn alone(locale: Locale, hospital: &BoardHospital, i: usize, criterion: &BoardCriterion) -> String {
    let said = hospital.values.get(i).map(String::as_str).unwrap_or_default();
    match hospital.score(i) {
        None if criterion.because.is_empty() => words::no_value(locale, &criterion.name, said),
        _ => words::alone(locale, &criterion.name, said),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn percent(share: f64) -> u32 {
    (100.0 * share).round() as u32
}

fn apart(around: Around<'_>) -> String {
    let Around { locale, list, ordered, .. } = around;
    let rows: Vec<String> = ordered
        .apart
        .iter()
        .filter_map(|(i, uncovered)| Some((list.hospitals.get(*i)?, uncovered)))
        .map(|(hospital, uncovered)| {
            let said = escaped(&words::uncovered(locale, percent(*uncovered)));
            format!("<li>{}<p class=\"ms-small\">{said}</p></li>", name(around, hospital))
        })
        .collect();
    let lead = format!("<p class=\"ms-small\">{}</p>", escaped(words::apart_lead(locale)));
    let list = format!("<ul class=\"ms-list\">{}</ul>", rows.concat());
    more(&words::apart(locale, rows.len()), &(lead + &list))
}

fn without_order(around: Around<'_>) -> String {
    let Around { locale, list, .. } = around;
    let because: String = list.because.iter().map(|text| format!("<li>{}</li>", escaped(text))).collect();
    let rows: Vec<String> = list.hospitals.iter().map(|h| format!("<li>{}</li>", name(around, h))).collect();
    let head = escaped(&words::role_alone(locale, &list.name, list.hospitals.len()));
    let rows = first_and_more(locale, &rows, "ms-list");
    format!("<section class=\"ms-section\"><h3>{head}</h3><ul class=\"ms-small\">{because}</ul>{rows}</section>")
}

/// Text that stands for itself in HTML, also within quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

mod words {
    i18n::text! {
        pub(super) fn role(name: &str, placed: usize) { ja: "{name}（{placed}院の中で）", en: "{name} (among {placed})" }
        pub(super) fn role_alone(name: &str, count: usize) { ja: "{name}（{count}院）", en: "{name} ({count})" }
        pub(super) fn one_group(placed: usize, order: &str) {
            ja: "この{placed}院は、範囲がつながって重なるため、はっきり分ける線を引けません。{order}にならべています。帯は考えられる位置（左ほど条件に合う側）です。",
            en: "No clear line can be drawn between these {placed}: their ranges overlap one after the other. They are listed {order}. The bar shows where each may stand (further left fits your criteria more).",
        }
        pub(super) fn groups(count: usize, order: &str) {
            ja: "{count}つのまとまりに分かれます。まとまりの中では線を引けないため、{order}にならべています。帯は考えられる位置（左ほど条件に合う側）です。",
            en: "They fall into {count} groups. Within a group no line can be drawn, so they are listed {order}. The bar shows where each may stand (further left fits your criteria more).",
        }
        pub(super) fn few(fewest: usize, order: &str) {
            ja: "{fewest}院より少ないので、位置は言いません。それぞれの値だけを書きます。{order}にならべています。",
            en: "Fewer than {fewest}, so nobody is given a place: only what each has is told. They are listed {order}.",
        }
        pub(super) fn alone(name: &str, value: &str) { ja: "{name}：{value}", en: "{name}: {value}" }
        pub(super) fn rounds(top: usize) {
            ja: "「上から{top}院」は、条件と偶然を変えて計算した100回のうちの回数です。",
            en: " “Among the first {top}” counts 100 rounds in which weights and chance vary.",
        }
        pub(super) fn group(number: usize, members: usize) { ja: "まとまり{number}（{members}院）", en: "Group {number} ({members})" }
        pub(super) fn by_chance(low: usize, high: usize) {
            ja: "条件を真ん中に決めて、全部の病院を同時に比べると、偶然だけで{low}〜{high}番目まで動きえます。",
            en: "With the criteria fixed at their middle and all compared at once, chance alone allows places {low} to {high}.",
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
            en: "For {percent}% of what matters to you there is no data that could place this hospital. This does not mean anything bad.",
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

#[cfg(test)]
mod tests {
    use super::*;

    fn board(collected: &str) -> Board {
        let hospital = |id: &str| BoardHospital {
            id: id.to_owned(),
            href: format!("/en/hospitals/{id}"),
            name: id.to_owned(),
            place: String::new(),
            key: 1,
            scores: vec![0, 10_000],
            values: Vec::new(),
        };
        let criterion = BoardCriterion {
            id: "falls".to_owned(),
            name: String::new(),
            why: String::new(),
            published: Some((1.0, 3.0)),
            own: None,
            because: String::new(),
        };
        let list = BoardList {
            role: "regional_acute".to_owned(),
            name: String::new(),
            order_words: String::new(),
            hospitals: vec![hospital("a"), hospital("b")],
            because: Vec::new(),
        };
        let keep = [("region", "JP-15"), ("h", collected)].map(|(name, value)| (name.to_owned(), value.to_owned()));
        Board {
            locale: "en".to_owned(),
            path: "/en/priorities".to_owned(),
            keep: keep.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            top: 3,
            criteria: vec![criterion],
            lists: vec![list],
            ..Board::default()
        }
    }

    #[test]
    fn a_hospital_goes_into_the_tray_with_the_sliders_as_they_are() {
        let board = board("");
        let mut choice = Choice::of(&board);
        choice.set(0, 7.0);
        let html = lists_of(&board, &super::super::choice::orders(&board, &choice), &choice, Anchors::None);
        assert!(html.contains("/en/priorities?region=JP-15&amp;h=a&amp;w=falls%3A7#at-a"), "{html}");
        assert!(!html.contains("id=\"at-a\""), "the page's own lines keep their anchors");
    }

    #[test]
    fn what_is_in_the_tray_can_be_taken_out_and_a_full_one_takes_nothing_more() {
        let one = board("a");
        let html = lists_html(&one, &super::super::choice::orders(&one, &Choice::of(&one)));
        assert!(html.contains("Added to comparison.") && html.contains("?region=JP-15#at-a"), "{html}");
        assert!(html.contains("h=a%2Cb#at-b"), "{html}");
        let full = board("1,2,3,4,5");
        let html = lists_html(&full, &super::super::choice::orders(&full, &Choice::of(&full)));
        assert!(!html.contains("ms-put-in"), "{html}");
    }

    #[test]
    fn two_of_one_role_are_told_without_a_place_and_in_the_order_of_the_list() {
        let mut board = board("");
        board.lists[0].hospitals[1].scores = vec![30_000, 1];
        let html = lists_html(&board, &super::super::choice::orders(&board, &Choice::of(&board)));
        assert!(html.contains("nobody is given a place"), "{html}");
        for told in ["among 2", "rounds", "ms-place", "forward"] {
            assert!(!html.contains(told), "{told}: {html}");
        }
        assert!(html.find(">a</a>") < html.find(">b</a>"), "{html}");
    }

    #[test]
    fn a_name_cannot_carry_markup() {
        assert_eq!(escaped("<b>'A' & \"B\"</b>"), "&lt;b&gt;&#39;A&#39; &amp; &quot;B&quot;&lt;/b&gt;");
    }
}
