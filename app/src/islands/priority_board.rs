//! The sliders of own criteria and the lists below them. Without JavaScript it is a plain form that loads the page again.
//!
//! With it, moving a slider puts the lists in order at once, in the browser, with the code that the server uses; nothing is
//! sent, and the address follows so that it can be handed on. Form and first lists are the page's own; this hears what
//! changes in them, so that little has to be loaded.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

mod choice;
mod lists;
mod places;
mod wire;

pub use lists::lists_html;
pub use places::FEWEST;
pub use wire::{Board, BoardCriterion, BoardHospital, BoardList, BoardQuestion};

use choice::Choice;
use domain::view_spec::TradeOff;
use i18n::Locale;
use leptos::prelude::*;
use leptos::web_sys::{Event, HtmlElement};
use lists::Anchors;

/// Hears the sliders and answers of the form within, and shows the lists again.
#[island]
pub fn PriorityBoard(
    /// A packed [`Board`].
    board: String,
    /// The form and the lists as the server made them.
    children: Children,
) -> impl IntoView {
    let known = Board::unpacked(&board).map(|board| (Choice::of(&board), board));
    let state = StoredValue::new(known);
    let awake = RwSignal::new(false);
    let touched = RwSignal::new(false);
    let html = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    Effect::new(move |_| awake.set(true));
    let hear = move |event: Event| {
        let element: HtmlElement = event_target(&event);
        let answer = state.try_update_value(|state| {
            let (choice, board) = state.as_mut()?;
            change(choice, &element, &event_target_value(&event))?;
            show_shares(board, choice);
            follow(board, choice);
            let orders = choice::orders(board, choice);
            let placed = orders.iter().map(|o| o.placed).sum();
            let locale = Locale::parse(&board.locale).unwrap_or(Locale::Ja);
            Some((words::again(locale, placed), lists::lists_of(board, &orders, choice, Anchors::None)))
        });
        if let Some(Some((told, lists))) = answer {
            said.set(told);
            html.set(lists);
            touched.set(true);
        }
    };
    view! {
        <div class="ms-board-all" data-awake=move || awake.get().then_some("1") data-touched=move || touched.get().then_some("1")
            on:input=hear>
            {children()}
            <div class="ms-next-lists" inner_html=move || html.get()></div>
        </div>
        <p class="ms-hidden" role="status">{move || said.get()}</p>
    }
    .into_any()
}

/// Takes in what was changed; `None` where it was neither a slider nor an answer.
fn change(choice: &mut Choice, element: &HtmlElement, value: &str) -> Option<()> {
    let index = |name: &str| element.get_attribute(name).and_then(|i| i.parse::<usize>().ok());
    if let Some(i) = index("data-slider") {
        choice.set(i, value.parse().ok()?);
        return Some(());
    }
    choice.say(index("data-question")?, TradeOff::parse(value).ok());
    Some(())
}

/// The share beside every slider, and the value that the form would send.
fn show_shares(board: &Board, choice: &Choice) {
    let locale = Locale::parse(&board.locale).unwrap_or(Locale::Ja);
    for (i, share) in choice.shares().into_iter().enumerate() {
        let said = words::share(locale, share);
        if let Some(beside) = document().get_element_by_id(&format!("share-{i}")) {
            beside.set_text_content(Some(&said));
        }
        if let Some(slider) = document().get_element_by_id(&format!("slider-{i}")) {
            // An attribute that cannot be set leaves the words beside the slider, which say the same.
            let _ = slider.set_attribute("aria-valuetext", &said);
        }
        let own = choice.named(i).zip(document().get_element_by_id(&format!("own-{i}")));
        if let Some((weight, option)) = own {
            let _ = option.set_attribute("value", &weight.to_string());
            let _ = option.set_attribute("selected", "");
        }
    }
}

/// The address follows the choice, so that it can be handed on.
fn follow(board: &Board, choice: &Choice) {
    let address = format!("{}?{}", board.path, choice::query(board, choice));
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// The share of a criterion in words.
pub fn share_words(locale: Locale, percent: u32) -> String {
    words::share(locale, percent)
}

mod words {
    i18n::text! {
        pub(super) fn share(percent: u32) { ja: "全体の{percent}％", en: "{percent}% of the whole" }
        pub(super) fn again(placed: usize) {
            ja: "{placed}院をならべなおしました",
            en: "{placed} hospitals are in a new order",
        }
    }
}
