//! The arrow keys between the points of a drawing. Without JavaScript its points are plain links, one after the other.
//!
//! With it, a drawing is one stop of the tab key; arrows go to the next point in their direction, Home and End to the first
//! and the last one, Escape out of the drawing. What is known of the point stands below and is read out.

#![allow(missing_docs, reason = "the macro makes items that cannot carry documentation")]

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement};

/// Hears the keys in the drawings within.
#[island]
pub fn ChartKeys(
    /// Drawings whose points are links.
    children: Children,
) -> impl IntoView {
    let said = RwSignal::new((String::new(), String::new()));
    let around = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let drawings = around.get().map(|around| all(&around, "svg")).unwrap_or_default();
        drawings.iter().for_each(|drawing| stop_at(&all(drawing, "a"), 0));
    });
    let show = move |event: Event| {
        if let Some(point) = point(&event) {
            let told = |name| point.get_attribute(name).unwrap_or_default();
            said.set((told("aria-label"), told("data-more")));
        }
    };
    let hear = move |event: KeyboardEvent| {
        let Some((point, drawing)) = point(&event).and_then(|p| Some((p.clone(), p.closest("svg").ok()??))) else {
            return;
        };
        let points = all(&drawing, "a");
        let at = points.iter().position(|other| *other == point).unwrap_or_default();
        let (right, left, down, up) = ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0));
        let to = match event.key().as_str() {
            "ArrowRight" => towards(&points, at, right).unwrap_or(at + 1),
            "ArrowDown" => towards(&points, at, down).unwrap_or(at + 1),
            "ArrowLeft" => towards(&points, at, left).unwrap_or(at.saturating_sub(1)),
            "ArrowUp" => towards(&points, at, up).unwrap_or(at.saturating_sub(1)),
            "Home" => 0,
            "End" => points.len() - 1,
            "Escape" => {
                said.set((String::new(), String::new()));
                let _ = point.unchecked_ref::<HtmlElement>().blur();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = points.get(to) {
            stop_at(&points, to);
            // `focus` is the same on every element, also on those of a drawing
            let _ = next.unchecked_ref::<HtmlElement>().focus();
        }
    };
    view! {
        <div node_ref=around on:keydown=hear on:focusin=move |event| show(event.into()) on:mouseover=move |event| show(event.into())>
            {children()}
        </div>
        <p class="ms-point ms-small">
            <span aria-hidden="true">{move || said.get().0}</span> " " <span role="status">{move || said.get().1}</span>
        </p>
    }
    .into_any()
}

/// The point at which something happens.
fn point(event: &Event) -> Option<Element> {
    event_target::<Element>(event).closest("svg a").ok()?
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let found = within.query_selector_all(selector);
    found.map(|list| (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()).unwrap_or_default()
}

/// The tab key stops at one point of a drawing.
fn stop_at(points: &[Element], at: usize) {
    for (i, point) in points.iter().enumerate() {
        // An attribute that cannot be set leaves a link that is one stop more.
        let _ = point.set_attribute("tabindex", if i == at { "0" } else { "-1" });
    }
}

/// The nearest point in a direction; what lies aside counts as further away.
fn towards(points: &[Element], at: usize, (dx, dy): (f64, f64)) -> Option<usize> {
    let places: Vec<(f64, f64)> = points.iter().map(middle).collect();
    let (x, y) = *places.get(at)?;
    let far = |(px, py): (f64, f64)| {
        let (along, aside) = ((px - x) * dx + (py - y) * dy, ((px - x) * dy + (py - y) * dx).abs());
        (along > 1.0 && aside <= along).then_some(along + aside * 2.0)
    };
    let far = places.iter().enumerate().filter_map(|(i, place)| Some((i, far(*place)?)));
    far.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
}

fn middle(point: &Element) -> (f64, f64) {
    let place = point.get_bounding_client_rect();
    (place.x() + place.width() / 2.0, place.y() + place.height() / 2.0)
}
