//! How is one editorial file, compiled into the program, turned into typed values?

use crate::ContentError;
use domain::Bilingual;
use domain::codes::CodeError;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A file of the folder `content/`, compiled in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceText {
    /// Path below the project's root.
    pub path: &'static str,
    /// What stands in it.
    pub text: &'static str,
}

/// Names a file of the folder `content/`.
macro_rules! source_text {
    ($path:literal) => {
        $crate::source_text::SourceText {
            path: concat!("content/", $path),
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/", $path)),
        }
    };
}
pub(crate) use source_text;

impl SourceText {
    /// Reads the file; unknown keys are refused by the types themselves.
    pub fn parse<T: DeserializeOwned>(self) -> Result<T, ContentError> {
        toml::from_str(self.text).map_err(|error| ContentError::toml(self.path, &error))
    }

    /// Reads a code of a closed list.
    pub fn code<T>(self, key: &str, code: Result<T, CodeError>) -> Result<T, ContentError> {
        code.map_err(|error| ContentError::at(self.path, key, error))
    }

    /// A text that must be there in both languages.
    pub fn required(self, key: &str, raw: RawText) -> Result<Bilingual<String>, ContentError> {
        match (raw.ja.trim().is_empty(), raw.en.trim().is_empty()) {
            (false, false) => Ok(raw.trimmed()),
            (true, true) => Err(ContentError::at(self.path, key, "the text is missing")),
            (true, false) => Err(ContentError::at(self.path, key, "the Japanese text is missing")),
            (false, true) => Err(ContentError::at(self.path, key, "the English text is missing")),
        }
    }

    /// A text that is there in both languages or in neither.
    pub fn optional(self, key: &str, raw: RawText) -> Result<Bilingual<String>, ContentError> {
        if raw.ja.trim().is_empty() && raw.en.trim().is_empty() {
            return Ok(Bilingual::default());
        }
        self.required(key, raw)
    }

    /// Several texts, each in both languages.
    pub fn each(self, key: &str, raw: Vec<RawText>) -> Result<Vec<Bilingual<String>>, ContentError> {
        raw.into_iter().map(|text| self.required(key, text)).collect()
    }
}

/// A text as it stands in a file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawText {
    ja: String,
    en: String,
}

impl RawText {
    /// A text whose languages stand beside other keys.
    pub const fn new(ja: String, en: String) -> Self {
        Self { ja, en }
    }

    fn trimmed(self) -> Bilingual<String> {
        Bilingual::new(self.ja.trim().to_string(), self.en.trim().to_string())
    }

    /// The same text with `{name}` replaced in both languages.
    pub fn filled(self, name: &str, with: &Bilingual<String>) -> Self {
        let mark = format!("{{{name}}}");
        Self { ja: self.ja.replace(&mark, &with.ja), en: self.en.replace(&mark, &with.en) }
    }
}

/// The list itself, or why it could not be read.
pub(crate) fn whole<T>(loaded: &'static Result<Vec<T>, ContentError>) -> Result<&'static [T], ContentError> {
    loaded.as_ref().map(Vec::as_slice).map_err(Clone::clone)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "content/example.toml";

    fn text(ja: &str, en: &str) -> RawText {
        RawText { ja: ja.to_string(), en: en.to_string() }
    }

    #[test]
    fn a_text_in_one_language_only_is_refused_with_file_and_key() {
        let file = SourceText { path: FILE, text: "" };
        let error = file.required("plain", text("本文", " ")).unwrap_err();
        assert_eq!(error.to_string(), "content/example.toml: `plain`: the English text is missing");
        assert!(file.optional("owner_warning", text("", "")).unwrap().is_empty());
    }

    #[test]
    fn an_unknown_key_is_refused_with_file_and_key() {
        let file = SourceText { path: FILE, text: "ja = \"a\"\nen = \"b\"\nfr = \"c\"\n" };
        let error = file.parse::<RawText>().unwrap_err().to_string();
        assert!(error.contains(FILE) && error.contains("`fr`"), "{error}");
    }
}
