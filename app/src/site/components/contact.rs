//! Whom can a reader write to? The operator says; where nobody has said, the page says that.

use crate::site::links::Here;
use leptos::prelude::*;

/// One paragraph.
pub fn contact(here: &Here) -> AnyView {
    let locale = here.locale;
    match here.origin.contact() {
        Some(contact) => {
            let href = if contact.contains("://") { contact.to_owned() } else { format!("mailto:{contact}") };
            view! { <p>{words::write_to(locale)} " " <a href=href>{contact.to_owned()}</a></p> }.into_any()
        }
        None => view! { <p>{words::no_contact(locale)}</p> }.into_any(),
    }
}

mod words {
    i18n::text! {
        pub(super) fn write_to { ja: "運営者の連絡先：", en: "Write to the operator:" }
        pub(super) fn no_contact {
            ja: "運営者の連絡先は、まだ書かれていません。",
            en: "The operator of this site has not given a contact yet.",
        }
    }
}
