//! How does a word of a recipe become the text of a row?

use super::description::Recipe;
use crate::table::{Columns, Row};
use std::borrow::Cow;

/// What stands in a recipe where a text of the row is wanted.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Field {
    /// The cell of a column.
    Column(usize),
    /// Itself.
    Fixed(String),
    /// Cells and words put together.
    Joined(Vec<Part>),
}

/// A piece of a joined field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    Text(String),
    Cell(usize),
    /// A number that a spreadsheet has taken leading zeros from, in so many digits.
    Digits(usize, usize),
}

impl Field {
    /// The text of a row.
    pub(crate) fn of<'r>(&'r self, row: &'r Row) -> Cow<'r, str> {
        match self {
            Self::Column(at) => Cow::Borrowed(row.get(*at)),
            Self::Fixed(text) => Cow::Borrowed(text),
            Self::Joined(parts) => Cow::Owned(parts.iter().map(|p| p.of(row)).collect()),
        }
    }
}

impl Part {
    pub(crate) fn of<'r>(&'r self, row: &'r Row) -> Cow<'r, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Cell(at) => Cow::Borrowed(row.get(*at)),
            Self::Digits(at, width) => match row.get(*at) {
                "" => Cow::Borrowed(""),
                digits if digits.bytes().all(|b| b.is_ascii_digit()) => Cow::Owned(format!("{digits:0>width$}")),
                other => Cow::Borrowed(other),
            },
        }
    }
}

/// Finds the columns a recipe names, and remembers those that are not there.
pub(crate) struct Resolver<'a> {
    recipe: &'a Recipe,
    columns: &'a Columns,
    /// Columns asked for since the last [`Resolver::take_missing`] that the table does not have.
    missing: Vec<String>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(recipe: &'a Recipe, columns: &'a Columns) -> Self {
        Self { recipe, columns, missing: Vec::new() }
    }

    /// The columns that were not found since the last call.
    pub(crate) fn take_missing(&mut self) -> Vec<String> {
        std::mem::take(&mut self.missing)
    }

    /// A column by its header, or by one it has had.
    pub(crate) fn column(&mut self, header: &str) -> Option<usize> {
        let former = self.recipe.alias.get(header).into_iter().flatten();
        let found = self.columns.find(header).or_else(|| former.into_iter().find_map(|name| self.columns.find(name)));
        if found.is_none() && !self.missing.iter().any(|m| m == header) {
            self.missing.push(header.to_string());
        }
        found
    }

    /// A field by its text in the recipe.
    pub(crate) fn field(&mut self, text: &str) -> Option<Field> {
        if let Some(fixed) = text.strip_prefix('=') {
            return Some(Field::Fixed(fixed.to_string()));
        }
        if !text.contains('{') {
            return self.column(text).map(Field::Column);
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            if !before.is_empty() {
                parts.push(Part::Text(before.to_string()));
            }
            parts.push(match in_digits(name) {
                Some((name, width)) => Part::Digits(self.column(name)?, width),
                None => Part::Cell(self.column(name)?),
            });
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_string()));
        }
        Some(Field::Joined(parts))
    }

    /// A field that may be left out of the recipe.
    pub(crate) fn optional(&mut self, text: Option<&String>) -> Option<Field> {
        text.and_then(|t| self.field(t))
    }
}

/// `ZIP Code:05` asks for a column in five digits.
fn in_digits(name: &str) -> Option<(&str, usize)> {
    let (column, width) = name.rsplit_once(":0")?;
    Some((column, width.parse().ok().filter(|width| (1..=20).contains(width))?))
}

/// A text as part of an id: lower case, everything but letters and digits a hyphen.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == '.' {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gets_the_zeros_back_that_a_spreadsheet_took() {
        let row = Row { number: 1, cells: ["2138", "K1A 0B1", ""].into_iter().collect(), numbers: Vec::new() };
        let said = |at| Part::Digits(at, 5).of(&row).into_owned();
        assert_eq!([said(0), said(1), said(2)], ["02138", "K1A 0B1", ""]);
        assert_eq!(in_digits("ZIP Code:05"), Some(("ZIP Code", 5)));
        assert_eq!(in_digits("Time: 05"), None);
        assert_eq!(in_digits("ZIP Code"), None);
    }

    #[test]
    fn an_id_is_made_of_small_letters_digits_and_hyphens() {
        assert_eq!(slug("READM-30-HIP-KNEE-HRRP"), "readm-30-hip-knee-hrrp");
        assert_eq!(slug("PC_01"), "pc-01");
    }
}
