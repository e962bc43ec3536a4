//! What is said beside a hospital that can be collected for a comparison, on the server and in the browser alike?

/// Hospitals that fit side by side (R1).
pub const MOST: usize = 5;

i18n::text! {
    pub(crate) fn put_in { ja: "くらべる箱に入れる", en: "Add to comparison" }
    pub(crate) fn put_in_it(name: &str) { ja: "{name}をくらべる箱に入れる", en: "Add to comparison: {name}" }
    pub(crate) fn is_in { ja: "くらべる箱に入っています。", en: "Added to comparison." }
    pub(crate) fn take_out { ja: "外す", en: "Remove" }
    pub(crate) fn take_out_of(name: &str) { ja: "「{name}」をくらべる箱から外す", en: "Remove {name}" }
}
