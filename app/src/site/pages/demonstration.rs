//! What can invented hospitals teach? Stories with links, and at the end our statements beside the true values.

mod truth;

use crate::site::document::Meta;
use crate::site::layout::emergency;
use crate::site::links::{Here, Place};
use crate::site::routes::Page;
use domain::view_spec::ViewSpec;
use i18n::Locale;
use leptos::prelude::*;
use reports::figures::{hospital_name, short_name};
use reports::model::{AreaName, DemonstrationReport, HospitalCard, MeasureNote, Stories};
use reports::{ReportError, Reports};
use truth::in_hundred;

pub(in crate::site) async fn page(reports: &Reports, here: &Here) -> Result<Page, ReportError> {
    let report = reports.demonstration(&here.view).await?;
    let here = here.clone();
    Ok(Page {
        meta: Meta { title: words::title(here.locale).to_owned(), description: finding(here.locale, &report) },
        release: report.release.clone(),
        content: Box::new(move || content(&here, &report)),
    })
}

fn finding(locale: Locale, report: &DemonstrationReport) -> String {
    let front = report.all.front;
    let wrong = if front.of == 0 { 0.0 } else { 10.0 * (front.of - front.n) as f64 / front.of as f64 };
    words::finding(locale, &i18n::number(wrong, 1))
}

fn content(here: &Here, report: &DemonstrationReport) -> AnyView {
    let locale = here.locale;
    let told = in_hundred(locale, report.all.told_right);
    let missed = in_hundred(locale, report.all.missed);
    view! {
        {emergency(locale)}
        <h1 class="ms-h1-quiet">{finding(locale, report)}</h1>
        <p class="ms-lead">{words::lead(locale, &told, &missed)}</p>
        <p>{words::why_known(locale)} " " <a href="#truth">{words::to_table(locale)}</a></p>
        {stories(here, &report.stories)}
        {truth::section(here, report)}
    }
    .into_any()
}

/// A story: heading, text, and where to look.
struct Story {
    id: &'static str,
    title: &'static str,
    text: String,
    links: Vec<(String, String)>,
}

fn stories(here: &Here, stories: &Stories) -> AnyView {
    let told = [
        Some(island(here, stories)),
        Some(palliative(here, stories)),
        Some(university(here, stories)),
        Some(mishaps(here, stories)),
        Some(names(here, stories)),
        look_alike(here, stories),
        improver(here, stories),
        Some(countryside(here, stories)),
    ];
    let told = told.into_iter().flatten().map(|story| {
        let links = story.links.into_iter().map(|(text, href)| view! { <li><a href=href>{text}</a></li> });
        view! {
            <section class="ms-section" aria-labelledby=story.id>
                <h2 id=story.id>{story.title}</h2>
                <p>{story.text}</p>
                <ul class="ms-ways">{links.collect_view()}</ul>
            </section>
        }
    });
    told.collect_view().into_any()
}

fn named(locale: Locale, card: &HospitalCard) -> String {
    hospital_name(locale, &card.hospital.name)
}

fn hospital(here: &Here, card: &HospitalCard) -> (String, String) {
    let place = Place::Hospital(card.hospital.id.clone());
    (words::see_hospital(here.locale, &named(here.locale, card)), here.to(&place))
}

fn measure(here: &Here, measure: &MeasureNote) -> (String, String) {
    let name = short_name(here.locale, measure);
    (words::see_measure(here.locale, &name), here.to(&Place::Measure(measure.id.clone())))
}

fn area(here: &Here, area: &AreaName) -> (String, String) {
    let name = here.locale.pick(&area.name.ja, &area.name.en);
    (words::see_area(here.locale, name), here.to(&Place::Area(area.code.clone())))
}

/// Two hospitals side by side.
fn beside(here: &Here, cards: [&HospitalCard; 2], of: Option<&MeasureNote>) -> (String, String) {
    let href = here.to_with(&Place::Compare, |view: &mut ViewSpec| {
        view.hospitals = cards.iter().map(|card| card.hospital.id.clone()).collect();
        view.measures = of.iter().map(|measure| measure.id.clone()).collect();
    });
    (words::see_both(here.locale).to_owned(), href)
}

fn island(here: &Here, stories: &Stories) -> Story {
    let mut links = vec![hospital(here, &stories.island), area(here, &stories.island.area)];
    links.extend(stories.island_together.as_ref().map(|together| measure(here, together)));
    Story {
        id: "island",
        title: words::island_title(here.locale),
        text: words::island(here.locale, &named(here.locale, &stories.island)),
        links,
    }
}

fn palliative(here: &Here, stories: &Stories) -> Story {
    let mut links = vec![hospital(here, &stories.palliative)];
    links.extend(stories.crude.as_ref().map(|crude| measure(here, crude)));
    Story {
        id: "palliative",
        title: words::palliative_title(here.locale),
        text: words::palliative(here.locale, &named(here.locale, &stories.palliative)),
        links,
    }
}

fn university(here: &Here, stories: &Stories) -> Story {
    Story {
        id: "university",
        title: words::university_title(here.locale),
        text: words::university(here.locale, &named(here.locale, &stories.university)),
        links: vec![hospital(here, &stories.university), beside(here, [&stories.university, &stories.island], None)],
    }
}

fn mishaps(here: &Here, stories: &Stories) -> Story {
    let mut links = vec![area(here, &stories.flooded_area)];
    links.extend(stories.flooded.as_ref().map(|flooded| hospital(here, flooded)));
    links.push(hospital(here, &stories.outbreak));
    Story {
        id: "mishaps",
        title: words::mishaps_title(here.locale),
        text: words::mishaps(here.locale).to_owned(),
        links,
    }
}

fn names(here: &Here, stories: &Stories) -> Story {
    Story {
        id: "names",
        title: words::names_title(here.locale),
        text: words::names(here.locale).to_owned(),
        links: vec![hospital(here, &stories.merged_into), hospital(here, &stories.renamed)],
    }
}

fn look_alike(here: &Here, stories: &Stories) -> Option<Story> {
    let locale = here.locale;
    let pair = stories.look_alike.as_ref()?;
    let (looks, is) = (named(locale, &pair.looks_better), named(locale, &pair.is_better));
    Some(Story {
        id: "look-alike",
        title: words::look_alike_title(locale),
        text: words::look_alike(locale, &short_name(locale, &pair.measure), &looks, &is),
        links: vec![beside(here, [&pair.looks_better, &pair.is_better], Some(&pair.measure))],
    })
}

fn improver(here: &Here, stories: &Stories) -> Option<Story> {
    let locale = here.locale;
    let (card, of) = stories.improver.as_ref()?;
    let (n, all) = (i18n::whole(stories.improvers.n), i18n::whole(stories.improvers.of));
    Some(Story {
        id: "improver",
        title: words::improver_title(locale),
        text: words::improver(locale, &named(locale, card), &short_name(locale, of), &all, &n),
        links: vec![hospital(here, card), measure(here, of)],
    })
}

fn countryside(here: &Here, stories: &Stories) -> Story {
    let locale = here.locale;
    let name = locale.pick(&stories.countryside.name.ja, &stories.countryside.name.en);
    let href = here.to_with(&Place::Priorities, |view| {
        view.preset = Some("older".to_owned());
        view.region = Some(format!("JP-{}", stories.countryside.code));
    });
    Story {
        id: "family",
        title: words::family_title(locale),
        text: words::family(locale, name),
        links: vec![(words::see_family(locale).to_owned(), href), area(here, &stories.countryside)],
    }
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "架空のデータで確かめる", en: "Checked on fictional data" }
        pub(super) fn finding(wrong: &str) {
            ja: "順位表の「はじめの10院」のうち、平均{wrong}院は、本当はそこに入りません",
            en: "Of the first ten in a plain league table, {wrong} on average do not belong there",
        }
        pub(super) fn lead(told: &str, missed: &str) {
            ja: "このサイトが「ちがう」と書いたときは、{told}正しい順でした。そのかわり、本当は大きくちがう組の{missed}を「差があるとは言えません」としました。",
            en: "Where this site says that two hospitals differ, the order is right {told}. The price: of pairs that truly differ a lot, {missed} are called \"cannot be told apart\".",
        }
        pub(super) fn why_known {
            ja: "ここの病院はすべて架空です。数字を作ったのが私たちなので、本当の値が分かります。実在の病院では、だれにも分かりません。",
            en: "Every hospital here is invented. We made the figures, so we know the true values. For real hospitals, nobody does.",
        }
        pub(super) fn to_table { ja: "答え合わせの表へ", en: "To the table of answers" }
        pub(super) fn see_hospital(name: &str) { ja: "{name}（架空）を見る", en: "See {name} (fictional)" }
        pub(super) fn see_measure(name: &str) { ja: "「{name}」を見る", en: "See \"{name}\"" }
        pub(super) fn see_area(name: &str) { ja: "{name}を見る", en: "See {name}" }
        pub(super) fn see_both { ja: "二つの病院を並べる", en: "See both side by side" }

        pub(super) fn island_title { ja: "島にただ一つの病院（架空）", en: "The only hospital on an island (fictional)" }
        pub(super) fn island(name: &str) {
            ja: "{name}は、島でただ一つの病院です。患者さんが少ないので、1年の数字は偶然だけで大きくゆれます。1年では足りないとき、続いた何年かを合わせて見ます。何年分かは、数字の横に必ず書きます。「差があるとは言えません」は、同じという意味ではありません。まだ分からないという意味です。",
            en: "{name} is the only hospital on its island. It has few patients, so the figure of one year swings by chance alone. Where one year is too little, consecutive years are put together, and beside the figure it says how many. \"Cannot be told apart\" does not mean the same. It means that nobody can know yet.",
        }
        pub(super) fn palliative_title { ja: "最期の時間を支える病院（架空）", en: "A hospital for the end of life (fictional)" }
        pub(super) fn palliative(name: &str) {
            ja: "{name}は、治すことより、痛みをやわらげて過ごすことを支える病院です。ここで亡くなる人が多いのは、そのための病院だからです。亡くなった人の割合だけを並べると、この病院がいちばん下に見えてしまいます。そこで、病気の重さを調整していない割合には、順位も良し悪しの言葉も付けません。",
            en: "{name} helps people live without pain when cure is no longer the aim. Many die here because it is there for them. A list of the share of patients who die would put it at the bottom. So a share that is not adjusted for how ill patients were gets no place and no word of good or bad.",
        }
        pub(super) fn university_title { ja: "重い病気の人が集まる病院（架空）", en: "Where the most ill are sent (fictional)" }
        pub(super) fn university(name: &str) {
            ja: "{name}には、ほかの病院では治療がむずかしい人が送られてきます。島の病院と並べると、どちらの数字も、もう一方の病院のことを何も教えてくれません。並べようとすると、このサイトはまず、なぜ比べられないかを書きます。そして、どの病院となら比べられるかを示します。",
            en: "{name} receives patients whom other hospitals cannot treat. Beside the hospital of an island, neither figure tells anything about the other. If you try, this site first says why the two cannot be compared, and then which hospitals can.",
        }
        pub(super) fn mishaps_title { ja: "水害の年、感染が広がった年（架空）", en: "The year of a flood, the year of an outbreak (fictional)" }
        pub(super) fn mishaps {
            ja: "2023年の夏、川があふれて病院の1階が水につかりました。別の病院では、感染が広がり、2か月のあいだ入院を止めました。その年の数字は、ふだんの医療を表していません。このサイトは、出来事があったことを書き、その年の数字を順位にも、年を合わせた数字にも入れません。",
            en: "In the summer of 2023 a river flooded the ground floors of hospitals. In another hospital an infection spread, and for two months nobody was admitted. Figures of such a year do not show everyday care. This site says what happened, and keeps them out of places and of years put together.",
        }
        pub(super) fn names_title { ja: "合併した病院、名前が変わった病院（架空）", en: "A merger and a new name (fictional)" }
        pub(super) fn names {
            ja: "二つの病院が一つになると、患者さんの顔ぶれが変わります。前の年より数字が動いても、良くなった、悪くなったとは言えません。名前だけが変わった病院は、前の数字も続けて見られます。古いアドレスで開いても、いまのページに着きます。",
            en: "When two hospitals become one, the patients are others. If the figure moves, nobody can say that care became better or less good. Where only the name is new, the earlier figures go on, and the old address leads to the page of today.",
        }
        pub(super) fn look_alike_title { ja: "ちがって見える二つの病院（架空）", en: "Two hospitals that look different (fictional)" }
        pub(super) fn look_alike(measure: &str, looks: &str, is: &str) {
            ja: "「{measure}」の数字だけを見ると、{looks}のほうがずっと良く見えます。ところが、本当の値は{is}のほうが良いのです。患者さんが少ないと、偶然だけでこうなります。このサイトは、この二つを「差があるとは言えません」と書きます。だから、ほかのことで選んでかまいません。",
            en: "By the printed figure of \"{measure}\", {looks} looks far ahead. Yet the true value of {is} is the better one. With few patients chance alone does this. This site says that the two cannot be told apart. You may choose by something else.",
        }
        pub(super) fn improver_title { ja: "本当に良くなった病院（架空）", en: "A hospital that truly improved (fictional)" }
        pub(super) fn improver(name: &str, measure: &str, all: &str, seen: &str) {
            ja: "{name}の「{measure}」は、何年かのあいだに本当に良くなりました。年ごとの数字のゆれより、変化のほうが大きいので、このサイトもそう書きます。ただし、本当に良くなった{all}件のうち、数字からそうと言えたのは{seen}件です。言えないことは、変わっていないことではありません。",
            en: "In {name}, \"{measure}\" truly became better over the years. The change is larger than the swing from year to year, so this site says so. But of {all} series that truly became better, the figures show it in {seen}. Not being able to say so does not mean that nothing changed.",
        }
        pub(super) fn family_title { ja: "父の入院先をさがす（架空）", en: "Looking for a hospital for a father (fictional)" }
        pub(super) fn family(region: &str) {
            ja: "{region}に、80歳の父がいるとします。大切なのは、体を縛られないこと、家に帰れることかもしれません。大切なことに重みを付けると、病院は一つの順番ではなく、「何番目から何番目のどこか」で並びます。重なっている病院は、どれを選んでも、数字の上では分かれません。",
            en: "Say your father is 80 and lives in {region}. What counts may be not being restrained, and coming home. Once you have weighed what matters, hospitals do not stand in one order: each stands somewhere from one place to another. Where these overlap, the figures do not decide.",
        }
        pub(super) fn see_family { ja: "大切なことで選ぶ", en: "Choose by what matters" }
    }
}
