//! The box for a hospital's name. Without JavaScript it is a plain field of the form around it.
//!
//! With it, hospitals are suggested while typing: an ARIA combobox that selects nothing by itself and leaves every key
//! to the input method while one is composing.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use crate::server_fns::{Suggestion, suggest_hospitals};
use i18n::Locale;
use leptos::ev::{CompositionEvent, Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

const PAUSE: Duration = Duration::from_millis(120);
const LIST: &str = "q-list";

/// What the box knows while it is open.
#[derive(Clone, Copy)]
struct Open {
    found: RwSignal<Vec<Suggestion>>,
    active: RwSignal<Option<usize>>,
    said: RwSignal<String>,
    asked: StoredValue<u64>,
    composing: RwSignal<bool>,
}

/// The field with its list of suggestions.
#[island]
pub fn SearchBox(
    /// `ja` or `en`.
    locale: String,
    /// What stands in the field.
    value: String,
    /// What the address keeps: `release=…&h=…`, or nothing.
    kept: String,
) -> impl IntoView {
    let open = Open {
        found: RwSignal::new(Vec::new()),
        active: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        asked: StoredValue::new(0),
        composing: RwSignal::new(false),
    };
    let tongue = Locale::parse(&locale).unwrap_or(Locale::Ja);
    let question = StoredValue::new((locale.clone(), kept));
    let typed = move |event: Event| {
        if !open.composing.get_untracked() {
            ask(open, question, event_target_value(&event));
        }
    };
    let composed = move |event: CompositionEvent| {
        open.composing.set(false);
        ask(open, question, event_target_value(&event));
    };
    let expanded = move || if open.found.with(Vec::is_empty) { "false" } else { "true" };
    let active_id = move || open.active.get().map(option_id);
    let options = move || {
        let found = open.found.get();
        found.into_iter().enumerate().map(|(at, one)| option(at, &one, open, question)).collect_view()
    };
    view! {
        <div class="ms-combobox">
            <input
                id="q"
                name="q"
                type="search"
                value=value
                maxlength="100"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                role="combobox"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=expanded
                aria-activedescendant=active_id
                on:input=typed
                on:compositionstart=move |_| open.composing.set(true)
                on:compositionend=composed
                on:keydown=move |event| pressed(&event, open, question)
                on:blur=move |_| set_timeout(move || close(open), Duration::from_millis(200))
            />
            <ul class="ms-options" id=LIST role="listbox" aria-label=words::suggestions(tongue) hidden=move || open.found.with(Vec::is_empty)>
                {options}
            </ul>
            <p class="ms-hidden" role="status">{move || open.said.get()}</p>
        </div>
    }
}

fn option(at: usize, one: &Suggestion, open: Open, question: StoredValue<(String, String)>) -> impl IntoView + use<> {
    let href = question.with_value(|(locale, kept)| address(locale, &one.id, kept));
    let selected = move || if open.active.get() == Some(at) { "true" } else { "false" };
    view! {
        <li role="option" id=option_id(at) aria-selected=selected>
            <a href=href tabindex="-1">
                <span lang=tongue(&one.name)>{one.name.clone()}</span>
                " "
                <span class="ms-small ms-quiet" lang=tongue(&one.place)>{one.place.clone()}</span>
            </a>
        </li>
    }
}

/// A name with kana or kanji is Japanese on a page of either language.
fn tongue(name: &str) -> Option<&'static str> {
    name.chars().any(|letter| letter >= '\u{3000}').then_some("ja")
}

fn option_id(at: usize) -> String {
    format!("q-option-{at}")
}

fn address(locale: &str, id: &str, kept: &str) -> String {
    let asked = if kept.is_empty() { "" } else { "?" };
    format!("/{locale}/hospitals/{id}{asked}{kept}")
}

/// The pinned release of what is kept, or nothing.
fn pinned(kept: &str) -> String {
    let release = kept.split('&').find_map(|part| part.strip_prefix("release="));
    release.unwrap_or_default().to_owned()
}

/// Waits for a short pause in typing, then asks; an answer that comes after a later question is dropped.
fn ask(open: Open, question: StoredValue<(String, String)>, words_typed: String) {
    open.asked.update_value(|count| *count += 1);
    let this = open.asked.get_value();
    if words_typed.trim().is_empty() {
        close(open);
        return;
    }
    set_timeout(
        move || {
            if open.asked.get_value() != this {
                return;
            }
            spawn_local(async move {
                let (locale, kept) = question.get_value();
                let tongue = Locale::parse(&locale).unwrap_or(Locale::Ja);
                let found = suggest_hospitals(locale, words_typed, pinned(&kept)).await.unwrap_or_default();
                if open.asked.get_value() == this {
                    open.said.set(words::count(tongue, found.len()));
                    open.active.set(None);
                    open.found.set(found);
                }
            });
        },
        PAUSE,
    );
}

fn close(open: Open) {
    open.found.set(Vec::new());
    open.active.set(None);
}

fn pressed(event: &KeyboardEvent, open: Open, question: StoredValue<(String, String)>) {
    // 229: some browsers send the Enter that ends a composition after saying that it has ended.
    if open.composing.get_untracked() || event.is_composing() || event.key_code() == 229 {
        return;
    }
    let count = open.found.with_untracked(Vec::len);
    let active = open.active.get_untracked();
    let to = |at: Option<usize>| {
        event.prevent_default();
        open.active.set(at);
    };
    match (event.key().as_str(), active) {
        ("Escape", _) if count > 0 => {
            event.prevent_default();
            close(open);
        }
        ("ArrowDown", None) if count > 0 => to(Some(0)),
        ("ArrowDown", Some(at)) if count > 0 => to(if at + 1 < count { Some(at + 1) } else { None }),
        ("ArrowUp", None) if count > 0 => to(Some(count - 1)),
        ("ArrowUp", Some(at)) if count > 0 => to(at.checked_sub(1)),
        ("Enter", Some(at)) => {
            let (locale, kept) = question.get_value();
            let target = open.found.with_untracked(|found| found.get(at).map(|one| address(&locale, &one.id, &kept)));
            if let Some(target) = target {
                event.prevent_default();
                go(&target);
            }
        }
        _ => {}
    }
}

fn go(address: &str) {
    // Where the browser refuses, the form is still there.
    let _ = window().location().set_href(address);
}

mod words {
    i18n::text! {
        pub(super) fn suggestions { ja: "候補", en: "Suggestions" }
        pub(super) fn count(found: usize) {
            ja: "候補が{found}件あります",
            en: "{found} suggestions",
        }
    }
}
