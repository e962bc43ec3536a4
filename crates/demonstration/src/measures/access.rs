//! How easily does one get care: waiting, ambulances, and how much of what is done.

use super::{BLANK, Measure, Movement, STEADY, Shape, Volume, Who, text};
use crate::roles::{Role, Service};

const VOLUME_WARNING: super::Text = text(
    "架空のデータです。件数の多い・少ないは、それだけでは良し悪しではありません。",
    "Fictional data. Many or few is not in itself good or bad.",
);

/// How many in a year.
const VOLUME: Measure = Measure {
    topic: "access",
    direction: "neutral",
    measure_type: "volume",
    unit: "cases",
    counts_episodes: true,
    owner_warning: VOLUME_WARNING,
    ..BLANK
};

pub(super) const MEASURES: &[Measure] = &[
    Measure {
        id: "demo-outpatient-wait",
        name: text("外来の予約時刻からの待ち時間（平均）", "Waiting time in outpatients (mean)"),
        direction: "lower",
        measure_type: "process",
        counts_episodes: false,
        unit: "minutes",
        plain: text(
            "予約した時刻から、診察室に呼ばれるまでの時間の平均です。年に2週間だけ測っています。",
            "The mean time between the appointment and being called in. It is measured in two weeks of the year.",
        ),
        why: text(
            "待つ時間は、体の弱い人ほどつらいものです。予約枠の見直しや電話での呼び出しで短くできます。",
            "Waiting is hardest for those who are frail. Better appointment slots and calling people by phone shorten it.",
        ),
        cannot_tell: text(
            "診察にかけた時間はわかりません。ていねいに診ると、次の人の待ち時間は延びます。",
            "It does not show how long the doctor took. Careful consultations make the next person wait.",
        ),
        owner_warning: text(
            "架空のデータです。測った週の混み具合で変わります。",
            "Fictional data. It depends on how busy the measured weeks were.",
        ),
        min_denominator: 30,
        means_abroad: "OECD: waiting times (specialist appointment)",
        who: Who::Hospitals,
        shape: Shape::Mean(Volume::Beds(1.9), 34.0, 24.0, 8.5),
        movement: Movement { yearly: -0.7, own: 0.1, evening_out: 0.2 },
        older: Some((2020, 9.0)),
        by_role: &[
            (Role::University, 15.0),
            (Role::Tertiary, 8.0),
            (Role::Island, -6.0),
            (Role::Rural, -8.0),
            (Role::Chronic, -10.0),
            (Role::Palliative, -16.0),
        ],
        ..VOLUME
    },
    Measure {
        id: "demo-scan-within-two-weeks",
        name: text(
            "がんの疑いから2週間以内に精密検査を受けた割合",
            "Detailed examination within two weeks of suspected cancer",
        ),
        direction: "higher",
        measure_type: "process",
        counts_episodes: false,
        unit: "",
        plain: text(
            "がんの疑いで紹介された人のうち、2週間以内に精密検査を受けた割合です。",
            "Of people referred because cancer was suspected, the share examined in detail within two weeks.",
        ),
        why: text(
            "待つ間の不安を減らし、治療を早く始められます。検査の枠を空けておく工夫で上げられます。",
            "It shortens a time of fear and lets treatment start sooner. Keeping slots free raises the share.",
        ),
        cannot_tell: text(
            "検査の正確さや、治療の結果はわかりません。",
            "It does not show how accurate the examination was, or how treatment went.",
        ),
        owner_warning: text(
            "架空のデータです。本人の都合で待った人も含みます。",
            "Fictional data. It includes people who chose to wait.",
        ),
        means_abroad: "England: faster diagnosis standard (28 days)",
        who: Who::Offering(Service::CANCER_SURGERY),
        shape: Shape::Proportion(Volume::Discharges(0.035), 0.74, 0.6),
        movement: Movement { yearly: 0.05, own: 0.12, evening_out: 0.45 },
        ..VOLUME
    },
    Measure {
        id: "demo-ambulances",
        name: text("救急車の受け入れ件数", "Ambulances received"),
        unit: "ambulances",
        plain: text("1年間に受け入れた救急車の数です。", "How many ambulances were received in one year."),
        why: text(
            "地域の救急を、どの病院がどれだけ担っているかがわかります。",
            "It shows which hospitals carry how much of an area's emergency care.",
        ),
        cannot_tell: text(
            "救急の腕前はわかりません。119番のときは、行き先は救急隊が決めます。",
            "It does not show skill. When you call 119 the crew decides where to go.",
        ),
        means_abroad: "England: A&E attendances by ambulance",
        who: Who::Offering(Service::EMERGENCY),
        shape: Shape::Count(Volume::Beds(11.0), 0.45),
        movement: Movement { yearly: 0.025, ..STEADY },
        by_role: &[
            (Role::Rural, -0.6),
            (Role::Island, -0.3),
            (Role::Chronic, -1.9),
            (Role::Psychiatric, -2.6),
            (Role::University, -0.35),
        ],
        ..VOLUME
    },
    Measure {
        id: "demo-ambulance-acceptance",
        name: text("救急車の求めに応じられた割合", "Ambulance requests accepted"),
        direction: "higher",
        measure_type: "process",
        unit: "requests",
        plain: text(
            "救急隊からの受け入れの求めのうち、応じることができた割合です。",
            "Of the requests by ambulance crews, the share the hospital was able to accept.",
        ),
        why: text(
            "断られると、病院に着くのが遅れます。夜間のベッドの確保と、断った理由の振り返りで上げられます。",
            "Every refusal delays arrival. Keeping beds free at night and reviewing each refusal raise the share.",
        ),
        cannot_tell: text(
            "断った理由はわかりません。ほかの患者の治療中だったかもしれません。",
            "It does not show why a request was declined: another patient may have been in treatment.",
        ),
        owner_warning: text(
            "架空のデータです。求めの数え方は地域で違います。",
            "Fictional data. Areas count requests differently.",
        ),
        means_abroad: "United States: ambulance diversion hours",
        who: Who::Offering(Service::EMERGENCY),
        shape: Shape::Proportion(Volume::Beds(13.0), 0.78, 0.7),
        movement: Movement { yearly: -0.02, own: 0.12, evening_out: 0.15 },
        by_role: &[(Role::Tertiary, 0.4), (Role::Island, 2.2)],
        ..VOLUME
    },
    Measure {
        id: "demo-deliveries",
        name: text("お産の件数", "Births"),
        unit: "births",
        plain: text("1年間に、この施設であったお産の件数です。", "How many births there were in one year."),
        why: text("地域のどこでお産ができるかがわかります。", "It shows where in an area children are born."),
        cannot_tell: text(
            "安心して産めるかどうかは、件数ではわかりません。",
            "Numbers do not tell how well mothers are looked after.",
        ),
        means_abroad: "CMS: Birthing-Friendly designation (structure)",
        who: Who::Offering(Service::OBSTETRICS),
        shape: Shape::Count(Volume::Beds(1.25), 0.4),
        movement: Movement { yearly: -0.045, ..STEADY },
        by_role: &[(Role::BirthClinic, 3.2), (Role::University, -0.5), (Role::Tertiary, 0.1), (Role::Island, 0.35)],
        ..VOLUME
    },
    Measure {
        id: "demo-cancer-operations",
        name: text("がんの手術件数", "Cancer operations"),
        unit: "operations",
        plain: text(
            "1年間に行った、主ながんの手術の件数です。がんの種類別にも示します。",
            "How many operations for the main cancers were done in one year, also by kind of cancer.",
        ),
        why: text(
            "その手術をふだんから行っている病院かどうかがわかります。",
            "It shows whether a hospital regularly does this kind of operation.",
        ),
        cannot_tell: text(
            "手術の結果はわかりません。件数が多いほど良いとも限りません。",
            "It does not show results. More is not always better.",
        ),
        means_abroad: "Leapfrog: minimum surgical volumes; Germany: Mindestmengen",
        who: Who::Offering(Service::CANCER_SURGERY),
        shape: Shape::Count(Volume::Discharges(0.036), 0.45),
        ..VOLUME
    },
    Measure {
        id: "demo-general-anaesthesia",
        name: text("全身麻酔の手術件数", "Operations under general anaesthesia"),
        unit: "operations",
        plain: text(
            "1年間に、全身麻酔で行った手術の件数です。",
            "How many operations were done under general anaesthesia in one year.",
        ),
        why: text(
            "大きな手術をどれだけ行っているかの目安です。",
            "It hints at how much major surgery a hospital does.",
        ),
        cannot_tell: text(
            "手術の難しさや結果はわかりません。",
            "It does not show how difficult the operations were, or their results.",
        ),
        means_abroad: "England: theatre activity",
        who: Who::Acute,
        shape: Shape::Count(Volume::Beds(5.6), 0.4),
        movement: Movement { yearly: 0.01, ..STEADY },
        by_role: &[(Role::Rural, -2.3), (Role::Island, -1.9), (Role::University, 0.25)],
        ..VOLUME
    },
    Measure {
        id: "demo-referrals-back",
        name: text("かかりつけ医へ戻した割合（逆紹介）", "Patients referred back to their own doctor"),
        direction: "neutral",
        measure_type: "process",
        unit: "",
        counts_episodes: false,
        plain: text(
            "外来の患者のうち、落ち着いた後に、近くのかかりつけ医へ紹介した人の割合です。",
            "Of outpatients, the share sent back to a doctor near home once they were stable.",
        ),
        why: text(
            "大きな病院が、重い病気の人を診る余裕を保てます。",
            "It keeps large hospitals free for those who need them most.",
        ),
        cannot_tell: text("本人が望んだかどうかはわかりません。", "It does not show whether patients wished it."),
        means_abroad: "England: shared care, patient-initiated follow-up",
        who: Who::Acute,
        shape: Shape::Proportion(Volume::Beds(14.0), 0.38, 0.55),
        movement: Movement { yearly: 0.06, ..STEADY },
        by_role: &[(Role::University, 0.9), (Role::Tertiary, 0.8), (Role::Rural, -0.9), (Role::Island, -1.2)],
        ..VOLUME
    },
];
