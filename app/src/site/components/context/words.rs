//! What is said of the context of a hospital?

pub(super) const SERVICES: [(&str, &str, &str); 20] = [
    ("emergency", "救急", "emergencies"),
    ("cardiology", "心臓の病気", "heart disease"),
    ("stroke", "脳卒中", "stroke"),
    ("orthopaedics", "骨と関節の手術", "bones and joints"),
    ("cancer_surgery", "がんの手術", "cancer surgery"),
    ("chemotherapy", "抗がん剤の治療", "chemotherapy"),
    ("radiotherapy", "放射線の治療", "radiotherapy"),
    ("obstetrics", "お産", "childbirth"),
    ("paediatrics", "こどもの病気", "children"),
    ("dialysis", "透析", "dialysis"),
    ("rehabilitation", "リハビリ", "rehabilitation"),
    ("palliative_care", "緩和ケア", "palliative care"),
    ("psychiatry", "精神科", "psychiatry"),
    ("home_care", "在宅医療", "care at home"),
    ("intensive_care", "集中治療", "intensive care"),
    ("second_opinion", "セカンドオピニオン", "second opinions"),
    ("interpreter", "通訳", "interpreters"),
    ("step_free", "段差のない通路", "step-free access"),
    ("telemedicine", "オンライン診療", "telemedicine"),
    ("social_work", "医療相談", "social work"),
];

i18n::text! {
    pub(super) fn hospital { ja: "病院", en: "hospital" }
    pub(super) fn facility { ja: "施設", en: "facility" }
    pub(super) fn in_weeks(weeks: &str, day: &str) { ja: "{weeks}{day}", en: "{weeks} {day} of the month" }
    pub(super) fn days_and(days: &str, printed: &str) {
        ja: "{days}（ほかに、届け出のまま：{printed}）",
        en: "{days} (also, as printed: {printed})",
    }
    pub(super) fn as_printed(printed: &str) { ja: "届け出のまま：{printed}", en: "as printed: {printed}" }
    pub(super) fn no_closing_day { ja: "届け出なし", en: "no day that is reported" }
    pub(super) fn clinic { ja: "入院できる診療所", en: "clinic with beds" }
    pub(super) fn with_beds(place: &str, beds: &str, kind: &str) {
        ja: "{place}にある、ベッド{beds}床の{kind}です。",
        en: "A {kind} with {beds} beds in {place}.",
    }
    pub(super) fn no_beds(place: &str, kind: &str) {
        ja: "{place}にある、入院のベッドがない{kind}です。",
        en: "A {kind} without beds for stays in {place}.",
    }
    pub(super) fn of_unknown_beds(place: &str, kind: &str) {
        ja: "{place}にある{kind}です。",
        en: "A {kind} in {place}.",
    }
    pub(super) fn beds(parts: &str) { ja: "ベッドの内訳は、{parts}です。", en: "Its beds: {parts}." }
    pub(super) fn all_beds(part: &str) { ja: "ベッドは、{part}です。", en: "Its beds: {part}." }
    pub(super) fn part(what: &str, beds: &str) { ja: "{what}{beds}床", en: "{beds} for {what}" }
    pub(super) fn highly_acute { ja: "重い急病の治療（高度急性期）", en: "the most severe acute illness" }
    pub(super) fn acute { ja: "急な病気やけがの治療（急性期）", en: "acute illness" }
    pub(super) fn recovery { ja: "リハビリと回復（回復期）", en: "recovery and rehabilitation" }
    pub(super) fn chronic { ja: "長く続く療養（慢性期）", en: "long-term care" }
    pub(super) fn closed_every_day {
        ja: "届け出では毎日休みとなっており、正しくないかもしれません。病院に確かめてください",
        en: "reported as closed every day of the week, which may be a mistake; please ask the hospital",
    }
    pub(super) fn closed_wards(beds: &str) {
        ja: "届け出たベッドのうち{beds}床は、休んでいる病棟（休棟）にあります。",
        en: "Of the beds it reported, {beds} are in wards that are closed.",
    }
    pub(super) fn all_closed {
        ja: "届け出たベッドはすべて、休んでいる病棟（休棟）にあります。入院できるかは、電話で確かめてください。",
        en: "All the beds it reported are in wards that are closed. Please phone to ask whether anyone can stay there.",
    }
    pub(super) fn reported_beds(beds: &str) {
        ja: "国の病床機能報告に届け出た数は{beds}床です。この報告には精神科や感染症のベッドが入らず、数えた時期もちがいます。",
        en: "To the national report on bed functions it reported {beds} beds; the report leaves out psychiatric and infectious-disease beds and is of another date.",
    }
    pub(super) fn reported_then(beds: &str) {
        ja: "国の病床機能報告に届け出た数は{beds}床です。数えた時期がちがいます。",
        en: "To the national report on bed functions it reported {beds} beds, counted on another date.",
    }
    pub(super) fn by_report {
        ja: "ベッドの数は、国の病床機能報告に届け出たものです。精神科や感染症のベッドは入っていません。",
        en: "The number of beds is that of the national report on bed functions, which leaves out psychiatric and infectious-disease beds.",
    }
    pub(super) fn beds_then(period: &str, beds: &str) {
        ja: "{period}の資料では、ベッドは{beds}床でした。",
        en: "In {period} it had {beds} beds.",
    }
    pub(super) fn general { ja: "一般の治療", en: "general care" }
    pub(super) fn long_term { ja: "長い療養", en: "long-term care" }
    pub(super) fn psychiatric { ja: "精神科", en: "psychiatry" }
    pub(super) fn infectious { ja: "感染症", en: "infectious diseases" }
    pub(super) fn tertiary {
        ja: "命にかかわる重い急病やけがの人を受け入れる救命救急センターです（三次救急）。",
        en: "It treats people with life-threatening emergencies (tertiary emergency care).",
    }
    pub(super) fn tertiary_unconfirmed {
        ja: "資料には三次救急と書かれていますが、ベッドや救急車の数からは、救命救急センターかどうか確かめられません。",
        en: "Its own report names tertiary emergency care, but its beds and ambulances do not confirm an emergency and critical care centre.",
    }
    pub(super) fn secondary {
        ja: "入院や手術が必要な急病やけがの人を受け入れています（二次救急）。",
        en: "It treats emergencies that need a hospital bed or an operation (secondary emergency care).",
    }
    pub(super) fn is(what: &str) { ja: "{what}です。", en: "It is {what}." }
    pub(super) fn advanced { ja: "高度な医療を担う特定機能病院", en: "an advanced-treatment hospital" }
    pub(super) fn regional_support { ja: "かかりつけ医を支える地域医療支援病院", en: "a hospital that supports the family doctors of its region" }
    pub(super) fn disaster_base { ja: "災害拠点病院", en: "a base hospital for disasters" }
    pub(super) fn cancer { ja: "がん診療の拠点病院", en: "a designated cancer hospital" }
    pub(super) fn teaching { ja: "研修医を育てる病院", en: "a teaching hospital" }
    pub(super) fn care_mix { ja: "治療と療養の両方のベッドをもつ病院", en: "a hospital with both acute and long-term beds" }
    pub(super) fn island { ja: "全域が島の市町村にあります。", en: "It is in a municipality made up of islands." }
    pub(super) fn remote { ja: "医師の少ない、へき地の医療を担っています。", en: "It serves a remote area with few doctors." }
    pub(super) fn snow { ja: "雪の多い地域にあります。", en: "It is in a region of heavy snow." }
    pub(super) fn role(group: &str) {
        ja: "比べる相手は「{group}」です。",
        en: "It is compared with: {group}.",
    }
    pub(super) fn role_because(group: &str, reason: &str) {
        ja: "比べる相手は「{group}」です。{reason}。",
        en: "It is compared with: {group}. {reason}.",
    }
    pub(super) fn because(reason: &str, said: &str) { ja: "{reason}。{said}", en: "{reason}. {said}" }
    pub(super) fn no_role_while_closed {
        ja: "届け出たベッドがすべて休んでいるため、役割ごとの比較には入れていません。",
        en: "All the beds it reported are closed, so it is in no comparison by role.",
    }
    pub(super) fn no_role {
        ja: "役割を決める情報が公表されていないため、役割ごとの比較には入れていません。",
        en: "Too little is published to tell its role, so it is left out of comparisons by role.",
    }
    pub(super) fn monday { ja: "月曜", en: "Mondays" }
    pub(super) fn tuesday { ja: "火曜", en: "Tuesdays" }
    pub(super) fn wednesday { ja: "水曜", en: "Wednesdays" }
    pub(super) fn thursday { ja: "木曜", en: "Thursdays" }
    pub(super) fn friday { ja: "金曜", en: "Fridays" }
    pub(super) fn saturday { ja: "土曜", en: "Saturdays" }
    pub(super) fn sunday { ja: "日曜", en: "Sundays" }
    pub(super) fn holiday { ja: "祝日", en: "public holidays" }
}
