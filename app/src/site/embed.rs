//! What does another site show in a frame? A whole document: the drawing, its words and its table, its source.
//!
//! Nothing in it needs a script, and nothing in it asks another site for anything.

mod foot;
mod heights;

pub use heights::Heights;

use super::components::{qr, table};
use super::document::site_name;
use super::drawings::Drawing;
use super::links::Origin;
use super::style;
use super::tongues::with_tongues;
use charts::{Frame, responsive};
use domain::Bilingual;
use domain::view_spec::Theme;
use foot::{foot, notices};
use i18n::Locale;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use reports::ReportError;
use reports::chart::ChartReport;
use reports::model::Corrected;

/// Width of the drawing in a wide frame; the style sheet enlarges it no further.
const WIDE_PX: f64 = 640.0;

/// Tells the page around the frame how high it is: in our own words, in those of AMP and in those of pym.
pub const HEIGHT_SCRIPT: &str = "if(parent!==window){\
const child=new URLSearchParams(location.search).get('childId');\
const tell=()=>{const height=Math.ceil(document.documentElement.getBoundingClientRect().height);\
parent.postMessage({type:'monosashi:height',height},'*');\
parent.postMessage({sentinel:'amp',type:'embed-size',height},'*');\
if(child)parent.postMessage(['pym',child,'height',height].join('xPYMx'),'*')};\
new ResizeObserver(tell).observe(document.body);addEventListener('load',tell);tell()}";

/// A chart in a frame.
#[derive(Debug, Clone, Copy)]
pub struct Embed<'a> {
    /// Language.
    pub locale: Locale,
    /// What it shows.
    pub report: &'a ChartReport,
    /// What has been corrected since.
    pub corrections: &'a [Corrected],
    /// Where this site is found.
    pub origin: &'a Origin,
}

impl Embed<'_> {
    /// The whole document.
    ///
    /// # Errors
    /// [`ReportError::NotDrawn`] where this measure has no such drawing.
    pub fn html(&self) -> Result<String, ReportError> {
        let (narrow, wide) = (self.figure("n", Frame::PHONE)?, self.figure("w", self.wide_px())?);
        let owner = Owner::new();
        let html = owner.with(|| self.document(&narrow, &wide).to_html());
        owner.cleanup();
        Ok(if self.locale == Locale::En { with_tongues(&html) } else { html })
    }

    /// How high a frame must be so that nothing is cut off where no script tells it.
    ///
    /// # Errors
    /// [`ReportError::NotDrawn`] where this measure has no such drawing.
    pub fn heights(&self) -> Result<Heights, ReportError> {
        let [narrow, wide] = [self.figure("n", Frame::PHONE)?, self.figure("w", self.wide_px())?];
        let heights = Heights::of(&narrow.scene, &wide.scene, &self.report.view.release);
        Ok(if self.report.replies().is_empty() { heights } else { heights.with_reply() })
    }

    /// What the chart is called where it does not stand below its measure: the finding with the name of the measure.
    pub fn title(&self, figure: &charts::Figure) -> String {
        let name = &self.report.measure().name;
        let name = self.locale.pick(&name.ja, &name.en);
        let title = if figure.title.contains(name.as_str()) {
            figure.title.clone()
        } else {
            format!("{name}{}{}", self.locale.pick("：", ": "), figure.title)
        };
        match self.report.whose(self.locale) {
            Some(whose) => format!("{title}{}{whose}", self.locale.pick("｜", " | ")),
            None => title,
        }
    }

    fn wide_px(&self) -> f64 {
        // a wider sheet would only be made smaller by the frame, and its words with it
        self.report.view.width.map_or(WIDE_PX, f64::from).min(WIDE_PX)
    }

    fn figure(&self, id: &str, width_px: f64) -> Result<charts::Figure, ReportError> {
        self.report.figure(self.locale, id, width_px)
    }

    fn document(&self, narrow: &charts::Figure, wide: &charts::Figure) -> AnyView {
        let locale = self.locale;
        let drawing = Drawing { locale, chart: self.report.chart };
        let named = self.title(wide);
        let title = format!("{named} | {}", site_name(locale));
        let pinned = self.report.pinned();
        let page = self.origin.absolute(&drawing.page(&pinned));
        let oembed = self.origin.absolute(&drawing.oembed(self.origin, &self.report.view));
        let style = style::href(self.report.view.theme.unwrap_or(Theme::Auto));
        view! {
            <!DOCTYPE html>
            <html lang=locale.as_str()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="robots" content="noindex" />
                    <meta name="color-scheme" content=color_scheme(self.report.view.theme) />
                    <title>{title}</title>
                    <link rel="canonical" href=page.clone() />
                    <link rel="alternate" type="application/json+oembed" href=oembed title=named.clone() />
                    <link rel="stylesheet" href=style />
                </head>
                <body class="ms-embed">
                    <main aria-label=named.clone()>
                        <h1 class="ms-hidden">{named.clone()}</h1>
                        <figure class="ms-embed-figure" inner_html=responsive(narrow, wide)></figure>
                        {notices(self)}
                        <details class="ms-more">
                            <summary>{words::in_words(locale)}</summary>
                            <p>{wide.description.clone()}</p>
                            {table::table(wide.table.clone())}
                        </details>
                        {foot(self, &drawing, &page)}
                        {qr::on_paper(&page, words::permalink(locale))}
                    </main>
                    <script inner_html=HEIGHT_SCRIPT></script>
                </body>
            </html>
        }
        .into_any()
    }
}

/// The document of a chart that cannot be shown: it says why, in the frame.
pub fn refused(locale: Locale, told: &Bilingual<String>) -> String {
    let told = locale.pick(&told.ja, &told.en).clone();
    let owner = Owner::new();
    let html = owner.with(|| {
        view! {
            <!DOCTYPE html>
            <html lang=locale.as_str()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="robots" content="noindex" />
                    <title>{site_name(locale)}</title>
                    <link rel="stylesheet" href=style::href(Theme::Auto) />
                </head>
                <body class="ms-embed">
                    <main>
                        <h1 class="ms-h3">{words::not_shown(locale)}</h1>
                        <p>{told}</p>
                    </main>
                </body>
            </html>
        }
        .to_html()
    });
    owner.cleanup();
    html
}

const fn color_scheme(theme: Option<Theme>) -> &'static str {
    match theme {
        Some(Theme::Light | Theme::Mono) => "light",
        Some(Theme::Dark) => "dark",
        Some(Theme::Auto) | None => "light dark",
    }
}

mod words {
    i18n::text! {
        pub(super) fn in_words { ja: "図の内容を、言葉と表で読む", en: "The chart in words and as a table" }
        pub(super) fn permalink { ja: "この図のページ", en: "The page of this chart" }
        pub(super) fn not_shown { ja: "この図は表示できません", en: "This chart cannot be shown" }
    }
}
