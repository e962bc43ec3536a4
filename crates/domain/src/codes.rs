//! How is a closed list of codes written once, with parsing and printing that cannot disagree?

use crate::{Bilingual, Explained};

/// Why a text is no code of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is none of the codes of {}: {allowed}", .list.en)]
pub struct CodeError {
    /// What was offered.
    pub text: String,
    /// What the list is called.
    pub list: Bilingual,
    /// The codes of the list, separated by commas.
    pub allowed: String,
}

impl Explained for CodeError {
    fn explained(&self) -> Bilingual<String> {
        let Self { text, list, allowed } = self;
        Bilingual::new(
            format!("「{text}」は「{}」の記号ではありません。使えるもの：{allowed}", list.ja),
            self.to_string(),
        )
    }
}

/// Declares an enum whose variants are the codes of a closed list, which is called so in English and in Japanese.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $list:literal, $list_ja:literal { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every code, in the order of its definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it stands in files, addresses and answers.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code.
            ///
            /// # Errors
            /// [`CodeError`](crate::codes::CodeError), which names the allowed codes.
            pub fn parse(text: &str) -> Result<Self, $crate::codes::CodeError> {
                match text {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::codes::CodeError {
                        text: text.chars().take(60).collect(),
                        list: $crate::Bilingual::new($list_ja, $list),
                        allowed: [$($code),+].join(", "),
                    }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
