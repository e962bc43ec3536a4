//! How is a message written down so that a missing translation does not compile?

/// Defines one function per message, beside what it describes.
///
/// Without arguments the function returns `&'static str`, with arguments a `String`;
/// the arguments stand in braces in both languages, as in `format!`.
/// Leaving out a language, or misspelling an argument, does not compile.
///
/// ```
/// use i18n::{Locale, text};
///
/// text! {
///     /// The button beside the search box.
///     pub fn search { ja: "さがす", en: "Search" }
///     fn found(count: usize, place: &str) {
///         ja: "{place}に{count}院あります",
///         en: "{count} hospitals in {place}",
///     }
/// }
///
/// assert_eq!(search(Locale::Ja), "さがす");
/// assert_eq!(found(Locale::En, 3, "Sado"), "3 hospitals in Sado");
/// ```
///
/// ```compile_fail
/// i18n::text! { fn search { ja: "さがす" } }
/// ```
#[macro_export]
macro_rules! text {
    () => {};
    (
        $(#[$attribute:meta])*
        $visibility:vis fn $name:ident { ja: $ja:literal, en: $en:literal $(,)? }
        $($rest:tt)*
    ) => {
        $(#[$attribute])*
        #[doc = concat!("\n\n「", $ja, "」 / “", $en, "”")]
        $visibility fn $name(locale: $crate::Locale) -> &'static str {
            match locale {
                $crate::Locale::Ja => $ja,
                $crate::Locale::En => $en,
            }
        }
        $crate::text! { $($rest)* }
    };
    (
        $(#[$attribute:meta])*
        $visibility:vis fn $name:ident ( $($argument:ident : $type:ty),+ $(,)? ) { ja: $ja:literal, en: $en:literal $(,)? }
        $($rest:tt)*
    ) => {
        $(#[$attribute])*
        #[doc = concat!("\n\n「", $ja, "」 / “", $en, "”")]
        $visibility fn $name(locale: $crate::Locale, $($argument: $type),+) -> ::std::string::String {
            match locale {
                $crate::Locale::Ja => ::std::format!($ja),
                $crate::Locale::En => ::std::format!($en),
            }
        }
        $crate::text! { $($rest)* }
    };
}

#[cfg(test)]
mod tests {
    use crate::Locale;

    text! {
        /// A greeting.
        pub(crate) fn greeting { ja: "こんにちは", en: "Hello" }
        fn years(count: u32, what: &str) {
            ja: "{what}は{count}年続けて同じくらい",
            en: "{what} about the same for {count} years",
        }
    }

    #[test]
    fn a_message_speaks_both_languages() {
        assert_eq!(greeting(Locale::Ja), "こんにちは");
        assert_eq!(greeting(Locale::En), "Hello");
        assert_eq!(years(Locale::Ja, 3, "日数"), "日数は3年続けて同じくらい");
        assert_eq!(years(Locale::En, 3, "Days"), "Days about the same for 3 years");
    }
}
