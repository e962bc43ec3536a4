//! Two stories in four pictures each: why 8 and 12 may be the same, and why a blank is not bad.
//!
//! The pictures speak the language of the ruler: ticks, a dot, a band, hatching. Each stands with its sentence, which says the same
//! to those who do not see it; the pictures have letters only.

use i18n::Locale;
use leptos::prelude::*;

/// Both strips.
pub fn strips(locale: Locale) -> AnyView {
    view! {
        <section class="ms-section" aria-labelledby="strips">
            <h2 id="strips">{words::title(locale)}</h2>
            {strip(words::same(locale), "strip-same", same(locale))}
            {strip(words::blank(locale), "strip-blank", blank(locale))}
        </section>
    }
    .into_any()
}

type Panel = (AnyView, &'static str);

fn strip(title: &'static str, id: &'static str, panels: [Panel; 4]) -> AnyView {
    let panels = panels.map(|(picture, said)| {
        view! {
            <li>
                <svg viewBox="0 0 220 110" aria-hidden="true" focusable="false">{picture}</svg>
                <p>{said}</p>
            </li>
        }
    });
    view! {
        <h3 class="ms-h3" id=id>{title}</h3>
        <ol class="ms-strip" aria-labelledby=id>{panels.into_iter().collect_view()}</ol>
    }
    .into_any()
}

/// 8 and 12 of 1,000 with their 95 % intervals (Wilson): 4 to 16, and 7 to 21.
fn same(locale: Locale) -> [Panel; 4] {
    let (low, high) = (8, 12);
    let two = || view! { {letter("A", 40)} {dot(low, 40)} {letter("B", 70)} {dot(high, 70)} {ruler()} };
    let years = [(8, 20), (11, 34), (9, 48), (12, 62), (10, 76)].map(|(value, y)| dot(value, y));
    [
        (two().into_any(), words::same_1(locale)),
        (view! { {years.into_iter().collect_view()} {ruler()} }.into_any(), words::same_2(locale)),
        (view! { {band(4, 16, 40)} {band(7, 21, 70)} {two()} }.into_any(), words::same_3(locale)),
        (
            view! { <rect class="ms-strip-field" x=at(7) y="26" width=at(16) - at(7) height="58" /> {band(4, 16, 40)} {band(7, 21, 70)} {two()} }
                .into_any(),
            words::same_4(locale),
        ),
    ]
}

fn blank(locale: Locale) -> [Panel; 4] {
    let people = |count: i32| {
        (0..count).map(|n| view! { <circle class="ms-strip-dot" cx=40 + n * 31 cy="55" r="9" /> }).collect_view()
    };
    let bars = [70, 52, 34].into_iter().enumerate().map(|(n, length)| {
        let y = 22 + 22 * i32::try_from(n).unwrap_or(0);
        view! { <rect class="ms-strip-dot" x="24" y=y width=length * 2 height="10" /> }
    });
    [
        (
            view! { {letter("C", 28)} {hatched(28)} {letter("D", 70)} {band(7, 13, 70)} {dot(10, 70)} {ruler()} }
                .into_any(),
            words::blank_1(locale),
        ),
        (view! { {letter("C", 55)} {people(6)} }.into_any(), words::blank_2(locale)),
        (
            view! {
                {bars.collect_view()}
                {letter("C", 84)}
                {hatched(84)}
                <path class="ms-strip-cross" d="M10 14 L210 100 M210 14 L10 100" />
            }
            .into_any(),
            words::blank_3(locale),
        ),
        (
            view! {
                {letter("C", 28)}
                {hatched(28)}
                <path class="ms-strip-line" d="M40 62 h140 v34 h-100 l-18 12 v-12 h-22 z" />
                <path class="ms-strip-line" d="M54 73 h112 M54 84 h72" />
            }
            .into_any(),
            words::blank_4(locale),
        ),
    ]
}

/// Where a value stands on a scale from 0 to 25.
const fn at(value: i32) -> i32 {
    10 + value * 8
}

fn ruler() -> AnyView {
    let ticks: String = (0..=25)
        .map(|value| format!("M{} 92 v{}", at(value), if value % 5 == 0 { 10 } else { 5 }))
        .collect::<Vec<_>>()
        .join(" ");
    view! { <path class="ms-strip-line" d=format!("M10 92 H210 {ticks}") /> }.into_any()
}

fn dot(value: i32, y: i32) -> AnyView {
    view! { <circle class="ms-strip-dot" cx=at(value) cy=y r="6" /> }.into_any()
}

fn band(low: i32, high: i32, y: i32) -> AnyView {
    let (from, to) = (at(low), at(high));
    let path = format!("M{from} {} v14 M{to} {} v14 M{from} {y} H{to}", y - 7, y - 7);
    view! { <path class="ms-strip-band" d=path /> }.into_any()
}

/// Which hospital a row of a picture is about.
fn letter(letter: &'static str, y: i32) -> AnyView {
    view! { <text x="6" y=y + 5>{letter}</text> }.into_any()
}

/// A field without a value, as on the ruler: hatched, and no dot.
fn hatched(y: i32) -> AnyView {
    let strokes: String = (0..23).map(|n| format!("M{} {} l8 -14", 26 + n * 8, y + 7)).collect::<Vec<_>>().join(" ");
    view! { <path class="ms-strip-hatch" d=strokes /> }.into_any()
}

mod words {
    i18n::text! {
        pub(super) fn title { ja: "4こまで分かる、数字の読み方", en: "How to read figures, in four pictures" }
        pub(super) fn same { ja: "8と12は、同じかもしれない", en: "8 and 12 may be the same" }
        pub(super) fn same_1 {
            ja: "退院した1,000人のうち、入院し直した人。A病院は8人、B病院は12人でした。Bのほうが多く見えます。",
            en: "Of 1,000 people who went home, 8 came back to hospital A and 12 to hospital B. B looks higher.",
        }
        pub(super) fn same_2 {
            ja: "でも、同じ病院が同じ診療をしても、ある年は8人、別の年は12人になります。それが偶然です。",
            en: "But the same hospital, working in the same way, can have 8 in one year and 12 in another. That is chance.",
        }
        pub(super) fn same_3 {
            ja: "そこで、本当の値がありそうな幅を書きます。Aは4〜16人、Bは7〜21人の間と考えられます。",
            en: "So we write where the true figure probably lies: 4 to 16 for A, 7 to 21 for B.",
        }
        pub(super) fn same_4 {
            ja: "幅は大きく重なっています。だから「区別できません」と書きます。近さや説明で選べます。",
            en: "The ranges overlap widely, so we say that the two cannot be told apart. You can choose by distance, or by how things are explained.",
        }
        pub(super) fn blank { ja: "空白は、悪いという意味ではない", en: "A blank is not bad" }
        pub(super) fn blank_1 {
            ja: "C病院の欄は斜線です。D病院には数字があります。Cには何かあったのでしょうか。",
            en: "Hospital C is hatched; hospital D has a figure. Is something wrong with C?",
        }
        pub(super) fn blank_2 {
            ja: "C病院は小さく、その年の患者は6人でした。人数が少ないので、公表元が数を伏せました。",
            en: "Hospital C is small and had six such patients that year. With so few, the publisher withholds the number.",
        }
        pub(super) fn blank_3 {
            ja: "空白をいちばん下に数えると、小さな病院ほど悪く見えます。だから、順番に入れません。",
            en: "If blanks counted as the lowest, small hospitals would look bad. So they are left out of any order.",
        }
        pub(super) fn blank_4 {
            ja: "空白のそばには、理由を書きます。知りたいことは、C病院に電話で聞けます。",
            en: "Beside a blank we say why it is blank. You can ask hospital C what you want to know.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_strip_has_four_pictures_with_a_sentence_each() {
        for locale in Locale::ALL {
            for panels in [same(locale), blank(locale)] {
                assert!(panels.iter().all(|(_, said)| said.chars().count() > 30));
            }
        }
    }

    #[test]
    fn the_ranges_of_the_strip_are_those_of_8_and_12_in_1000() {
        let wilson = |events: f64| {
            let (n, z) = (1000.0, 1.959_964);
            let (p, z2) = (events / n, z * z);
            let half = z * f64::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
            [-half, half].map(|side| ((p + z2 / (2.0 * n) + side) / (1.0 + z2 / n) * n).round())
        };
        assert_eq!(wilson(8.0), [4.0, 16.0]);
        assert_eq!(wilson(12.0), [7.0, 21.0]);
    }
}
