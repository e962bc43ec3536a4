//! How is a text carried that exists in both languages?

/// A text in Japanese and in English; both are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Bilingual<T = &'static str> {
    /// Japanese.
    pub ja: T,
    /// English.
    pub en: T,
}

impl<T> Bilingual<T> {
    /// Puts the two languages together.
    pub const fn new(ja: T, en: T) -> Self {
        Self { ja, en }
    }
}

/// What can say why it was refused, in both languages.
pub trait Explained {
    /// What is wrong, and what to write instead.
    fn explained(&self) -> Bilingual<String>;
}

impl Explained for Bilingual<String> {
    fn explained(&self) -> Self {
        self.clone()
    }
}

impl Bilingual<&'static str> {
    /// The same text, owned.
    pub fn to_strings(self) -> Bilingual<String> {
        Bilingual::new(self.ja.to_string(), self.en.to_string())
    }
}

impl Bilingual<String> {
    /// True where neither language says anything.
    pub fn is_empty(&self) -> bool {
        self.ja.is_empty() && self.en.is_empty()
    }
}
