//! What fits a reader who says what matters? Who they are and where, their weights and wishes, and what nobody measures.

use crate::islands::priority_board::FEWEST;
use crate::site::components::by_country::{options, regions};
use crate::site::components::hand_on::hand_on;
use crate::site::components::one_hospital::one_hospital;
use crate::site::components::priority_sheet::{board, kept};
use crate::site::components::question_sheet::{missing, question_sheet, what_is_missing};
use crate::site::components::story;
use crate::site::components::which_place::which_place;
use crate::site::components::wishes::{around_here, wishes};
use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::{Here, Place, with_query};
use crate::site::routes::Page;
use content::{Preset, PresetMode};
use domain::MeasureId;
use domain::view_spec::{Key, ReleaseChoice, ViewSpec};
use i18n::Locale;
use leptos::prelude::*;
use reports::model::{CareInReach, Contradiction, MeasureNote, Priorities, SpotKind};
use reports::{ReportError, Reports};

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let report = reports.priorities(&here.view).await?;
    let care = care(reports, here, &report).await?;
    let list = reports.measures(&ViewSpec { release: here.view.release.clone(), ..ViewSpec::default() }).await?;
    let measures: Vec<MeasureNote> = list.measures.into_iter().map(|(note, _, _)| note).collect();
    let here = here.clone();
    Ok(Page {
        meta: meta(here.locale, &report),
        release: report.release.clone(),
        content: Box::new(move || content(&here, &report, &measures, care.as_ref())),
    })
}

/// Who provides what this person needs, where the place is small enough to ask.
async fn care(reports: &Reports, here: &Here, report: &Priorities) -> Result<Option<CareInReach>, ReportError> {
    let wanted = report.preset.filter(|p| p.mode == PresetMode::Compare).and_then(|p| p.care);
    let small = report.place.spot().is_some_and(|spot| spot.kind != SpotKind::Region);
    match wanted.filter(|_| small) {
        Some(care) => Ok(Some(reports.care_in_reach(&ViewSpec { care: Some(care), ..here.view.clone() }).await?)),
        None => Ok(None),
    }
}

/// What the page is called.
pub(in crate::site) fn title(locale: Locale, report: &Priorities) -> String {
    let name = report.preset.map(|p| locale.pick(&p.name.ja, &p.name.en).clone());
    name.map_or_else(|| words::title(locale).to_owned(), |name| words::title_for(locale, &name))
}

fn meta(locale: Locale, report: &Priorities) -> Meta {
    Meta { title: title(locale, report), description: words::lead(locale).to_owned() }
}

fn content(here: &Here, report: &Priorities, measures: &[MeasureNote], care: Option<&CareInReach>) -> AnyView {
    let locale = here.locale;
    let preset = report.preset;
    let said = preset.map(|p| {
        view! {
            <h2 id="person">{locale.pick(&p.name.ja, &p.name.en).clone()}</h2>
            <p class="ms-lead">{locale.pick(&p.lead.ja, &p.lead.en).clone()}</p>
            {story::story(locale, p)}
        }
    });
    let answer = match preset {
        Some(preset) if care.is_some_and(|care| care.one().is_some()) => only_one(here, preset, care, measures),
        Some(preset) if preset.mode == PresetMode::Emergency => emergency_answer(here, report, preset, measures),
        Some(preset) => view! {
            {criteria(here, report)}
            {wishes(here, report, measures)}
            {what_is_missing(locale, preset, &ids(measures))}
            {question_sheet(here, Some(preset))}
            {permalink(here, report)}
        }
        .into_any(),
        None if !report.criteria.is_empty() || !here.view.wishes.is_empty() => view! {
            {criteria(here, report)}
            {wishes(here, report, measures)}
            {question_sheet(here, None)}
            {permalink(here, report)}
        }
        .into_any(),
        None => people(here),
    };
    // a sheet is made of criteria; a place alone would lead to a sheet about the place
    let asked = preset.is_some() || !report.criteria.is_empty() || !here.view.wishes.is_empty();
    view! {
        {emergency(locale)}
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {who_and_where(here, report)}
        {which_place(here, &report.place)}
        {said}
        {answer}
        {asked.then(|| hand_on(here))}
    }
    .into_any()
}

/// One place provides it: what it is, and no comparison.
fn only_one(here: &Here, preset: &'static Preset, care: Option<&CareInReach>, measures: &[MeasureNote]) -> AnyView {
    let locale = here.locale;
    view! {
        {care.and_then(CareInReach::one).map(|one| one_hospital(here, one))}
        {what_is_missing(locale, preset, &ids(measures))}
        {question_sheet(here, Some(preset))}
    }
    .into_any()
}

/// The presets as people, for a reader who has not chosen yet.
fn people(here: &Here) -> AnyView {
    let locale = here.locale;
    let rows: Vec<_> = content::presets()
        .unwrap_or_default()
        .iter()
        .map(|p| {
            let href = here.to_same_place(&Place::Priorities, |view| view.preset = Some(p.id.clone()));
            view! {
                <li>
                    <p class="ms-line-name"><a href=href>{locale.pick(&p.name.ja, &p.name.en).clone()}</a></p>
                    <p class="ms-small">{locale.pick(&p.lead.ja, &p.lead.en).clone()}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="ms-section" aria-labelledby="people">
            <h2 id="people">{words::people(locale)}</h2>
            <ul class="ms-list ms-people">{rows}</ul>
        </section>
    }
    .into_any()
}

fn who_and_where(here: &Here, report: &Priorities) -> AnyView {
    let locale = here.locale;
    let chosen = here.view.preset.clone().unwrap_or_default();
    let presets: Vec<_> = content::presets()
        .unwrap_or_default()
        .iter()
        .map(|p| {
            let selected = p.id == chosen;
            view! { <option value=p.id.clone() selected=selected>{locale.pick(&p.name.ja, &p.name.en).clone()}</option> }
        })
        .collect();
    let region = here.view.region.clone().unwrap_or_default();
    let regions = options(locale, regions(locale, &report.regions), &region);
    // Weights and answers belong to a person: another one begins with what is published for them.
    let hidden: Vec<_> = kept(
        here,
        &[Key::Preset, Key::Region, Key::Place, Key::Area, Key::Near, Key::Weights, Key::Answers, Key::Wishes],
    )
    .into_iter()
    .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
    .collect();
    view! {
        <form class="ms-filter ms-who" method="get" action=Place::Priorities.path(locale)>
            {hidden}
            <div class="ms-field">
                <label for="preset">{words::who(locale)}</label>
                <select id="preset" name="preset">
                    <option value="">{words::choose(locale)}</option>
                    {presets}
                </select>
            </div>
            <div class="ms-field">
                <label for="place">{words::where_to(locale)}</label>
                <input id="place" name="place" type="text" maxlength="100" autocomplete="off"
                    value=here.view.place.clone() placeholder=words::place_example(locale) />
            </div>
            <div class="ms-field">
                <label for="region">{words::region(locale)}</label>
                <select id="region" name="region">
                    <option value="">{words::choose(locale)}</option>
                    {regions}
                </select>
            </div>
            {as_before(here, report)}
            <button type="submit">{words::show(locale)}</button>
        </form>
    }
    .into_any()
}

/// A point or an area stays for another person too, until the reader takes it off or writes a place in words.
fn as_before(here: &Here, report: &Priorities) -> Option<AnyView> {
    let locale = here.locale;
    let view = &here.view;
    let key = if view.area.is_some() { Key::Area } else { Key::Near };
    let value = view.printed(key).filter(|_| view.place.is_empty())?;
    let name = report.place.spot().map(|spot| locale.pick(&spot.name.ja, &spot.name.en).clone());
    let said = match key {
        Key::Area => words::in_area(locale, &name.unwrap_or_else(|| value.clone())),
        _ => words::around_point(locale).to_owned(),
    };
    let radius = view.radius_km.filter(|_| key == Key::Near);
    let radius = radius.map(|km| view! { <input type="hidden" name=Key::RadiusKm.parameter() value=km.to_string() /> });
    Some(
        view! {
            {radius}
            <div class="ms-check ms-field-wide">
                <input type="checkbox" id="as-before" name=key.parameter() value=value checked=true />
                <label for="as-before">{said}</label>
            </div>
        }
        .into_any(),
    )
}

/// The board, or the sentence that says why there is none.
fn criteria(here: &Here, report: &Priorities) -> AnyView {
    let locale = here.locale;
    let said = answer_words(locale, report);
    let heading = if report.criteria.is_empty() { words::no_order(locale) } else { words::criteria(locale) };
    view! {
        <section class="ms-section" aria-labelledby="criteria">
            <h2 id="criteria">{heading}</h2>
            <p class="ms-lead">{said}</p>
            {board(here, report)}
        </section>
    }
    .into_any()
}

/// How far the criteria go, in one answer.
pub(in crate::site) fn answer_words(locale: Locale, report: &Priorities) -> &'static str {
    let usable = report.criteria.iter().any(|c| c.orders_nobody_because.is_empty());
    let placed: usize = report.lists.iter().map(|l| l.ordered.placed).sum();
    let most = report.lists.iter().map(|l| l.ordered.placed).max().unwrap_or(0);
    match report.contradiction {
        Some(Contradiction::NothingWanted) => words::nothing_wanted(locale),
        Some(Contradiction::Answers) => words::contradiction(locale),
        Some(Contradiction::NobodyChooses) => words::nobody_chooses(locale),
        None if report.criteria.is_empty() => words::no_criteria(locale),
        None if !usable => words::none_usable(locale),
        None if report.in_reach == 0 => words::no_place(locale),
        None if placed == 0 => words::nobody_placed(locale),
        None if most < FEWEST => words::few(locale),
        None => words::placed(locale),
    }
}

/// No list: what to do now, and before it happens who around here takes ambulances.
fn emergency_answer(here: &Here, report: &Priorities, preset: &Preset, measures: &[MeasureNote]) -> AnyView {
    let locale = here.locale;
    let steps: Vec<_> =
        preset.next_steps.iter().map(|t| view! { <li>{locale.pick(&t.ja, &t.en).clone()}</li> }).collect();
    view! {
        <section class="ms-section" aria-labelledby="now">
            <h2 id="now">{words::now(locale)}</h2>
            <ol class="ms-lead">{steps}</ol>
        </section>
        <section class="ms-section" aria-labelledby="before">
            <h2 id="before">{words::before(locale)}</h2>
            <p>{words::before_lead(locale)}</p>
            {around_here(here, report, measures)}
        </section>
        {missing(locale, preset, &ids(measures))}
        {question_sheet(here, Some(preset))}
    }
    .into_any()
}

/// The measures of the release.
fn ids(measures: &[MeasureNote]) -> Vec<MeasureId> {
    measures.iter().map(|note| note.id.clone()).collect()
}

/// The address that shows exactly this, also when newer data have come.
fn permalink(here: &Here, report: &Priorities) -> AnyView {
    let locale = here.locale;
    let release = ReleaseChoice::Pinned(report.release.id.clone());
    let view = ViewSpec { release, ..here.as_others_know_it().view };
    let href = with_query(&Place::Priorities.path(locale), &view.to_query());
    let how = (!report.criteria.is_empty()).then(|| words::how(locale));
    view! {
        <p class="ms-source">
            {how} " " <a href=here.to(&Place::Methods)>{words::methods(locale)}</a> " "
            <a href=href>{words::link(locale)}</a>
        </p>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "大切にしたいことで選ぶ", en: "Choose by what matters to you" }
        pub(super) fn title_for(name: &str) { ja: "大切にしたいことで選ぶ：{name}", en: "What matters to you: {name}" }
        pub(super) fn lead {
            ja: "何を大切にするかは、人によってちがいます。あなたの条件で、どこまで言えるかを示します。1位は決めません。",
            en: "What matters differs from person to person. This shows how far the figures can help you. It does not name a winner.",
        }
        pub(super) fn people { ja: "どんな人のために調べますか", en: "Who are you looking for?" }
        pub(super) fn who { ja: "だれのために？", en: "Who is it for?" }
        pub(super) fn where_to { ja: "どこで？（市区町村）", en: "Where? (town)" }
        pub(super) fn place_example { ja: "例：佐渡市", en: "For example 佐渡市" }
        pub(super) fn region { ja: "または都道府県", en: "Or a prefecture" }
        pub(super) fn in_area(name: &str) {
            ja: "いまと同じ「{name}」で（都道府県を選ぶときは外す）",
            en: "Keep to {name} (clear this to choose a prefecture)",
        }
        pub(super) fn around_point {
            ja: "いまと同じ地点のまわりで（都道府県を選ぶときは外す）",
            en: "Keep to the same point on the map (clear this to choose a prefecture)",
        }
        pub(super) fn choose { ja: "選んでください", en: "Please choose" }
        pub(super) fn show { ja: "見る", en: "Show" }
        pub(super) fn criteria { ja: "あなたの条件でならべると", en: "By your criteria" }
        pub(super) fn no_order { ja: "数字で順番はつけられません", en: "No order by figures" }
        pub(super) fn placed {
            ja: "同じ役割の病院どうしで比べました。考えられる位置には幅があり、区別できない病院どうしは、そう書いています。",
            en: "Hospitals are compared only with others of the same role. Each has a range of possible places, and we say which cannot be told apart.",
        }
        pub(super) fn few {
            ja: "この範囲では、同じ役割の病院が少ないので、位置は言いません。それぞれの値を書きました。",
            en: "Too few hospitals of the same role here for a place: what each of them has is told.",
        }
        pub(super) fn no_place {
            ja: "場所を選ぶと、その地域の病院をこの条件でならべます。",
            en: "Choose a place, and its hospitals are put in order by these criteria.",
        }
        pub(super) fn no_criteria {
            ja: "日本には、これを病院ごとに比べられる公開データがありません。だから順番はつけません。下に、分かっている事実と、病院に聞けることをまとめました。",
            en: "There are no public figures for comparing hospitals on this, so there is no order. Below are the known facts and what you can ask.",
        }
        pub(super) fn none_usable {
            ja: "選ばれた指標では、病院に順番をつけられません。理由はそれぞれに書きました。下に、分かっている事実をまとめました。",
            en: "The measures you chose cannot put hospitals in order; each one says why. Below are the known facts.",
        }
        pub(super) fn nobody_placed {
            ja: "この範囲には、同じ役割で比べられる病院が2院以上ありません。下に、分かっている事実をまとめました。",
            en: "No two hospitals of the same role here have enough data to compare. Below are the known facts.",
        }
        pub(super) fn nothing_wanted {
            ja: "どの条件も「考えに入れない」になっています。1つ以上を選んでください。",
            en: "Every criterion is set to “does not matter”. Please choose at least one.",
        }
        pub(super) fn contradiction {
            ja: "答えどうしが食いちがうため、計算できません。質問の答えを1つ外してみてください。",
            en: "Your answers contradict each other, so nothing can be calculated. Please remove one of them.",
        }
        pub(super) fn nobody_chooses {
            ja: "救急では、病院を選びません。119番に電話してください。行き先は救急隊が決めます。",
            en: "In an emergency nobody chooses a hospital. Call 119: the ambulance crew decides where to go.",
        }
        pub(super) fn now { ja: "いま、危ないとき", en: "If it is happening now" }
        pub(super) fn before { ja: "起きる前に：近くで救急車を受け入れている病院", en: "Before it happens: who takes ambulances near you" }
        pub(super) fn before_lead {
            ja: "よしあしの順ではありません。どこへ運ぶかは、救急隊が状態を見て決めます。数は1年に受け入れた救急車です。",
            en: "This is not an order of quality. The ambulance crew decides where to take you. The count is ambulances received in one year.",
        }
        pub(super) fn how {
            ja: "計算のしかた：重みと偶然を2,000通りに変えて、位置の幅を出しています。",
            en: "How it is calculated: weights and chance are varied 2,000 times to find the range of places.",
        }
        pub(super) fn methods { ja: "しくみをくわしく", en: "Methods in detail" }
        pub(super) fn link { ja: "この結果へのリンク（データの版を固定）", en: "Link to this result (fixed to this data release)" }
    }
}
