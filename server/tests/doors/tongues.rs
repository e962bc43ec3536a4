//! Does an English page say of every Japanese word that it is Japanese, so that a voice reads it as such?

use crate::demo::Site;
use crate::package::{publish, write};

/// Elements that hold no other.
const HOLD_NOTHING: [&str; 10] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source"];

/// Where Japanese text may stand unmarked, and why.
const EXCEPTIONS: [(&str, &str); 6] = [
    ("title", "a title holds no element"),
    ("option", "an option holds no element"),
    ("textarea", "what is typed holds no element"),
    ("svg", "the table beside a drawing says the same"),
    ("script", "nobody reads it"),
    ("style", "nobody reads it"),
];

struct Open<'a> {
    name: &'a str,
    japanese: bool,
    excepted: bool,
}

const fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}')
}

/// Texts with kana or kanji that stand in no element of this language.
fn unmarked(html: &str) -> Vec<String> {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, from) = rest.split_at(at);
        let marked = open.last().is_some_and(|element| element.japanese || element.excepted);
        if text.chars().any(is_japanese) && !marked {
            found.push(text.trim().to_owned());
        }
        if let Some(comment) = from.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = from.find('>').map_or(from.len(), |end| end + 1);
        let tag = &from[..end];
        rest = &from[end..];
        let inner = tag.trim_start_matches('<').trim_start_matches('/');
        let name = &inner[..inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inner.len())];
        if tag.starts_with("</") {
            while open.pop().is_some_and(|element| element.name != name) {}
        } else if !tag.starts_with("<!") && !tag.ends_with("/>") && !HOLD_NOTHING.contains(&name) {
            let around = open.last().map_or((false, false), |element| (element.japanese, element.excepted));
            let japanese = if tag.contains(" lang=\"") { tag.contains(" lang=\"ja\"") } else { around.0 };
            let excepted = around.1 || EXCEPTIONS.iter().any(|(exception, _)| *exception == name);
            open.push(Open { name, japanese, excepted });
            if name == "script" || name == "style" {
                rest = &rest[rest.find(&format!("</{name}")).unwrap_or(rest.len())..];
            }
        }
    }
    found
}

async fn walk(site: &Site, paths: &[&str]) {
    for path in paths {
        let answer = site.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(unmarked(&answer.text()), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn the_walk_finds_what_is_not_marked_and_nothing_else() {
    let page =
        "<p>a 空色<br>b <b lang=\"ja\">空<i>色</i></b></p><svg><text>空</text></svg><p lang=\"ja\">空</p>病院<p>";
    assert_eq!(unmarked(page), ["a 空色", "病院"]);
}

#[tokio::test]
async fn names_of_hospitals_that_have_no_english_name_are_marked_wherever_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 60));
    let site = Site::of(&data).await;
    assert!(site.get("/en/hospitals").await.text().contains("<span lang=\"ja\">"), "names stand there");
    walk(
        &site,
        &[
            "/en/",
            "/en/hospitals",
            "/en/hospitals?q=%E6%9E%B6%E7%A9%BA",
            "/en/hospitals?region=JP-01&h=made-0000,made-0047",
            "/en/hospitals/made-0000",
            "/en/hospitals/made-0000?h=made-0000",
            "/en/compare?h=made-0000,made-0047",
            "/en/compare?h=made-0000,made-0001,made-0002",
            "/en/measures/made-readmission",
            "/en/areas/01",
            "/en/priorities?region=JP-01&w=made-readmission:3",
            "/en/charts",
            "/en/share/handout?hospital=made-0000",
            "/en/share/card?h=made-0000,made-0047",
            "/en/share/questions?region=JP-01",
            "/embed/en/ruler?measure=made-readmission&hospital=made-0000",
        ],
    )
    .await;
}

#[tokio::test]
async fn english_pages_of_the_demonstration_say_what_is_japanese() {
    let site = Site::demonstration().await;
    let (_, furnished) = site.ids().await;
    let hospital = format!("/en/hospitals/{furnished}");
    walk(
        &site,
        &[
            "/en/",
            "/en/hospitals?region=JP-15&care=deliveries",
            &hospital,
            "/en/measures",
            "/en/areas",
            "/en/areas/15",
            "/en/areas/1501",
            "/en/priorities?region=JP-13&preset=pregnancy",
            "/en/conditions",
            "/en/missing",
            "/en/sources",
            "/en/methods",
            "/en/about",
            "/en/data",
            "/en/corrections",
            "/en/press",
            "/en/accessibility",
        ],
    )
    .await;
}
