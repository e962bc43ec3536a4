//! What does somebody copy who wants to show a chart elsewhere, or to cite it?

use super::components::licences::named_sources;
use super::document::site_name;
use super::drawings::{Drawing, Ending};
use super::embed::{Embed, Heights};
use domain::view_spec::{ReleaseChoice, ViewSpec};
use i18n::date_iso;
use reports::ReportError;

/// Listens for the height that the frame tells, and believes it only of the frame itself.
pub const LISTENER: &str = "addEventListener('message',function(e){\
document.querySelectorAll('iframe[data-monosashi]').forEach(function(f){\
if(e.source===f.contentWindow&&e.data&&e.data.type==='monosashi:height'&&e.data.height>0)\
f.style.height=Math.min(e.data.height,9999)+'px'})})";

/// A frame counts in the width of what is around it. It keeps a width where that would take its own from it.
const AROUND: &str = "container-type:inline-size;min-width:240px";

/// Everything that can be copied of one chart: pinned to the release in which it was seen, or following the newest one where
/// that was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Snippet {
    /// A frame that is complete and of the right height without any script, and a listener for when its words are opened.
    pub frame: String,
    /// The frame alone, as high as it is at its highest.
    pub frame_alone: String,
    /// An image that leads to the page.
    pub image: String,
    /// The address of the page.
    pub link: String,
    /// Title of the chart.
    pub title: String,
    /// Height of the frame at its highest, px.
    pub height_px: u32,
    /// Its heights at every width.
    pub heights: Heights,
}

impl Snippet {
    /// Of a chart as it stands.
    ///
    /// # Errors
    /// [`ReportError::NotDrawn`] where this measure has no such drawing.
    pub fn of(embed: &Embed<'_>) -> Result<Self, ReportError> {
        let drawing = Drawing { locale: embed.locale, chart: embed.report.chart };
        let handed_on = embed.report.handed_on();
        let figure = embed.report.figure(embed.locale, "s", 640.0)?;
        let heights = embed.heights()?;
        let height_px = heights.highest();
        let absolute = |path: String| escaped(&embed.origin.absolute(&path));
        let named = embed.title(&figure);
        let title = format!("{named}{}{}", embed.locale.pick("｜", " | "), site_name(embed.locale));
        let source = absolute(drawing.file(Ending::Html, &handed_on));
        let frame = |style: &str| {
            format!(
                "<iframe data-monosashi src=\"{source}\" title=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height_px}\" style=\"border:0{style}\"></iframe>",
                escaped(&title),
            )
        };
        let sized = ViewSpec { width: None, ..handed_on.clone() };
        let link = embed.origin.absolute(&drawing.page(&handed_on));
        let fitted = frame(&format!(";{}", heights.css()));
        Ok(Self {
            frame: format!("<div style=\"{AROUND}\">{fitted}</div><script>{LISTENER}</script>"),
            image: format!(
                "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"800\" loading=\"lazy\"></a>",
                escaped(&link),
                absolute(drawing.file(Ending::Png, &ViewSpec { width: Some(800), ..sized })),
                escaped(&figure.description),
            ),
            frame_alone: frame(""),
            link,
            title: named,
            height_px,
            heights,
        })
    }
}

/// How a chart is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Within a sentence.
    pub inline: String,
    /// In a list of references.
    pub full: String,
    /// For BibTeX.
    pub bibtex: String,
}

impl Citation {
    /// Of a chart as it stands.
    pub fn of(embed: &Embed<'_>, snippet: &Snippet) -> Self {
        let (locale, release) = (embed.locale, embed.report.release());
        let year = release.as_of.year();
        let as_of = date_iso(locale, &release.as_of.to_string());
        let cited = embed.report.cited();
        let publishers = cited.iter().map(|source| locale.pick(&source.publisher.ja, &source.publisher.en).as_str());
        let publishers: Vec<&str> = publishers.filter(|publisher| !publisher.is_empty()).collect();
        let sources = publishers.join(locale.pick("、", ", "));
        let site = site_name(locale);
        let (key, seen) = match embed.report.view.release {
            ReleaseChoice::Following => ("latest", words::newest(locale, &release.id)),
            _ => (release.id.as_str(), words::release(locale, &release.id)),
        };
        let key = format!("monosashi-{key}-{}", embed.report.measure().id);
        Self {
            inline: match named_sources(locale, &cited) {
                none if none.is_empty() => words::inline(locale, site, &seen),
                named => words::inline_with_source(locale, &named, site, &seen),
            },
            full: words::full(locale, site, &snippet.title, &as_of, &seen, &sources, &snippet.link),
            bibtex: format!(
                "@misc{{{key},\n  author = {{{{{site}}}}},\n  title = {{{}}},\n  year = {{{year}}},\n  note = {{{}}},\n  url = {{{}}}\n}}",
                in_bibtex(&snippet.title),
                in_bibtex(&words::note(locale, &seen, &sources)),
                snippet.link,
            ),
        }
    }
}

/// Braces and backslashes mean something there.
fn in_bibtex(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '{' | '}' | '\\')).collect()
}

/// Text between quotation marks of an element.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
    out
}

mod words {
    i18n::text! {
        pub(super) fn release(id: &str) { ja: "版 {id}", en: "release {id}" }
        pub(super) fn newest(id: &str) { ja: "最新の版、引用したときは {id}", en: "newest release, {id} when cited" }
        pub(super) fn inline(site: &str, seen: &str) { ja: "（{site}、{seen}）", en: "({site}, {seen})" }
        pub(super) fn inline_with_source(named: &str, site: &str, seen: &str) {
            ja: "（{named}。{site}、{seen}）",
            en: "({named}. {site}, {seen})",
        }
        pub(super) fn full(site: &str, title: &str, as_of: &str, seen: &str, sources: &str, link: &str) {
            ja: "{site}「{title}」（{as_of}現在、{seen}）。もとのデータ：{sources}。{link}",
            en: "{site}: “{title}” (as of {as_of}, {seen}). Data: {sources}. {link}",
        }
        pub(super) fn note(seen: &str, sources: &str) {
            ja: "{seen}。もとのデータ：{sources}",
            en: "{seen}. Data: {sources}",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LISTENER, escaped, in_bibtex};

    #[test]
    fn the_listener_is_small_and_believes_only_the_frame() {
        assert!(LISTENER.len() < 1024);
        assert!(LISTENER.contains("e.source===f.contentWindow"));
    }

    #[test]
    fn nothing_leaves_its_attribute_or_its_entry() {
        assert_eq!(escaped("a\" onload=\"x<y>&\n"), "a&quot; onload=&quot;x&lt;y&gt;&amp;");
        assert_eq!(in_bibtex("a}, url = {evil\\"), "a, url = evil");
    }
}
