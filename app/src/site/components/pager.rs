//! How does a reader turn the pages of a long list?

use i18n::{Locale, whole};
use leptos::prelude::*;
use reports::model::Page;

/// Links to the part before and the part after; nothing where the list has one part.
pub fn pager(locale: Locale, page: Page, href: impl Fn(u16) -> String) -> Option<AnyView> {
    let parts = parts(page);
    let current = current(page);
    (parts > 1).then(|| {
        let before = (current > 1).then(|| {
            view! { <a class="ms-button ms-button-quiet" rel="prev" href=href(current - 1)>{words::before(locale)}</a> }
        });
        let after = (current < parts).then(|| {
            view! { <a class="ms-button ms-button-quiet" rel="next" href=href(current + 1)>{words::after(locale)}</a> }
        });
        let position = words::position(locale, &whole(current), &whole(parts));
        view! {
            <nav class="ms-pager" aria-label=words::pages(locale)>{before} <span>{position}</span> {after}</nav>
        }
        .into_any()
    })
}

/// The number of the part, from 1.
pub const fn current(page: Page) -> u16 {
    let limit = if page.limit == 0 { 1 } else { page.limit };
    let number = page.offset / limit + 1;
    if number > 10_000 { 10_000 } else { number as u16 }
}

/// The number of the last part; 1 where there is nothing.
pub const fn last(page: Page) -> u16 {
    match parts(page) {
        0 => 1,
        number => number,
    }
}

const fn parts(page: Page) -> u16 {
    let limit = if page.limit == 0 { 1 } else { page.limit };
    let number = page.total.div_ceil(limit);
    if number > 10_000 { 10_000 } else { number as u16 }
}

mod words {
    i18n::text! {
        pub(super) fn pages { ja: "一覧のページ", en: "Pages of the list" }
        pub(super) fn before { ja: "前へ", en: "Previous" }
        pub(super) fn after { ja: "次へ", en: "Next" }
        pub(super) fn position(current: &str, all: &str) { ja: "{current}／{all}ページ", en: "Page {current} of {all}" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_from_one() {
        let page = Page { offset: 40, limit: 20, total: 41 };
        assert_eq!((current(page), parts(page)), (3, 3));
        let empty = Page { offset: 0, limit: 20, total: 0 };
        assert_eq!((current(empty), parts(empty)), (1, 0));
    }
}
