//! What should not happen to patients: falls, pressure sores, restraint.

use super::practice::PILOT_WARNING;
use super::{BLANK, Measure, Movement, STEADY, Shape, Start, Volume, text};
use crate::roles::Role;

/// A harm counted on the ward, not adjusted for patients.
const HARM: Measure =
    Measure { direction: "lower", topic: "safety", owner_warning: PILOT_WARNING, start: Start::Pilot, ..BLANK };

pub(super) const MEASURES: &[Measure] = &[
    Measure {
        id: "demo-falls",
        name: text("入院中の転倒・転落", "Falls in hospital"),
        measure_type: "outcome",
        unit: "patient-days",
        counts_episodes: true,
        plain: text(
            "入院中に転んだりベッドから落ちたりした回数です。入院した人数と日数をかけた「のべ日数」で割ります。",
            "How often patients fell, divided by the number of days all patients together spent in hospital.",
        ),
        why: text(
            "骨折や頭のけがにつながります。床やベッドの工夫と、薬の見直しで減らせます。",
            "Falls break bones and injure heads. Better floors and beds and a look at medicines prevent them.",
        ),
        cannot_tell: text(
            "きちんと報告する病院ほど多く見えます。動くことを助けている病院でも多くなります。",
            "Hospitals that report carefully look higher. So do those that encourage patients to get up and walk.",
        ),
        means_abroad: "NDNQI: total falls per 1,000 patient days",
        shape: Shape::Rate(Volume::PatientDays(1.0), 0.0026, 0.3),
        movement: Movement { yearly: -0.02, own: 0.16, evening_out: 0.2 },
        by_role: &[(Role::Chronic, 0.15), (Role::Psychiatric, 0.2)],
        ..HARM
    },
    Measure {
        id: "demo-falls-with-harm",
        name: text("けがを負った転倒・転落", "Falls with injury"),
        measure_type: "outcome",
        unit: "patient-days",
        counts_episodes: true,
        plain: text(
            "入院中の転倒・転落のうち、骨折などの治療が必要になった回数です。のべ日数で割ります。",
            "How often a fall in hospital led to an injury that needed treatment, such as a fracture, divided by the days all patients spent in hospital.",
        ),
        why: text(
            "転倒をすべて防ぐことはできませんが、けがは減らせます。低いベッドや衝撃を吸収する床が役立ちます。",
            "Not every fall can be prevented, but injuries can. Low beds and soft floors help.",
        ),
        cannot_tell: text(
            "まれな出来事なので、1年の数字の差はほとんど偶然です。",
            "It is rare, so the difference between two years or two hospitals is mostly chance.",
        ),
        means_abroad: "NDNQI: injury falls per 1,000 patient days",
        shape: Shape::Rate(Volume::PatientDays(1.0), 0.00011, 0.1),
        ..HARM
    },
    Measure {
        id: "demo-pressure-ulcers",
        name: text("入院中に床ずれができた割合", "Pressure sores developed in hospital"),
        measure_type: "outcome",
        plain: text(
            "退院した人のうち、入院中に皮ふの下まで達する床ずれが新しくできた人の割合です。",
            "Of people who left hospital, the share who developed a pressure sore deeper than the skin during their stay.",
        ),
        why: text(
            "痛みが強く、退院が遅れます。体の向きを変えることと、栄養とマットレスで減らせます。",
            "They hurt and delay going home. Turning, nutrition and the right mattress help to prevent them.",
        ),
        cannot_tell: text(
            "寝たきりの患者が多い病院では高くなります。入院の時からあった床ずれは含みません。",
            "It is higher where many patients cannot move by themselves. Sores that were there on arrival are not included.",
        ),
        means_abroad: "AHRQ: PSI 03",
        shape: Shape::Proportion(Volume::Discharges(1.0), 0.011, 0.42),
        movement: Movement { yearly: -0.03, own: 0.14, evening_out: 0.5 },
        by_role: &[(Role::Chronic, 0.6), (Role::Palliative, 1.2), (Role::Rural, 0.25)],
        ..HARM
    },
    Measure {
        id: "demo-physical-restraint",
        name: text("体をしばる対応をした日の割合", "Days under physical restraint"),
        measure_type: "process",
        counts_episodes: true,
        unit: "hospital-days",
        plain: text(
            "すべての患者ののべ入院日数のうち、ベルトや手袋などで体の動きをおさえた日の割合です。",
            "Of all the days patients spent in hospital, the share on which someone's movements were held back by belts, mittens or the like.",
        ),
        why: text(
            "体をしばられると、体力も気持ちも弱ります。見守りの工夫と話し合いで減らした病院があります。",
            "Restraint weakens body and mind. Hospitals have reduced it by watching differently and talking it over every day.",
        ),
        cannot_tell: text(
            "やむを得なかったかどうかはわかりません。認知症の人を多く受け入れる病院では高くなります。",
            "It cannot tell whether there was no other way. It is higher where many people with dementia are cared for.",
        ),
        means_abroad: "CMS: HBIPS-2 (psychiatric facilities)",
        shape: Shape::Proportion(Volume::PatientDays(1.0), 0.055, 0.75),
        movement: Movement { yearly: -0.07, own: 0.14, evening_out: 0.35 },
        by_role: &[(Role::University, -0.5), (Role::Chronic, 0.5), (Role::Psychiatric, 0.3)],
        ..HARM
    },
    Measure {
        id: "demo-line-infections",
        name: text(
            "点滴の管からの血液の感染（期待値との比）",
            "Bloodstream infections from central lines (ratio to expected)",
        ),
        measure_type: "outcome",
        counts_episodes: true,
        adjusters: "age;severity;comorbidity",
        self_reported: true,
        audited: true,
        start: Start::Always,
        min_denominator: 500,
        plain: text(
            "太い血管に入れた点滴の管から、血液に菌が入った回数です。病棟の種類と管の日数から見込まれる回数と比べます。1.0なら見込みどおりです。",
            "How often bacteria entered the blood through a line in a large vein, compared with the number expected from the wards and the days lines were in place. 1.0 means exactly as expected.",
        ),
        why: text(
            "命に関わりますが、決まった手順を守れば多くは防げます。要らない管を早く抜くことも大切です。",
            "It can be deadly, and many can be prevented by a fixed routine. Removing lines early matters too.",
        ),
        cannot_tell: text(
            "管を使う人が少ない病院では、0件でも良いとは言えません。検査の多い病院ほど見つかります。",
            "Where few lines are used, no case at all proves little. Hospitals that test more find more.",
        ),
        owner_warning: text(
            "架空のデータです。0件は「起こらない」という意味ではありません。",
            "Fictional data. Zero cases does not mean that it cannot happen.",
        ),
        means_abroad: "CDC NHSN: CLABSI standardized infection ratio",
        who: super::Who::Acute,
        shape: Shape::Ratio(Volume::PatientDays(0.055), 0.0014, 0.45),
        movement: Movement { own: 0.12, evening_out: 0.7, ..STEADY },
        ..HARM
    },
    Measure {
        id: "demo-safety-reports",
        name: text("職員からの安全報告の数", "Safety reports by staff"),
        direction: "neutral",
        measure_type: "volume",
        unit: "cases",
        counts_episodes: true,
        start: Start::Always,
        min_denominator: 0,
        plain: text(
            "「ひやりとした」「間違えた」など、職員が1年間に出した安全の報告の数です。",
            "How many reports on near misses and mistakes staff handed in within one year.",
        ),
        why: text(
            "報告が多いことは、話しやすい職場のしるしとも言われます。病院は、報告した人を責めない決まりを作れます。",
            "Many reports are often a sign that people dare to speak up. Hospitals can promise not to blame those who do.",
        ),
        cannot_tell: text(
            "事故が多いか少ないかはわかりません。大きな病院ほど多くなります。",
            "It does not say whether accidents are many or few. Large hospitals have more.",
        ),
        owner_warning: text(
            "架空のデータです。多い・少ないは良し悪しではありません。",
            "Fictional data. Many or few is not good or bad.",
        ),
        means_abroad: "England: Learn from Patient Safety Events",
        shape: Shape::Count(Volume::Beds(4.2), 0.5),
        movement: STEADY,
        ..HARM
    },
];
