//! How is said what has to be said beside a figure: one line, and everything one tap away?

use domain::caveats::Caveat;
use i18n::Locale;
use leptos::prelude::*;

/// The one line beside a value.
pub fn line(locale: Locale, caveat: Option<&'static Caveat>) -> Option<AnyView> {
    caveat.map(|caveat| view! { <p class="ms-caveat">{locale.pick(caveat.short.ja, caveat.short.en)}</p> }.into_any())
}

/// Everything that has to be said about a value, one tap away.
pub fn all(locale: Locale, caveats: &[&'static Caveat]) -> Option<AnyView> {
    (!caveats.is_empty()).then(|| {
        view! {
            <details class="ms-more">
                <summary>{words::all(locale, caveats.len())}</summary>
                {list(locale, caveats)}
            </details>
        }
        .into_any()
    })
}

/// What is true of every value of a page, said once at its top.
pub fn said_once(locale: Locale, caveats: &[&'static Caveat]) -> Option<AnyView> {
    (!caveats.is_empty()).then(|| {
        view! {
            <section class="ms-said-once" aria-labelledby="said-once">
                <h2 class="ms-h3" id="said-once">{words::said_once(locale)}</h2>
                <ul>
                    {caveats
                        .iter()
                        .map(|caveat| {
                            let short = locale.pick(caveat.short.ja, caveat.short.en);
                            match more(locale, caveat) {
                                Some(text) => view! {
                                    <li>
                                        <details>
                                            <summary>{short}</summary>
                                            <p>{text}</p>
                                        </details>
                                    </li>
                                }
                                .into_any(),
                                None => view! { <li>{short}</li> }.into_any(),
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
        }
        .into_any()
    })
}

/// Each caveat with its explanation.
pub fn list(locale: Locale, caveats: &[&'static Caveat]) -> AnyView {
    caveats
        .iter()
        .map(|caveat| {
            view! {
                <p>
                    <strong>{locale.pick(caveat.short.ja, caveat.short.en)}</strong>
                    {more(locale, caveat).map(|text| view! { <br /> {text} })}
                </p>
            }
        })
        .collect_view()
        .into_any()
}

/// What the explanation says beyond the line; `None` where it only repeats it.
fn more(locale: Locale, caveat: &'static Caveat) -> Option<&'static str> {
    let bare = |text: &'static str| text.trim_end_matches(['。', '.']);
    let text = locale.pick(caveat.text.ja, caveat.text.en);
    (bare(text) != bare(locale.pick(caveat.short.ja, caveat.short.en))).then_some(text)
}

mod words {
    i18n::text! {
        pub(super) fn all(count: usize) {
            ja: "この数字を読むときの注意（{count}）",
            en: "What to know about this figure ({count})",
        }
        pub(super) fn said_once {
            ja: "このページのすべての数字に言えること",
            en: "This applies to every figure on this page",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_fold_repeats_its_heading() {
        for locale in Locale::ALL {
            for caveat in domain::caveats::CAVEATS {
                let html = said_once(locale, &[caveat]).map(|view| view.to_html()).unwrap_or_default();
                let repeats = more(locale, caveat).is_none();
                assert_eq!(html.contains("<details"), !repeats, "{}", caveat.id);
            }
        }
    }
}
