//! Can everything be read, and is all of it fit for readers?

use crate::*;
use domain::Bilingual;

/// One text and where it stands.
struct Found {
    place: String,
    text: Bilingual<String>,
}

fn gather() -> Vec<Found> {
    let mut all = Vec::new();
    let mut add = |place: String, text: &Bilingual<String>| all.push(Found { place, text: text.clone() });
    for m in measures().unwrap() {
        let r = &m.record;
        for (key, text) in [
            ("name", &r.name),
            ("short_name", &m.short_name),
            ("counted", &m.counted),
            ("event", &m.event),
            ("less", &m.ends.less),
            ("more", &m.ends.more),
            ("plain", &r.plain),
            ("why", &r.why),
            ("cannot_tell", &r.cannot_tell),
            ("owner_warning", &r.owner_warning),
        ] {
            add(format!("{} {key}", r.id), text);
        }
        let beside = m.zero.iter().map(|zero| &zero.said).chain([&m.higher_where]);
        beside.for_each(|text| add(format!("{} beside", r.id), text));
        m.ask.iter().for_each(|text| add(format!("{} ask", r.id), text));
        m.versions.iter().for_each(|version| add(format!("{} {}", r.id, version.version), &version.change));
    }
    for s in sources().unwrap() {
        for text in [&s.record.publisher, &s.record.title, &s.record.attribution, &s.about] {
            add(s.record.id.clone(), text);
        }
    }
    for country in countries().unwrap() {
        add(format!("country {}", country.code), &country.name);
        add(format!("country {}", country.code), &country.within);
        country.regions.iter().for_each(|(code, name)| add(format!("{}-{code}", country.code), name));
    }
    for country in ["JP", "US", "GB"] {
        peer_groups(country).unwrap().groups.iter().for_each(|(group, text)| add(format!("{country} {group}"), text));
    }
    for topic in domain::measure::Topic::ALL {
        questions(*topic).unwrap().iter().for_each(|text| add(format!("questions {topic}"), text));
    }
    general_questions().unwrap().iter().for_each(|text| add("questions general".to_string(), text));
    published_verdicts().unwrap().iter().for_each(|v| add(format!("verdict {}", v.printed[0]), &v.said));
    illness_groups().unwrap().iter().for_each(|(code, text)| add(format!("strata {code}"), text));
    for c in cares().unwrap() {
        for text in [&c.facility, &c.facilities, &c.counted, &c.bedded, &c.phone].into_iter().chain(&c.note) {
            add(format!("care {}", c.care), text);
        }
        c.ask.iter().for_each(|text| add(format!("care {}", c.care), text));
    }
    for c in conditions().unwrap() {
        let of_figures = c.matters.iter().flat_map(|matter| [&matter.what, &matter.why]);
        let lists = [&c.emergency, &c.steps, &c.ask].into_iter().flatten();
        let lists = lists
            .chain(c.not_measured.iter().map(|gap| &gap.text))
            .chain(c.then.iter().map(|then| &then.say))
            .chain(c.call.iter().flat_map(|call| [&call.say, &call.note]));
        [&c.name, &c.lead]
            .into_iter()
            .chain(of_figures)
            .chain(lists)
            .chain(&c.count_note)
            .chain(&c.phone)
            .for_each(|text| add(format!("condition {}", c.id), text));
    }
    for t in glossary().unwrap() {
        add(format!("glossary {}", t.id), &t.word);
        add(format!("glossary {}", t.id), &t.meaning);
    }
    for fact in missing_facts().unwrap() {
        let holder = fact.holder.iter().map(|holder| &holder.name);
        for text in [&fact.what, &fact.who, &fact.why, &fact.instead].into_iter().chain(holder) {
            add(format!("missing {}", fact.id), text);
        }
    }
    for h in helps().unwrap() {
        add(format!("help {}", h.absence), &h.title);
        add(format!("help {}", h.absence), &h.text);
    }
    for p in presets().unwrap() {
        let lists = [&p.questions, &p.next_steps];
        let contacts = p.contacts.iter().flat_map(|c| [&c.name, &c.note]).chain(p.missing.iter().map(|gap| &gap.text));
        let of_questions = p.trade_offs.iter().flat_map(|q| [&q.ask, &q.first, &q.second]);
        let texts = [&p.name, &p.lead, &p.story].into_iter().chain(lists.into_iter().flatten());
        for text in texts.chain(of_questions).chain(contacts).chain(p.criteria.iter().map(|c| &c.why)) {
            add(format!("preset {}", p.id), text);
        }
    }
    for w in wishes().unwrap() {
        add(format!("wish {}", w.wish), &w.name);
        add(format!("wish {}", w.wish), &w.explain);
    }
    for p in pages().unwrap() {
        let of = |prose: &Prose| {
            let sections = prose.sections.iter().map(|s| format!("{} {}", s.title, s.html)).collect::<String>();
            format!("{} {} {sections}", prose.title, prose.lead)
        };
        add(format!("page {}", p.id), &Bilingual::new(of(&p.prose.ja), of(&p.prose.en)));
    }
    all
}

#[test]
fn every_text_is_there_in_both_languages_or_in_neither() {
    for found in gather() {
        assert_eq!(found.text.ja.is_empty(), found.text.en.is_empty(), "{}", found.place);
    }
}

#[test]
fn no_text_holds_a_banned_word() {
    for found in gather() {
        for text in [&found.text.ja, &found.text.en] {
            let words: Vec<&str> = find_banned(text).unwrap().iter().map(|hit| hit.word.word.as_str()).collect();
            assert!(words.is_empty(), "{}: {words:?}", found.place);
        }
    }
}

#[test]
fn no_text_calls_good_what_cannot_be_told_apart() {
    for found in gather() {
        for text in [&found.text.ja, &found.text.en] {
            assert_eq!(find_praise_of_no_difference(text).unwrap(), [], "{}", found.place);
        }
    }
}

#[test]
fn english_texts_are_english() {
    let japanese = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    for found in gather().iter().filter(|found| !found.place.starts_with("page ")) {
        assert!(!found.text.en.chars().any(japanese), "{}: {}", found.place, found.text.en);
    }
}

#[test]
fn names_and_questions_fit_their_places() {
    for m in measures().unwrap() {
        let id = &m.record.id;
        fits(id.as_str(), &m.record.name, 40, 90);
        fits(id.as_str(), &m.short_name, 28, 55);
        fits(id.as_str(), &m.ends.less, 12, 24);
        fits(id.as_str(), &m.ends.more, 12, 24);
        m.ask.iter().for_each(|text| fits(id.as_str(), text, 60, 100));
    }
    for topic in domain::measure::Topic::ALL {
        questions(*topic).unwrap().iter().for_each(|text| fits(topic.as_str(), text, 60, 100));
    }
    for p in presets().unwrap() {
        fits(&p.id, &p.name, 30, 60);
        p.questions.iter().for_each(|text| fits(&p.id, text, 60, 100));
    }
    for c in cares().unwrap() {
        c.ask.iter().for_each(|text| fits(c.care.as_str(), text, 60, 100));
    }
    for c in conditions().unwrap() {
        fits(&c.id, &c.name, 15, 35);
        c.matters.iter().for_each(|matter| fits(&c.id, &matter.what, 20, 40));
        c.ask.iter().for_each(|text| fits(&c.id, text, 60, 100));
    }
    for h in helps().unwrap() {
        fits(h.absence.as_str(), &h.title, 30, 60);
    }
}

fn fits(place: &str, text: &Bilingual<String>, ja: usize, en: usize) {
    assert!(text.ja.chars().count() <= ja, "{place}: {}", text.ja);
    assert!(text.en.chars().count() <= en, "{place}: {}", text.en);
}

/// R23: short sentences. A sentence of more than 80 characters, or 35 words, is hard to follow when read aloud.
#[test]
fn sentences_are_short() {
    for found in gather().iter().filter(|found| !found.place.starts_with("page ")) {
        if sources().unwrap().iter().any(|source| source.record.id == found.place) {
            continue;
        }
        for sentence in found.text.ja.split('。') {
            assert!(sentence.chars().count() <= 80, "{}: {sentence}", found.place);
        }
        for sentence in found.text.en.split(". ") {
            assert!(sentence.split_whitespace().count() <= 35, "{}: {sentence}", found.place);
        }
    }
}

/// R13: no abbreviation that a reader has to look up, in Japanese.
#[test]
fn japanese_texts_do_without_abbreviations() {
    for m in measures().unwrap() {
        for text in [&m.record.name, &m.short_name, &m.record.plain, &m.record.why, &m.record.cannot_tell] {
            for abbreviation in ["DPC", "SMR", "QI", "MDC", "SIR", "PSI"] {
                assert!(!text.ja.contains(abbreviation), "{}: {abbreviation}", m.record.id);
            }
        }
    }
}
