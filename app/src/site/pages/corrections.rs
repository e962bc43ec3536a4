//! Which values were corrected: what was, what is, why and when?

use crate::site::components::correction::Spot;
use crate::site::components::pager::pager;
use crate::site::document::{Meta, Outside};
use crate::site::feeds::Feed;
use crate::site::letters::Correspondence;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::view_spec::ViewSpec;
use i18n::{Locale, date_iso, whole};
use leptos::prelude::*;
use reports::figures::{hospital_name, period_words, place_name, stratum_words, was_and_is};
use reports::model::{Corrected, CorrectionList, Spoken};
use reports::{ReportError, Reports};

/// Corrections of one page.
const ROWS: u16 = 50;

pub(in crate::site) async fn page(reports: &Reports, outside: &Outside, here: &Here) -> Result<Page, ReportError> {
    let list = reports.corrections(&ViewSpec { limit: Some(ROWS), ..here.view.clone() }).await?;
    let here = here.clone();
    let locale = here.locale;
    // letters are about the whole site
    let letters = outside.letters.clone().filter(|_| here.view.hospital.is_none());
    Ok(Page {
        meta: Meta { title: words::title(locale).to_owned(), description: words::lead(locale).to_owned() },
        release: list.release.clone(),
        content: Box::new(move || content(&here, &list, letters.as_ref())),
    })
}

fn content(here: &Here, list: &CorrectionList, letters: Option<&Correspondence>) -> AnyView {
    let locale = here.locale;
    let everybody = here.view.hospital.is_some().then(|| {
        let href = here.to(&Place::Corrections);
        view! { <p>{words::one_hospital(locale)} " " <a href=href>{words::all(locale)}</a></p> }
    });
    let mut anchors: Vec<String> = Vec::new();
    let told: Vec<AnyView> = list.rows.iter().map(|row| entry(here, list, row, &mut anchors)).collect();
    let turn = pager(locale, list.page, |number| here.again(|view| view.page = Some(number)));
    let count = (list.page.total > 0).then(|| view! { <p>{words::count(locale, &whole(list.page.total))}</p> });
    view! {
        <h1>{words::title(locale)}</h1>
        <p class="ms-lead">{words::lead(locale)}</p>
        {everybody}
        {count}
        {told.is_empty().then(|| empty(here))}
        {told}
        {turn}
        {letters.map(|letters| correspondence(locale, letters))}
        <section class="ms-section">
            <h2>{words::tell_us(locale)}</h2>
            <p>{words::how_to_tell(locale)} " " <a href=here.to(&Place::Report)>{words::whom(locale)}</a></p>
            <p>
                {words::follow(locale)} " "
                <a href=Feed::Corrections.path(locale) type="application/atom+xml">{words::feed(locale)}</a>
                {locale.pick("、", ", ")}
                <a href="/api/v1/corrections.csv">{words::table(locale)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// What readers and hospitals have sent and what became of it, in numbers.
fn correspondence(locale: Locale, letters: &Correspondence) -> AnyView {
    let decided = letters.accepted + letters.refused + letters.withdrawn;
    let rows = [
        (words::received(locale), letters.received),
        (words::decided(locale), decided),
        (words::accepted(locale), letters.accepted),
        (words::refused(locale), letters.refused),
        (words::withdrawn(locale), letters.withdrawn),
        (words::erased(locale), letters.erased),
        (words::waiting(locale), letters.waiting),
    ];
    let always = 4;
    let rows = rows.into_iter().enumerate().filter(|(at, (_, count))| *at < always || *count > 0);
    let rows =
        rows.map(|(_, (what, count))| view! { <dt>{what}</dt> <dd>{words::letters(locale, &whole(count))}</dd> });
    let reasons = letters.reasons.iter().map(|(reason, count)| {
        view! { <li>{words::reason(locale, reason, &whole(*count))}</li> }
    });
    let reasons = (!letters.reasons.is_empty()).then(|| {
        view! { <h3 class="ms-h3">{words::reasons(locale)}</h3> <ul>{reasons.collect_view()}</ul> }
    });
    view! {
        <section class="ms-section" aria-labelledby="letters">
            <h2 id="letters">{words::correspondence(locale)}</h2>
            <p>{words::about_letters(locale)}</p>
            <dl class="ms-beside">{rows.collect_view()}</dl>
            {reasons}
        </section>
    }
    .into_any()
}

fn empty(here: &Here) -> AnyView {
    let locale = here.locale;
    let said = match here.view.hospital {
        Some(_) => words::none_of_hospital(locale),
        None => words::none(locale),
    };
    view! { <p class="ms-answer"><strong>{said}</strong></p> <p>{words::none_means(locale)}</p> }.into_any()
}

fn entry(here: &Here, list: &CorrectionList, row: &Corrected, anchors: &mut Vec<String>) -> AnyView {
    let locale = here.locale;
    let (name, place, id) = match &row.hospital {
        Spoken::Known(hospital) => {
            (hospital_name(locale, &hospital.name), place_name(locale, hospital), hospital.id.clone())
        }
        Spoken::Gone(id) => (id.to_string(), words::gone(locale).to_owned(), id.clone()),
    };
    let spot = Spot { hospital: &id, measure: &row.measure, period: row.period, stratum: &row.stratum };
    // the newest correction of a value is the one that its notice leads to
    let anchor = Some(spot.anchor()).filter(|anchor| !anchors.contains(anchor));
    anchors.extend(anchor.clone());
    let measure = list.measures.get(&row.measure);
    let (was, is) = match measure {
        Some(measure) => was_and_is(locale, measure, &row.note, row.interval()),
        None => (row.note.was.clone(), row.note.is.clone()),
    };
    let title = measure.map_or_else(|| row.measure.to_string(), |m| locale.pick(&m.name.ja, &m.name.en).clone());
    let known = matches!(row.hospital, Spoken::Known(_));
    let hospital = if known {
        let href = format!("{}#{}", here.to(&Place::Hospital(id.clone())), row.measure);
        view! { <a href=href>{name}</a> }.into_any()
    } else {
        name.into_any()
    };
    let why = locale.pick(&row.note.why.ja, &row.note.why.en);
    let why = if why.is_empty() { words::no_reason(locale).to_owned() } else { why.clone() };
    view! {
        <article class="ms-section" id=anchor>
            <h2 class="ms-h3">{hospital} " " <span class="ms-small ms-quiet">{place}</span></h2>
            <p><a href=here.to(&Place::Measure(row.measure.clone()))>{title}</a>{which(locale, row)}</p>
            <dl class="ms-beside">
                <dt>{words::was(locale)}</dt>
                <dd><del>{was}</del></dd>
                <dt>{words::is(locale)}</dt>
                <dd><strong>{is}</strong></dd>
                <dt>{words::why(locale)}</dt>
                <dd>{why}</dd>
                <dt>{words::when(locale)}</dt>
                <dd>
                    <time datetime=row.note.date.to_string()>{date_iso(locale, &row.note.date.to_string())}</time>
                </dd>
            </dl>
        </article>
    }
    .into_any()
}

/// The period, and the part of the patients where the value is not that of all.
fn which(locale: Locale, row: &Corrected) -> String {
    let period = period_words(locale, row.period);
    let part = if row.stratum.is_empty() {
        period
    } else {
        format!("{period}{}{}", locale.pick("・", " · "), stratum_words(locale, &row.stratum))
    };
    i18n::in_parentheses(locale, "", &part)
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "訂正の記録", en: "Corrections" }
        pub(super) fn lead {
            ja: "公開したあとに直した値の一覧です。前の値を消さず、いまの値、理由、日付といっしょに残します。",
            en: "Every figure that was corrected after it had been published. The figure before stays readable, with the figure now, the reason and the day.",
        }
        pub(super) fn count(count: &str) { ja: "{count}件。新しいものから並んでいます。", en: "{count} in all, the newest first." }
        pub(super) fn one_hospital { ja: "一つの病院の訂正だけを見ています。", en: "These are the corrections of one hospital." }
        pub(super) fn all { ja: "すべての訂正を見る", en: "See all corrections" }
        pub(super) fn none { ja: "この版には、訂正した値がありません。", en: "No figure of this release has been corrected." }
        pub(super) fn none_of_hospital {
            ja: "この病院には、訂正した値がありません。",
            en: "No figure of this hospital has been corrected.",
        }
        pub(super) fn none_means {
            ja: "まちがいが一つもないという意味ではありません。まだ知らされていない、ということです。",
            en: "That does not mean that there is no mistake, only that none has been reported and put right.",
        }
        pub(super) fn gone { ja: "この版にはない病院", en: "not in this release" }
        pub(super) fn was { ja: "前の値", en: "Before" }
        pub(super) fn is { ja: "いまの値", en: "Now" }
        pub(super) fn why { ja: "理由", en: "Why" }
        pub(super) fn no_reason { ja: "理由は書かれていません。", en: "No reason was given." }
        pub(super) fn when { ja: "直した日", en: "Corrected on" }
        pub(super) fn correspondence { ja: "届いた手紙と、その結果", en: "Letters, and what became of them" }
        pub(super) fn about_letters {
            ja: "まちがいの知らせと、病院からの説明の数です。だれが何を書いたかは、ここには載せません。",
            en: "Reports of errors and replies of hospitals. Who wrote, and what, is not told here.",
        }
        pub(super) fn received { ja: "届いたもの", en: "Received" }
        pub(super) fn decided { ja: "読んで決めたもの", en: "Read and decided" }
        pub(super) fn accepted {
            ja: "そのうち、訂正や病院の説明として載せるもの",
            en: "Of these, published as a correction or as the words of the hospital",
        }
        pub(super) fn refused { ja: "そのうち、載せなかったもの", en: "Of these, not published" }
        pub(super) fn withdrawn { ja: "そのうち、あとで取り下げたもの", en: "Of these, taken back later" }
        pub(super) fn erased { ja: "決める前に消したもの", en: "Erased before a decision" }
        pub(super) fn waiting { ja: "これから読むもの", en: "Still to be read" }
        pub(super) fn letters(count: &str) { ja: "{count}通", en: "{count}" }
        pub(super) fn reasons { ja: "載せなかった理由", en: "Why letters were not published" }
        pub(super) fn reason(why: &str, count: &str) { ja: "{why}（{count}通）", en: "{why} ({count})" }
        pub(super) fn tell_us { ja: "まちがいを見つけたら", en: "If you find a mistake" }
        pub(super) fn how_to_tell {
            ja: "病院のページでは、どの値の下にも「誤りを知らせる」があります。正しい値がどこに書いてあるかを教えてください。確かめてから直し、ここに残します。",
            en: "“Report an error” stands below every figure. Tell us where the right one is printed. We check it, correct it and record it here.",
        }
        pub(super) fn whom { ja: "値を選ばずに知らせる", en: "Tell us without choosing a figure" }
        pub(super) fn follow { ja: "新しい訂正を受け取る：", en: "To follow new corrections:" }
        pub(super) fn feed { ja: "フィード（更新のお知らせ）", en: "feed" }
        pub(super) fn table { ja: "表（CSV）", en: "table (CSV)" }
    }
}
