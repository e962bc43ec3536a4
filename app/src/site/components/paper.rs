//! How does a sheet of paper look that is handed on? The same on the screen, in its true proportions, and in print.

mod handout;

use super::qr;
use super::question_sheet::{questions, to_write};
use super::readings::{Readings, Room, parts, read};
use crate::site::document::site_name;
use crate::site::layout::{emergency_abroad, motto};
use crate::site::sheets::Sheet;
use crate::site::told::{Head, Told};
use charts::{RulerHeight, Theme, Weight, text_width};
use content::Preset;
use handout::Drawn;
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::{self, Stand, Surroundings};
use reports::model::{ReleaseNote, SourceNote};

/// What a sheet is made of.
pub struct Paper<'a> {
    /// Language.
    pub locale: Locale,
    /// Which sheet.
    pub sheet: Sheet,
    /// What is told.
    pub told: &'a Told,
    /// Where the view is found, from outside.
    pub address: &'a str,
    /// Release.
    pub release: &'a ReleaseNote,
    /// Sources that may be cited.
    pub sources: &'a [SourceNote],
    /// For whom.
    pub preset: Option<&'static Preset>,
    /// What this person has chosen as criteria.
    pub chosen: &'a [String],
}

impl Paper<'_> {
    /// The sheet.
    pub fn view(&self) -> AnyView {
        let (class, inside) = match self.sheet {
            Sheet::Card => (format!("ms-paper ms-paper-card ms-fit-{}", self.fit(0.0)), self.facts_large()),
            Sheet::Poster => {
                let drawn = if self.told.drawn.is_some() { DRAWING } else { 0.0 };
                (format!("ms-paper ms-paper-poster ms-fit-{}", self.fit(drawn)), self.facts_large())
            }
            Sheet::Handout => ("ms-paper ms-paper-a4".to_owned(), self.handout()),
            Sheet::Questions => ("ms-paper ms-paper-a4".to_owned(), self.questions()),
        };
        let label = words::preview(self.locale);
        view! { <section class=class aria-label=label><div class="ms-paper-in">{inside}</div></section> }.into_any()
    }

    /// Card and poster: the same page, large.
    fn facts_large(&self) -> AnyView {
        let mut readings = Readings::new(self.locale);
        let drawn = (self.sheet == Sheet::Poster).then(|| self.drawn()).flatten().map(|drawn| image(&drawn));
        view! {
            {self.top()}
            {self.heads()}
            {self.facts(&mut readings)}
            {self.places(&mut readings)}
            {drawn}
            {self.caveat(&mut readings)}
            {self.foot()}
        }
        .into_any()
    }

    fn handout(&self) -> AnyView {
        let locale = self.locale;
        let mut readings = Readings::new(locale);
        let facts = self.facts(&mut readings);
        let places = self.places(&mut readings);
        let caveat = self.caveat(&mut readings);
        let phone = (!self.told.phone.is_empty())
            .then(|| view! { <h3>{words::contact(locale)}</h3> <p class="ms-paper-contact">{readings.of(&self.told.phone)}</p> });
        let sites = self.told.sites.iter().map(|site| view! { <li>{site.clone()}</li> });
        let sites =
            (!self.told.sites.is_empty()).then(|| view! { <ul class="ms-paper-sites">{sites.collect_view()}</ul> });
        // what stands among the facts can be read out from there
        let spoken = self.told.aloud.iter().filter(|said| !self.told.facts.contains(said));
        // a list of hospitals leaves room for questions, or for what the page below says anyway
        let spoken = spoken.filter(|_| self.told.places.is_empty());
        let spoken: Vec<&str> = spoken.map(String::as_str).collect();
        let asked: Vec<&str> = self.asked().into_iter().take(handout::MOST_ASKED).collect();
        let drawn = self.drawn();
        let caption = drawn.as_ref().map_or("", |drawn| drawn.title.as_str());
        let plan = self.plan(&spoken, &asked, caption);
        let mut list = |class: &'static str, heading: &'static str, texts: &[&str], most: usize| {
            let rows: Vec<_> = texts.iter().take(most).map(|text| view! { <li>{readings.of(text)}</li> }).collect();
            (!rows.is_empty()).then(|| view! { <h3>{heading}</h3> <ul class=class>{rows}</ul> })
        };
        let spoken = list("ms-aloud", words::aloud(locale), &spoken, plan.spoken);
        let asked = list("", words::ask(locale), &asked, plan.asked);
        let beside: Vec<&str> = self.told.beside.iter().map(String::as_str).collect();
        let beside = list("", words::beside(locale), &beside, plan.beside);
        view! {
            {self.top()}
            {self.heads()}
            {facts}
            {places}
            {drawn.filter(|_| plan.drawing == Drawn::Yes).map(|drawn| image(&drawn))}
            {caveat}
            {beside}
            {phone}
            {sites}
            {asked}
            {spoken}
            {self.foot()}
        }
        .into_any()
    }

    fn questions(&self) -> AnyView {
        let locale = self.locale;
        let mut readings = Readings::new(locale);
        let asked = self.asked().into_iter().take(6);
        let asked: Vec<_> = asked.map(|text| view! { <li>{readings.of(text)}</li> }).collect();
        view! {
            {self.top()}
            <h2>{words::sheet(locale)}</h2>
            <p>{words::sheet_lead(locale)}</p>
            <p class="ms-paper-about">{words::about(locale)} " " {self.names()}</p>
            <h3>{words::asked(locale)}</h3>
            <ol class="ms-asked">{asked}</ol>
            {to_write(locale, self.chosen)}
            <h3>{words::answers(locale)}</h3>
            <div class="ms-write-rest" aria-hidden="true"></div>
            {self.foot()}
        }
        .into_any()
    }

    /// Whose it is, and that it is invented where it is.
    fn top(&self) -> AnyView {
        let locale = self.locale;
        let invented = self.release.is_demonstration();
        let invented =
            invented.then(|| view! { <strong class="ms-invented">{figures::fictional_words(locale)}</strong> });
        view! {
            <div class="ms-edge" aria-hidden="true"></div>
            <p class="ms-paper-top"><strong>{site_name(locale)}</strong> <span>{motto(locale)}</span></p>
            {invented}
        }
        .into_any()
    }

    fn heads(&self) -> AnyView {
        let one = self.told.heads.len() == 1;
        let heads = self.told.heads.iter().map(named);
        let class = if one { "ms-heads" } else { "ms-heads ms-heads-many" };
        view! { <div class=class>{heads.collect_view()}</div> }.into_any()
    }

    fn names(&self) -> String {
        let names: Vec<&str> = self.told.heads.iter().map(|head| head.name.as_str()).collect();
        i18n::list(self.locale, &names)
    }

    fn facts(&self, readings: &mut Readings) -> AnyView {
        let facts: Vec<_> = self.told.facts.iter().map(|said| view! { <li>{readings.of(said)}</li> }).collect();
        view! { <ol class="ms-facts-three">{facts}</ol> }.into_any()
    }

    /// What to ask: what belongs to the matter itself before what may be asked anywhere.
    fn asked(&self) -> Vec<&str> {
        let (own, locale) = (&self.told.ask, self.locale);
        let others = questions(self.preset, self.told.topic, self.told.general);
        own.iter().chain(others).map(|text| locale.pick(&text.ja, &text.en).as_str()).collect()
    }

    /// The hospitals of a list; without numbers, which would be taken for places in an order.
    fn places(&self, readings: &mut Readings) -> Option<AnyView> {
        let shown = self.places_shown();
        (!shown.is_empty()).then(|| {
            let rows: Vec<_> = shown.iter().map(|said| view! { <li>{readings.of(said)}</li> }).collect();
            view! { <ul class="ms-facts-places">{rows}</ul> }.into_any()
        })
    }

    /// A card has room for three.
    fn places_shown(&self) -> &[String] {
        let most = if self.sheet == Sheet::Card { 3 } else { 5 };
        self.told.places.get(..most.min(self.told.places.len())).unwrap_or_default()
    }

    fn caveat(&self, readings: &mut Readings) -> AnyView {
        let said = readings.of(&self.told.caveat);
        view! { <p class="ms-paper-caveat"><strong>{words::mind(self.locale)}</strong> " " {said}</p> }.into_any()
    }

    /// The ruler of the hospital, where there is one.
    fn drawn(&self) -> Option<charts::Figure> {
        let section = self.told.drawn.as_ref().filter(|section| !section.measure.is_yes_or_no())?;
        let around = Surroundings {
            notices: &[],
            locale: self.locale,
            stand: Stand::InPage,
            id: "paper",
            width_px: charts::Frame::DESKTOP,
            release: self.release,
            sources: self.sources,
        };
        let ruler = figures::ruler(&around, section);
        Some(charts::Ruler { height: RulerHeight::Share, ..ruler }.figure(self.locale))
    }

    /// The way to the view, where it comes from, and what it may not be used for.
    fn foot(&self) -> AnyView {
        let locale = self.locale;
        view! {
            <div class="ms-paper-foot">
                <div class="ms-paper-qr" aria-hidden="true" inner_html=qr::square(self.address)></div>
                <div>
                    <p><strong>{words::scan(locale)}</strong></p>
                    <p class="ms-paper-small">{self.told.source.clone()}</p>
                    <p class="ms-paper-small">{words::no_advertising(locale)}</p>
                    <p class="ms-paper-small">{emergency(locale, &self.told.country)}</p>
                </div>
            </div>
        }
        .into_any()
    }

    /// Which of the sizes of type lets everything stand on one page, counted as lines; `drawn` is taken by a drawing.
    fn fit(&self, drawn: f64) -> usize {
        let fits = |size: &f64| self.height(*size) + drawn <= ROOM && self.widest_name(*size) <= WIDTH;
        SIZES.iter().position(fits).unwrap_or(SIZES.len() - 1)
    }

    /// The widest part of a name that is not broken because its reading stands above it.
    fn widest_name(&self, size: f64) -> f64 {
        let size = size * if self.told.heads.len() == 1 { 1.8 } else { 1.1 };
        let wide = |name: &str, kana: &str| {
            text_width(name, size, Weight::Bold).max(text_width(kana, size / 2.0, Weight::Bold))
        };
        let read = self.told.heads.iter().filter(|head| !head.reading.is_empty());
        let parts = read.filter_map(|head| parts(&head.name, &head.reading, Room::PAPER)).flatten();
        parts.map(|(name, kana)| wide(name, kana)).fold(0.0, f64::max)
    }

    /// How high the page is at a size of type, in hundredths of its width.
    fn height(&self, size: f64) -> f64 {
        let lines = |text: &str, scale: f64, indent: f64| {
            (text_width(text, size * scale, weight(scale)) * SLACK / (WIDTH - indent * size)).ceil().max(1.0)
        };
        let (head, reading) = if self.told.heads.len() == 1 { (1.8, 0.9) } else { (1.1, 0.55) };
        let heads = self.told.heads.iter().map(|one| {
            let above = if one.reading.is_empty() { 0.0 } else { reading };
            lines(&one.name, head, 0.0) * (head * 1.35 + above) + lines(&one.below, 0.85, 0.0) * 1.4 * 0.85 + 0.3
        });
        let facts = self.told.facts.iter().map(|said| lines(said, 1.0, 1.8) * 1.5 + 0.9);
        let facts = facts.chain(self.places_shown().iter().map(|said| lines(said, 0.9, 1.0) * 1.35 + 0.5));
        let caveat = lines(&self.told.caveat, 0.95, 5.5) * 1.5 + 1.9;
        let invented = if self.release.is_demonstration() { 2.2 } else { 0.0 };
        (heads.sum::<f64>() + facts.sum::<f64>() + caveat + invented + 1.5) * size + FIXED
    }
}

/// Sizes of type in hundredths of the width of the page, as the style sheet has them.
const SIZES: [f64; 8] = [5.0, 4.6, 4.2, 3.8, 3.4, 3.0, 2.7, 2.4];
/// Between the margins.
const WIDTH: f64 = 87.0;
/// From the upper edge to the lower one; the lines are counted with room to spare.
const ROOM: f64 = 141.0 - 4.0;
/// Edge, top line and foot.
const FIXED: f64 = 37.0;
/// Words do not break just where a line is full.
const SLACK: f64 = 1.04;
/// Height of a ruler.
const DRAWING: f64 = 33.0;

/// Names are set bold, everything else is not.
fn weight(scale: f64) -> Weight {
    if scale > 1.0 { Weight::Bold } else { Weight::Regular }
}

/// A drawing with its caption.
fn image(drawn: &charts::Figure) -> AnyView {
    // paper is white whatever the screen is: an image brings its own colours
    let encoded: String = form_urlencoded::byte_serialize(drawn.svg(Theme::Light).as_bytes()).collect();
    let address = format!("data:image/svg+xml,{}", encoded.replace('+', "%20"));
    let said = format!("{} {}", drawn.title, drawn.description);
    let caption = view! { <p class="ms-paper-caption">{drawn.title.clone()}</p> };
    view! { {caption} <img class="ms-paper-drawing" src=address alt=said /> }.into_any()
}

fn named(head: &Head) -> AnyView {
    view! {
        <h2 class="ms-head-name">{read(&head.name, &head.reading, Room::PAPER)}</h2>
        <p class="ms-head-below">{head.below.clone()}</p>
    }
    .into_any()
}

/// Whom to call at once; in another country the number of that country.
fn emergency(locale: Locale, country: &str) -> String {
    if matches!(country, "" | "JP") { words::emergency(locale).to_owned() } else { emergency_abroad(locale, country) }
}

mod words {
    i18n::text! {
        pub(super) fn preview { ja: "印刷される紙", en: "The sheet as it will print" }
        pub(super) fn mind { ja: "気をつけて", en: "Please note" }
        pub(super) fn aloud { ja: "声に出して伝えるなら", en: "To say out loud" }
        pub(super) fn contact { ja: "連絡するところ", en: "Whom to contact" }
        pub(super) fn beside { ja: "それぞれの病院", en: "What each hospital is" }
        pub(super) fn ask { ja: "聞いてみること", en: "What to ask" }
        pub(super) fn scan { ja: "つづきは、この四角をスマホで", en: "Scan for the whole page" }
        pub(super) fn no_advertising { ja: "病院の広告には使えません。", en: "Hospitals may not use this as advertising." }
        pub(super) fn emergency {
            ja: "いま危ないときは、こどもも 119（迷うときは #7119、こどものことで迷うときは #8000。つながらないときは 119）",
            en: "In an emergency call 119, for a child too (not sure: #7119; not sure about a child: #8000; no answer: 119)",
        }
        pub(super) fn sheet { ja: "医師に聞くことシート", en: "Questions for the doctor" }
        pub(super) fn sheet_lead {
            ja: "紹介してくれる医師に、この紙を見せてください。聞いてかまわないことばかりです。",
            en: "Show this sheet to the doctor who refers you. You can ask any of these questions.",
        }
        pub(super) fn about { ja: "見ているもの：", en: "About:" }
        pub(super) fn asked { ja: "聞きたいこと（○をつける）", en: "What I want to ask (circle it)" }
        pub(super) fn answers { ja: "聞いたこと", en: "What I was told" }
    }
}
