//! What is done for patients: the process measures among the nine quality indicators, and two more.

use super::{BLANK, Measure, Movement, STEADY, Shape, Start, Volume, Who, text};
use crate::roles::Service;

pub(super) const PILOT_WARNING: super::Text = text(
    "架空のデータです。2023年度までは試行に参加した病院だけの値です。記録の仕方の違いでも差が出ます。",
    "Fictional data. Up to fiscal 2023 only hospitals in the pilot took part. Differences in record-keeping also show up as differences.",
);

/// A process that should be done for every patient it concerns.
const PROCESS: Measure = Measure { owner_warning: PILOT_WARNING, start: Start::Pilot, ..BLANK };

pub(super) const MEASURES: &[Measure] = &[
    Measure {
        id: "demo-two-blood-cultures",
        name: text("血液培養を2セット以上とった割合", "Blood cultures taken in two sets"),
        unit: "tests",
        plain: text(
            "血液の細菌を調べる検査をした日のうち、2か所以上から血をとった割合です。",
            "When blood was tested for bacteria, how often it was taken from at least two places.",
        ),
        why: text(
            "1か所だけでは、菌を見落としたり、皮ふの菌と間違えたりします。手順書と採血の道具をそろえると上がります。",
            "One sample alone can miss bacteria or pick them up from the skin. A written routine and ready-made kits raise the share.",
        ),
        cannot_tell: text(
            "検査の後の治療が正しかったかはわかりません。",
            "It does not show whether the treatment that followed was right.",
        ),
        means_abroad: "CLSI M47: two or more blood culture sets",
        counts_episodes: true,
        who: Who::Acute,
        shape: Shape::Proportion(Volume::Discharges(0.11), 0.83, 0.85),
        movement: Movement { yearly: 0.1, own: 0.12, evening_out: 0.5 },
        ..PROCESS
    },
    Measure {
        id: "demo-culture-before-antibiotics",
        name: text("広く効く抗菌薬を使う前に培養検査をした割合", "Cultures taken before broad-spectrum antibiotics"),
        plain: text(
            "多くの種類の菌に効く強い抗菌薬を使った人のうち、使う前に菌を調べる検査をした割合です。",
            "Of patients given antibiotics that act on many kinds of bacteria, the share whose bacteria were tested for first.",
        ),
        why: text(
            "先に菌を調べると、後で合う薬に絞れます。薬の効かない菌を増やさないためにも大切です。",
            "Testing first lets doctors narrow the medicine later. It also keeps resistant bacteria from spreading.",
        ),
        cannot_tell: text(
            "薬の選び方や期間が正しかったかはわかりません。",
            "It does not show whether the right medicine was given for the right time.",
        ),
        means_abroad: "Antimicrobial stewardship: cultures before antibiotics",
        who: Who::Acute,
        shape: Shape::Proportion(Volume::Discharges(0.045), 0.76, 0.6),
        movement: Movement { yearly: 0.07, own: 0.12, evening_out: 0.3 },
        ..PROCESS
    },
    Measure {
        id: "demo-antibiotic-within-hour",
        name: text(
            "手術の前1時間以内に予防の抗菌薬を始めた割合",
            "Preventive antibiotic within the hour before incision",
        ),
        plain: text(
            "手術を受けた人のうち、切開の前1時間以内に、感染を防ぐ抗菌薬を始めた割合です。",
            "Of people who had an operation, the share whose preventive antibiotic was started within the hour before the first cut.",
        ),
        why: text(
            "薬が体に回ってから手術を始めると、傷の感染が減ります。手術前の確認で、ほとんどの病院が実行できます。",
            "Wounds are infected less often when the medicine is already in the body. With a check before surgery nearly every hospital can do it.",
        ),
        cannot_tell: text(
            "多くの病院が上限に近いため、病院を選ぶ決め手にはなりません。",
            "Most hospitals are close to the ceiling, so it does not help to choose between them.",
        ),
        means_abroad: "CMS (retired): SCIP-Inf-1; Joint Commission",
        who: Who::Offering(Service::CANCER_SURGERY),
        shape: Shape::Proportion(Volume::Discharges(0.22), 0.985, 0.45),
        ..PROCESS
    },
    Measure {
        id: "demo-vte-prevention",
        name: text("手術の後に肺の血管がつまるのを防ぐ対策をした割合", "Prevention of blood clots after surgery"),
        unit: "operations",
        plain: text(
            "足の血のかたまりが肺につまる危険がある手術で、防ぐための対策をした割合です。",
            "Of operations with a risk of clots travelling to the lungs, the share in which steps were taken to prevent them.",
        ),
        why: text(
            "命に関わることがあり、弾性ストッキングや薬で防げます。入院時に危険を確かめる仕組みが役立ちます。",
            "Clots can kill, and stockings or medicines prevent them. Checking every patient's risk on admission helps.",
        ),
        cannot_tell: text(
            "実際に血のかたまりができたかどうかはわかりません。",
            "It does not show whether clots actually formed.",
        ),
        means_abroad: "CMS: VTE-1; England: VTE risk assessment",
        who: Who::Offering(Service::CANCER_SURGERY),
        shape: Shape::Proportion(Volume::Discharges(0.14), 0.9, 0.75),
        movement: Movement { yearly: 0.12, own: 0.14, evening_out: 0.4 },
        ..PROCESS
    },
    Measure {
        id: "demo-nutrition-assessment",
        name: text("65歳以上の人に早く栄養状態を調べた割合", "Early nutrition assessment at 65 and over"),
        plain: text(
            "入院した65歳以上の人のうち、早いうちに栄養状態を調べた割合です。",
            "Of people aged 65 or over, the share whose nutrition was assessed soon after admission.",
        ),
        why: text(
            "栄養が足りないと、傷も病気も治りにくくなります。管理栄養士が病棟にいると、早く気づけます。",
            "Wounds and illness heal slowly without enough food. With a dietitian on the ward it is noticed early.",
        ),
        cannot_tell: text(
            "調べた後に、食事が良くなったかはわかりません。",
            "It does not show whether meals improved afterwards.",
        ),
        means_abroad: "GLIM screening; England: MUST",
        shape: Shape::Proportion(Volume::Discharges(0.55), 0.71, 0.95),
        movement: Movement { yearly: 0.15, own: 0.1, evening_out: 0.2 },
        ..PROCESS
    },
    Measure {
        id: "demo-hip-surgery-within-two-days",
        name: text("足の付け根の骨折を2日以内に手術した割合", "Hip fracture operated on within two days"),
        plain: text(
            "足の付け根を骨折した65歳以上の人のうち、入院から2日以内に手術を受けた割合です。",
            "Of people aged 65 or over with a broken hip, the share operated on within two days of admission.",
        ),
        why: text(
            "早い手術で、痛みも寝たきりも減ります。休日の手術室と、内科医の協力が鍵になります。",
            "Early surgery means less pain and fewer people who never get up again. Operating at weekends and help from physicians are the key.",
        ),
        cannot_tell: text(
            "持病の治療を先にすべき人もいます。100%が正しいとは限りません。",
            "Some people need other treatment first. 100 % is not always right.",
        ),
        owner_warning: text(
            "架空のデータです。手術を待つ理由は記録されていません。",
            "Fictional data. Reasons for waiting are not recorded.",
        ),
        means_abroad: "OECD HCQO: hip-fracture surgery initiated within 2 days",
        start: Start::Always,
        audited: true,
        self_reported: false,
        who: Who::Offering(Service::ORTHOPAEDICS),
        shape: Shape::Proportion(Volume::Discharges(0.016), 0.52, 0.9),
        movement: Movement { yearly: 0.11, own: 0.14, evening_out: -0.25 },
        ..PROCESS
    },
    Measure {
        id: "demo-hand-hygiene",
        name: text("手の消毒ができていた割合（任意参加）", "Hand hygiene observed (voluntary)"),
        topic: "safety",
        unit: "moments",
        plain: text(
            "職員が患者にふれる前後を観察し、手を消毒していた割合です。希望した病院だけが参加しています。",
            "Staff were watched before and after touching patients: the share of moments in which they cleaned their hands. Only hospitals that volunteered take part.",
        ),
        why: text(
            "手の消毒は、病院の中で感染が広がるのを防ぐ一番の方法です。消毒液を手の届く所に置くと上がります。",
            "Clean hands are the surest way to stop infections spreading in hospital. Gel within reach raises the share.",
        ),
        cannot_tell: text(
            "見られている間だけの数字です。ふだんの様子とは違うかもしれません。",
            "People were being watched. Ordinary days may look different.",
        ),
        owner_warning: text(
            "架空のデータです。任意参加なので、参加しない病院と比べることはできません。",
            "Fictional data. Participation is voluntary; nothing is known about the others.",
        ),
        means_abroad: "WHO: five moments for hand hygiene",
        counts_episodes: true,
        min_denominator: 50,
        start: Start::Voluntary(0.32),
        shape: Shape::Proportion(Volume::Beds(1.6), 0.63, 0.7),
        movement: Movement { yearly: 0.05, ..STEADY },
        ..PROCESS
    },
];
