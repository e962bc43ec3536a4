//! How does an answer about own criteria become the board of sliders and lists?

use super::hospital_line::{far_from_place, name};
use super::priority_form::form;
use crate::islands::priority_board::{
    Board, BoardCriterion, BoardHospital, BoardList, BoardQuestion, PriorityBoard, lists_html,
};
use crate::site::links::{Here, Place};
use domain::priorities::{Ordered, Weighting};
use domain::view_spec::{Key, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::{criterion_words, place_name, role_words_within, short_name};
use reports::model::{Asked, Contender, Criterion, Crossing, Distance, Priorities, RoleList};

/// More values than this are left out of the page: each hospital's own page has them.
const MOST_VALUES: usize = 2_000;

/// The board, where there is any criterion.
pub fn board(here: &Here, report: &Priorities) -> Option<AnyView> {
    let shown = !report.criteria.is_empty() || !report.more.is_empty();
    shown.then(|| {
        let board = board_of(here, report);
        let orders: Vec<Ordered> = report.lists.iter().map(|list| list.ordered.clone()).collect();
        let lists = lists_html(&board, &orders);
        let (packed, form) = (board.packed(), form(here.locale, &board));
        view! {
            <PriorityBoard board=packed>
                {form}
                <div class="ms-first-lists" id="result" inner_html=lists></div>
            </PriorityBoard>
        }
        .into_any()
    })
}

/// Everything the board shows and needs to put its lists in order again.
pub fn board_of(here: &Here, report: &Priorities) -> Board {
    let more = report.more.iter().map(|m| (m.id.to_string(), short_name(here.locale, m)));
    Board {
        locale: here.locale.as_str().to_owned(),
        path: Place::Priorities.path(here.locale),
        keep: kept(here, &[Key::Weights, Key::Answers]),
        top: report.top,
        criteria: report.criteria.iter().map(|c| criterion(here.locale, report, c)).collect(),
        questions: report.asked.iter().map(|q| question(here.locale, q)).collect(),
        more: more.collect(),
        lists: lists(here, report),
    }
}

/// The parts of the address that a form does not send itself.
pub fn kept(here: &Here, sent: &[Key]) -> Vec<(String, String)> {
    let mut view = here.view.clone();
    for key in sent {
        match key {
            Key::Weights => view.weights.clear(),
            Key::Answers => view.answers.clear(),
            Key::Wishes => view.wishes.clear(),
            Key::Preset => view.preset = None,
            Key::Region => view.region = None,
            Key::Place => view.place.clear(),
            Key::Area => view.area = None,
            Key::Near => (view.near, view.radius_km) = (None, None),
            _ => {}
        }
    }
    pairs(&view)
}

fn pairs(view: &ViewSpec) -> Vec<(String, String)> {
    Key::ALL.iter().filter_map(|key| Some((key.parameter().to_owned(), view.printed(*key)?))).collect()
}

fn criterion(locale: Locale, report: &Priorities, criterion: &Criterion) -> BoardCriterion {
    let published = report.preset.and_then(|p| p.criteria.iter().find(|c| c.measure == criterion.measure.id));
    let own = match criterion.weighting {
        Weighting::Around(weight) => Some(weight),
        Weighting::Between(..) => None,
    };
    let because = criterion.orders_nobody_because.first().map(|c| locale.pick(c.short.ja, c.short.en));
    BoardCriterion {
        id: criterion.measure.id.to_string(),
        name: short_name(locale, &criterion.measure),
        why: locale.pick(&criterion.why.ja, &criterion.why.en).clone(),
        published: published.map(|c| (c.low, c.high)),
        own,
        because: because.unwrap_or_default().to_owned(),
    }
}

fn question(locale: Locale, asked: &Asked) -> BoardQuestion {
    let text = |text: &domain::Bilingual<String>| locale.pick(&text.ja, &text.en).clone();
    BoardQuestion {
        id: asked.question.id.clone(),
        ask: text(&asked.question.ask),
        first_words: text(&asked.question.first),
        second_words: text(&asked.question.second),
        first: asked.first,
        second: asked.second,
        ratio: asked.ratio,
        answer: asked.answer.map(|a| a.as_str().to_owned()).unwrap_or_default(),
    }
}

fn lists(here: &Here, report: &Priorities) -> Vec<BoardList> {
    let hospitals: usize = report.lists.iter().map(|l| l.contenders.len()).sum();
    let values = if hospitals * report.criteria.len() <= MOST_VALUES { Values::Told } else { Values::LeftOut };
    report.lists.iter().map(|list| one(here, report, list, values)).collect()
}

/// Whether the values stand on the page itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Values {
    Told,
    LeftOut,
}

/// The role, and the field where the list is of one.
fn list_name(locale: Locale, list: &RoleList) -> String {
    let role = list.role.name();
    let role = locale.pick(role.ja, role.en).to_owned();
    list.contenders.first().map_or(role, |first| role_words_within(locale, &first.card.hospital))
}

fn one(here: &Here, report: &Priorities, list: &RoleList, values: Values) -> BoardList {
    let locale = here.locale;
    let by_distance = list.contenders.iter().any(|c| c.distance != Distance::Unknown);
    let order_words = if by_distance { words::by_distance(locale) } else { words::by_place(locale) };
    let hospitals = list.contenders.iter().zip(&list.candidates).map(|(contender, candidate)| BoardHospital {
        id: contender.card.hospital.id.to_string(),
        href: here.to(&Place::Hospital(contender.card.hospital.id.clone())),
        name: name(locale, &contender.card.hospital.name),
        place: where_it_is(locale, contender),
        key: candidate.key,
        scores: BoardHospital::packed(candidate),
        values: match values {
            Values::Told => told(locale, report, contender),
            Values::LeftOut => Vec::new(),
        },
    });
    BoardList {
        role: list.role.to_string(),
        name: list_name(locale, list),
        order_words: order_words.to_owned(),
        hospitals: hospitals.collect(),
        because: list.no_rank_because.iter().map(|c| locale.pick(c.text.ja, c.text.en).to_owned()).collect(),
    }
}

fn where_it_is(locale: Locale, contender: &Contender) -> String {
    let place = place_name(locale, &contender.card.hospital);
    match far_from_place(locale, &contender.card, contender.distance, Crossing::SameLand) {
        Some(far) => format!("{place}{}{far}", locale.pick("・", " · ")),
        None => place,
    }
}

/// Value, range, and the one line that has to stand beside it.
fn told(locale: Locale, report: &Priorities, contender: &Contender) -> Vec<String> {
    let values = contender.values.iter().zip(&report.criteria);
    values
        .map(|(value, criterion)| match value {
            None => words::nothing_published(locale).to_owned(),
            Some(value) => {
                let said = criterion_words(locale, &criterion.measure, value.figure());
                match value.line(&criterion.orders_nobody_because) {
                    Some(caveat) => {
                        format!("{said}{}{}", locale.pick("。", ". "), locale.pick(caveat.short.ja, caveat.short.en))
                    }
                    None => said,
                }
            }
        })
        .collect()
}

mod words {
    i18n::text! {
        pub(super) fn by_distance { ja: "近い順", en: "nearest first" }
        pub(super) fn by_place { ja: "場所の順（市区町村の順）", en: "in order of place" }
        pub(super) fn nothing_published { ja: "公表された値がありません", en: "nothing is published" }
    }
}
