//! A form whose answer comes into the page as it stands. Without JavaScript its button loads the page again.
//!
//! With it, a change fetches the page that the form would load and puts the named parts of it in place of those that stand
//! there; the address follows, so that it can be handed on. The form itself stays, and with it the reader's place in it.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{DocumentFragment, Element, Event, HtmlFormElement, HtmlTemplateElement};
use std::time::Duration;
use web_sys::{FormData, Response, UrlSearchParams};

/// Several changes shortly after one another are one question.
const PAUSE: Duration = Duration::from_millis(250);

/// The form, and word of what became of a change.
#[island]
pub fn LiveForm(
    /// Which parts of the page depend on the form: selectors, with commas between. The first that has `data-said` is read out.
    parts: String,
    /// What is said where no answer comes.
    failed: String,
    /// The form.
    children: Children,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let asked = StoredValue::new(0_u32);
    let told = StoredValue::new((parts, failed));
    let hear = move |event: Event| {
        let Ok(Some(form)) = event_target::<Element>(&event).closest("form") else { return };
        asked.update_value(|count| *count += 1);
        let this = asked.get_value();
        let answer = async move {
            let answer = answer(form.unchecked_ref()).await;
            // an answer that comes after a later question is dropped
            if asked.get_value() == this {
                said.set(
                    told.with_value(|(parts, failed)| answer.map_or(failed.clone(), |answer| take(answer, parts))),
                );
            }
        };
        set_timeout(
            move || {
                if asked.get_value() == this {
                    spawn_local(answer)
                }
            },
            PAUSE,
        );
    };
    view! {
        <div on:change=hear>{children()}</div>
        <p class="ms-said ms-small" role="status">{move || said.get()}</p>
    }
    .into_any()
}

/// A page, whether it answers the question or says why there is no answer, and its address.
struct Answer {
    address: String,
    is_ok: bool,
    page: DocumentFragment,
}

/// The page that the form would load; what is left empty is not asked.
async fn answer(form: &HtmlFormElement) -> Option<Answer> {
    let data = FormData::new_with_form(form).ok()?;
    let query = String::from(UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?.to_string());
    let query: Vec<&str> = query.split('&').filter(|pair| !pair.ends_with('=')).collect();
    let action = form.action();
    let (path, part) = action.split_once('#').unwrap_or((&action, ""));
    let address = format!("{path}?{}#{part}", query.join("&"));
    let response: Response = window().fetch_with_str(&address).await.ok()?.unchecked_into();
    let text = response.text().ok()?.await.ok()?.as_string()?;
    let template: HtmlTemplateElement = document().create_element("template").ok()?.unchecked_into();
    template.set_inner_html(&text);
    Some(Answer { address, is_ok: response.ok(), page: template.content() })
}

/// Puts the parts of an answer into the page; returns what is to be said of it.
fn take(answer: Answer, parts: &str) -> String {
    let found = |selector: &str| answer.page.query_selector(selector).ok().flatten();
    let text = |selector: &str| found(selector).and_then(|part| part.text_content()).unwrap_or_default();
    if !answer.is_ok {
        return text("main .ms-lead") + " " + &text("main .ms-lead + p");
    }
    let said = found("[data-said]").and_then(|part| part.get_attribute("data-said")).unwrap_or_default();
    document().set_title(&text("title"));
    for part in parts.split(',') {
        let Some((old, new)) = document().query_selector(part).ok().flatten().zip(found(part)) else { continue };
        // Where the browser refuses, the button of the form is still there.
        let _ = old.replace_with_with_node_1(&new);
        let _ = Event::new("islands").map(|event| new.dispatch_event(&event));
    }
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&answer.address));
    }
    said
}
