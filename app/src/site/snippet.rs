//! What does somebody copy who wants to show a chart elsewhere, or to cite it?

use super::document::site_name;
use super::drawings::{Drawing, Ending};
use super::embed::Embed;
use domain::view_spec::ViewSpec;
use i18n::date_iso;
use reports::ReportError;

/// Listens for the height that the frame tells, and believes it only of the frame itself.
pub const LISTENER: &str = "addEventListener('message',function(e){\
document.querySelectorAll('iframe[data-monosashi]').forEach(function(f){\
if(e.source===f.contentWindow&&e.data&&e.data.type==='monosashi:height'&&e.data.height>0)\
f.style.height=Math.min(e.data.height,9999)+'px'})})";

/// Everything that can be copied of one chart, pinned to the release in which it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// A frame that is complete without any script, and a listener that fits its height.
    pub frame: String,
    /// The frame alone.
    pub frame_alone: String,
    /// An image that leads to the page.
    pub image: String,
    /// The address of the page.
    pub link: String,
    /// Title of the chart.
    pub title: String,
    /// Height of the frame, px.
    pub height_px: u32,
}

impl Snippet {
    /// Of a chart as it stands.
    ///
    /// # Errors
    /// [`ReportError::NotDrawn`] where this measure has no such drawing.
    pub fn of(embed: &Embed<'_>) -> Result<Self, ReportError> {
        let drawing = Drawing { locale: embed.locale, chart: embed.report.chart };
        let pinned = embed.report.pinned();
        let figure = embed.report.figure(embed.locale, "s", 640.0)?;
        let height_px = embed.height_px()?;
        let absolute = |path: String| escaped(&embed.origin.absolute(&path));
        let named = embed.title(&figure);
        let title = format!("{named}{}{}", embed.locale.pick("｜", " | "), site_name(embed.locale));
        let frame_alone = format!(
            "<iframe data-monosashi src=\"{}\" title=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{height_px}\" style=\"border:0\"></iframe>",
            absolute(drawing.file(Ending::Html, &pinned)),
            escaped(&title),
        );
        let sized = ViewSpec { width: None, ..pinned.clone() };
        let link = embed.origin.absolute(&drawing.page(&pinned));
        Ok(Self {
            frame: format!("{frame_alone}<script>{LISTENER}</script>"),
            image: format!(
                "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"800\" loading=\"lazy\"></a>",
                escaped(&link),
                absolute(drawing.file(Ending::Png, &ViewSpec { width: Some(800), ..sized })),
                escaped(&figure.description),
            ),
            frame_alone,
            link,
            title: named,
            height_px,
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
        let key: String = format!("monosashi-{}-{}", release.id, embed.report.measure().id);
        let site = site_name(locale);
        Self {
            inline: words::inline(locale, site, &release.id),
            full: words::full(locale, site, &snippet.title, &as_of, &release.id, &sources, &snippet.link),
            bibtex: format!(
                "@misc{{{key},\n  author = {{{{{site}}}}},\n  title = {{{}}},\n  year = {{{year}}},\n  note = {{{}}},\n  url = {{{}}}\n}}",
                in_bibtex(&snippet.title),
                in_bibtex(&words::note(locale, &release.id, &sources)),
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
        pub(super) fn inline(site: &str, release: &str) { ja: "（{site}、版 {release}）", en: "({site}, release {release})" }
        pub(super) fn full(site: &str, title: &str, as_of: &str, release: &str, sources: &str, link: &str) {
            ja: "{site}「{title}」（{as_of}現在、版 {release}）。もとのデータ：{sources}。{link}",
            en: "{site}: “{title}” (as of {as_of}, release {release}). Data: {sources}. {link}",
        }
        pub(super) fn note(release: &str, sources: &str) {
            ja: "版 {release}。もとのデータ：{sources}",
            en: "Release {release}. Data: {sources}",
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
