//! How is a view handed on within five metres: as a sheet of paper, as a message, aloud?

use crate::islands::copy_button::CopyButton;
use crate::islands::print_button::PrintButton;
use crate::site::components::hand_on::sheet_words;
use crate::site::components::licences::{states_terms, without_terms};
use crate::site::components::paper::Paper;
use crate::site::document::{Meta, site_name};
use crate::site::links::{Here, Place};
use crate::site::pages::conditions::{load_near, somewhere};
use crate::site::pages::hospitals::settled;
use crate::site::routes::Page;
use crate::site::sheets::{Sheet, Subject};
use crate::site::told::{self, Told};
use content::Preset;
use domain::view_spec::ViewSpec;
use i18n::{Locale, list};
use leptos::prelude::*;
use reports::model::{CareFilter, ReleaseNote, SourceNote};
use reports::{ReportError, Reports};

/// What the reports say for a sheet.
struct Made {
    told: Told,
    release: ReleaseNote,
    sources: Vec<SourceNote>,
    preset: Option<&'static Preset>,
    chosen: Vec<String>,
}

pub(in crate::site) async fn page(reports: &Reports, here: &Here, sheet: Sheet) -> Result<Page, ReportError> {
    let subject = Subject::of(&here.view);
    let made = made(reports, here, &subject).await?;
    let (here, locale) = (here.clone(), here.locale);
    let names: Vec<&str> = made.told.heads.iter().map(|head| head.name.as_str()).collect();
    let title = words::title(locale, sheet_words(locale, sheet), &list(locale, &names));
    Ok(Page {
        meta: Meta { title, description: words::lead(locale).to_owned() },
        release: made.release.clone(),
        content: Box::new(move || content(&here, sheet, &subject, &made)),
    })
}

async fn made(reports: &Reports, here: &Here, subject: &Subject) -> Result<Made, ReportError> {
    let (locale, view) = (here.locale, &here.view);
    let plain = |told: Told, release: &ReleaseNote, sources: &[SourceNote]| Made {
        told,
        release: release.clone(),
        sources: sources.to_vec(),
        preset: None,
        chosen: Vec::new(),
    };
    Ok(match subject {
        Subject::Hospital(id) => {
            let report = reports.hospital(id, view).await?;
            plain(told::of_hospital(locale, &report, view.measure.as_ref()), &report.release, &report.sources)
        }
        Subject::Compare => {
            let report = reports.compare(view).await?;
            plain(told::of_comparison(locale, &report), &report.release, &report.sources)
        }
        Subject::Measure(id) => {
            let report = reports.measure(id, &ViewSpec { limit: Some(1), ..view.clone() }).await?;
            plain(told::of_measure(locale, &report), &report.values.release, &report.values.sources)
        }
        Subject::Area(code) => {
            let report = reports.area(code, view).await?;
            plain(told::of_area(locale, &report), &report.release, &told::sources_of_area(&report))
        }
        Subject::Priorities => {
            let report = reports.priorities(view).await?;
            let told = told::of_priorities(locale, &report);
            let mut sources = report.sources.clone();
            let told = match report.preset.and_then(|preset| preset.care).filter(|_| report.place.spot().is_some()) {
                Some(care) => {
                    let asked = ViewSpec { care: Some(care), limit: Some(told::MOST_NEAR), ..view.clone() };
                    let finder = reports.finder(&asked).await?;
                    sources.extend(finder.sources.iter().cloned());
                    told::with_places(told, here, &finder)
                }
                None => told,
            };
            let made = plain(told, &report.release, &sources);
            Made { preset: report.preset, chosen: told::criteria(locale, &report), ..made }
        }
        Subject::Near => {
            let asked = ViewSpec { limit: Some(told::MOST_NEAR), ..view.clone() };
            let finder = reports.finder(&asked).await?;
            let in_reach = finder.care == CareFilter::Applied && finder.reach.is_some();
            let care = if in_reach { Some(reports.care_in_reach(&asked).await?) } else { None };
            let told = told::of_near(&settled(here, &finder), &finder, care.as_ref());
            plain(told, &finder.release, &finder.sources)
        }
        Subject::Condition(id) => {
            let found = content::condition(id).map_err(|error| ReportError::Store(error.to_string()))?;
            let condition = found.ok_or_else(|| ReportError::NotFound { kind: "page", id: id.clone() })?;
            if somewhere(view) {
                let near = load_near(reports, here, condition).await?;
                let told = told::of_condition_near(&settled(here, &near.finder), condition, &near);
                return Ok(plain(told, &near.finder.release, &near.finder.sources));
            }
            let release = reports.release_note(view)?;
            plain(told::of_condition(locale, condition, &release), &release, &[])
        }
        Subject::Site => {
            let release = reports.release_note(view)?;
            plain(told::of_site(locale, &release), &release, &[])
        }
    })
}

fn content(here: &Here, sheet: Sheet, subject: &Subject, made: &Made) -> AnyView {
    let locale = here.locale;
    // only what is handed on is of this release
    let address = here.origin.absolute(&subject.address(here, &made.release.id));
    let paper = Paper {
        locale,
        sheet,
        told: &made.told,
        address: &address,
        release: &made.release,
        sources: &made.sources,
        preset: made.preset,
        chosen: &made.chosen,
    };
    view! {
        <p class="ms-crumb"><a href=subject.back(here)>{words::back(locale)}</a></p>
        <h1 class="ms-h1-quiet">{words::hand_on(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {others(here, sheet)}
        {without_terms(locale, &made.sources)}
        <p>{words::print(locale)}</p>
        <PrintButton locale=locale.as_str().to_owned() />
        {paper.view()}
        {message(locale, made, &address)}
        {aloud(locale, &made.told)}
        <p class="ms-small ms-section">{words::law(locale)}</p>
    }
    .into_any()
}

/// The same view on other paper.
fn others(here: &Here, sheet: Sheet) -> AnyView {
    let locale = here.locale;
    let links = Sheet::ALL.map(|other| {
        let current = (other == sheet).then_some("page");
        let href = Place::Share(other).href(locale, &here.view);
        view! { <li><a href=href aria-current=current rel="nofollow">{sheet_words(locale, other)}</a></li> }
    });
    view! { <nav class="ms-hand-on" aria-label=words::sheets(locale)><ul>{links.collect_view()}</ul></nav> }.into_any()
}

/// A text to send, by LINE or mail or wherever it is pasted.
fn message(locale: Locale, made: &Made, address: &str) -> AnyView {
    let (told, release) = (&made.told, &made.release);
    let names: Vec<&str> = told.heads.iter().map(|head| head.name.as_str()).collect();
    let title = words::subject(locale, &list(locale, &names), site_name(locale));
    let invented = release.is_demonstration().then(|| reports::figures::fictional_words(locale).to_owned());
    let lines = invented
        .into_iter()
        .chain([title.clone()])
        .chain(told.facts.iter().chain(&told.places).map(|fact| format!("{}{fact}", locale.pick("・", "– "))));
    let lines: Vec<String> = lines.chain([told.caveat.clone(), address.to_owned()]).collect();
    let text = lines.join("\n");
    let line = format!("https://line.me/R/share?text={}", encoded(&text));
    // what may not be published as it stands is not held out to be copied
    let copy = states_terms(&made.sources).then(|| {
        let label = words::text(locale).to_owned();
        view! { <CopyButton locale=locale.as_str().to_owned() of="message-text".to_owned() label=label /> }
    });
    let mail = format!("mailto:?subject={}&body={}", encoded(&title), encoded(&text.replace('\n', "\r\n")));
    view! {
        <section class="ms-section" aria-labelledby="message">
            <h2 id="message">{words::send(locale)}</h2>
            <ul class="ms-takes">
                <li><a href=line rel="noreferrer external">{words::by_line(locale)}</a></li>
                <li><a href=mail>{words::by_mail(locale)}</a></li>
            </ul>
            <p class="ms-share-text" id="message-text">{text}</p>
            {copy}
        </section>
    }
    .into_any()
}

fn aloud(locale: Locale, told: &Told) -> AnyView {
    let said = told.aloud.iter().map(|said| view! { <li>{said.clone()}</li> });
    view! {
        <section class="ms-section" aria-labelledby="aloud">
            <h2 id="aloud">{words::aloud(locale)}</h2>
            <ul class="ms-aloud">{said.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// As every address takes it: a blank is `%20`, which mail programs need.
fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

mod words {
    i18n::text! {
        pub(super) fn title(sheet: &str, names: &str) { ja: "{sheet}：{names}", en: "{sheet}: {names}" }
        pub(super) fn back { ja: "もとのページへ", en: "Back to where you were" }
        pub(super) fn hand_on { ja: "家族や友人に渡す", en: "Pass it on" }
        pub(super) fn lead {
            ja: "分かっていることと注意を、紙や言葉で、近くの人に渡せます。",
            en: "What is known, and a caution, on paper or in words, for someone near you.",
        }
        pub(super) fn sheets { ja: "紙の大きさ", en: "Paper sizes" }
        pub(super) fn print {
            ja: "下の紙だけが、この大きさで印刷されます。ブラウザーの「印刷」を選び、余白は「デフォルト」、倍率は100％にしてください。",
            en: "Only the sheet below is printed, in its own size. Choose “Print” in your browser, with default margins and a scale of 100%.",
        }
        pub(super) fn send { ja: "文字で送る", en: "Send it as a message" }
        pub(super) fn by_line { ja: "LINEで送る", en: "Send by LINE" }
        pub(super) fn by_mail { ja: "メールで送る", en: "Send by email" }
        pub(super) fn text { ja: "送る文", en: "Message" }
        pub(super) fn subject(names: &str, site: &str) { ja: "{names}（{site}）", en: "{names} ({site})" }
        pub(super) fn aloud { ja: "声に出して伝えるなら", en: "To say out loud" }
        pub(super) fn law {
            ja: "この紙や文は、病院の広告には使えません。ほかの病院と比べてすぐれていると広告することは、医療法で禁じられています。",
            en: "A hospital may not use these sheets or texts as advertising: Japanese law forbids it to claim that it is better than others.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_message_survives_every_address() {
        assert_eq!(encoded("a b&c=1\n%"), "a%20b%26c%3D1%0A%25");
    }
}
