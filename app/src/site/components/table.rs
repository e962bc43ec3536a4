//! How does a drawing stand in the page once more as a table?

use leptos::prelude::*;

/// The table; the first column heads its rows, and a wide one scrolls in its own frame.
pub fn table(table: charts::Table) -> AnyView {
    let caption = table.caption;
    let label = caption.clone();
    let head = table.header.into_iter().map(head_cell).collect_view();
    let rows = table.rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(column, cell)| match column {
            0 => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td>{cell}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="ms-table" tabindex="0" role="region" aria-label=label>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A column without a name is no head of anything.
fn head_cell(name: String) -> AnyView {
    if name.trim().is_empty() {
        view! { <td></td> }.into_any()
    } else {
        view! { <th scope="col">{name}</th> }.into_any()
    }
}
