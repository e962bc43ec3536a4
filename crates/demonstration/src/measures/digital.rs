//! How ready is a facility for digital care, and what does it offer?

use super::{BLANK, Measure, Movement, STEADY, Shape, Start, Volume, Who, text};
use crate::roles::Role;

/// Something that is there.
const READY: Measure = Measure {
    topic: "access",
    measure_type: "structure",
    min_denominator: 30,
    start: Start::Fy2021,
    owner_warning: text(
        "架空のデータです。病院の自己申告で、確認を受けていません。",
        "Fictional data. Reported by the hospital and not checked.",
    ),
    ..BLANK
};

pub(super) const MEASURES: &[Measure] = &[
    Measure {
        id: "demo-shared-records",
        name: text("退院時の情報を電子カルテで共有した割合", "Discharge records shared electronically"),
        plain: text(
            "退院した人のうち、治療の記録を、次の医療機関へ電子的に送れた割合です。本人が同意した人が対象です。",
            "Of people who left hospital and agreed to it, the share whose records were sent on electronically.",
        ),
        why: text(
            "同じ検査のくり返しや、薬の重なりを防げます。地域の医療機関と仕組みをそろえることで上がります。",
            "It prevents repeated tests and doubled medicines. Areas that agree on one system do better.",
        ),
        cannot_tell: text(
            "送られた記録が使われたかどうかはわかりません。",
            "It does not show whether anyone used the records.",
        ),
        means_abroad: "CMS: Promoting Interoperability; EU: European Health Data Space",
        who: Who::Everyone,
        shape: Shape::Proportion(Volume::Discharges(0.6), 0.22, 1.2),
        movement: Movement { yearly: 0.35, own: 0.12, evening_out: -0.3 },
        by_role: &[
            (Role::University, 0.9),
            (Role::Tertiary, 0.7),
            (Role::Chronic, -0.6),
            (Role::Clinic, -0.9),
            (Role::BirthClinic, -0.9),
        ],
        ..READY
    },
    Measure {
        id: "demo-insurance-card",
        name: text("マイナンバーカードの保険証が使われた割合", "Use of the My Number card as insurance card"),
        direction: "neutral",
        measure_type: "process",
        counts_episodes: true,
        unit: "registrations",
        plain: text(
            "外来の受付のうち、マイナンバーカードの保険証が使われた割合です。",
            "Of registrations in outpatients, the share in which the My Number card was used as insurance card.",
        ),
        why: text(
            "本人が同意すれば、飲んでいる薬などを医師が確かめられます。受付での案内が役立ちます。",
            "If patients agree, doctors can check which medicines they take. Friendly help at the desk makes it easier.",
        ),
        cannot_tell: text(
            "マイナ保険証か資格確認書かは、人によってちがいます。医療の良し悪しではありません。",
            "Some people use the card, others an eligibility certificate. It says nothing about care.",
        ),
        means_abroad: "Estonia, France: electronic health card",
        who: Who::Everyone,
        shape: Shape::Proportion(Volume::Beds(45.0), 0.09, 0.45),
        movement: Movement { yearly: 0.62, ..STEADY },
        ..READY
    },
    Measure {
        id: "demo-services-offered",
        name: text("行っている診療とサービスの数（20項目中）", "Services offered (of twenty)"),
        direction: "neutral",
        unit: "items",
        min_denominator: 0,
        start: Start::Always,
        plain: text(
            "救急・お産・透析・通訳など20項目のうち、行っているものの数です。",
            "How many of twenty services, such as emergency care, births, dialysis or interpreters, are offered.",
        ),
        why: text("一つの病院でどこまで受けられるかの目安です。", "It hints at how much can be had in one place."),
        cannot_tell: text(
            "数が多いほど良いわけではありません。必要なものがあるかどうかが大切です。",
            "More is not better. What matters is whether yours is among them.",
        ),
        means_abroad: "CMS: Care Compare, services",
        who: Who::Everyone,
        shape: Shape::Services,
        ..READY
    },
];
