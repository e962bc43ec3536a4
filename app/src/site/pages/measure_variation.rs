//! Are the differences between hospitals, prefectures and medical areas becoming smaller, and who clearly improved?

mod times;

use crate::site::components::hospital_line::{place, tongue};
use crate::site::components::{figure, letter_link, reply};
use crate::site::links::{Here, Place};
use domain::measure::Kind;
use domain::variation::Level;
use domain::{Day, Disclosed, Period};
use i18n::{Locale, in_parentheses, whole};
use leptos::prelude::*;
use reports::figures::{
    Stand, Surroundings, area_range_alone, area_value_alone, hospital_name, period_words, prefecture_map, quantity,
    range_words, value_words,
};
use reports::model::{
    AreaValue, CourseNote, Improved, Improvement, LevelVariation, MeasureNote, MeasureReport, Outcome, ValueRow,
    VariationYear,
};
use times::{digits, in_times, times};

/// Width of the map on a desk: half of it is the list.
const MAP_PX: f64 = 540.0;

/// The whole section.
pub(super) fn variation(here: &Here, report: &MeasureReport) -> AnyView {
    let locale = here.locale;
    let measure = &report.values.measure;
    let known: Vec<&LevelVariation> =
        report.variation.iter().filter(|l| !l.years.is_empty() && may_be_told(measure, l.level)).collect();
    let told = if known.is_empty() {
        let held_back = report.variation.iter().any(|level| !level.years.is_empty());
        let reason = if held_back { words::all_roles(locale) } else { reason(locale, measure) };
        view! { <p>{reason}</p> }.into_any()
    } else {
        let sentences = known.iter().map(|level| view! { <li>{level_words(locale, report, level)}</li> });
        let unadjusted = unadjusted_words(locale, measure).map(|said| view! { <p class="ms-caveat">{said}</p> });
        view! {
            {unadjusted}
            <ul class="ms-told">{sentences.collect_view()}</ul>
            <p class="ms-small">{words::how_to_read(locale)}</p>
            {times::years(locale, &known, &report.breaks)}
        }
        .into_any()
    };
    view! {
        <div class="ms-edge-quiet" aria-hidden="true"></div>
        <section class="ms-variation" aria-labelledby="variation">
            <h2 id="variation">{words::title(locale)}</h2>
            {told}
            {map(here, report)}
            {improvement(here, report)}
        </section>
    }
    .into_any()
}

/// How far apart hospitals of all roles are tells their roles, not their care, unless the patients have been adjusted for.
pub(super) fn may_be_told(measure: &MeasureNote, level: Level) -> bool {
    level != Level::Hospital || measure.comparable_over_roles()
}

/// What a difference between places also holds where nobody has adjusted for their patients.
pub(super) fn unadjusted_words(locale: Locale, measure: &MeasureNote) -> Option<&'static str> {
    match measure.risk_adjusted {
        _ if measure.crude_outcome => Some(words::crude(locale)),
        Some(true) => None,
        _ => Some(words::roles_differ(locale)),
    }
}

/// Why nothing can be said.
fn reason(locale: Locale, measure: &MeasureNote) -> &'static str {
    match measure.kind {
        Kind::Count => words::plain_count(locale),
        _ if measure.shrunken => words::shrunken(locale),
        _ => words::no_counts(locale),
    }
}

/// `都道府県：偶然のばらつきを除くと、高い県は低い県の約1.3倍（1.2〜1.5倍）です。…`
fn level_words(locale: Locale, report: &MeasureReport, level: &LevelVariation) -> AnyView {
    let year = level.years.iter().find(|y| y.period == report.values.period).or_else(|| level.years.first());
    let said = year.map(|year| {
        let units = words::units(locale, &unit_word(locale, level.level), &whole(year.units));
        (units, year_words(locale, level.level, year))
    });
    let (units, said) = said.unwrap_or_default();
    let word = match &level.course {
        Some(course) => course_words(locale, course),
        None => words::no_course(locale).to_owned(),
    };
    view! { <strong>{units}</strong> " " {said} " " {word} }.into_any()
}

fn unit_word(locale: Locale, level: Level) -> String {
    let name = level.name();
    locale.pick(name.ja, name.en).to_owned()
}

/// The sentence of one year.
pub(super) fn year_words(locale: Locale, level: Level, year: &VariationYear) -> String {
    let (high, low) = match level {
        Level::Hospital => (words::high_hospital(locale), words::low_hospital(locale)),
        Level::Region => (words::high_region(locale), words::low_region(locale)),
        Level::MedicalArea => (words::high_area(locale), words::low_area(locale)),
    };
    match (year.ratio.number(), year.low.number().zip(year.high.number())) {
        (None, _) => words::no_ratio(locale, low),
        (Some(_), Some((least, most))) if least <= 1.0 + 1e-9 => words::only_chance(locale, high, low, &times(most)),
        (Some(ratio), range) => match in_times(locale, ratio, range, digits(ratio, range)) {
            (ratio, Some(range)) => words::ratio(locale, high, low, &ratio, &range),
            (ratio, None) => words::ratio_alone(locale, high, low, &ratio),
        },
    }
}

/// The word for the years and what it rests on.
fn course_words(locale: Locale, course: &CourseNote) -> String {
    let word = course.course.word();
    let years = words::from_to(locale, &year_of(locale, course.first_end), &year_of(locale, course.last_end));
    let word = locale.pick(word.ja, word.en);
    match course.course {
        domain::variation::Course::NoClearChange => words::no_clear_change(locale, &years, word, &whole(course.units)),
        _ => words::course(locale, &years, word, &whole(course.units)),
    }
}

/// The fiscal year that ends on a day, else the day.
fn year_of(locale: Locale, end: Day) -> String {
    let fiscal = Period::fiscal_year(end.year() - 1).filter(|period| period.end == end);
    fiscal.map_or_else(|| i18n::date_iso(locale, &end.to_string()), |period| period_words(locale, period))
}

/// The map of the prefectures and the list beside it.
fn map(here: &Here, report: &MeasureReport) -> Option<AnyView> {
    let locale = here.locale;
    let values = &report.values;
    let first = report.regions.first()?;
    let japan = report.regions.iter().any(|v| v.figure().area.code == "13" || v.figure().area.name.en == "Tokyo");
    let drawn = japan.then(|| {
        let map = |id: &str, width_px: f64| {
            let around = Surroundings {
                notices: &[],
                locale,
                stand: Stand::InPage,
                id,
                width_px,
                release: &values.release,
                sources: &values.sources,
            };
            let link = |code: &str| here.to(&Place::Area(code.to_owned()));
            prefecture_map(&around, &values.measure, values.period, &report.regions, link).figure(locale)
        };
        figure::linked(&map("tiles-narrow", charts::Frame::PHONE), &map("tiles-wide", MAP_PX))
    });
    let caveat = first.line(&values.said_once).map(|caveat| {
        view! { <p class="ms-caveat">{locale.pick(caveat.short.ja, caveat.short.en)}</p> }
    });
    let rows = report.regions.iter().map(|value| region_row(here, &values.measure, value)).collect_view();
    let period = period_words(locale, values.period);
    Some(
        view! {
            <h3 id="map">{words::map(locale, &period)}</h3>
            <p>{words::map_how(locale)}</p>
            {caveat}
            <div class="ms-tiles">
                <div>{drawn}</div>
                <div class="ms-table ms-tiles-list" tabindex="0" role="region" aria-label=words::list(locale)>
                    <table>
                        <caption>{words::list(locale)}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words::prefecture(locale)}</th>
                                <th scope="col">{words::value(locale)} <br /><span class="ms-quiet">{quantity(&values.measure).axis(locale)}</span></th>
                                <th scope="col">{words::range(locale)}</th>
                                <th scope="col">{words::hospitals(locale)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn region_row(here: &Here, measure: &MeasureNote, value: &Disclosed<AreaValue>) -> AnyView {
    let locale = here.locale;
    let area = value.figure();
    let name = locale.pick(&area.area.name.ja, &area.area.name.en).clone();
    view! {
        <tr>
            <th scope="row"><a href=here.to(&Place::Area(area.area.code.clone()))>{name}</a></th>
            <td class="ms-number">{area_value_alone(measure, area)}</td>
            <td class="ms-number">{area_range_alone(locale, measure, area)}</td>
            <td>{whole(area.hospitals)}</td>
        </tr>
    }
    .into_any()
}

/// Hospitals that clearly improved, with the practice they reported.
fn improvement(here: &Here, report: &MeasureReport) -> Option<AnyView> {
    let locale = here.locale;
    let found = report.improvement.as_ref()?;
    let list = found.hospitals.iter().map(|hospital| view! { <li>{improved(here, report, hospital)}</li> });
    Some(
        view! {
            <h3>{words::improved_title(locale)}</h3>
            <p>{improved_words(locale, found)}</p>
            <ul class="ms-list">{list.collect_view()}</ul>
        }
        .into_any(),
    )
}

fn improved_words(locale: Locale, found: &Improvement) -> String {
    let years = words::from_to(locale, &year_of(locale, found.first_end), &year_of(locale, found.last_end));
    let (tested, clear, chance) = (
        whole(found.tested),
        whole(found.improved),
        i18n::number(found.by_chance, usize::from(found.by_chance < 10.0)),
    );
    let shown = found.hospitals.len();
    match found.improved {
        0 => words::nobody_improved(locale, &years, &tested),
        n if shown < n as usize => words::improved_some(locale, &years, &tested, &clear, &chance, &whole(shown)),
        _ => words::improved_all(locale, &years, &tested, &clear, &chance),
    }
}

fn improved(here: &Here, report: &MeasureReport, hospital: &Improved) -> AnyView {
    let locale = here.locale;
    let card = &hospital.last.figure().hospital;
    let line = hospital.last.line(&report.values.said_once).map(|caveat| {
        view! { <p class="ms-caveat ms-small">{locale.pick(caveat.short.ja, caveat.short.en)}</p> }
    });
    let practice = hospital.practice.iter().map(|comment| {
        let (text, language) = reply::spoken(locale, &comment.text);
        view! {
            <blockquote class="ms-reply">
                <p class="ms-small ms-quiet">{words::practice(locale)}</p>
                <p class="ms-reply-text" lang=language>{text}</p>
            </blockquote>
        }
    });
    let whose = in_parentheses(locale, &hospital_name(locale, &card.name), words::improved_title(locale));
    let href = format!("{}#{}", here.to(&Place::Hospital(card.id.clone())), report.values.measure.id);
    let name = hospital_name(locale, &card.name);
    view! {
        <div class="ms-line">
            <p class="ms-line-name">
                <a href=href lang=tongue(locale, &name)>{name.clone()}</a>
                " " <span class="ms-small ms-quiet">{place(here, card)}</span>
            </p>
            <p>{value_of_year(locale, report, &hospital.first)} " → " {value_of_year(locale, report, &hospital.last)}</p>
            {line}
            {practice.collect_view()}
            <p class="ms-small">{letter_link::report(here, hospital.last.figure(), &whose)}</p>
        </div>
    }
    .into_any()
}

fn value_of_year(locale: Locale, report: &MeasureReport, value: &Disclosed<ValueRow>) -> String {
    let (row, measure) = (value.figure(), &report.values.measure);
    let said = match &row.outcome {
        Outcome::Reported(reported) => i18n::in_parentheses(
            locale,
            &value_words(locale, measure, reported),
            &range_words(locale, measure, reported),
        ),
        Outcome::Missing { status, .. } => locale.pick(status.reason().ja, status.reason().en).to_owned(),
    };
    words::in_year(locale, &period_words(locale, row.period), &said)
}

mod words {
    i18n::text! {
        pub(super) fn title {
            ja: "地域や病院のちがいは、縮まっているか",
            en: "Are differences between hospitals and areas becoming smaller?",
        }
        pub(super) fn plain_count {
            ja: "これは数えただけの値です。大きな病院や人の多い地域では多くなるのが当たり前なので、ちがいの大きさは計算しません。",
            en: "This is a simple count. Large hospitals and populous areas naturally have more, so we do not work out the size of differences.",
        }
        pub(super) fn shrunken {
            ja: "公表元が、値を国全体の平均に近づけて公表しています。見えるちがいは本当のちがいより小さいので、大きさは計算しません。",
            en: "The publisher has moved the values towards the national average. The visible differences are smaller than the real ones, so we do not work out their size.",
        }
        pub(super) fn no_counts {
            ja: "偶然のばらつきを除くには件数か誤差が要りますが、公表されていないか、くらべる病院が10に足りません。",
            en: "Removing chance needs counts or margins of error. They are not published, or there are fewer than ten hospitals to compare.",
        }
        pub(super) fn all_roles {
            ja: "病院は、役割によって患者さんがちがいます。その調整をしていない値なので、すべての役割の病院をとおして何倍かは計算しません。",
            en: "Hospitals of different roles have different patients. Nobody has adjusted for that here, so we do not work out the difference over hospitals of all roles.",
        }
        pub(super) fn crude {
            ja: "患者さんの重さは調整していません。病院の役割や患者さんのちがいが入っていて、医療の良し悪しの差ではありません。",
            en: "Not adjusted for how ill the patients were: hospitals have different roles and patients, so this does not tell the quality of care.",
        }
        pub(super) fn roles_differ {
            ja: "病院の役割や患者さんのちがいも入っています。このちがいだけで、医療の良し悪しは言えません。",
            en: "Hospitals have different roles and patients, so this difference alone does not tell the quality of care.",
        }
        pub(super) fn units(what: &str, count: &str) { ja: "{what}（{count}）：", en: "{what} ({count}):" }
        pub(super) fn high_hospital { ja: "高い病院", en: "a high hospital" }
        pub(super) fn low_hospital { ja: "低い病院", en: "a low one" }
        pub(super) fn high_region { ja: "高い県", en: "a high prefecture" }
        pub(super) fn low_region { ja: "低い県", en: "a low one" }
        pub(super) fn high_area { ja: "高い医療圏", en: "a high medical area" }
        pub(super) fn low_area { ja: "低い医療圏", en: "a low one" }
        pub(super) fn ratio(high: &str, low: &str, times: &str, range: &str) {
            ja: "偶然のばらつきを除くと、{high}は{low}の約{times}倍（{range}倍）です。",
            en: "After removing chance, {high} has about {times} times the value of {low} ({range} times).",
        }
        pub(super) fn ratio_alone(high: &str, low: &str, times: &str) {
            ja: "偶然のばらつきを除くと、{high}は{low}の約{times}倍です。幅の上の端は計算できません。",
            en: "After removing chance, {high} has about {times} times the value of {low}; the upper limit cannot be worked out.",
        }
        pub(super) fn only_chance(high: &str, low: &str, most: &str) {
            ja: "{high}と{low}のちがいは、偶然のばらつきと区別できません（あっても{most}倍まで）。",
            en: "The difference between {high} and {low} cannot be told from chance (at most {most} times).",
        }
        pub(super) fn no_ratio(low: &str) {
            ja: "{low}の値がゼロに近く、何倍かは言えません。",
            en: "The value of {low} is too close to zero to say how many times.",
        }
        pub(super) fn from_to(first: &str, last: &str) { ja: "{first}から{last}まで", en: "{first} to {last}" }
        pub(super) fn course(years: &str, word: &str, units: &str) {
            ja: "{years}のちがいは：{word}（すべての年に値のある{units}を、どの年も同じ病院でくらべました。偶然をのぞいた差の動きは、偶然だけでは説明しにくい大きさで（95％の検定）、最初と最後の年の幅も重なりません）。",
            en: "Differences from {years}: {word} (among the {units} with a value in every year, of the same hospitals in each; the trend in the differences, with chance taken out, passed a test at 95%, and the ranges of the first and the last year do not overlap).",
        }
        pub(super) fn no_clear_change(years: &str, word: &str, units: &str) {
            ja: "{years}のちがいは：{word}（すべての年に値のある{units}を、どの年も同じ病院でくらべました。差の動きが偶然だけでは説明しにくく（95％の検定）、最初と最後の年の幅も重ならないときだけ、「変わった」と書きます。変わっていない、という意味ではありません）。",
            en: "Differences from {years}: {word} (among the {units} with a value in every year, of the same hospitals in each; a change is stated only where the trend in the differences passes a test at 95% and the ranges of the first and the last year do not overlap; this does not mean unchanged).",
        }
        pub(super) fn no_course {
            ja: "年ごとの変化は言えません（同じ数え方の年が3年に足りないか、くらべる相手が足りません）。",
            en: "Nothing can be said about change over the years (fewer than three years with the same definition, or too few to compare).",
        }
        pub(super) fn how_to_read {
            ja: "「高い」は上から1割、「低い」は下から1割のところです。かっこの中は、考えられる幅です。地域の値は、そこの病院をあわせた値です。伏せられた値と、災害や感染の広がりがあった時期の値は入れていません。",
            en: "“High” and “low” are one tenth from the top and from the bottom. The range in brackets is what is plausible. The value of an area combines its hospitals. Withheld values, and values from times of disaster or outbreak, are left out.",
        }
        pub(super) fn map(period: &str) { ja: "都道府県ごとの値（{period}）", en: "By prefecture, {period}" }
        pub(super) fn map_how {
            ja: "色の段階は値の大きさを表します（どの色がどの値かは図の上にあります）。良し悪しではありません。県を選ぶと、その県のページが開きます。",
            en: "The shades show how high a value is, as listed above the map; none is better or worse. Choose a prefecture to open its page.",
        }
        pub(super) fn list { ja: "都道府県ごとの値（コードの順）", en: "Values by prefecture, in order of code" }
        pub(super) fn prefecture { ja: "都道府県", en: "Prefecture" }
        pub(super) fn value { ja: "値", en: "Value" }
        pub(super) fn range { ja: "考えられる幅", en: "Probable range" }
        pub(super) fn hospitals { ja: "病院数", en: "Hospitals" }
        pub(super) fn improved_title { ja: "はっきり良くなった病院", en: "Hospitals that clearly improved" }
        pub(super) fn nobody_improved(years: &str, tested: &str) {
            ja: "{years}に3年以上の値がある{tested}院のうち、はっきり良くなったと言える病院はありません。良くなっていない、という意味ではありません。",
            en: "None of the {tested} hospitals with three or more values from {years} can be said to have clearly improved. This does not mean that none did.",
        }
        pub(super) fn improved_all(years: &str, tested: &str, clear: &str, chance: &str) {
            ja: "{years}に3年以上の値がある{tested}院のうち、{clear}院がはっきり良くなりました。どの病院も変わっていなくても、偶然だけで{chance}院はここに入ります。場所の順です。",
            en: "Of the {tested} hospitals with three or more values from {years}, {clear} clearly improved. If nothing had changed anywhere, chance alone would put {chance} here. Listed in order of place.",
        }
        pub(super) fn improved_some(years: &str, tested: &str, clear: &str, chance: &str, shown: &str) {
            ja: "{years}に3年以上の値がある{tested}院のうち、{clear}院がはっきり良くなりました。どの病院も変わっていなくても、偶然だけで{chance}院はここに入ります。取り組みを報告した病院と、とくに確かな病院から{shown}院を、場所の順に挙げます。",
            en: "Of the {tested} hospitals with three or more values from {years}, {clear} clearly improved. If nothing had changed anywhere, chance alone would put {chance} among them. {shown} are listed in order of place: those that said what they did, and the most certain.",
        }
        pub(super) fn practice { ja: "病院が報告した取り組み", en: "What the hospital says it did" }
        pub(super) fn in_year(year: &str, value: &str) { ja: "{year} {value}", en: "{year}: {value}" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reports::model::Figure;

    fn year(ratio: Option<f64>, range: Option<(f64, f64)>) -> VariationYear {
        VariationYear {
            period: Period::fiscal_year(2022).unwrap(),
            units: 47,
            ratio: Figure::from_column(ratio),
            low: Figure::from_column(range.map(|r| r.0)),
            high: Figure::from_column(range.map(|r| r.1)),
        }
    }

    #[test]
    fn a_ratio_never_stands_without_its_range_and_its_meaning() {
        let said = year_words(Locale::Ja, Level::Region, &year(Some(1.3), Some((1.2, 1.5))));
        assert_eq!(said, "偶然のばらつきを除くと、高い県は低い県の約1.3倍（1.2〜1.5倍）です。");
        let said = year_words(Locale::En, Level::Hospital, &year(Some(16.1), Some((14.8, 17.7))));
        assert_eq!(
            said,
            "After removing chance, a high hospital has about 16 times the value of a low one (15–18 times)."
        );
    }

    #[test]
    fn what_chance_alone_can_do_is_no_difference() {
        let said = year_words(Locale::Ja, Level::Region, &year(Some(1.02), Some((1.0, 1.1))));
        assert!(said.contains("区別できません") && !said.contains("約"), "{said}");
    }

    #[test]
    fn a_day_is_said_as_the_year_it_ends() {
        assert_eq!(year_of(Locale::Ja, Day::constant(2023, 3, 31)), "2022年度");
        assert_ne!(year_of(Locale::En, Day::constant(2011, 12, 31)), "2010");
    }
}
