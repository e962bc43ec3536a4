//! The sliders of own criteria and the lists below them. Without JavaScript it is a plain form that loads the page again.
//!
//! With it, moving a slider puts the lists in order at once, in the browser, with the code that the server uses; nothing is
//! sent, and the address follows so that it can be handed on.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

mod lists;
mod order;
mod wire;

pub use order::groups;
pub use wire::{
    Board, BoardCriterion, BoardGroup, BoardHospital, BoardList, BoardMove, BoardPosition, BoardQuestion, BoardScore,
};

use domain::view_spec::TradeOff;
use i18n::Locale;
use leptos::prelude::*;
use lists::lists;
use order::Choice;

/// Steps of a slider.
const LARGEST: u8 = 10;

/// The form and the lists.
#[island]
pub fn PriorityBoard(
    /// Everything that is known when the page is made.
    board: Board,
) -> impl IntoView {
    let locale = Locale::parse(&board.locale).unwrap_or(Locale::Ja);
    let choice = RwSignal::new(Choice::of(&board));
    let touched = RwSignal::new(false);
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let kept = StoredValue::new(board.clone());
    let now = Memo::new(move |_| match touched.get() {
        false => kept.with_value(|board| board.lists.clone()),
        true => kept.with_value(|board| order::lists_under(board, &choice.get())),
    });
    let change = move |step: &dyn Fn(&mut Choice)| {
        choice.update(|c| step(c));
        touched.set(true);
        kept.with_value(|board| follow(board, &choice.get_untracked()));
    };
    let shares = Memo::new(move |_| choice.with(Choice::shares));
    let sliders: Vec<AnyView> = board
        .criteria
        .iter()
        .enumerate()
        .map(|(i, criterion)| slider(locale, i, criterion, (awake, choice, shares), change))
        .collect();
    let questions: Vec<AnyView> =
        board.questions.iter().enumerate().map(|(i, q)| question(locale, i, q, choice, change)).collect();
    let hidden: Vec<_> = board
        .keep
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone() /> })
        .collect();
    let asks = !questions.is_empty();
    let said = move || {
        touched.get().then(|| now.with(|lists| words::again(locale, lists.iter().map(|l| l.placed).sum::<usize>())))
    };
    let criteria = kept.with_value(|board| board.criteria.clone());
    let scene = StoredValue::new((criteria, board.top));
    view! {
        <form class="ms-board" method="get" action=format!("{}#result", board.path)>
            {hidden}
            <fieldset>
                <legend>{words::weights(locale)}</legend>
                <p class="ms-small">
                    {move || if awake.get() { words::weights_lead(locale) } else { words::weights_lead_plain(locale) }}
                </p>
                {sliders}
            </fieldset>
            {more(locale, &board)}
            {asks.then(|| view! {
                <details class="ms-more">
                    <summary>{words::questions(locale)}</summary>
                    <p class="ms-small">{words::questions_lead(locale)}</p>
                    {questions}
                </details>
            })}
            <button class="ms-button-quiet" type="submit">{words::show(locale)}</button>
        </form>
        <p class="ms-hidden" role="status">{said}</p>
        <div id="result">
            {move || scene.with_value(|(criteria, top)| now.with(|all| lists(locale, all, criteria, *top)))}
        </div>
    }
    .into_any()
}

type Hands = (RwSignal<bool>, RwSignal<Choice>, Memo<Vec<u32>>);

/// One criterion: a choice of five words in a plain page, a slider where scripts run.
fn slider(
    locale: Locale,
    i: usize,
    criterion: &BoardCriterion,
    (awake, choice, shares): Hands,
    change: impl Fn(&dyn Fn(&mut Choice)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let id = format!("w-{}", criterion.id);
    let label = id.clone();
    let measure = criterion.id.clone();
    let value = move || choice.with(|c| c.slider(i));
    let turn = move |event| {
        if let Ok(weight) = event_target_value(&event).parse::<f64>() {
            change(&|c| c.set(i, weight));
        }
    };
    let control = move || {
        let (id, measure) = (id.clone(), measure.clone());
        if awake.get() {
            let own = move || choice.with(|c| c.named(i)).map(|w| w.to_string()).unwrap_or_default();
            view! {
                <input type="range" id=id min="0" max=LARGEST step="1" prop:value=value on:input=turn
                    aria-valuetext=move || words::share(locale, shares.with(|s| s[i])) />
                <input type="hidden" name=format!("w-{measure}") prop:value=own />
            }
            .into_any()
        } else {
            view! { <select id=id name=format!("w-{measure}")>{steps(locale, choice.with_untracked(|c| c.named(i)))}</select> }
                .into_any()
        }
    };
    let because = (!criterion.because.is_empty())
        .then(|| view! { <p class="ms-caveat">{words::orders_nobody(locale, &criterion.because)}</p> });
    let why = (!criterion.why.is_empty()).then(|| view! { <p class="ms-small ms-quiet">{criterion.why.clone()}</p> });
    view! {
        <div class="ms-weight">
            <label for=label>{criterion.name.clone()}</label>
            <div class="ms-weight-control">
                {control}
                <span class="ms-small" aria-hidden="true">{move || words::share(locale, shares.with(|s| s[i]))}</span>
            </div>
            {why}
            {because}
        </div>
    }
    .into_any()
}

/// Five steps in words. The first keeps what the preset says, where there is one.
fn steps(locale: Locale, named: Option<f64>) -> Vec<AnyView> {
    let all = [
        ("", words::as_published(locale)),
        ("0", words::nothing(locale)),
        ("1", words::little(locale)),
        ("4", words::some(locale)),
        ("8", words::much(locale)),
    ];
    let exact = named.filter(|w| !all.iter().any(|(value, _)| value.parse() == Ok(*w)));
    let own = exact.map(|w| {
        view! { <option value=w.to_string() selected=true>{words::exactly(locale, &w.to_string())}</option> }.into_any()
    });
    let options = all.into_iter().map(|(value, word)| {
        let selected = match named {
            None => value.is_empty(),
            Some(weight) => value.parse() == Ok(weight),
        };
        view! { <option value=value selected=selected>{word}</option> }.into_any()
    });
    own.into_iter().chain(options).collect()
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

fn question(
    locale: Locale,
    i: usize,
    question: &BoardQuestion,
    choice: RwSignal<Choice>,
    change: impl Fn(&dyn Fn(&mut Choice)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let answers = [
        (Some(TradeOff::First), question.first_words.clone()),
        (Some(TradeOff::Second), question.second_words.clone()),
        (Some(TradeOff::Either), words::either(locale).to_owned()),
        (None, words::skip(locale).to_owned()),
    ];
    let id = question.id.clone();
    let chosen = choice.with_untracked(|c| c.answer(i));
    let radios: Vec<_> = answers
        .into_iter()
        .map(|(answer, word)| {
            let code = answer.map_or("", TradeOff::as_str);
            let name = format!("answer-{id}");
            let own = format!("{name}-{code}");
            view! {
                <div class="ms-radio">
                    <input type="radio" name=name id=own.clone() value=code
                        checked=chosen == answer
                        prop:checked=move || choice.with(|c| c.answer(i)) == answer
                        on:change=move |_| change(&|c| c.say(i, answer)) />
                    <label for=own>{word}</label>
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

/// The address follows the choice, so that it can be handed on.
fn follow(board: &Board, choice: &Choice) {
    let query = order::query(board, choice);
    let address = format!("{}?{query}", board.path);
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

mod words {
    i18n::text! {
        pub(super) fn weights { ja: "どれを、どのくらい大切にしますか", en: "How much does each matter to you?" }
        pub(super) fn weights_lead {
            ja: "動かすと、下の結果がすぐに変わります。送信はされません。おおよそでかまいません。上下4分の1ほどの幅をもたせて計算します。",
            en: "Move a slider and the result below changes at once. Nothing is sent. Roughly is enough: a quarter more or less is allowed for.",
        }
        pub(super) fn weights_lead_plain {
            ja: "選んでから「この条件で見る」を押してください。おおよそでかまいません。上下4分の1ほどの幅をもたせて計算します。",
            en: "Choose, then press “Show the result”. Roughly is enough: a quarter more or less is allowed for.",
        }
        pub(super) fn add { ja: "ほかの指標を加える", en: "Add another measure" }
        pub(super) fn nothing_more { ja: "加えない", en: "None" }
        pub(super) fn share(percent: u32) { ja: "全体の{percent}％", en: "{percent}% of the whole" }
        pub(super) fn as_published { ja: "この人向けの目安のまま", en: "As suggested for this person" }
        pub(super) fn nothing { ja: "考えに入れない", en: "Does not matter" }
        pub(super) fn little { ja: "すこし", en: "A little" }
        pub(super) fn some { ja: "大切", en: "Matters" }
        pub(super) fn much { ja: "とても大切", en: "Matters a lot" }
        pub(super) fn exactly(weight: &str) { ja: "重み {weight}", en: "Weight {weight}" }
        pub(super) fn orders_nobody(because: &str) {
            ja: "この指標では、どの病院にも順番をつけません：{because}",
            en: "This measure puts no hospital in order: {because}",
        }
        pub(super) fn questions { ja: "どちらを取るか、で決める（質問）", en: "Decide by questions: which would you take?" }
        pub(super) fn questions_lead {
            ja: "答えると、その答えに合う重みだけで計算します。答えなくてもかまいません。1つの質問に1つだけ選んでください。",
            en: "Each answer keeps only the weights that agree with it. You may skip any. Choose one answer for each.",
        }
        pub(super) fn skip { ja: "答えない", en: "Skip this question" }
        pub(super) fn either { ja: "どちらとも言えない", en: "I cannot say" }
        pub(super) fn show { ja: "この条件で見る", en: "Show the result" }
        pub(super) fn again(placed: usize) {
            ja: "{placed}院をならべなおしました",
            en: "{placed} hospitals put in order again",
        }
    }
}
