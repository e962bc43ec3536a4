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
    fn of<'r>(&'r self, row: &'r Row) -> &'r str {
        match self {
            Self::Text(text) => text,
            Self::Cell(at) => row.get(*at),
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
            parts.push(Part::Cell(self.column(name)?));
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
    fn an_id_is_made_of_small_letters_digits_and_hyphens() {
        assert_eq!(slug("READM-30-HIP-KNEE-HRRP"), "readm-30-hip-knee-hrrp");
        assert_eq!(slug("PC_01"), "pc-01");
    }
}
