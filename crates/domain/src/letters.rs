//! What may a reader or a hospital send to the operator, and what is wrong with a form that cannot be taken?

use crate::codes;
use std::collections::BTreeMap;

codes! {
    /// A form of the site.
    Form, "form", "用紙" {
        /// A reader tells of a mistake.
        Report = "report",
        /// A hospital answers a value.
        Reply = "reply",
    }
}

codes! {
    /// What a letter is.
    LetterKind, "kind of letter", "手紙の種類" {
        /// A reader has seen a mistake.
        Error = "error",
        /// A hospital explains its value.
        Explanation = "explanation",
        /// A hospital asks for a correction.
        Correction = "correction",
        /// A hospital tells what it does about it.
        Practice = "practice",
    }
}

codes! {
    /// A field of a form.
    Field, "field", "記入欄" {
        /// What kind of reply.
        Kind = "kind",
        /// What seems wrong; what the hospital says, in Japanese. A hospital may say it in English alone.
        Text = "text",
        /// The same in English.
        TextEn = "text_en",
        /// What the value should be.
        ShouldBe = "should_be",
        /// Where that is printed.
        StandsAt = "stands_at",
        /// Whom to answer.
        Contact = "contact",
    }
}

/// A field that no person sees: only a program fills it in.
pub const TRAP: &str = "nickname";

/// What a hospital may choose.
pub const REPLIES: [LetterKind; 3] = [LetterKind::Explanation, LetterKind::Correction, LetterKind::Practice];

impl Form {
    /// Its fields, from top to bottom.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Report => &[Field::Text, Field::ShouldBe, Field::StandsAt, Field::Contact],
            Self::Reply => &[Field::Kind, Field::Text, Field::TextEn, Field::ShouldBe, Field::StandsAt, Field::Contact],
        }
    }

    /// How many characters a field holds.
    pub const fn most(self, field: Field) -> usize {
        match (self, field) {
            (Self::Report, Field::Text) => 1_000,
            (Self::Reply, Field::Text | Field::TextEn) => 400,
            (_, Field::Kind) => 20,
            _ => 200,
        }
    }
}

/// What somebody typed, field by field, without what no text can hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed(BTreeMap<Field, String>);

impl Typed {
    /// Takes the fields of a form; what is no field is passed over.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let known = pairs.into_iter().filter_map(|(name, value)| Some((Field::parse(name).ok()?, cleaned(value))));
        Self(known.collect())
    }

    /// The text of a field; empty where it was left out.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }
}

/// One way of ending lines; no control characters, and none that turn the direction of the text around.
fn cleaned(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = lines.chars().filter(|c| *c == '\n' || !(c.is_control() || turns(*c))).collect();
    kept.trim().to_owned()
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is in it.
    Empty,
    /// The text stands there in neither language.
    NoLanguage,
    /// It holds more characters than it may.
    TooLong {
        /// How many it may hold.
        most: usize,
        /// How many it holds.
        found: usize,
    },
    /// It is none of the choices.
    NoChoice,
    /// It is neither an address of mail nor a telephone number.
    NoContact,
}

/// A form that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is.
    pub kind: LetterKind,
    /// What was typed.
    pub typed: Typed,
}

/// Reads a form.
///
/// # Errors
/// Every field at fault, from top to bottom.
pub fn read(form: Form, typed: &Typed) -> Result<Letter, Vec<(Field, Fault)>> {
    let kind = match form {
        Form::Report => Some(LetterKind::Error),
        Form::Reply => LetterKind::parse(typed.get(Field::Kind)).ok().filter(|kind| REPLIES.contains(kind)),
    };
    let faults = form.fields().iter().filter_map(|field| Some((*field, fault(form, kind, *field, typed)?)));
    let faults: Vec<(Field, Fault)> = faults.collect();
    match kind {
        Some(kind) if faults.is_empty() => Ok(Letter { kind, typed: typed.clone() }),
        _ => Err(faults),
    }
}

fn fault(form: Form, kind: Option<LetterKind>, field: Field, typed: &Typed) -> Option<Fault> {
    let text = typed.get(field);
    let (most, found) = (form.most(field), text.chars().count());
    let needed = match field {
        Field::Kind => true,
        Field::Text => form == Form::Report,
        Field::TextEn => false,
        Field::ShouldBe | Field::StandsAt => kind == Some(LetterKind::Correction),
        Field::Contact => form == Form::Reply,
    };
    match field {
        Field::Kind if kind.is_none() => Some(Fault::NoChoice),
        Field::Text if form == Form::Reply && text.is_empty() && typed.get(Field::TextEn).is_empty() => {
            Some(Fault::NoLanguage)
        }
        _ if needed && text.is_empty() => Some(Fault::Empty),
        _ if found > most => Some(Fault::TooLong { most, found }),
        Field::Contact if !text.is_empty() && !is_contact(text) => Some(Fault::NoContact),
        _ => None,
    }
}

fn is_contact(text: &str) -> bool {
    let mail = text.split_once('@').is_some_and(|(before, behind)| !before.is_empty() && behind.contains('.'));
    mail || text.chars().filter(|c| c.is_numeric()).count() >= 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed::of(pairs.iter().copied())
    }

    #[test]
    fn a_reader_needs_to_say_only_what_seems_wrong() {
        let letter = read(Form::Report, &typed(&[("text", " 数が違います。\r\n"), ("nickname", "x")])).unwrap();
        assert_eq!((letter.kind, letter.typed.get(Field::Text)), (LetterKind::Error, "数が違います。"));
        assert_eq!(read(Form::Report, &Typed::default()), Err(vec![(Field::Text, Fault::Empty)]));
    }

    #[test]
    fn a_reply_says_what_it_is_who_sends_it_and_is_short() {
        let long = "あ".repeat(401);
        let faults = read(Form::Reply, &typed(&[("kind", "error"), ("text", &long), ("contact", "ask me")]));
        let expected = [
            (Field::Kind, Fault::NoChoice),
            (Field::Text, Fault::TooLong { most: 400, found: 401 }),
            (Field::Contact, Fault::NoContact),
        ];
        assert_eq!(faults, Err(expected.to_vec()));
        let mut whole =
            vec![("kind", "explanation"), ("text", "重い患者さんが多い年でした。"), ("contact", "03-0000-0000")];
        assert!(read(Form::Reply, &typed(&whole)).is_ok());
        whole[0].1 = "correction";
        let faults = read(Form::Reply, &typed(&whole)).unwrap_err();
        assert_eq!(faults, [(Field::ShouldBe, Fault::Empty), (Field::StandsAt, Fault::Empty)]);
    }

    #[test]
    fn a_hospital_may_write_in_either_language() {
        let with = |field: &str| {
            let fields = [("kind", "practice"), (field, "We count falls at night."), ("contact", "office@example.jp")];
            read(Form::Reply, &typed(&fields))
        };
        assert!(with("text").is_ok() && with("text_en").is_ok());
        assert_eq!(with("should_be"), Err(vec![(Field::Text, Fault::NoLanguage)]));
    }

    #[test]
    fn no_text_turns_the_page_around_it() {
        assert_eq!(typed(&[("text", "a\u{202e}b\u{0}c\rd")]).get(Field::Text), "abc\nd");
    }
}
