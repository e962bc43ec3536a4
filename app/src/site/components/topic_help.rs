//! What do the figures of a topic mean for me, and what may I ask about them?

use domain::measure::Topic;
use i18n::Locale;
use leptos::prelude::*;

/// Two sentences and the questions of the topic.
pub fn topic_help(locale: Locale, topic: Topic) -> AnyView {
    let ask = content::questions(topic).unwrap_or_default();
    let ask: Vec<_> = ask.iter().map(|q| view! { <li>{locale.pick(&q.ja, &q.en).clone()}</li> }).collect();
    let ask = (!ask.is_empty()).then(|| {
        view! {
            <h3>{words::ask(locale)}</h3>
            <ul>{ask}</ul>
        }
    });
    view! {
        <h3>{words::meaning(locale)}</h3>
        <p>{told(locale, topic)}</p>
        {ask}
    }
    .into_any()
}

fn told(locale: Locale, topic: Topic) -> &'static str {
    match topic {
        Topic::Outcomes => words::outcomes(locale),
        Topic::Safety => words::safety(locale),
        Topic::Experience => words::experience(locale),
        Topic::Access => words::access(locale),
    }
}

mod words {
    i18n::text! {
        pub(super) fn meaning { ja: "この数字の読み方", en: "How to read these" }
        pub(super) fn ask { ja: "病院に聞いてみること", en: "What you could ask" }
        pub(super) fn outcomes {
            ja: "治療のあと、どうなったかの数字です。重い患者を多く診る病院では、大きくなりがちです。あなたがどうなるかは、主治医に聞いてください。",
            en: "How people fared after treatment. Hospitals that treat sicker people tend to show larger numbers. How it may go for you is a question for your doctor.",
        }
        pub(super) fn safety {
            ja: "治療中に起きてほしくないことの数字です。よく気づいて報告する病院で、多く見えることがあります。",
            en: "Things that should not happen during care. Where they are noticed and reported carefully, the numbers can look larger.",
        }
        pub(super) fn experience {
            ja: "かかった人が、どう感じたかの数字です。答えた人の声で、治療の結果ではありません。",
            en: "How people felt about their care. These are the voices of those who answered, not results of treatment.",
        }
        pub(super) fn access {
            ja: "どれくらい早く、どれくらい多く受け入れたかの数字です。多いことは、よく治ることと同じではありません。",
            en: "How soon, and how many, people were treated. More is not the same as better care.",
        }
    }
}
