//! What kind of place is this, in sentences that a person understands, before any figure?

use domain::peers::PeerGroup;
use i18n::{Locale, list, whole};
use reports::figures::place_name;
use reports::model::{Context, HospitalReport};

/// A message without arguments.
type Word = fn(Locale) -> &'static str;

/// The hospital in a few short sentences.
pub fn sentences(locale: Locale, report: &HospitalReport) -> Vec<String> {
    let context = &report.context;
    let mut said = vec![where_and_how_large(locale, report)];
    said.extend(functions(locale, context));
    said.extend(emergency(locale, context));
    said.extend(designations(locale, context));
    said.extend(surroundings(locale, report));
    said
}

/// Why it is compared with whom.
pub fn role(locale: Locale, report: &HospitalReport) -> String {
    let group = report.card.hospital.peer_group;
    let name = group.name();
    let name = locale.pick(name.ja, name.en);
    let reason = locale.pick(&report.card.peer_reason.ja, &report.card.peer_reason.en);
    match (group, reason.is_empty()) {
        (PeerGroup::Unclassified, _) => words::no_role(locale).to_owned(),
        (_, true) => words::role(locale, name),
        (_, false) => words::role_because(locale, name, reason),
    }
}

fn where_and_how_large(locale: Locale, report: &HospitalReport) -> String {
    let place = place_name(locale, &report.card.hospital);
    let kind = match report.card.hospital.peer_group {
        PeerGroup::Clinic => words::clinic(locale),
        _ => words::hospital(locale),
    };
    let beds = report.context.count("beds_total").or(report.card.beds_total);
    match beds {
        Some(beds) => words::with_beds(locale, &place, &whole(beds), kind),
        None => words::without_beds(locale, &place, kind),
    }
}

fn functions(locale: Locale, context: &Context) -> Option<String> {
    const FUNCTIONS: [(&str, Word); 5] = [
        ("beds_fn_highly_acute", words::highly_acute),
        ("beds_fn_high_acute", words::highly_acute),
        ("beds_fn_acute", words::acute),
        ("beds_fn_recovery", words::recovery),
        ("beds_fn_chronic", words::chronic),
    ];
    const KINDS: [(&str, Word); 5] = [
        ("beds_general", words::general),
        ("beds_long_term", words::long_term),
        ("beds_long_term_care", words::long_term),
        ("beds_psychiatric", words::psychiatric),
        ("beds_infectious", words::infectious),
    ];
    let parts = |keys: &[(&str, Word)]| -> Vec<String> {
        let counted = keys.iter().filter_map(|(key, word)| {
            let beds = context.count(key).filter(|beds| *beds > 0)?;
            Some(words::part(locale, word(locale), &whole(beds)))
        });
        counted.collect()
    };
    let by_function = parts(&FUNCTIONS);
    let parts = if by_function.is_empty() { parts(&KINDS) } else { by_function };
    match parts.as_slice() {
        [] => None,
        [only] => Some(words::all_beds(locale, only)),
        several => Some(words::beds(locale, &list(locale, several))),
    }
}

fn emergency(locale: Locale, context: &Context) -> Option<String> {
    match context.get("emergency_level")? {
        "3" => Some(words::tertiary(locale).to_owned()),
        "2" => Some(words::secondary(locale).to_owned()),
        _ => None,
    }
}

fn designations(locale: Locale, context: &Context) -> Option<String> {
    const FLAGS: [(&str, Word); 6] = [
        ("advanced_treatment", words::advanced),
        ("regional_support", words::regional_support),
        ("disaster_base", words::disaster_base),
        ("cancer_designated", words::cancer),
        ("teaching", words::teaching),
        ("care_mix", words::care_mix),
    ];
    let held: Vec<&str> = FLAGS.iter().filter(|(key, _)| context.is(key)).map(|(_, word)| word(locale)).collect();
    (!held.is_empty()).then(|| words::is(locale, &list(locale, &held)))
}

fn surroundings(locale: Locale, report: &HospitalReport) -> Vec<String> {
    let context = &report.context;
    let flags: [(&str, Word); 3] =
        [("remote_island", words::island), ("remote_area", words::remote), ("heavy_snow", words::snow)];
    // Of an island hospital the role says it already.
    let island = report.card.hospital.peer_group == PeerGroup::Island;
    let told = |(key, _): &&(&str, Word)| context.is(key) && !(island && *key == "remote_island");
    let mut said: Vec<String> = flags.iter().filter(told).map(|(_, word)| word(locale).to_owned()).collect();
    // what is not over stands in the banner
    let past = report.events.iter().filter(|event| !event.is_open(report.release.as_of));
    let events = past.map(|event| locale.pick(&event.text.ja, &event.text.en).clone());
    said.extend(events.filter(|text| !text.is_empty()));
    said
}

mod words {
    i18n::text! {
        pub(super) fn hospital { ja: "病院", en: "hospital" }
        pub(super) fn clinic { ja: "入院できる診療所", en: "clinic with beds" }
        pub(super) fn with_beds(place: &str, beds: &str, kind: &str) {
            ja: "{place}にある、ベッド{beds}床の{kind}です。",
            en: "A {kind} with {beds} beds in {place}.",
        }
        pub(super) fn without_beds(place: &str, kind: &str) {
            ja: "{place}にある{kind}です。ベッドの数は公表されていません。",
            en: "A {kind} in {place}. The number of its beds is not published.",
        }
        pub(super) fn beds(parts: &str) { ja: "ベッドの内訳は、{parts}です。", en: "Its beds: {parts}." }
        pub(super) fn all_beds(part: &str) { ja: "ベッドは、{part}です。", en: "Its beds: {part}." }
        pub(super) fn part(what: &str, beds: &str) { ja: "{what}{beds}床", en: "{beds} for {what}" }
        pub(super) fn highly_acute { ja: "重い急病の治療（高度急性期）", en: "the most severe acute illness" }
        pub(super) fn acute { ja: "急な病気やけがの治療（急性期）", en: "acute illness" }
        pub(super) fn recovery { ja: "リハビリと回復（回復期）", en: "recovery and rehabilitation" }
        pub(super) fn chronic { ja: "長く続く療養（慢性期）", en: "long-term care" }
        pub(super) fn general { ja: "一般の治療", en: "general care" }
        pub(super) fn long_term { ja: "長い療養", en: "long-term care" }
        pub(super) fn psychiatric { ja: "精神科", en: "psychiatry" }
        pub(super) fn infectious { ja: "感染症", en: "infectious diseases" }
        pub(super) fn tertiary {
            ja: "命にかかわる重い急病やけがの人を受け入れる救命救急センターです（三次救急）。",
            en: "It takes people with life-threatening emergencies (tertiary emergency care).",
        }
        pub(super) fn secondary {
            ja: "入院や手術が必要な急病やけがの人を受け入れています（二次救急）。",
            en: "It takes emergencies that need a hospital bed or an operation (secondary emergency care).",
        }
        pub(super) fn is(what: &str) { ja: "{what}です。", en: "It is {what}." }
        pub(super) fn advanced { ja: "高度な医療を担う特定機能病院", en: "an advanced-treatment hospital" }
        pub(super) fn regional_support { ja: "かかりつけ医を支える地域医療支援病院", en: "a hospital that supports the family doctors of its region" }
        pub(super) fn disaster_base { ja: "災害拠点病院", en: "a base hospital for disasters" }
        pub(super) fn cancer { ja: "がん診療の拠点病院", en: "a designated cancer hospital" }
        pub(super) fn teaching { ja: "研修医を育てる病院", en: "a teaching hospital" }
        pub(super) fn care_mix { ja: "治療と療養の両方のベッドをもつ病院", en: "a hospital with both acute and long-term beds" }
        pub(super) fn island { ja: "全域が島の市町村にあります。", en: "It lies in a municipality that consists of islands." }
        pub(super) fn remote { ja: "医師の少ない、へき地の医療を担っています。", en: "It serves a remote area with few doctors." }
        pub(super) fn snow { ja: "雪の多い地域にあります。", en: "It lies in a region of heavy snow." }
        pub(super) fn role(group: &str) {
            ja: "比べる相手は「{group}」です。",
            en: "It is compared with: {group}.",
        }
        pub(super) fn role_because(group: &str, reason: &str) {
            ja: "比べる相手は「{group}」です。{reason}。",
            en: "It is compared with: {group}. {reason}.",
        }
        pub(super) fn no_role {
            ja: "役割を決める情報が公表されていないため、役割ごとの比較には入れていません。",
            en: "Too little is published to say its role, so it is left out of comparisons by role.",
        }
    }
}
