//! What is said while a disaster or an outbreak is not over: what happened, since when, what it means for figures and visits?

use domain::Day;
use domain::records::EventKind;
use i18n::{Locale, date_iso};
use leptos::prelude::*;
use reports::model::Event;

/// One banner for all events that are open on the day of the release; nothing where there are none.
pub fn event_banner(locale: Locale, events: &[Event], as_of: Day) -> Option<AnyView> {
    let open: Vec<&Event> = events.iter().filter(|event| event.is_open(as_of)).collect();
    (!open.is_empty()).then(|| {
        let told = open.into_iter().map(|event| {
            let text = locale.pick(&event.text.ja, &event.text.en);
            let text = if text.is_empty() { &event.text.ja } else { text }.clone();
            view! { <p><strong>{when(locale, event)}</strong> " " {text}</p> }
        });
        view! {
            <section class="ms-event" aria-labelledby="event">
                <h2 class="ms-h3" id="event">{words::title(locale)}</h2>
                {told.collect_view()}
                <p>{words::meaning(locale)}</p>
            </section>
        }
        .into_any()
    })
}

fn when(locale: Locale, event: &Event) -> String {
    let kind = match event.kind {
        EventKind::Disaster => words::disaster(locale),
        EventKind::Outbreak => words::outbreak(locale),
    };
    let start = date_iso(locale, &event.start.to_string());
    let place = locale.pick(&event.place.ja, &event.place.en);
    let kind = if place.is_empty() { kind.to_owned() } else { words::at(locale, place, kind) };
    let kind = kind.as_str();
    match event.end {
        Some(end) => words::until(locale, kind, &start, &date_iso(locale, &end.to_string())),
        None => words::since(locale, kind, &start),
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "ふだんとちがう時期です", en: "This is not an ordinary time" }
        pub(super) fn disaster { ja: "災害", en: "Disaster" }
        pub(super) fn outbreak { ja: "感染症の広がり", en: "Outbreak of infection" }
        pub(super) fn at(place: &str, kind: &str) { ja: "{place}の{kind}", en: "{kind} in {place}" }
        pub(super) fn since(kind: &str, start: &str) {
            ja: "{kind}（{start}から、続いています）",
            en: "{kind}, since {start}.",
        }
        pub(super) fn until(kind: &str, start: &str, end: &str) {
            ja: "{kind}（{start}から{end}まで）",
            en: "{kind}, {start} to {end}.",
        }
        pub(super) fn meaning {
            ja: "この時期の数字は、ほかの病院や前の年とくらべません。受け付けがいつもとちがうことがあります。行く前に、電話で確かめてください。",
            en: "Figures from this time are not compared with other hospitals or other years. Services may differ from usual, so please telephone before you go.",
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use domain::Bilingual;

    fn event(start: Day, end: Option<Day>) -> Event {
        let text = Bilingual::new("地震がありました。".to_owned(), "There was an earthquake.".to_owned());
        let place = Bilingual::new("佐渡医療圏".to_owned(), "Sado medical area".to_owned());
        Event { kind: EventKind::Disaster, start, end, text, place }
    }

    fn banner(locale: Locale, events: &[Event], as_of: Day) -> String {
        event_banner(locale, events, as_of).map(|view| view.to_html()).unwrap_or_default()
    }

    #[test]
    fn it_stands_only_while_an_event_is_not_over() {
        let day = |month, day| Day::constant(2025, month, day);
        let open = event(day(9, 3), None);
        assert!(banner(Locale::Ja, std::slice::from_ref(&open), day(10, 1)).contains("地震がありました"));
        assert!(banner(Locale::En, std::slice::from_ref(&open), day(10, 1)).contains("telephone before you go"));
        assert!(banner(Locale::En, std::slice::from_ref(&open), day(10, 1)).contains("Disaster in Sado medical area"));
        assert!(banner(Locale::Ja, std::slice::from_ref(&open), day(9, 2)).is_empty());
        let over = event(day(7, 8), Some(day(7, 31)));
        assert!(banner(Locale::Ja, std::slice::from_ref(&over), day(8, 1)).is_empty());
        assert!(!banner(Locale::Ja, std::slice::from_ref(&over), day(7, 31)).is_empty());
        assert!(banner(Locale::Ja, &[], day(7, 31)).is_empty());
    }
}
