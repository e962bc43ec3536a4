//! Does the list find what it is meant to find, and leave honest sentences alone?

use super::*;

fn check(text: &str, expected: &[&str]) {
    let found: Vec<&str> = find_banned(text).unwrap().iter().map(|hit| hit.word.word.as_str()).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn banned_words_are_found_in_any_case_and_width() {
    check("The WORST ten", &["worst"]);
    check("病院ワースト10", &["ワースト"]);
    check("病院ﾜｰｽﾄ10", &["ワースト"]);
    check("ランキング１位の名医", &["ランキング1位", "名医"]);
    check("地域Ｎｏ．１", &["No.1"]);
    check("an unsafe hospital", &["unsafe"]);
    check("Top\u{2011}ranked hospitals to avoid", &["top-ranked", "hospitals to avoid"]);
}

#[test]
fn words_inside_other_words_are_left_alone() {
    check("worsted cloth", &[]);
    check("a hospital safe from floods", &[]);
    check("区別できません", &[]);
}

#[test]
fn honest_sentences_are_left_alone() {
    check("This does not mean anything bad about the hospital.", &[]);
    check("Why there are no league tables", &[]);
    check("It does not tell how good a hospital is.", &[]);
    check("数が少ないから良い病院だとは言えません。", &[]);
    check("「医者ガチャ」と言われることについて", &[]);
    check("この値だけでは優劣を言えません。", &[]);
}

#[test]
fn the_words_the_rule_was_written_for_are_on_the_list() {
    for text in [
        "安全な病院",
        "危険な病院",
        "優秀な医師",
        "ほかより劣る病院",
        "劣っています",
        "最悪",
        "最高の病院",
        "神の手",
        "日本一",
        "No.1",
        "合格",
        "不合格",
        "ハズレの病院",
        "はずれ病院",
        "当たり病院",
        "ブラック病院",
        "病院の格付け",
        "名医",
        "ゴッドハンド",
        "ランキング上位",
        "ランキング1位",
        "ワースト",
        "良い病院",
        "悪い病院",
        "医者ガチャに勝つ",
        "the worst",
        "the best hospital",
        "an excellent hospital",
        "poor hospitals",
        "a good hospital",
        "bad hospitals",
        "a grade A hospital",
        "avoid this hospital",
        "top-ranked",
        "top rated",
        "a league table winner",
        "league-table losers",
        "a safe hospital",
        "unsafe care",
    ] {
        assert!(!find_banned(text).unwrap().is_empty(), "{text}");
    }
}

#[test]
fn no_word_is_listed_twice() {
    let words = banned_words().unwrap();
    for (index, word) in words.iter().enumerate() {
        assert!(!words[..index].iter().any(|before| before.word.eq_ignore_ascii_case(&word.word)), "{}", word.word);
    }
}

#[test]
fn a_hit_says_where_it_begins() {
    assert_eq!(find_banned("病院ワースト").unwrap()[0].at, "病院".len());
    assert_eq!(find_banned("ﾋﾞﾙのﾜｰｽﾄ").unwrap()[0].at, "ﾋﾞﾙの".len());
}

fn praised(text: &str) -> bool {
    !find_praise_of_no_difference(text).unwrap().is_empty()
}

#[test]
fn what_cannot_be_told_apart_is_never_called_good() {
    for text in [
        "全国と差があるとは言えません。安心してください。",
        "全国と区別できないので、問題ありません。",
        "区別できません（良い結果です）。",
        "It cannot be told apart from the country, which is reassuring.",
        "Cannot be told apart. That is fine.",
        "CANNOT BE TOLD APART: safe",
    ] {
        assert!(praised(text), "{text}");
    }
}

#[test]
fn what_cannot_be_told_apart_may_be_denied_to_be_good() {
    for text in [
        "差があるとは言えません。良いという意味ではありません。",
        "区別できません。同じだという意味でも、良いという意味でもありません。",
        "Cannot be told apart. It does not mean equal, and it does not mean good.",
        "They cannot be told apart, nor that they are good.",
        "clearly better 3 · cannot be told apart 41 · clearly worse 6",
        "この病院は良い設備があります。",
    ] {
        assert!(!praised(text), "{text}");
    }
    assert!(praised("差があるとは言えません。良いという意味ではありませんが、安心です。"));
}
