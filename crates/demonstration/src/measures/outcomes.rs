//! What becomes of patients: the risk-adjusted ratios, and two outcomes that are not adjusted so that their caveats can be seen.

use super::{BLANK, Measure, Movement, STEADY, Shape, Start, Volume, Who, text};
use crate::roles::{Role, Service};

const ADJUSTED: &str = "age;severity;comorbidity";

const RATIO_WARNING: super::Text = text(
    "架空のデータです。1.0との差が小さいときは、偶然と区別できません。病院の順位づけに使わないでください。",
    "Fictional data. A small distance from 1.0 cannot be told from chance. Do not use it to put hospitals in order.",
);

/// A risk-adjusted outcome.
const OUTCOME: Measure = Measure {
    direction: "lower",
    measure_type: "outcome",
    adjusters: ADJUSTED,
    self_reported: false,
    audited: true,
    owner_warning: RATIO_WARNING,
    ..BLANK
};

pub(super) const MEASURES: &[Measure] = &[
    Measure {
        id: "demo-heart-attack-deaths",
        name: text(
            "心筋梗塞の入院後30日以内の死亡（期待値との比）",
            "Deaths within 30 days of a heart attack (ratio to expected)",
        ),
        plain: text(
            "心筋梗塞で入院した人のうち、30日以内に亡くなった人の数です。年齢や重さから見込まれる人数と比べます。1.0なら見込みどおりです。",
            "How many people died within 30 days of being admitted with a heart attack, compared with the number expected from their age and how ill they were. 1.0 means exactly as expected.",
        ),
        why: text(
            "心筋梗塞は、早く血流を戻すほど助かります。病院は、夜間の体制づくりや治療までの時間の短縮に取り組めます。",
            "The sooner blood flows again, the more people survive. Hospitals can shorten the time to treatment and keep a team ready at night.",
        ),
        cannot_tell: text(
            "あなた自身が助かる見込みはわかりません。救急車が着くまでの時間も、この数字には入っていません。",
            "It cannot tell you your own chances. Nor does it show how long the ambulance took to arrive.",
        ),
        means_abroad: "OECD HCQO: AMI 30-day mortality; CMS: MORT-30-AMI",
        who: Who::Offering(Service::CARDIOLOGY),
        shape: Shape::Ratio(Volume::Discharges(0.016), 0.085, 0.18),
        movement: Movement { evening_out: 0.35, ..STEADY },
        ..OUTCOME
    },
    Measure {
        id: "demo-stroke-deaths",
        name: text(
            "脳梗塞の入院後30日以内の死亡（期待値との比）",
            "Deaths within 30 days of a stroke (ratio to expected)",
        ),
        plain: text(
            "脳梗塞で入院した人のうち、30日以内に亡くなった人の数です。年齢や重さから見込まれる人数と比べます。1.0なら見込みどおりです。",
            "How many people died within 30 days of being admitted with an ischaemic stroke, compared with the number expected from their age and how severe the stroke was. 1.0 means exactly as expected.",
        ),
        why: text(
            "専門の病棟と早いリハビリで、亡くなる人も後遺症も減ります。病院は、検査から治療までの流れを見直せます。",
            "Stroke units and early rehabilitation save lives and prevent disability. Hospitals can work on the path from scan to treatment.",
        ),
        cannot_tell: text(
            "どれくらい元の生活に戻れたかはわかりません。意識の悪い状態で運ばれた人の割合も、完全には調整できません。",
            "It does not show how well people recovered. Patients who arrive unconscious can only partly be adjusted for.",
        ),
        means_abroad: "OECD HCQO: ischaemic stroke 30-day mortality; CMS: MORT-30-STK",
        who: Who::Offering(Service::STROKE),
        shape: Shape::Ratio(Volume::Discharges(0.026), 0.06, 0.24),
        movement: Movement { evening_out: 0.6, ..STEADY },
        ..OUTCOME
    },
    Measure {
        id: "demo-hip-fracture-deaths",
        name: text(
            "足の付け根の骨折後90日以内の死亡（期待値との比）",
            "Deaths within 90 days of a hip fracture (ratio to expected)",
        ),
        plain: text(
            "足の付け根を骨折して入院した65歳以上の人のうち、90日以内に亡くなった人の数です。見込まれる人数と比べます。1.0なら見込みどおりです。",
            "How many people aged 65 or over died within 90 days of a broken hip, compared with the number expected. 1.0 means exactly as expected.",
        ),
        why: text(
            "早い手術と早く起き上がることで、命を落とす人が減ります。骨折の後を支える医師・看護師・リハビリの連携が大切です。",
            "Operating early and getting up early save lives. Surgeons, physicians, nurses and therapists have to work together.",
        ),
        cannot_tell: text(
            "件数が少ないため、病院の差のほとんどは偶然です。また歩けるようになったかは、この数字ではわかりません。",
            "Numbers are small, so most of the differences between hospitals are chance. It does not show who walked again.",
        ),
        means_abroad: "England: National Hip Fracture Database 30-day mortality",
        who: Who::Offering(Service::ORTHOPAEDICS),
        shape: Shape::Ratio(Volume::Discharges(0.017), 0.045, 0.06),
        ..OUTCOME
    },
    Measure {
        id: "demo-pneumonia-deaths",
        name: text(
            "肺炎の入院後30日以内の死亡（期待値との比）",
            "Deaths within 30 days of pneumonia (ratio to expected)",
        ),
        plain: text(
            "肺炎で入院した人のうち、30日以内に亡くなった人の数です。年齢や重さから見込まれる人数と比べます。1.0なら見込みどおりです。",
            "How many people died within 30 days of being admitted with pneumonia, compared with the number expected from their age and how ill they were. 1.0 means exactly as expected.",
        ),
        why: text(
            "早い抗菌薬と、飲み込む力を保つケアが命を守ります。病院は、診断から治療までの手順をそろえられます。",
            "Early antibiotics and care that keeps swallowing safe save lives. Hospitals can agree on one path from diagnosis to treatment.",
        ),
        cannot_tell: text(
            "延命治療を望まない人も含まれます。高齢の患者が多い病院の事情は、調整しても残ります。",
            "It includes people who did not want life-prolonging treatment. What makes a hospital with many very old patients different remains even after adjustment.",
        ),
        means_abroad: "CMS: MORT-30-PN; England: SHMI (pneumonia group)",
        who: Who::Acute,
        shape: Shape::Ratio(Volume::Discharges(0.055), 0.1, 0.21),
        movement: Movement { evening_out: 0.25, own: 0.09, ..STEADY },
        ..OUTCOME
    },
    Measure {
        id: "demo-cancer-surgery-complications",
        name: text(
            "がんの手術後の重い合併症（期待値との比）",
            "Serious complications after cancer surgery (ratio to expected)",
        ),
        plain: text(
            "胃・大腸・肺のがんを手術した人のうち、30日以内に重い合併症が起きた人の数です。見込まれる人数と比べます。1.0なら見込みどおりです。",
            "How many people had a serious complication within 30 days of surgery for stomach, bowel or lung cancer, compared with the number expected. 1.0 means exactly as expected.",
        ),
        why: text(
            "手術前の体力づくりと、手術後の早い気づきで減らせます。チームで振り返る病院ほど改善が進みます。",
            "Preparing patients before surgery and noticing trouble early afterwards both help. Teams that review their own results improve.",
        ),
        cannot_tell: text(
            "がんがどれだけ治ったかはわかりません。難しい手術を引き受ける病院の負担も、調整しきれません。",
            "It does not show how many were cured. Adjustment cannot fully account for hospitals that take on the hardest operations.",
        ),
        means_abroad: "United States: ACS NSQIP; Netherlands: DICA",
        who: Who::Offering(Service::CANCER_SURGERY),
        shape: Shape::Ratio(Volume::Discharges(0.03), 0.09, 0.26),
        movement: Movement { own: 0.1, ..STEADY },
        ..OUTCOME
    },
    Measure {
        id: "demo-childbirth-complications",
        name: text("お産のときの重い合併症（期待値との比）", "Serious complications of childbirth (ratio to expected)"),
        plain: text(
            "お産をした人のうち、大量の出血など重い合併症が起きた人の数です。年齢や妊娠の状態から見込まれる人数と比べます。1.0なら見込みどおりです。",
            "How many women had a serious complication of childbirth, such as heavy bleeding, compared with the number expected from their age and pregnancy. 1.0 means exactly as expected.",
        ),
        why: text(
            "早い気づきと輸血の備えで、母親の命を守れます。小さな施設では、大きな病院へ早く送る取り決めが大切です。",
            "Noticing early and having blood ready protect mothers. For small units an agreement on early transfer matters most.",
        ),
        cannot_tell: text(
            "お産の心地よさや、赤ちゃんの健康はわかりません。危険の高い妊娠は大きな病院に集まります。",
            "It does not show how the birth was experienced, or the health of the baby. High-risk pregnancies are sent to large hospitals.",
        ),
        adjusters: "age;severity",
        means_abroad: "CMS: Severe Obstetric Complications (ePC-07)",
        who: Who::Offering(Service::OBSTETRICS),
        shape: Shape::Ratio(Volume::Discharges(0.085), 0.021, 0.12),
        ..OUTCOME
    },
    Measure {
        id: "demo-readmission",
        name: text("予定外の再入院（期待値との比）", "Unplanned readmissions (ratio to expected)"),
        plain: text(
            "退院した人のうち、4週間以内に予定外で再び入院した人の数です。年齢と病気から見込まれる人数と比べます。1.0なら見込みどおりです。",
            "How many people came back unplanned within four weeks of leaving hospital, compared with the number expected from their age and illness. 1.0 means exactly as expected.",
        ),
        why: text(
            "退院前の説明と、地域の診療所や介護との連携で減らせます。退院後に電話で様子を聞く病院もあります。",
            "Explaining well before discharge and working with local doctors and carers both help. Some hospitals telephone patients at home.",
        ),
        cannot_tell: text(
            "防げた再入院かどうかはわかりません。別の病院に入院した人は数えられていません。",
            "It cannot tell which readmissions could have been prevented. People admitted to another hospital are not counted.",
        ),
        adjusters: "age;comorbidity",
        means_abroad: "CMS: Hybrid Hospital-Wide Readmission (HWR)",
        who: Who::Acute,
        shape: Shape::Ratio(Volume::Discharges(0.9), 0.048, 0.14),
        movement: Movement { own: 0.1, evening_out: 0.4, ..STEADY },
        ..OUTCOME
    },
    Measure {
        id: "demo-heart-failure-readmission",
        name: text(
            "心不全の30日以内の再入院（公表元が補正した割合）",
            "Readmission within 30 days of heart failure (rate adjusted by its publisher)",
        ),
        plain: text(
            "心不全で退院した人のうち、30日以内に再び入院した人の割合です。公表元が、患者の違いと件数の少なさを補正しています。",
            "The share of people with heart failure who were back in hospital within 30 days. The publisher has adjusted it for differences between patients and for small numbers.",
        ),
        why: text(
            "薬の調整と体重の見守りで、再入院は減らせます。専門の看護師が退院後も支える病院があります。",
            "Adjusting medicines and watching body weight prevent readmissions. In some hospitals a specialist nurse stays in touch after discharge.",
        ),
        cannot_tell: text(
            "件数の少ない病院の値は、全国の値に近づけてあります。そのため、本当の差より小さく見えます。",
            "Values of hospitals with few cases were moved toward the national value. Real differences may be larger than they look.",
        ),
        owner_warning: text(
            "架空のデータです。補正した値なので、もう一度補正したり、ほかの値と足し合わせたりしないでください。",
            "Fictional data. These values are already adjusted: do not adjust them again or add them to other values.",
        ),
        means_abroad: "CMS: READM-30-HF",
        who: Who::Offering(Service::CARDIOLOGY),
        shape: Shape::Shrunken(Volume::Discharges(0.035), 0.17, 0.2),
        min_denominator: 25,
        ..OUTCOME
    },
    Measure {
        id: "demo-deaths-in-hospital",
        name: text("入院中に亡くなった人の割合（調整なし）", "Share of patients who died in hospital (not adjusted)"),
        plain: text(
            "退院した人全員のうち、入院中に亡くなった人の割合です。患者の年齢や病気の重さは調整していません。",
            "The share of all patients who died while in hospital. It is not adjusted for their age or how ill they were.",
        ),
        why: text(
            "病院がどのような患者を受け入れているかを知る手がかりになります。みとりを担う病院では、高くなるのが当然です。",
            "It hints at the kind of patients a hospital takes in. Where people come to spend their last days it is bound to be high.",
        ),
        cannot_tell: text(
            "医療の良し悪しはわかりません。重い患者やみとりの患者が多い病院ほど、高くなります。",
            "It says nothing about how good the care is. The more severely ill or dying patients a hospital takes, the higher it gets.",
        ),
        adjusters: "",
        owner_warning: text(
            "架空のデータです。調整していない割合なので、病院どうしの優劣に使わないでください。",
            "Fictional data. A share without adjustment: do not use it to say that one hospital is better than another.",
        ),
        means_abroad: "Crude in-hospital mortality (not the same as HSMR or SHMI)",
        who: Who::Hospitals,
        shape: Shape::Proportion(Volume::Discharges(1.0), 0.042, 0.22),
        by_role: &[
            (Role::University, -0.75),
            (Role::Tertiary, -0.1),
            (Role::Rural, 0.45),
            (Role::Island, 0.3),
            (Role::Chronic, 1.5),
            (Role::Psychiatric, -0.3),
            (Role::Palliative, 4.6),
        ],
        ..OUTCOME
    },
    Measure {
        id: "demo-hip-fracture-stay",
        name: text("足の付け根の骨折の入院日数（平均）", "Length of stay after a hip fracture (mean)"),
        direction: "neutral",
        measure_type: "process",
        unit: "days",
        plain: text(
            "足の付け根を骨折した人が、平均で何日入院したかです。転院した人は、転院までの日数です。",
            "How many days people with a broken hip stayed in hospital on average. For those who moved to another hospital, the days until then.",
        ),
        why: text(
            "病院の役割の違いが表れます。リハビリまで行う病院では長く、ほかの病院に引き継ぐ病院では短くなります。",
            "It reflects what a hospital is there for. Where rehabilitation is included stays are long; where patients move on they are short.",
        ),
        cannot_tell: text(
            "短いほど良いとは言えません。退院後にどこへ移ったかも、この数字ではわかりません。",
            "Shorter is not better. Nor does it show where people went afterwards.",
        ),
        owner_warning: text(
            "架空のデータです。長さは良し悪しではありません。",
            "Fictional data. Long or short is not good or bad.",
        ),
        adjusters: "",
        means_abroad: "England: NHFD length of acute stay",
        who: Who::Offering(Service::ORTHOPAEDICS),
        shape: Shape::Mean(Volume::Discharges(0.017), 33.0, 14.0, 7.0),
        movement: Movement { yearly: -0.6, ..STEADY },
        by_role: &[(Role::University, -12.0), (Role::Tertiary, -11.0), (Role::Rural, 9.0), (Role::Chronic, 24.0)],
        start: Start::Always,
        ..OUTCOME
    },
];
