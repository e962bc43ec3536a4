//! Are the conditions found by everyday words, and is each of them fit to be read?

use super::load::{FILES, one};
use super::*;
use crate::source_text::SourceText;

fn found(words: &str) -> Vec<&'static str> {
    conditions_for(words).unwrap().into_iter().map(|condition| condition.id.as_str()).collect()
}

#[test]
fn everyday_words_of_both_languages_lead_to_a_condition() {
    for (words, id) in [
        ("骨折", "hip-fracture"),
        ("コッセツ", "hip-fracture"),
        ("ころんだ", "hip-fracture"),
        ("broken hip", "hip-fracture"),
        ("おさん", "childbirth"),
        ("無痛分娩 病院", "childbirth"),
        ("Epidural", "childbirth"),
        ("熱", "child-illness"),
        ("むねがいたい", "heart-attack"),
        ("chest pain", "heart-attack"),
        ("のうこうそく", "stroke"),
        ("乳がん", "cancer"),
        ("ＣＡＮＣＥＲ", "cancer"),
        ("ごえん", "pneumonia"),
        ("むくみ", "heart-failure"),
        ("透析", "diabetes-kidney"),
        ("ambulance", "emergency"),
        ("白内障", "operation"),
    ] {
        assert!(found(words).contains(&id), "{words}: {:?}", found(words));
    }
}

#[test]
fn the_name_of_a_hospital_speaks_of_no_condition() {
    for name in ["中央病院", "佐渡", "みどり台クリニック", "kirisaki", "Central Hospital", "あ", "", " "]
    {
        assert!(found(name).is_empty(), "{name}: {:?}", found(name));
    }
}

#[test]
fn each_condition_says_first_whom_to_call_and_what_nobody_knows() {
    assert!(conditions().unwrap().len() >= 10);
    for condition in conditions().unwrap() {
        let numbers: String = condition.emergency.iter().map(|sign| sign.ja.as_str()).collect();
        assert!(numbers.contains("119"), "{}", condition.id);
        assert!((2..=4).contains(&condition.emergency.len()), "{}", condition.id);
        assert!((2..=3).contains(&condition.not_measured.len()), "{}", condition.id);
        assert!((3..=6).contains(&condition.steps.len()), "{}", condition.id);
        assert!((3..=5).contains(&condition.ask.len()), "{}", condition.id);
        assert!((2..=4).contains(&condition.matters.len()), "{}", condition.id);
    }
}

#[test]
fn no_condition_has_the_place_of_another() {
    let orders: Vec<i64> = conditions().unwrap().iter().map(|condition| condition.order).collect();
    assert!(orders.windows(2).all(|two| two[0] < two[1]), "{orders:?}");
}

#[test]
fn a_broken_file_is_refused_with_the_reason() {
    let cancer = FILES.iter().find(|file| file.path.ends_with("cancer.toml")).unwrap();
    for (from, to, says) in [
        ("id = \"cancer\"", "id = \"cancers\"", "name of the file"),
        ("preset = \"cancer\"", "preset = \"nobody\"", "no preset"),
        ("care = \"cancer\"", "care = \"magic\"", "`care`"),
        ("\"demo-cancer-operations\"", "\"jp-cancer-operations\"", "no measure"),
        ("\"demo-cancer-operations\"", "", "no measure is named"),
        ("\"06-op\"", "\"66-op\"", "no part"),
        ("en = \"Cancer\"", "en = \"\"", "English text is missing"),
        ("ja = [\"がん\", ", "ja = [\"・\", ", "none of them empty"),
        ("id = \"cancer\"", "id = \"cancer\"\nrank = 1", "unknown field"),
    ] {
        assert!(cancer.text.contains(from), "{from}");
        let text = cancer.text.replacen(from, to, 1);
        let file = SourceText { path: cancer.path, text: Box::leak(text.into_boxed_str()) };
        let error = one(file).unwrap_err().to_string();
        assert!(error.contains(says), "{from}: {error}");
    }
}
