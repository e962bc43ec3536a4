//! What patients say: four questions of one fictional survey.

use super::{BLANK, Measure, Movement, STEADY, Shape, Volume, Who, text};
use crate::roles::Role;

/// A question of the survey.
const SURVEY: Measure = Measure {
    topic: "experience",
    measure_type: "experience",
    self_reported: false,
    audited: true,
    min_denominator: 50,
    owner_warning: text(
        "架空のデータです。答えた人だけの声です。答えられないほど具合の悪い人の声は入っていません。",
        "Fictional data. Only those who answered are heard, not those who were too ill to answer.",
    ),
    who: Who::Hospitals,
    ..BLANK
};

pub(super) const MEASURES: &[Measure] = &[
    Measure {
        id: "demo-experience-overall",
        name: text("入院した人の総合評価（10点満点の平均）", "Overall rating by inpatients (mean out of 10)"),
        unit: "points",
        plain: text(
            "退院した人に「この病院は10点満点で何点ですか」と聞いた答えの平均です。",
            "The mean answer of people who had been in hospital to the question: how many points out of ten would you give it?",
        ),
        why: text(
            "医療の結果だけでなく、過ごした時間も大切です。病院は、自由に書かれた声を職員と読み返せます。",
            "Not only results matter but also the time spent there. Hospitals can read the written comments together with their staff.",
        ),
        cannot_tell: text(
            "治療の確かさはわかりません。部屋の新しさや食事の好みにも左右されます。",
            "It does not show how sound the treatment was. New rooms and taste in food play a part.",
        ),
        means_abroad: "CMS: HCAHPS overall hospital rating",
        shape: Shape::Mean(Volume::Discharges(0.12), 7.9, 1.9, 0.28),
        movement: Movement { yearly: 0.01, own: 0.08, evening_out: 0.2 },
        by_role: &[(Role::University, 0.08), (Role::Palliative, 0.35), (Role::Psychiatric, -0.3)],
        ..SURVEY
    },
    Measure {
        id: "demo-experience-explained",
        name: text("「わかるように説明してくれた」と答えた割合", "Said that things were explained clearly"),
        plain: text(
            "退院した人のうち、病気や治療を「いつもわかるように説明してくれた」と答えた割合です。",
            "Of people who had been in hospital, the share who said that their illness and treatment were always explained in a way they understood.",
        ),
        why: text(
            "納得して治療を選ぶ土台になります。図や書いたものを使うと、伝わりやすくなります。",
            "It is the ground on which people choose their treatment. Pictures and written notes help.",
        ),
        cannot_tell: text(
            "説明の内容が正しかったかはわかりません。",
            "It does not show whether the explanation was right.",
        ),
        means_abroad: "CMS: HCAHPS communication with doctors; OECD: easy-to-understand explanations",
        shape: Shape::Proportion(Volume::Discharges(0.12), 0.68, 0.32),
        movement: Movement { yearly: 0.03, own: 0.1, evening_out: 0.3 },
        ..SURVEY
    },
    Measure {
        id: "demo-experience-pain",
        name: text("「痛みをやわらげてくれた」と答えた割合", "Said that pain was eased"),
        plain: text(
            "退院した人のうち、痛みを「いつもやわらげてくれた」と答えた割合です。",
            "Of people who had been in hospital, the share who said that everything was always done to ease their pain.",
        ),
        why: text(
            "痛みががまんできると、早く動けて回復も早まります。決まった時間に痛みを聞くことで改善できます。",
            "People whose pain is eased move and recover sooner. Asking about pain at fixed hours helps.",
        ),
        cannot_tell: text(
            "病気によって痛みは違います。病院の差のほとんどは偶然です。",
            "Pain differs between illnesses. Most of the difference between hospitals is chance.",
        ),
        means_abroad: "CMS (retired): HCAHPS pain management",
        shape: Shape::Proportion(Volume::Discharges(0.1), 0.61, 0.08),
        ..SURVEY
    },
    Measure {
        id: "demo-experience-discharge",
        name: text("「退院後のことを聞けた」と答えた割合", "Said they knew what to do after discharge"),
        plain: text(
            "退院した人のうち、薬や生活で気をつけることを、退院前に聞けたと答えた割合です。",
            "Of people who had been in hospital, the share who said they were told before leaving what to do about medicines and daily life.",
        ),
        why: text(
            "家に帰ってからの不安と再入院を減らせます。書いた説明書と、相談先の電話番号が役立ちます。",
            "It eases worry at home and prevents readmissions. A written sheet and a telephone number to call help.",
        ),
        cannot_tell: text(
            "聞いたことを家で守れたかはわかりません。",
            "It does not show whether people could follow the advice at home.",
        ),
        means_abroad: "CMS: HCAHPS discharge information",
        shape: Shape::Proportion(Volume::Discharges(0.12), 0.74, 0.4),
        movement: Movement { own: 0.1, evening_out: -0.2, ..STEADY },
        ..SURVEY
    },
];
