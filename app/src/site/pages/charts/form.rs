//! What can be chosen of a chart: which, of whom, from which release, in which language, colours and size? A plain form.

use super::{Choices, PARTS};
use crate::islands::live_form::LiveForm;
use crate::site::components::by_country::{Country, options, regions};
use crate::site::links::{Here, Place};
use domain::peers::PeerGroup;
use domain::view_spec::{Chart, Key, LATEST, Language, ReleaseChoice, Theme, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;
use reports::model::MeasureNote;

/// Value and words of an option.
type Options = Vec<(String, String)>;

/// The form; with JavaScript a change shows at once.
pub(super) fn form(here: &Here, choices: &Choices) -> AnyView {
    let locale = here.locale;
    let fields = fields(here, choices);
    view! {
        <section class="ms-choose" aria-labelledby="choose">
            <h2 id="choose">{words::choose(locale)}</h2>
            <LiveForm parts=PARTS.to_owned() failed=words::failed(locale).to_owned()>{fields}</LiveForm>
        </section>
    }
    .into_any()
}

fn fields(here: &Here, choices: &Choices) -> AnyView {
    let locale = here.locale;
    let view = &here.view;
    let chart = view.chart.unwrap_or(Chart::Funnel);
    let kept = kept(view);
    let hidden = kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let named = |m: &MeasureNote| (m.id.to_string(), locale.pick(&m.name.ja, &m.name.en).clone());
    let of_country =
        |c: &Country<MeasureNote>| Country { code: c.code.clone(), entries: c.entries.iter().map(named).collect() };
    let measures = choices.measures.iter().map(of_country).collect();
    let measure = view.measure.as_ref().map(ToString::to_string).unwrap_or_default();
    // what is chosen stays, even where the measure has no such chart: the page says so
    let offered = Chart::ALL.iter().filter(|c| **c == chart || choices.charts.contains(c));
    let charts = offered.map(|c| (c.to_string(), locale.pick(c.name().ja, c.name().en).to_owned())).collect();
    view! {
        <form method="get" action=format!("{}#chart", Place::Charts.path(locale))>
            {hidden.collect_view()}
            {menu("measure", words::measure(locale), options(locale, measures, &measure))}
            {select("chart", words::chart(locale), charts, chart.as_str())}
            {filters(here, choices)}
            {language(locale, view)}
            {release(here, choices)}
            {looks(locale, view)}
            <button class="ms-button" type="submit">{words::show(locale)}</button>
        </form>
    }
    .into_any()
}

/// What the form does not ask again.
fn kept(view: &ViewSpec) -> Vec<(&'static str, String)> {
    let keys = [Key::Hospitals, Key::Hospital, Key::Period, Key::Stratum];
    keys.into_iter().filter_map(|key| Some((key.parameter(), view.printed(key)?))).collect()
}

/// Region and role; the style sheet hides them where the chosen chart shows every hospital.
fn filters(here: &Here, choices: &Choices) -> AnyView {
    let (locale, view) = (here.locale, &here.view);
    let everywhere = (String::new(), words::everywhere(locale).to_owned());
    let everywhere = vec![Country { code: String::new(), entries: vec![everywhere] }];
    let countries = everywhere.into_iter().chain(regions(locale, &choices.regions)).collect();
    let regions = options(locale, countries, view.region.as_deref().unwrap_or_default());
    let every_role = (String::new(), words::every_role(locale).to_owned());
    let roles =
        PeerGroup::ALL.iter().map(|role| (role.to_string(), locale.pick(role.name().ja, role.name().en).to_owned()));
    let roles: Options = std::iter::once(every_role).chain(roles).collect();
    let role = view.peer_group.map(|role| role.to_string()).unwrap_or_default();
    view! {
        {menu("region", words::region(locale), regions)}
        {select("peer_group", words::role(locale), roles, &role)}
    }
    .into_any()
}

fn language(locale: Locale, view: &ViewSpec) -> AnyView {
    let languages = [Language::Ja, Language::En].map(|l| {
        let name = if l == Language::Ja { Locale::Ja } else { Locale::En }.own_name();
        (l.to_string(), name.to_owned())
    });
    let language = view.language.map_or(locale.as_str(), Language::as_str).to_owned();
    select("lang", words::language(locale), languages.into(), &language)
}

/// Whether the copied chart stays as it is or follows the newest release (E6).
fn release(here: &Here, choices: &Choices) -> AnyView {
    let locale = here.locale;
    let follows = here.view.release == ReleaseChoice::Following;
    let choice = |value: &str, checked: bool, label: String, means: &'static str| {
        let (id, means_id) = (format!("release-{value}"), format!("release-{value}-means"));
        view! {
            <div class="ms-radio">
                <input type="radio" id=id.clone() name="release" value=value.to_owned() checked=checked aria-describedby=means_id.clone() />
                <label for=id>{label}</label>
                <p class="ms-small" id=means_id>{means}</p>
            </div>
        }
        .into_any()
    };
    let this = &choices.release;
    view! {
        <fieldset>
            <legend>{words::release(locale)}</legend>
            {choice(this, !follows, words::this_release(locale, this), words::this_release_means(locale))}
            {choice(LATEST, follows, words::newest(locale).to_owned(), words::newest_means(locale))}
        </fieldset>
    }
    .into_any()
}

/// Colours and size: seldom asked, so they stand folded until they are.
fn looks(locale: Locale, view: &ViewSpec) -> AnyView {
    let themes = Theme::ALL.iter().map(|theme| (theme.to_string(), words_of(locale, *theme).to_owned())).collect();
    let theme = view.theme.unwrap_or(Theme::Auto);
    let width = view.width.map(|w| w.to_string()).unwrap_or_default();
    let millimetres = view.millimetres.map(|mm| mm.to_string()).unwrap_or_default();
    let is_asked = theme != Theme::Auto || view.width.is_some() || view.millimetres.is_some();
    view! {
        <details class="ms-more" open=is_asked>
            <summary>{words::looks(locale)}</summary>
            {select("theme", words::theme(locale), themes, theme.as_str())}
            {number("w", words::width(locale), &width, ("200", "2400"))}
            {number("mm", words::millimetres(locale), &millimetres, ("40", "420"))}
        </details>
    }
    .into_any()
}

const fn words_of(locale: Locale, theme: Theme) -> &'static str {
    match (theme, locale) {
        (Theme::Auto, Locale::Ja) => "読む人の設定にあわせる",
        (Theme::Auto, Locale::En) => "As the reader's system has it",
        (Theme::Light, Locale::Ja) => "明るい",
        (Theme::Light, Locale::En) => "Light",
        (Theme::Dark, Locale::Ja) => "暗い",
        (Theme::Dark, Locale::En) => "Dark",
        (Theme::Mono, Locale::Ja) => "一色（印刷）",
        (Theme::Mono, Locale::En) => "One colour (print)",
    }
}

fn select(name: &'static str, label: &'static str, options: Options, chosen: &str) -> AnyView {
    let options = options.into_iter().map(|(value, word)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{word}</option> }
    });
    menu(name, label, options.collect_view().into_any())
}

fn menu(name: &'static str, label: &'static str, options: AnyView) -> AnyView {
    let id = format!("choose-{name}");
    view! {
        <div class=format!("ms-field ms-field-{name}")>
            <label for=id.clone()>{label}</label>
            <select id=id name=name>{options}</select>
        </div>
    }
    .into_any()
}

fn number(
    name: &'static str,
    label: &'static str,
    value: &str,
    (least, most): (&'static str, &'static str),
) -> AnyView {
    let id = format!("choose-{name}");
    view! {
        <div class="ms-field">
            <label for=id.clone()>{label}</label>
            <input id=id name=name type="number" inputmode="numeric" min=least max=most value=value.to_owned() />
        </div>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn choose { ja: "図を選ぶ", en: "Choose the chart" }
        pub(super) fn measure { ja: "指標", en: "Measure" }
        pub(super) fn chart { ja: "図の種類", en: "Chart" }
        pub(super) fn region { ja: "地域", en: "Region" }
        pub(super) fn everywhere { ja: "全国", en: "Whole country" }
        pub(super) fn role { ja: "病院の役割", en: "Role of the hospital" }
        pub(super) fn every_role { ja: "すべて", en: "All" }
        pub(super) fn language { ja: "図の言語", en: "Language of the chart" }
        pub(super) fn release { ja: "新しいデータが出たら", en: "When newer data are published" }
        pub(super) fn this_release(id: &str) {
            ja: "そのまま残す（版 {id}）",
            en: "Stay as it is (release {id})",
        }
        pub(super) fn this_release_means {
            ja: "数字はあとから変わりません。記事や論文に向いています。",
            en: "The figures never change: for an article or a paper.",
        }
        pub(super) fn newest { ja: "いつも新しい版にする", en: "Always the newest" }
        pub(super) fn newest_means {
            ja: "新しい版が出るたびに数字も変わります。ずっと載せておくページに向いています。",
            en: "The figures change with every release: for a page that stays online.",
        }
        pub(super) fn looks { ja: "色と大きさを変える", en: "Colours and size" }
        pub(super) fn theme { ja: "色", en: "Colours" }
        pub(super) fn width { ja: "幅（ピクセル、空欄は枠にあわせる）", en: "Width (pixels; empty fits the frame)" }
        pub(super) fn millimetres { ja: "印刷の幅（mm）", en: "Width in print (mm)" }
        pub(super) fn show { ja: "この図を見る", en: "Show this chart" }
        pub(super) fn failed {
            ja: "読み込めませんでした。「この図を見る」を押してください。",
            en: "This could not be loaded. Please press “Show this chart”.",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::site::style::SHEET;
    use domain::view_spec::{Chart, Key};

    #[test]
    fn the_style_sheet_shows_a_field_for_every_chart_that_takes_it_and_for_no_other() {
        for (key, field) in [(Key::Region, "region"), (Key::PeerGroup, "peer_group")] {
            let rule = SHEET.lines().find(|line| line.contains(&format!(".ms-field-{field}"))).unwrap();
            for chart in Chart::ALL {
                let shown = rule.contains(&format!("[value=\"{chart}\"]"));
                assert_eq!(shown, chart.question().contains(&key), "{chart} {field}");
            }
        }
    }
}
