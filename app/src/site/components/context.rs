//! What kind of place is this, in sentences that a person understands, before any figure?

mod words;

use domain::Period;
use domain::peers::PeerGroup;
use i18n::{Locale, list, whole};
use reports::figures::{group_of_others, period_words, place_name};
use reports::model::{Context, Event, HospitalCard, HospitalReport};

/// A message without arguments.
type Word = fn(Locale) -> &'static str;

/// The hospital in a few short sentences.
pub fn sentences(locale: Locale, report: &HospitalReport) -> Vec<String> {
    // what is not over stands in the banner
    let past: Vec<Event> = report.events.iter().filter(|e| !e.is_open(report.release.as_of)).cloned().collect();
    sentences_of(locale, &report.card, &report.context, &past)
}

/// The same of a hospital whose figures are not at hand.
pub fn sentences_of(locale: Locale, card: &HospitalCard, context: &Context, events: &[Event]) -> Vec<String> {
    let mut said = vec![where_and_how_large(locale, card, all_closed(context))];
    said.extend(beds_elsewhere(locale, card, context));
    said.extend(functions(locale, context));
    said.extend(closed_wards(locale, context));
    said.extend(emergency(locale, context));
    said.extend(designations(locale, context));
    said.extend(surroundings(locale, card, context, events));
    said
}

/// The services and departments that the sources list, in words; an unknown one as its source names it.
pub fn services(locale: Locale, context: &Context) -> Vec<String> {
    let listed = context.with_prefix("service:").filter(|(_, value)| matches!(*value, "1" | "true"));
    let mut services: Vec<String> = listed.map(|(name, _)| service(locale, name).to_owned()).collect();
    services.sort_unstable();
    services.dedup();
    services
}

/// The service in words; an unknown one as the source names it.
pub fn service(locale: Locale, name: &str) -> &str {
    words::SERVICES.iter().find(|(code, ..)| *code == name).map_or(name, |(_, ja, en)| locale.pick(ja, en))
}

/// The days on which it is closed, in words; `None` where they are not published.
pub fn closing_days(locale: Locale, context: &Context) -> Option<String> {
    const DAYS: [(&str, &str, Word); 7] = [
        ("monday", "mon", words::monday),
        ("tuesday", "tue", words::tuesday),
        ("wednesday", "wed", words::wednesday),
        ("thursday", "thu", words::thursday),
        ("friday", "fri", words::friday),
        ("saturday", "sat", words::saturday),
        ("sunday", "sun", words::sunday),
    ];
    let mut closed: Vec<String> = Vec::new();
    let mut every_day = true;
    for (day, short, word) in DAYS {
        // the register shortens the names of days
        let set = |when: &str| [day, short].iter().any(|day| context.is(&format!("closed_{when}{day}")));
        let weeks: Vec<u8> = (1..=5).filter(|week| set(&format!("week{week}_"))).collect();
        let always = set("") || weeks.len() == 5;
        every_day &= always;
        if always {
            closed.push(word(locale).to_owned());
        } else if !weeks.is_empty() {
            let weeks: Vec<&str> = weeks.into_iter().map(|week| nth(locale, week)).collect();
            closed.push(words::in_weeks(locale, &weeks.join(locale.pick("・", ", ")), word(locale)));
        }
    }
    if context.is("closed_holiday") {
        closed.push(words::holiday(locale).to_owned());
    }
    let printed = context.get("closed_other").map(str::trim).filter(|text| !text.is_empty());
    let printed = printed.map(|text| if locale == Locale::En { dates_in_english(text) } else { text.to_owned() });
    let printed = printed.as_deref();
    if every_day {
        return Some(words::closed_every_day(locale).to_owned());
    }
    let days = (!closed.is_empty()).then(|| list(locale, &closed));
    let told = context.with_prefix("closed_").next().is_some();
    match (days, printed) {
        (Some(days), Some(printed)) => Some(words::days_and(locale, &days, printed)),
        (Some(days), None) => Some(days),
        (None, Some(printed)) => Some(words::as_printed(locale, printed)),
        (None, None) => told.then(|| words::no_closing_day(locale).to_owned()),
    }
}

/// `01月01日` as `1 January`; whatever is no date stays as it was printed.
fn dates_in_english(printed: &str) -> String {
    let mut rest = printed;
    let mut told = String::new();
    while let Some((before, behind)) = rest.split_once('月') {
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (lead, month) = before.split_at(before.len() - digits);
        let month = month.parse().ok().and_then(|month: usize| MONTHS.get(month.checked_sub(1)?));
        let day = behind.split_once('日').and_then(|(day, after)| Some((day.parse::<u8>().ok()?, after)));
        let Some((month, (day, after))) = month.zip(day) else {
            told.push_str(before);
            told.push('月');
            rest = behind;
            continue;
        };
        told.push_str(lead);
        told.push_str(&format!("{day} {month}"));
        rest = after;
    }
    told.push_str(rest);
    told.replace(['〜', '～'], " to ").replace(['、', '，'], ", ")
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn nth(locale: Locale, week: u8) -> &'static str {
    const WEEKS: [(&str, &str); 5] =
        [("第1", "first"), ("第2", "second"), ("第3", "third"), ("第4", "fourth"), ("第5", "fifth")];
    WEEKS.get(usize::from(week).saturating_sub(1)).map_or("", |(ja, en)| locale.pick(ja, en))
}

/// Why it is compared with whom.
pub fn role(locale: Locale, report: &HospitalReport) -> String {
    let group = report.card.hospital.peer_group;
    let name = group.name();
    let name = locale.pick(name.ja, name.en);
    let reason = locale.pick(&report.card.peer_reason.ja, &report.card.peer_reason.en);
    if let Some(said) = group_of_others(locale, &report.card.hospital) {
        return if reason.is_empty() { said } else { words::because(locale, reason, &said) };
    }
    match (group, reason.is_empty()) {
        (PeerGroup::Unclassified, _) if all_closed(&report.context) => words::no_role_while_closed(locale).to_owned(),
        (PeerGroup::Unclassified, _) => words::no_role(locale).to_owned(),
        (_, true) => words::role(locale, name),
        (_, false) => words::role_because(locale, name, reason),
    }
}

fn where_and_how_large(locale: Locale, card: &HospitalCard, all_closed: bool) -> String {
    let place = place_name(locale, &card.hospital);
    // the number of the lists; a table of a past year may say another
    let beds = card.beds_total;
    // nobody is told that a place admits people whose wards are all closed
    let kind = if all_closed { words::facility(locale) } else { kind(card, beds)(locale) };
    match beds {
        // a source that prints 0 says that nobody stays the night
        Some(0) => words::no_beds(locale, &place, kind),
        Some(beds) => words::with_beds(locale, &place, &whole(beds), kind),
        None => words::of_unknown_beds(locale, &place, kind),
    }
}

/// Another source than that of the number of beds prints another one: both stand there with the reason. Where no number holds
/// today, the last one stands there with its year.
fn beds_elsewhere(locale: Locale, card: &HospitalCard, context: &Context) -> Option<String> {
    let held = |key: &str| context.facts.iter().any(|f| f.key == key && f.valid_to.is_none());
    let reported = context.count("beds_reported").filter(|_| held("beds_reported"));
    match (card.beds_total, reported) {
        (Some(beds), Some(reported)) if held("beds_total") && beds != reported => {
            let others =
                ["beds_psychiatric", "beds_infectious"].iter().any(|key| context.count(key).is_some_and(|b| b > 0));
            let why = if others { words::reported_beds } else { words::reported_then };
            Some(why(locale, &whole(reported)))
        }
        (Some(_), Some(_)) if !held("beds_total") => Some(words::by_report(locale).to_owned()),
        (None, _) => {
            let last = context.facts.iter().rfind(|f| f.key == "beds_total")?;
            let period = Period { start: last.valid_from?, end: last.valid_to? };
            let beds = context.count("beds_total").filter(|beds| *beds > 0)?;
            Some(words::beds_then(locale, &period_words(locale, period), &whole(beds)))
        }
        _ => None,
    }
}

/// In Japan a hospital has 20 beds or more, and only a hospital may carry the word in its name (医療法). Of what has neither
/// printed beds nor a role nobody knows which it is.
fn kind(card: &HospitalCard, beds: Option<u32>) -> Word {
    let named = card.hospital.name.ja.contains("病院");
    match (beds, card.hospital.peer_group) {
        (Some(0), _) => words::facility,
        (_, PeerGroup::Clinic) => words::clinic,
        (Some(1..20), _) if card.country == "JP" && named => words::facility,
        (Some(1..20), _) if card.country == "JP" => words::clinic,
        (None, PeerGroup::Unclassified) => words::facility,
        _ => words::hospital,
    }
}

/// How many of the reported beds are in closed wards.
fn closed_wards(locale: Locale, context: &Context) -> Option<String> {
    let beds = context.count("beds_fn_closed").filter(|beds| *beds > 0)?;
    if all_closed(context) {
        return Some(words::all_closed(locale).to_owned());
    }
    Some(words::closed_wards(locale, &whole(beds)))
}

/// Whether every bed of the report on beds is in a closed ward.
fn all_closed(context: &Context) -> bool {
    let open = ["beds_fn_highly_acute", "beds_fn_high_acute", "beds_fn_acute", "beds_fn_recovery", "beds_fn_chronic"];
    let some = |key: &str| context.count(key).is_some_and(|beds| beds > 0);
    some("beds_fn_closed") && !open.into_iter().any(some)
}

fn functions(locale: Locale, context: &Context) -> Option<String> {
    match bed_parts(locale, context).as_slice() {
        [] => None,
        [only] => Some(words::all_beds(locale, only)),
        several => Some(words::beds(locale, &list(locale, several))),
    }
}

/// How many beds are for what: by function, or by kind where no function is reported.
pub fn bed_parts(locale: Locale, context: &Context) -> Vec<String> {
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
    if by_function.is_empty() { parts(&KINDS) } else { by_function }
}

/// Which emergencies it takes; nothing where no source tells.
pub fn emergency(locale: Locale, context: &Context) -> Option<String> {
    if context.get("emergency_printed").is_some() && context.get("emergency_level").is_none() {
        return Some(words::tertiary_unconfirmed(locale).to_owned());
    }
    match context.get("emergency_level")? {
        "3" => Some(words::tertiary(locale).to_owned()),
        "2" => Some(words::secondary(locale).to_owned()),
        _ => None,
    }
}

fn designations(locale: Locale, context: &Context) -> Option<String> {
    let held = designated(locale, context);
    (!held.is_empty()).then(|| words::is(locale, &list(locale, &held)))
}

/// What it has been made, in words.
pub fn designated(locale: Locale, context: &Context) -> Vec<&'static str> {
    const FLAGS: [(&str, Word); 6] = [
        ("advanced_treatment", words::advanced),
        ("regional_support", words::regional_support),
        ("disaster_base", words::disaster_base),
        ("cancer_designated", words::cancer),
        ("teaching", words::teaching),
        ("care_mix", words::care_mix),
    ];
    FLAGS.iter().filter(|(key, _)| context.is(key)).map(|(_, word)| word(locale)).collect()
}

fn surroundings(locale: Locale, card: &HospitalCard, context: &Context, events: &[Event]) -> Vec<String> {
    let flags: [(&str, Word); 3] =
        [("remote_island", words::island), ("remote_area", words::remote), ("heavy_snow", words::snow)];
    // Of an island hospital the role says it already.
    let island = card.hospital.peer_group == PeerGroup::Island;
    let told = |(key, _): &&(&str, Word)| context.is(key) && !(island && *key == "remote_island");
    let mut said: Vec<String> = flags.iter().filter(told).map(|(_, word)| word(locale).to_owned()).collect();
    let events = events.iter().map(|event| locale.pick(&event.text.ja, &event.text.en).clone());
    said.extend(events.filter(|text| !text.is_empty()));
    said
}

#[cfg(test)]
pub(super) use tests::card as sample_card;

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Bilingual, Day, HospitalId};
    use reports::model::{AreaName, ContextFact, HospitalRef, Land, MapPoint, PlaceName};

    pub(in crate::site::components) fn card(beds_total: Option<u32>) -> HospitalCard {
        HospitalCard {
            hospital: HospitalRef {
                id: HospitalId::parse("demo-1").unwrap(),
                name: Bilingual::new("空色病院".to_owned(), "Sky Hospital".to_owned()),
                municipality: PlaceName::default(),
                region: "JP-15".to_owned(),
                region_name: Bilingual::default(),
                abroad: Bilingual::default(),
                peer_group: PeerGroup::RegionalAcute,
                specialty: None,
            },
            name_kana: String::new(),
            short_name: String::new(),
            country: "JP".to_owned(),
            municipality_code: String::new(),
            area: AreaName { code: String::new(), name: Bilingual::default(), kana: String::new() },
            peer_reason: Bilingual::default(),
            specialty_reason: Bilingual::default(),
            address: String::new(),
            point: MapPoint::Unknown,
            land: Land::Mainland,
            url: String::new(),
            emergency: None,
            beds_total,
            reported_measures: 0,
            ended: None,
        }
    }

    fn closed(facts: &[(&str, &str)]) -> Option<String> {
        let fact = |(key, value): &(&str, &str)| ContextFact {
            key: (*key).to_owned(),
            value: (*value).to_owned(),
            valid_from: None,
            valid_to: None,
        };
        closing_days(Locale::Ja, &Context { facts: facts.iter().map(fact).collect() })
    }

    #[test]
    fn days_that_are_closed_in_some_weeks_are_told_with_their_weeks() {
        let days = closed(&[("closed_week2_sat", "1"), ("closed_week4_sat", "1"), ("closed_sun", "1")]);
        assert_eq!(days.as_deref(), Some("第2・第4土曜、日曜"));
        let weeks: Vec<String> = (1..=5).map(|week| format!("closed_week{week}_sat")).collect();
        let every: Vec<(&str, &str)> = weeks.iter().map(|key| (key.as_str(), "1")).collect();
        assert_eq!(closed(&every).as_deref(), Some("土曜"));
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("closed_{day}"));
        let week: Vec<(&str, &str)> = days.iter().map(|key| (key.as_str(), "1")).collect();
        assert!(closed(&week).is_some_and(|said| said.contains("正しくないかもしれません")));
    }

    #[test]
    fn other_closing_days_stand_as_they_are_printed_and_only_nothing_is_unknown() {
        assert!(closed(&[("closed_other", "年末年始")]).is_some_and(|days| days.contains("年末年始")));
        assert_eq!(closed(&[("closed_sun", "0")]).as_deref(), Some("届け出なし"));
        assert_eq!(closed(&[("beds_total", "20")]), None);
    }

    fn fact(key: &str, value: &str, days: Option<(Day, Day)>) -> ContextFact {
        ContextFact {
            key: key.to_owned(),
            value: value.to_owned(),
            valid_from: days.map(|(first, _)| first),
            valid_to: days.map(|(_, last)| last),
        }
    }

    #[test]
    fn no_beds_are_told_where_a_source_prints_none_and_nothing_where_none_is_known() {
        let said = |locale, beds| where_and_how_large(locale, &card(beds), false);
        assert!(said(Locale::Ja, Some(0)).ends_with("入院のベッドがない施設です。"), "{}", said(Locale::Ja, Some(0)));
        assert!(said(Locale::En, Some(0)).starts_with("A facility without beds for stays in "));
        for locale in Locale::ALL {
            let unknown = said(locale, None);
            assert!(!unknown.contains("ベッド") && !unknown.contains("beds"), "{unknown}");
        }
        assert!(said(Locale::Ja, Some(20)).contains("ベッド20床の病院"));
    }

    #[test]
    fn one_number_of_beds_stands_there_and_another_source_only_with_the_reason() {
        let year = Period::fiscal_year(2018).map(|p| (p.start, p.end));
        let past = || fact("beds_total", "282", year);
        let said = |beds, facts| beds_elsewhere(Locale::Ja, &card(beds), &Context { facts }).unwrap_or_default();
        // the number of 2018 is no second number beside that of today
        assert!(said(Some(236), vec![past(), fact("beds_reported", "236", None)]).contains("病床機能報告"));
        assert!(!said(Some(236), vec![past(), fact("beds_reported", "236", None)]).contains("282"));
        assert_eq!(said(Some(236), vec![past(), fact("beds_total", "236", None)]), "");
        let both = vec![fact("beds_reported", "201", None), past(), fact("beds_total", "236", None)];
        assert!(said(Some(236), both).contains("201床"));
        assert_eq!(said(None, vec![past()]), "2018年度の資料では、ベッドは282床でした。");
    }

    #[test]
    fn the_parts_of_the_beds_add_up_with_the_closed_wards() {
        let facts = [("beds_fn_acute", "75"), ("beds_fn_recovery", "98"), ("beds_fn_closed", "41")];
        let facts = facts.map(|(key, value)| fact(key, value, None)).to_vec();
        let said = sentences_of(Locale::Ja, &card(Some(214)), &Context { facts }, &[]).concat();
        for beds in ["214床", "75床", "98床", "うち41床"] {
            assert!(said.contains(beds), "{beds}: {said}");
        }
        let none = Context { facts: vec![fact("beds_fn_closed", "0", None)] };
        assert!(!sentences_of(Locale::En, &card(Some(214)), &none, &[]).concat().contains("closed"));
    }

    #[test]
    fn nobody_is_said_to_admit_people_whose_wards_are_all_closed() {
        let facts = [("beds_fn_acute", "0"), ("beds_fn_closed", "19")];
        let facts = facts.map(|(key, value)| fact(key, value, None)).to_vec();
        let said = sentences_of(Locale::Ja, &card(Some(19)), &Context { facts }, &[]).concat();
        assert!(said.contains("すべて、休んでいる病棟") && !said.contains("入院できる診療所"), "{said}");
    }

    #[test]
    fn a_printed_date_is_told_in_english_and_the_rest_stays() {
        assert_eq!(dates_in_english("01月01日〜01月03日、創立記念日"), "1 January to 3 January, 創立記念日");
        assert_eq!(dates_in_english("毎月15日"), "毎月15日");
    }
}
