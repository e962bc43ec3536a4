//! How do a plain list and our statements fare against the true values, as a table?

use crate::site::links::{Here, Place};
use i18n::{Locale, number, whole};
use leptos::prelude::*;
use reports::figures::short_name;
use reports::model::{DemonstrationReport, MeasureTruth, Share, TruthCounts};

/// `100回中12回`; a small share gets the decimals that it needs to be seen.
pub(super) fn in_hundred(locale: Locale, share: Share) -> String {
    words::in_hundred(locale, &per_hundred(share))
}

fn per_hundred(share: Share) -> String {
    if share.of == 0 {
        return "–".to_owned();
    }
    let times = 100.0 * share.n as f64 / share.of as f64;
    let off = times.min(100.0 - times);
    let decimals = match off {
        _ if share.n == 0 || share.n == share.of => 0,
        ..0.0095 => 3,
        ..0.95 => 2,
        ..9.5 => 1,
        _ => 0,
    };
    number(times, decimals)
}

/// A line of the table: what is asked, the answer, the counts behind it.
type Line = (&'static str, String, String);

/// The table, and one row per measure behind it.
pub(super) fn section(here: &Here, report: &DemonstrationReport) -> AnyView {
    let locale = here.locale;
    let counts = &report.all;
    view! {
        <div class="ms-edge-quiet" aria-hidden="true"></div>
        <section class="ms-section" aria-labelledby="truth">
            <h2 id="truth">{words::title(locale)}</h2>
            <p>{words::how(locale, &whole(counts.false_tables.of), &whole(counts.displaced.of))}</p>
            {most_reversed(locale, &report.measures)}
            {lines(locale, words::plain_list(locale), plain(locale, counts))}
            {lines(locale, words::this_site(locale), ours(locale, counts))}
            <p class="ms-caveat">{words::promise(locale)}</p>
            {one_by_one(here, &report.measures)}
            <p class="ms-small">
                {words::small_print(locale)} " "
                <a href=here.to(&Place::Methods)>{words::methods(locale)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// Where a plain list misleads most.
fn most_reversed(locale: Locale, measures: &[MeasureTruth]) -> Option<AnyView> {
    let share = |of: &MeasureTruth| of.counts.reversed.n as f64 / of.counts.reversed.of.max(1) as f64;
    let most = measures.iter().max_by(|a, b| share(a).total_cmp(&share(b)))?;
    let (name, often) = (short_name(locale, &most.measure), in_hundred(locale, most.counts.reversed));
    Some(view! { <p>{words::most_reversed(locale, &name, &often)}</p> }.into_any())
}

fn lines(locale: Locale, caption: &'static str, lines: Vec<Line>) -> AnyView {
    let rows = lines.into_iter().map(|(what, answer, counts)| {
        view! {
            <tr>
                <th scope="row">{what}</th>
                <td><strong>{answer}</strong> <br /> <span class="ms-small ms-quiet">{counts}</span></td>
            </tr>
        }
    });
    view! {
        <h3>{caption}</h3>
        <div class="ms-table" tabindex="0" role="region" aria-label=caption>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words::question(locale)}</th>
                        <th scope="col">{words::answer(locale)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(locale: Locale, what: &'static str, share: Share) -> Line {
    (what, in_hundred(locale, share), words::counts(locale, &whole(share.n), &whole(share.of)))
}

fn plain(locale: Locale, counts: &TruthCounts) -> Vec<Line> {
    let mean = counts.displaced.n as f64 / counts.displaced.of.max(1) as f64;
    let hospitals = words::hospitals(locale, &whole(counts.displaced.of));
    vec![
        line(locale, words::reversed(locale), counts.reversed),
        line(locale, words::front(locale), counts.front),
        (words::displaced(locale), words::places(locale, &number(mean, 1)), hospitals),
    ]
}

fn ours(locale: Locale, counts: &TruthCounts) -> Vec<Line> {
    vec![
        line(locale, words::told_right(locale), counts.told_right),
        line(locale, words::false_tables(locale), counts.false_tables),
        line(locale, words::false_alone(locale), counts.false_alone),
        line(locale, words::within(locale), counts.within),
        line(locale, words::beyond(locale), counts.beyond),
        line(locale, words::missed(locale), counts.missed),
    ]
}

fn one_by_one(here: &Here, measures: &[MeasureTruth]) -> AnyView {
    let locale = here.locale;
    // without ranges of places there is nothing to compare with
    let ranked = measures.iter().filter(|of| of.counts.displaced.of > 0);
    let rows = ranked.map(|of| {
        let name = short_name(locale, &of.measure);
        let counts = &of.counts;
        let shares = [counts.reversed, counts.told_right, counts.false_tables, counts.within, counts.missed];
        let cells = shares.map(|share| {
            let behind = words::counts(locale, &whole(share.n), &whole(share.of));
            view! { <td>{per_hundred(share)} <br /> <span class="ms-small ms-quiet">{behind}</span></td> }
        });
        view! {
            <tr>
                <th scope="row"><a href=here.to(&Place::Measure(of.measure.id.clone()))>{name}</a></th>
                {cells.collect_view()}
            </tr>
        }
    });
    let heads = [
        words::head_measure(locale),
        words::head_reversed(locale),
        words::head_told_right(locale),
        words::head_false_tables(locale),
        words::head_within(locale),
        words::head_missed(locale),
    ];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <details class="ms-more">
            <summary>{words::one_by_one(locale)}</summary>
            <div class="ms-table" tabindex="0" role="region" aria-label=words::one_by_one(locale)>
                <table>
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

mod words {
    i18n::text! {
        pub(super) fn in_hundred(times: &str) { ja: "100回中{times}回", en: "{times} in 100" }
        pub(super) fn title { ja: "答え合わせ", en: "The answers" }
        pub(super) fn how(tables: &str, values: &str) {
            ja: "架空の病院の本当の値と、{tables}の表（一つの指標、同じ役割の病院）に出ている{values}の値を突き合わせました。",
            en: "We compared the true values of the fictional hospitals with {values} values in {tables} tables, each of one measure and hospitals of one role.",
        }
        pub(super) fn most_reversed(measure: &str, often: &str) {
            ja: "ただ並べた表のまちがいは、起こることが少ない指標で多くなります。「{measure}」では、二つの病院の順が{often}逆でした。",
            en: "A plain list goes wrong most where events are rare. For \"{measure}\", the order of two hospitals is reversed {often}.",
        }
        pub(super) fn plain_list { ja: "数字の順にただ並べた表", en: "A plain list in the order of the figures" }
        pub(super) fn this_site { ja: "このサイトの書き方", en: "What this site says" }
        pub(super) fn question { ja: "問い", en: "Question" }
        pub(super) fn answer { ja: "答え", en: "Answer" }
        pub(super) fn counts(n: &str, of: &str) { ja: "{of}のうち{n}", en: "{n} of {of}" }
        pub(super) fn hospitals(count: &str) { ja: "{count}の値の平均", en: "mean of {count} values" }
        pub(super) fn reversed {
            ja: "二つの病院の順が、本当は逆だった",
            en: "Two hospitals stand the other way round in truth",
        }
        pub(super) fn front {
            ja: "表のはじめの10院のうち、本当にはじめの10院に入る",
            en: "Of the first ten hospitals of the list, those that truly belong to the first ten",
        }
        pub(super) fn displaced {
            ja: "書かれた順番と、本当の順番のへだたり",
            en: "How far the printed place is from the true one",
        }
        pub(super) fn places(mean: &str) { ja: "平均{mean}番", en: "{mean} places on average" }
        pub(super) fn told_right {
            ja: "「ちがう」と書いた二つの病院が、本当にその順だった",
            en: "Two hospitals called different truly stand in that order",
        }
        pub(super) fn false_tables {
            ja: "「ちがう」が一つでも誤っていた表（約束は100回中5回まで）",
            en: "Tables in which any \"different\" is false (we promise no more than 5 in 100)",
        }
        pub(super) fn false_alone {
            ja: "もし、その二つしか病院がないかのように比べていたら、誤りのあった表",
            en: "Tables with a false one, had each pair been compared as if it were alone",
        }
        pub(super) fn within {
            ja: "「何番目から何番目のどこか」に、本当の順番が入っていた",
            en: "The true place lies in the printed range of places",
        }
        pub(super) fn beyond {
            ja: "めやすの範囲の外と書いた値が、本当に同じ役割の値よりその側にあった",
            en: "A value outside the limits truly lies on that side of the value of its role",
        }
        pub(super) fn missed {
            ja: "本当は大きくちがうのに、「差があるとは言えません」とした",
            en: "Hospitals truly differ a lot, and we say \"cannot be told apart\"",
        }
        pub(super) fn promise {
            ja: "まちがいを少なくすると、見のがしが増えます。両方を同時になくすことは、だれにもできません。「差があるとは言えません」は、良いという意味でも、同じという意味でもありません。",
            en: "Fewer false statements mean more that is missed. No method avoids both. \"Cannot be told apart\" does not mean good, and it does not mean the same.",
        }
        pub(super) fn small_print {
            ja: "いちばん新しい期間の、良い向きのある指標だけです。病気の重さを調整していない結果の割合は、並べないので入っていません。「大きくちがう」は、本当の値を並べたときの真ん中の半分の幅より大きい差です。年を合わせた値は、本当の値も同じように合わせました。はじめの10院は、20院以上の表だけで数えました。",
            en: "Only the newest period, and only measures of which one side is better. Outcomes that are not adjusted for how ill patients were are left out, because they are never put in order. \"A lot\" is more than the width of the middle half of the true values. Where years are put together, so are their true values. The first ten are counted in tables of 20 hospitals or more.",
        }
        pub(super) fn methods { ja: "数字の作り方と、比べ方の決まり", en: "How figures are made and compared" }
        pub(super) fn one_by_one { ja: "指標ごとに見る（100回中の回数）", en: "By measure (times in 100)" }
        pub(super) fn head_measure { ja: "指標", en: "Measure" }
        pub(super) fn head_reversed { ja: "ただの表で逆の組", en: "Plain list: pairs reversed" }
        pub(super) fn head_told_right { ja: "「ちがう」が正しい組", en: "\"Different\" is right" }
        pub(super) fn head_false_tables { ja: "誤りのある表", en: "Tables with a false one" }
        pub(super) fn head_within { ja: "範囲に本当の順番", en: "True place in the range" }
        pub(super) fn head_missed { ja: "見のがした組", en: "Pairs missed" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_share_is_not_rounded_away() {
        let share = |n, of| in_hundred(Locale::En, Share { n, of });
        assert_eq!(share(12, 100), "12 in 100");
        assert_eq!(share(1, 1000), "0.10 in 100");
        assert_eq!(share(9_997, 10_000), "99.97 in 100");
        assert_eq!(share(0, 10), "0 in 100");
        assert_eq!(share(0, 0), "– in 100");
    }
}
