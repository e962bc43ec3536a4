//! How does a reader say how much each criterion matters? A form of its own; sliders take the place of choices where scripts run.

use crate::islands::priority_board::{Board, BoardCriterion, BoardQuestion, share_words};
use domain::priorities::Weighting;
use domain::view_spec::TradeOff;
use i18n::Locale;
use leptos::prelude::*;

/// Steps of a slider.
const LARGEST: u8 = 10;

/// The form of a board.
pub fn form(locale: Locale, board: &Board) -> AnyView {
    let hidden: Vec<_> = board
        .keep
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone() /> })
        .collect();
    let all: f64 = board.criteria.iter().map(middle).sum();
    let criteria: Vec<_> =
        board.criteria.iter().enumerate().map(|(i, c)| criterion(locale, i, c, share(middle(c), all))).collect();
    let questions: Vec<_> = board.questions.iter().enumerate().map(|(i, q)| question(locale, i, q)).collect();
    let questions = (!questions.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::questions(locale)}</summary>
                <p class="ms-small">{words::questions_lead(locale)}</p>
                {questions}
            </details>
        }
    });
    view! {
        <form class="ms-board" method="get" action=format!("{}#result", board.path)>
            {hidden}
            <fieldset>
                <legend>{words::weights(locale)}</legend>
                <p class="ms-small ms-when-awake">{words::weights_lead(locale)}</p>
                <p class="ms-small ms-when-plain">{words::weights_lead_plain(locale)}</p>
                {criteria}
            </fieldset>
            {questions}
            {more(locale, board)}
            <button class="ms-button-quiet" type="submit">{words::show(locale)}</button>
        </form>
    }
    .into_any()
}

fn middle(criterion: &BoardCriterion) -> f64 {
    match (criterion.own, criterion.published) {
        (Some(own), _) => own,
        (None, Some((low, high))) => Weighting::Between(low, high).middle(),
        (None, None) => 0.0,
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn share(middle: f64, all: f64) -> u32 {
    if all > 0.0 { (100.0 * middle / all).round() as u32 } else { 0 }
}

/// One criterion: a choice of five words in a plain page, a slider where scripts run.
fn criterion(locale: Locale, i: usize, criterion: &BoardCriterion, share: u32) -> AnyView {
    let slider = format!("slider-{i}");
    let select = format!("w-{}", criterion.id);
    let said = share_words(locale, share);
    let because = (!criterion.because.is_empty())
        .then(|| view! { <p class="ms-caveat">{words::orders_nobody(locale, &criterion.because)}</p> });
    let why = (!criterion.why.is_empty()).then(|| view! { <p class="ms-small ms-quiet">{criterion.why.clone()}</p> });
    view! {
        <div class="ms-weight">
            <label class="ms-when-awake" for=slider.clone()>{criterion.name.clone()}</label>
            <label class="ms-when-plain" for=select.clone()>{criterion.name.clone()}</label>
            <div class="ms-weight-control">
                <input class="ms-when-awake" type="range" id=slider min="0" max=LARGEST step="1"
                    value=middle(criterion).round().to_string() data-slider=i aria-valuetext=said.clone() />
                <select class="ms-when-plain" id=select.clone() name=select.clone()>
                    {steps(locale, i, criterion)}
                </select>
                <span class="ms-small" id=format!("share-{i}") aria-hidden="true">{said}</span>
            </div>
            {why}
            {because}
        </div>
    }
    .into_any()
}

/// Five steps in words. The first keeps what the preset says; the last is for a weight that is none of them.
fn steps(locale: Locale, i: usize, criterion: &BoardCriterion) -> Vec<AnyView> {
    let published = criterion.published.map(|_| ("", words::as_published(locale)));
    let fixed = [
        ("0", words::nothing(locale)),
        ("1", words::little(locale)),
        ("4", words::some(locale)),
        ("8", words::much(locale)),
    ];
    let exact = criterion.own.filter(|w| !fixed.iter().any(|(value, _)| value.parse() == Ok(*w)));
    let own = exact.map(|w| w.to_string()).unwrap_or_default();
    let word = exact.map_or_else(String::new, |w| words::exactly(locale, &w.to_string()));
    let mut options: Vec<AnyView> = published
        .into_iter()
        .chain(fixed)
        .map(|(value, word)| {
            let selected = criterion.own.map_or(value.is_empty(), |w| value.parse() == Ok(w));
            view! { <option value=value selected=selected>{word}</option> }.into_any()
        })
        .collect();
    options.push(
        view! {
            <option id=format!("own-{i}") value=own selected=exact.is_some() hidden=exact.is_none()>{word}</option>
        }
        .into_any(),
    );
    options
}

fn question(locale: Locale, i: usize, question: &BoardQuestion) -> AnyView {
    let answers = [
        (Some(TradeOff::First), question.first_words.clone()),
        (Some(TradeOff::Second), question.second_words.clone()),
        (Some(TradeOff::Either), words::either(locale).to_owned()),
        (None, words::skip(locale).to_owned()),
    ];
    let chosen = TradeOff::parse(&question.answer).ok();
    let name = format!("answer-{}", question.id);
    let radios: Vec<_> = answers
        .into_iter()
        .map(|(answer, word)| {
            let code = answer.map_or("", TradeOff::as_str);
            let id = format!("{name}-{code}");
            view! {
                <div class="ms-radio">
                    <input type="radio" name=name.clone() id=id.clone() value=code checked=chosen == answer data-question=i />
                    <label for=id>{word}</label>
                </div>
            }
        })
        .collect();
    view! {
        <fieldset class="ms-question">
            <legend>{question.ask.clone()}</legend>
            {radios}
        </fieldset>
    }
    .into_any()
}

/// A measure that is not among the criteria yet; the page is loaded again with it.
fn more(locale: Locale, board: &Board) -> Option<AnyView> {
    (!board.more.is_empty()).then(|| {
        let options: Vec<_> = board
            .more
            .iter()
            .map(|(id, name)| view! { <option value=format!("{id}:4")>{name.clone()}</option> })
            .collect();
        view! {
            <div class="ms-field">
                <label for="w-more">{words::add(locale)}</label>
                <select id="w-more" name="w">
                    <option value="">{words::nothing_more(locale)}</option>
                    {options}
                </select>
            </div>
        }
        .into_any()
    })
}

mod words {
    i18n::text! {
        pub(super) fn weights { ja: "どれを、どのくらい大切にしますか", en: "How much does each matter to you?" }
        pub(super) fn weights_lead {
            ja: "動かすと、下の結果がすぐに変わります。送信はされません。おおよそでかまいません。上下4分の1ほどの幅をもたせて計算します。",
            en: "Move a slider and the result below changes at once. Nothing is sent. A rough answer is enough: we allow for a quarter more or less.",
        }
        pub(super) fn weights_lead_plain {
            ja: "選んでから「この条件で見る」を押してください。おおよそでかまいません。上下4分の1ほどの幅をもたせて計算します。",
            en: "Choose, then press “Show the result”. A rough answer is enough: we allow for a quarter more or less.",
        }
        pub(super) fn add { ja: "ほかの指標を加える", en: "Add another measure" }
        pub(super) fn nothing_more { ja: "加えない", en: "None" }
        pub(super) fn as_published { ja: "この人向けの目安のまま", en: "As suggested for this person" }
        pub(super) fn nothing { ja: "考えに入れない", en: "Does not matter" }
        pub(super) fn little { ja: "すこし", en: "A little" }
        pub(super) fn some { ja: "大切", en: "Matters" }
        pub(super) fn much { ja: "とても大切", en: "Matters a lot" }
        pub(super) fn exactly(weight: &str) { ja: "重み {weight}", en: "Weight {weight}" }
        pub(super) fn orders_nobody(because: &str) {
            ja: "この指標では、どの病院にも順番をつけません：{because}",
            en: "This measure does not put hospitals in order: {because}",
        }
        pub(super) fn questions { ja: "質問に答えて決める（どちらを取るか）", en: "Decide by answering questions: which would you choose?" }
        pub(super) fn questions_lead {
            ja: "答えると、その答えに合う重みだけで計算します。答えなくてもかまいません。1つの質問に1つだけ選んでください。",
            en: "Each answer keeps only the weights that agree with it. You can skip any question. Choose one answer for each.",
        }
        pub(super) fn skip { ja: "答えない", en: "Skip this question" }
        pub(super) fn either { ja: "どちらとも言えない", en: "I cannot say" }
        pub(super) fn show { ja: "この条件で見る", en: "Show the result" }
    }
}
