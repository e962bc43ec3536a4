//! Where does the browser begin, once a page has been read and is idle?

use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the page for its islands; the starter script then wakes each island by its own name.
#[wasm_bindgen]
pub fn hydrate_islands() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
