//! Which tables are described by a recipe, and how is a recipe read?
//!
//! A recipe is a TOML file that says which column is what, so that a simple table needs no Rust. Its language is
//! described in [`description`]; `for_each` repeats a block with other words in the place of `{…}`.

mod apply;
mod description;
mod field;
mod national;
mod observe;
mod pivot;
mod plan;
mod subjects;

pub(crate) use apply::read;
pub(crate) use description::Recipe;

/// The recipes that come with the project, by name of their file.
pub(crate) const RECIPES: &[(&str, &str)] = &[
    ("jp-navii-departments.toml", include_str!("../../../../content/sources/jp-navii-departments.toml")),
    ("jp-navii-definitions.toml", include_str!("../../../../content/sources/jp-navii-definitions.toml")),
    ("jp-dpc-panel.toml", include_str!("../../../../content/sources/jp-dpc-panel.toml")),
    ("us-cms-2011.toml", include_str!("../../../../content/sources/us-cms-2011.toml")),
    ("us-cms-2024-hospitals.toml", include_str!("../../../../content/sources/us-cms-2024-hospitals.toml")),
    ("us-cms-2024-readmissions.toml", include_str!("../../../../content/sources/us-cms-2024-readmissions.toml")),
    ("us-cms-2024-hac.toml", include_str!("../../../../content/sources/us-cms-2024-hac.toml")),
    ("us-cms-hac-scores.toml", include_str!("../../../../content/sources/us-cms-hac-scores.toml")),
    ("us-cms-hac-deciles.toml", include_str!("../../../../content/sources/us-cms-hac-deciles.toml")),
    ("us-cms-2024-maternal.toml", include_str!("../../../../content/sources/us-cms-2024-maternal.toml")),
    ("us-cms-timely.toml", include_str!("../../../../content/sources/us-cms-timely.toml")),
    ("us-cms-complications.toml", include_str!("../../../../content/sources/us-cms-complications.toml")),
    ("us-cms-unplanned.toml", include_str!("../../../../content/sources/us-cms-unplanned.toml")),
    ("us-cms-infections.toml", include_str!("../../../../content/sources/us-cms-infections.toml")),
    ("us-cms-hcahps.toml", include_str!("../../../../content/sources/us-cms-hcahps.toml")),
    ("us-cms-pch-visits.toml", include_str!("../../../../content/sources/us-cms-pch-visits.toml")),
    ("us-cms-pch-palliative.toml", include_str!("../../../../content/sources/us-cms-pch-palliative.toml")),
    ("us-cms-pch-infections.toml", include_str!("../../../../content/sources/us-cms-pch-infections.toml")),
    ("us-cms-national.toml", include_str!("../../../../content/sources/us-cms-national.toml")),
    ("us-cms-2024-footnotes.toml", include_str!("../../../../content/sources/us-cms-2024-footnotes.toml")),
    ("us-cms-2024-measure-dates.toml", include_str!("../../../../content/sources/us-cms-2024-measure-dates.toml")),
    ("gb-shmi.toml", include_str!("../../../../content/sources/gb-shmi.toml")),
];

/// Reads a recipe; the error says where it goes wrong.
pub(crate) fn parse(text: &str) -> Result<Recipe, String> {
    let mut table: toml::Table = toml::from_str(text).map_err(|e| e.to_string())?;
    for (_, value) in table.iter_mut() {
        repeat_blocks(value);
    }
    let mut recipe: Recipe = table.try_into().map_err(|e: toml::de::Error| e.to_string())?;
    take_measures_of_others(&mut recipe)?;
    Ok(recipe)
}

/// Takes over the definitions of measures that stand in other recipes of the project and that this one's values need.
fn take_measures_of_others(recipe: &mut Recipe) -> Result<(), String> {
    for name in &recipe.measures_of {
        let file = format!("{name}.toml");
        let (_, text) = RECIPES
            .iter()
            .find(|(known, _)| *known == file && name != &recipe.id)
            .ok_or_else(|| format!("measures_of: there is no recipe \"{name}\""))?;
        let needed = |id: &str| recipe.observation.iter().any(|o| o.measure == id);
        let found = parse(text)?.measure.into_iter().filter(|m| needed(&m.id));
        let found: Vec<_> = found.filter(|m| recipe.measure.iter().all(|own| own.id != m.id)).collect();
        recipe.measure.extend(found);
    }
    Ok(())
}

/// Repeats every block of a list that has `for_each`, once for each of its entries.
fn repeat_blocks(value: &mut toml::Value) {
    let toml::Value::Array(blocks) = value else {
        return;
    };
    let mut repeated = Vec::with_capacity(blocks.len());
    for mut block in std::mem::take(blocks) {
        let entries = block.as_table_mut().and_then(|t| t.remove("for_each"));
        match entries {
            Some(toml::Value::Array(entries)) => {
                repeated.extend(entries.iter().filter_map(toml::Value::as_table).map(|words| filled(&block, words)));
            }
            _ => repeated.push(block),
        }
    }
    *blocks = repeated;
}

/// The same value with every `{word}` replaced; a text that is nothing but `{word}` becomes the word's own value.
fn filled(value: &toml::Value, words: &toml::Table) -> toml::Value {
    match value {
        toml::Value::String(text) => {
            let whole = text.strip_prefix('{').and_then(|t| t.strip_suffix('}'));
            if let Some(value) = whole.and_then(|word| words.get(word)) {
                return value.clone();
            }
            let mut text = text.clone();
            for (word, value) in words {
                if let Some(value) = value.as_str() {
                    text = text.replace(&format!("{{{word}}}"), value);
                }
            }
            toml::Value::String(text)
        }
        toml::Value::Array(items) => toml::Value::Array(items.iter().map(|v| filled(v, words)).collect()),
        toml::Value::Table(table) => {
            toml::Value::Table(table.iter().map(|(key, v)| (key.clone(), filled(v, words))).collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recipe_of_the_project_can_be_read() {
        for (name, text) in RECIPES {
            let recipe = parse(text).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(format!("{}.toml", recipe.id), *name);
            assert!(!recipe.known_by.is_empty() && !recipe.source.id.is_empty(), "{name}");
        }
    }

    #[test]
    fn a_word_that_is_no_part_of_the_language_is_refused_by_name() {
        let text = RECIPES[0].1.replace("known_by", "recognised_by");
        assert!(parse(&text).unwrap_err().contains("recognised_by"));
    }

    #[test]
    fn measures_are_taken_from_another_recipe_only_where_they_are_needed() {
        let of = |name: &str| RECIPES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text).unwrap();
        let taken = parse(of("us-cms-pch-infections.toml")).unwrap();
        let ids: Vec<&str> = taken.measure.iter().map(|m| m.id.as_str()).collect();
        assert_eq!((ids.len(), ids[0], ids[6]), (8, "us-hai-clabsi", "us-timely-flu-staff"));
        let text = of("us-cms-pch-infections.toml").replace("\"us-cms-timely\"", "\"us-cms-nothing\"");
        assert!(parse(&text).unwrap_err().contains("us-cms-nothing"));
    }

    #[test]
    fn a_block_is_repeated_for_each_entry() {
        let mut value: toml::Table = toml::from_str(
            "[[b]]\nname = \"{code}-x\"\nshare = \"{share}\"\nfor_each = [{ code = \"a\", share = 0.5 }, { code = \"b\", share = 1.5 }]",
        )
        .unwrap();
        repeat_blocks(value.get_mut("b").unwrap());
        let expected: toml::Table =
            toml::from_str("[[b]]\nname = \"a-x\"\nshare = 0.5\n[[b]]\nname = \"b-x\"\nshare = 1.5").unwrap();
        assert_eq!(value, expected);
    }
}
