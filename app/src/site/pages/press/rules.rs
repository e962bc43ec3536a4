//! What may be written, what may not, and who is asked?

use super::measure::may_be_printed;
use crate::site::links::{Here, Place};
use domain::measure::Direction;
use i18n::Locale;
use leptos::prelude::*;
use reports::model::{LevelVariation, MeasureReport, Spread};

/// A thing that cannot be written, and why.
type Rule = (&'static str, &'static str);

/// What holds for every measure.
pub(super) fn general(here: &Here) -> AnyView {
    let locale = here.locale;
    rules(here, general_may(locale), general_may_not(locale))
}

/// What holds for one measure besides: what may be written follows from what this release can tell of it.
pub(super) fn of_measure(here: &Here, report: &MeasureReport) -> AnyView {
    let locale = here.locale;
    let measure = &report.values.measure;
    let may = of_release(report).into_iter().map(|told| told.words(locale)).collect();
    let mut may_not = general_may_not(locale);
    if measure.crude_outcome {
        may_not.insert(0, (words::crude(locale), words::crude_why(locale)));
    } else if measure.direction == Direction::Neutral {
        may_not.insert(0, (words::neutral(locale), words::neutral_why(locale)));
    }
    rules(here, may, may_not)
}

/// What a release supports of one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    WithRange,
    WithoutRange,
    CannotTell,
    Missing,
    Spread,
    Outside,
    PublishedRange,
}

impl Told {
    fn words(self, locale: Locale) -> &'static str {
        match self {
            Self::WithRange => words::with_range(locale),
            Self::WithoutRange => words::without_range(locale),
            Self::CannotTell => words::cannot_tell(locale),
            Self::Missing => words::missing(locale),
            Self::Spread => words::spread(locale),
            Self::Outside => words::outside(locale),
            Self::PublishedRange => words::published_range(locale),
        }
    }
}

fn of_release(report: &MeasureReport) -> Vec<Told> {
    let measure = &report.values.measure;
    let reported = report.values.rows.iter().filter_map(|row| row.figure().outcome.reported());
    let range = reported.into_iter().any(|reported| reported.interval().is_some());
    let any = |spread: &Spread| spread.judged > 0 && spread.comparator.limits_fit;
    let judged = any(&report.national) || report.peers.iter().any(any);
    let judged = judged && !measure.crude_outcome && measure.direction != Direction::Neutral;
    let known = |level: &LevelVariation| level.years.iter().any(|year| year.ratio.number().is_some());
    let spread = report.variation.iter().any(|level| known(level) && may_be_printed(measure, level.level));
    let told = [
        (range, Told::WithRange),
        (!range, Told::WithoutRange),
        (range, Told::CannotTell),
        (!report.missing.is_empty(), Told::Missing),
        (spread, Told::Spread),
        (judged && !measure.shrunken, Told::Outside),
        (judged && measure.shrunken, Told::PublishedRange),
    ];
    told.into_iter().filter(|(supported, _)| *supported).map(|(_, told)| told).collect()
}

fn general_may(locale: Locale) -> Vec<&'static str> {
    vec![words::with_range(locale), words::cannot_tell(locale), words::missing(locale), words::spread(locale)]
}

fn general_may_not(locale: Locale) -> Vec<Rule> {
    vec![
        (words::no_rank(locale), words::no_rank_why(locale)),
        (words::no_blank(locale), words::no_blank_why(locale)),
        (words::no_doctor(locale), words::no_doctor_why(locale)),
        (words::no_roles(locale), words::no_roles_why(locale)),
        (words::no_cause(locale), words::no_cause_why(locale)),
    ]
}

fn rules(here: &Here, may: Vec<&'static str>, may_not: Vec<Rule>) -> AnyView {
    let locale = here.locale;
    let may = may.into_iter().map(|said| view! { <li>{said}</li> });
    let may_not = may_not.into_iter().map(|(what, why)| view! { <dt>{what}</dt> <dd>{why}</dd> });
    view! {
        <section class="ms-section" aria-labelledby="may">
            <h2 id="may">{words::may(locale)}</h2>
            <ul>{may.collect_view()}</ul>
        </section>
        <section class="ms-section" aria-labelledby="may-not">
            <h2 id="may-not">{words::may_not(locale)}</h2>
            <dl class="ms-reasons">{may_not.collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Who is asked where a figure looks wrong.
pub(super) fn contact(here: &Here) -> AnyView {
    let locale = here.locale;
    let who = match here.origin.contact() {
        Some(contact) => {
            let href = if contact.contains("://") { contact.to_owned() } else { format!("mailto:{contact}") };
            view! { <p>{words::write_to(locale)} <a href=href>{contact.to_owned()}</a></p> }.into_any()
        }
        None => view! { <p>{words::no_contact(locale)}</p> }.into_any(),
    };
    view! {
        <section class="ms-section" aria-labelledby="contact">
            <h2 id="contact">{words::contact(locale)}</h2>
            {who}
            <p><a href=here.to(&Place::Sources)>{words::sources(locale)}</a></p>
        </section>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn may { ja: "書いてよいこと", en: "What you may write" }
        pub(super) fn with_range {
            ja: "「A病院は1,000人中12人（8〜17人の間と考えられます）」のように、値と幅をいっしょに書く。",
            en: "A value together with its range: “12 of 1,000 at hospital A (likely between 8 and 17)”.",
        }
        pub(super) fn cannot_tell {
            ja: "「A病院とB病院は、この指標では区別できない」。区別できないことも、伝える価値のある結果です。",
            en: "“Hospitals A and B cannot be told apart in this measure.” That, too, is a result worth reporting.",
        }
        pub(super) fn missing {
            ja: "「A病院の値は公表されていない」と、その理由。",
            en: "That a hospital's value is not published, and the reason given.",
        }
        pub(super) fn spread {
            ja: "病院どうし・地域どうしの開きが、偶然を除いてどれくらいか。",
            en: "How large the spread between hospitals or areas is once chance is removed.",
        }
        pub(super) fn outside {
            ja: "「この指標では、偶然とふつうのばらつきを超えるちがいがある」と、くらべた相手と年。",
            en: "That a hospital differs by more than chance and the usual spread, with the comparator and the year.",
        }
        pub(super) fn without_range {
            ja: "値と年。幅は分からないので、「ほかの病院とちがう」とは書かない。",
            en: "A value with its period. Its range is not known, so do not write that a hospital differs from others.",
        }
        pub(super) fn published_range {
            ja: "「公表元が示した幅が、国全体の値を含まない」と、その年。",
            en: "That the range its publisher gives for a hospital excludes the national value, with the year.",
        }
        pub(super) fn may_not { ja: "書けないことと、その理由", en: "What you may not write, and why" }
        pub(super) fn crude {
            ja: "値の高い・低いだけから、病院の良し悪しを言うこと",
            en: "That a hospital with a high value is worse, or one with a low value better",
        }
        pub(super) fn crude_why {
            ja: "この数字は患者さんの重さを調整していません。重い患者さんを引き受けるかどうかだけで、数字が変わります。",
            en: "These figures are not adjusted for how ill the patients were: they differ for that reason alone.",
        }
        pub(super) fn neutral { ja: "「多いから良い」「少ないから悪い」", en: "That more is better, or less is worse" }
        pub(super) fn neutral_why {
            ja: "この数字は規模や役割を表すもので、良し悪しではありません。",
            en: "This figure describes size and role. Neither end of it is good or bad.",
        }
        pub(super) fn no_rank { ja: "「全国◯位」のような、一つだけの順位", en: "A single position in an order, such as first or last" }
        pub(super) fn no_rank_why {
            ja: "順位は偶然で大きく動きます。言えるのは「◯番目から◯番目のあいだ」までです。",
            en: "Positions shift a great deal by chance. Only a range, from one position to another, can be stated.",
        }
        pub(super) fn no_blank { ja: "「公表していないから怪しい」", en: "That a missing value is suspicious" }
        pub(super) fn no_blank_why {
            ja: "患者さんが少ない病院の値は、個人が分からないように伏せられます。対象でない病院にも値はありません。",
            en: "Values of few patients are withheld so that nobody can be recognised, and some hospitals are not covered at all.",
        }
        pub(super) fn no_doctor { ja: "医師や職員の良し悪し", en: "Anything about a doctor or another member of staff" }
        pub(super) fn no_doctor_why {
            ja: "病院の数字から、一人ひとりの仕事は分かりません。個人の数字はここにありません。",
            en: "A hospital's figure says nothing about any one person's work. There are no figures about individuals here.",
        }
        pub(super) fn no_roles {
            ja: "役割のちがう病院を一列に並べること",
            en: "Hospitals of different roles in one list",
        }
        pub(super) fn no_roles_why {
            ja: "大学病院と島の病院では、受けもつ患者さんがちがいます。同じ役割の中でくらべてください。",
            en: "A university hospital and an island hospital care for different patients. Compare within one role.",
        }
        pub(super) fn no_cause { ja: "「◯◯したから減った」という原因", en: "A cause: that a figure fell because of something" }
        pub(super) fn no_cause_why {
            ja: "この数字から原因は分かりません。数え方や患者さんが変わっただけのこともあります。",
            en: "The figures do not show causes. The counting or the patients may have changed instead.",
        }
        pub(super) fn contact { ja: "数字がおかしいと思ったら", en: "If a figure looks wrong" }
        pub(super) fn write_to { ja: "こちらへお知らせください：", en: "Please write to: " }
        pub(super) fn no_contact {
            ja: "このサイトの運営者は、まだ連絡先を載せていません。もとの数字については、下の公表元に確かめられます。",
            en: "The operator of this site has not given a contact yet. You can ask the publishers below about the original figures.",
        }
        pub(super) fn sources { ja: "公表元の一覧", en: "List of publishers" }
    }
}
