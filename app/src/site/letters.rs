//! What does a page know of a form that was sent or came back, and of whether forms can be sent at all?

use domain::letters::{Fault, Field, Typed};

/// Whether letters can be sent from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Forms {
    /// This server only reads: its pages say so and name the operator's contact.
    #[default]
    Closed,
    /// They are kept for the operator.
    Open,
}

/// How many letters came and what became of them: numbers and reasons, never who wrote or what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correspondence {
    /// Letters that ever came.
    pub received: usize,
    /// Nobody has decided on them yet.
    pub waiting: usize,
    /// Taken in: as the hospital's words or as a correction.
    pub accepted: usize,
    /// Not taken in.
    pub refused: usize,
    /// Taken in first, and taken back.
    pub withdrawn: usize,
    /// Erased before anybody decided.
    pub erased: usize,
    /// Why letters were refused, each reason with its letters, the most frequent first.
    pub reasons: Vec<(String, usize)>,
}

/// A form that was taken or could not be; nothing at all where a page is simply read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// What was typed.
    pub typed: Typed,
    /// Why it came back.
    pub trouble: Trouble,
    /// Where it lies now, if it was taken.
    pub kept: Option<Kept>,
}

/// A letter on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Its number there; `None` for what a program has filled in and nobody keeps.
    pub number: Option<i64>,
    /// The day on which it came.
    pub received: String,
}

/// Why a form comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Trouble {
    /// It does not: nobody has sent it yet.
    #[default]
    None,
    /// Fields at fault, from top to bottom.
    Faults(Vec<(Field, Fault)>),
    /// The form as a whole.
    Refused(Refusal),
}

/// Why a form as a whole is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It was sent from a page of another site.
    Elsewhere,
    /// It is larger than any form of ours.
    TooLarge,
    /// Too many came from one address.
    TooMany {
        /// Until the next may come.
        seconds: u32,
    },
    /// This server keeps nothing.
    Closed,
    /// More wait than anybody can read.
    Full,
    /// It could not be written down.
    Failed,
}

impl Trouble {
    /// As an HTTP status.
    pub const fn status(&self) -> u16 {
        match self {
            Self::None => 200,
            Self::Faults(_) => 422,
            Self::Refused(refusal) => match refusal {
                Refusal::Elsewhere => 403,
                Refusal::TooLarge => 413,
                Refusal::TooMany { .. } => 429,
                Refusal::Closed | Refusal::Full => 503,
                Refusal::Failed => 500,
            },
        }
    }

    /// What is wrong with one field.
    pub fn of(&self, field: Field) -> Option<Fault> {
        let Self::Faults(faults) = self else { return None };
        faults.iter().find(|(at, _)| *at == field).map(|(_, fault)| *fault)
    }
}
