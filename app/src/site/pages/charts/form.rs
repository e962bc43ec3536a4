//! What can be chosen of a chart: which, of whom, in which language, colours and size? A plain form.

use super::{Choices, pointed};
use crate::site::links::{Here, Place};
use domain::peers::PeerGroup;
use domain::view_spec::{Chart, Language, Theme, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;

/// Value and words of an option.
type Options = Vec<(String, String)>;

/// The form.
pub(super) fn form(here: &Here, choices: &Choices) -> AnyView {
    let locale = here.locale;
    let view = &here.view;
    let chart = view.chart.unwrap_or(Chart::Funnel);
    let kept = kept(view);
    let hidden = kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let measures: Options =
        choices.measures.iter().map(|m| (m.id.to_string(), locale.pick(&m.name.ja, &m.name.en).clone())).collect();
    let measure = view.measure.as_ref().map(ToString::to_string).unwrap_or_default();
    let charts = Chart::ALL.iter().map(|c| (c.to_string(), locale.pick(c.name().ja, c.name().en).to_owned())).collect();
    view! {
        <form class="ms-filter" method="get" action=format!("{}#chart", Place::Charts.path(locale))>
            {hidden.collect_view()}
            {select("measure", words::measure(locale), measures, &measure)}
            {select("chart", words::chart(locale), charts, chart.as_str())}
            {filters(here, choices, chart)}
            {looks(locale, view)}
            <button class="ms-button" type="submit">{words::show(locale)}</button>
        </form>
        {hospital(here, choices)}
    }
    .into_any()
}

/// What the form does not ask again.
fn kept(view: &ViewSpec) -> Vec<(&'static str, String)> {
    use domain::view_spec::Key;
    let keys = [Key::Release, Key::Hospitals, Key::Hospital, Key::Period, Key::Stratum];
    keys.into_iter().filter_map(|key| Some((key.parameter(), view.printed(key)?))).collect()
}

/// Region and role, where the chart shows a part of the hospitals.
fn filters(here: &Here, choices: &Choices, chart: Chart) -> Option<AnyView> {
    use domain::view_spec::Key;
    let (locale, view) = (here.locale, &here.view);
    let takes = |key: Key| chart.question().contains(&key);
    let everywhere = (String::new(), words::everywhere(locale).to_owned());
    let regions = choices.regions.iter().map(|(id, name, _)| (id.clone(), locale.pick(&name.ja, &name.en).clone()));
    let regions: Options = std::iter::once(everywhere).chain(regions).collect();
    let every_role = (String::new(), words::every_role(locale).to_owned());
    let roles =
        PeerGroup::ALL.iter().map(|role| (role.to_string(), locale.pick(role.name().ja, role.name().en).to_owned()));
    let roles: Options = std::iter::once(every_role).chain(roles).collect();
    let role = view.peer_group.map(|role| role.to_string()).unwrap_or_default();
    let region = takes(Key::Region)
        .then(|| select("region", words::region(locale), regions, view.region.as_deref().unwrap_or_default()));
    let role = takes(Key::PeerGroup).then(|| select("peer_group", words::role(locale), roles, &role));
    (region.is_some() || role.is_some()).then(|| view! { {region} {role} }.into_any())
}

/// Language, colours and size.
fn looks(locale: Locale, view: &ViewSpec) -> AnyView {
    let languages = [Language::Ja, Language::En].map(|l| {
        let name = if l == Language::Ja { Locale::Ja } else { Locale::En }.own_name();
        (l.to_string(), name.to_owned())
    });
    let language = view.language.map_or(locale.as_str(), Language::as_str).to_owned();
    let themes = Theme::ALL.iter().map(|theme| (theme.to_string(), words_of(locale, *theme).to_owned())).collect();
    let theme = view.theme.unwrap_or(Theme::Auto);
    let width = view.width.map(|w| w.to_string()).unwrap_or_default();
    let millimetres = view.millimetres.map(|mm| mm.to_string()).unwrap_or_default();
    view! {
        {select("lang", words::language(locale), languages.into(), &language)}
        {select("theme", words::theme(locale), themes, theme.as_str())}
        {number("w", words::width(locale), &width, ("200", "2400"))}
        {number("mm", words::millimetres(locale), &millimetres, ("40", "420"))}
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
    let id = format!("choose-{name}");
    let options = options.into_iter().map(|(value, word)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{word}</option> }
    });
    view! {
        <div class="ms-field">
            <label for=id.clone()>{label}</label>
            <select id=id name=name>{options.collect_view()}</select>
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

/// Who is pointed out, and how that is undone.
fn hospital(here: &Here, choices: &Choices) -> Option<AnyView> {
    let locale = here.locale;
    let name = pointed(locale, choices)?;
    let without = here.again(|view| {
        view.hospital = None;
        view.chart = view.chart.filter(|chart| !chart.needs_hospital());
    });
    Some(view! { <p>{words::pointed(locale, &name)} " " <a href=without>{words::without(locale)}</a></p> }.into_any())
}

mod words {
    i18n::text! {
        pub(super) fn measure { ja: "指標", en: "Measure" }
        pub(super) fn chart { ja: "図の種類", en: "Chart" }
        pub(super) fn region { ja: "地域", en: "Region" }
        pub(super) fn everywhere { ja: "全国", en: "Whole country" }
        pub(super) fn role { ja: "病院の役割", en: "Role of the hospital" }
        pub(super) fn every_role { ja: "すべて", en: "All" }
        pub(super) fn language { ja: "図の言語", en: "Language of the chart" }
        pub(super) fn theme { ja: "色", en: "Colours" }
        pub(super) fn width { ja: "幅（px、空欄は枠にあわせる）", en: "Width (px; empty fits the frame)" }
        pub(super) fn millimetres { ja: "印刷の幅（mm）", en: "Width in print (mm)" }
        pub(super) fn show { ja: "この図を見る", en: "Show this chart" }
        pub(super) fn pointed(name: &str) { ja: "示している病院：{name}。", en: "Hospital pointed out: {name}." }
        pub(super) fn without { ja: "病院を示さない図にする", en: "Point out no hospital" }
    }
}
