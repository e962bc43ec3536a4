//! Where a text names a service of somebody else, where is the way to it?

use crate::site::pages::hospital::REGISTER;
use i18n::Locale;
use leptos::prelude::*;

/// Names as the texts have them, and the address of whoever runs the service.
const SERVICES: [(&str, &str, &str); 4] = [
    ("「医療情報ネット（ナビイ）」", "Navii", REGISTER),
    ("「がん情報サービス」", "Ganjoho", "https://ganjoho.jp/"),
    ("「こどもの救急」", "Kodomo no Kyukyu", "https://kodomo-qq.jp/"),
    ("「出産なび」", "Shussan Navi", "https://birth-navi.mhlw.go.jp/"),
];

/// The text with the first service that it names as a link.
pub fn linked(locale: Locale, text: &str) -> AnyView {
    let found = SERVICES.iter().find_map(|(ja, en, url)| {
        let name = locale.pick(*ja, *en);
        text.split_once(name).map(|(before, after)| (before.to_owned(), name, *url, after.to_owned()))
    });
    match found {
        Some((before, name, url, after)) => {
            view! { {before} <a href=url rel="external nofollow">{name}</a> {after} }.into_any()
        }
        None => text.to_owned().into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_that_is_named_is_a_link_and_nothing_else_of_the_text_changes() {
        let html = |locale, text: &str| linked(locale, text).to_html();
        let said = html(Locale::Ja, "国の「出産なび」で、費用を見ます。");
        assert!(said.contains("https://birth-navi.mhlw.go.jp/") && said.contains("「出産なび」</a>"), "{said}");
        assert!(html(Locale::En, "see the national register Navii.").contains(REGISTER));
        assert!(!html(Locale::Ja, "かかりつけ医に聞きます。").contains("<a"));
    }

    #[test]
    fn what_the_conditions_name_can_be_opened() {
        for condition in content::conditions().unwrap() {
            for step in &condition.steps {
                for (locale, text, names) in [
                    (Locale::Ja, &step.ja, ["がん情報サービス", "こどもの救急", "出産なび"]),
                    (Locale::En, &step.en, ["Ganjoho", "Kodomo no Kyukyu", "Shussan Navi"]),
                ] {
                    let named = names.iter().any(|name| text.contains(name));
                    assert_eq!(linked(locale, text).to_html().contains("<a"), named, "{text}");
                }
            }
        }
    }
}
