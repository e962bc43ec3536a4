//! What is a valid id of a hospital or a measure, and how is an unlinked facility named?

use crate::{Bilingual, Explained};
use sha2::{Digest, Sha256};
use std::fmt;

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not an id: use letters, digits, '.', '_' or '-' (1 to 100 of them)")]
pub struct IdError {
    /// What was offered.
    pub text: String,
}

impl Explained for IdError {
    fn explained(&self) -> Bilingual<String> {
        let ja = format!(
            "「{}」は番号ではありません。英字、数字、「.」「_」「-」で、1文字から100文字までで書いてください",
            self.text
        );
        Bilingual::new(ja, self.to_string())
    }
}

fn checked(text: &str) -> Result<String, IdError> {
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    if !text.is_empty() && text.len() <= 100 && text.bytes().all(legal) {
        Ok(text.to_string())
    } else {
        Err(IdError { text: text.chars().take(120).collect() })
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes a text of the form `[A-Za-z0-9._-]{1,100}`.
            ///
            /// # Errors
            /// [`IdError`] for anything else.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                checked(text).map(Self)
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// The id of a hospital or clinic with beds, e.g. `jp-0111010000010`, `us-01014F`.
    HospitalId
}
id! {
    /// The id of a measure, e.g. `jp-dpc-readmission`.
    MeasureId
}

/// The id of a Japanese facility that no register row could be linked to:
/// `jp-x-{municipality code}-{first 8 hex digits of SHA-256 of the normalised name}`.
///
/// # Errors
/// [`IdError`] where the municipality code has characters an id may not have.
pub fn unlinked_facility_id(municipality_code: &str, normalised_name: &str) -> Result<HospitalId, IdError> {
    let digest = Sha256::digest(normalised_name.as_bytes());
    let hex: String = digest.iter().take(4).map(|b| format!("{b:02x}")).collect();
    HospitalId::parse(&format!("jp-x-{municipality_code}-{hex}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_and_letters_survive() {
        assert_eq!(HospitalId::parse("us-01014F").unwrap().as_str(), "us-01014F");
    }

    #[test]
    fn spaces_slashes_and_nothing_are_refused() {
        for bad in ["", "a b", "a/b", "病院", &"x".repeat(101)] {
            assert!(HospitalId::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_unlinked_facility_is_named_by_place_and_name() {
        let id = unlinked_facility_id("15224", "佐渡病院").unwrap();
        let digest = Sha256::digest("佐渡病院".as_bytes());
        let expected = format!("jp-x-15224-{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3]);
        assert_eq!(id.as_str(), expected);
    }
}
