//! How are the figures made, and which rules decide what may be said about them?

use content::Measure;
use domain::caveats::{CAVEATS, Caveat, Effect, Element};
use statistics::methods::Language;

/// The page for readers, in full; its formulas are its third layer.
const PAGE: &str = include_str!("../../../content/pages/methods.en.md");
/// The same in Japanese.
const PAGE_JA: &str = include_str!("../../../content/pages/methods.ja.md");

/// docs/METHODS.md.
pub fn document() -> anyhow::Result<String> {
    let mut text = without_anchors(PAGE);
    let from = "`content/pages/methods.*.md`, `crates/statistics/src/methods`, `crates/domain/src/caveats` and `content/measures`";
    text.push_str(&format!("\n---\n\n{}", super::generated_from(from)));
    text.push('\n');
    text.push_str(&one_level_down(&without_anchors(PAGE_JA)));
    for (heading, language) in [("Methods", Language::English), ("方法（日本語）", Language::Japanese)] {
        text.push_str(&format!("\n## {heading}\n\n"));
        text.push_str(&one_level_down(&without_anchors(&statistics::methods::markdown(language))));
    }
    text.push_str(
        "\n## Rules\n\nEvery figure is held against every rule, in this order.\n\
         The first that applies is the line beside the value; all that apply stand below it.\n",
    );
    CAVEATS.iter().for_each(|caveat| text.push_str(&rule(caveat)));
    text.push_str("\n## Measures of the official files\n\n");
    text.push_str("| id | name | kind | better is | adjusted for risk |\n|---|---|---|---|---|\n");
    content::measures()?.iter().for_each(|measure| text.push_str(&row(measure)));
    Ok(text)
}

/// The page without the marks that only the site needs: `## Heading {#anchor}`.
fn without_anchors(page: &str) -> String {
    let lines = page.lines().map(|line| match line.split_once(" {#") {
        Some((heading, _)) if line.starts_with('#') => heading,
        _ => line,
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// Headings become those of a part.
fn one_level_down(text: &str) -> String {
    let lines = text.lines().map(|line| if line.starts_with('#') { format!("#{line}\n") } else { format!("{line}\n") });
    lines.collect()
}

fn rule(caveat: &Caveat) -> String {
    let removes: Vec<&str> = caveat.blocks.iter().copied().map(Element::as_str).collect();
    let effect = match caveat.effect {
        Effect::Blocks => format!("removes {}", removes.join(", ")),
        Effect::Regroups => "asks for another group of hospitals".to_string(),
        Effect::Explains => "explains".to_string(),
    };
    format!(
        "\n### {}\n\n{}\n{}\n\n- Why it matters: {}\n- When it applies: {}\n- Effect: {effect}\n- Source: {}\n",
        caveat.id, caveat.text.en, caveat.text.ja, caveat.why, caveat.trigger, caveat.source
    )
}

fn row(measure: &Measure) -> String {
    let record = &measure.record;
    let adjusted = match record.risk_adjusted {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not said",
    };
    let (id, name) = (&record.id, &record.name);
    let (kind, direction) = (record.kind.as_str(), record.direction.as_str());
    format!("| `{id}` | {} ({}) | {kind} | {direction} | {adjusted} |\n", name.en, name.ja)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained_in_the_order_of_the_list() {
        let text = document().unwrap();
        let rules: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let ids: Vec<&str> = CAVEATS.iter().map(|caveat| caveat.id).collect();
        assert!(rules.ends_with(&ids));
    }

    #[test]
    fn marks_for_the_site_are_left_out() {
        assert_eq!(without_anchors("## Words {#words}\nA {#b}\n"), "## Words\nA {#b}\n");
    }
}
