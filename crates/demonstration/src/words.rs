//! What do the invented sources, footnotes and events say?

use crate::history;
use crate::package::Release;
use crate::table::Table;
use crate::world::World;

/// A source: id, title, day and month of publication.
struct Source(&'static str, &'static str, &'static str, &'static str);

const SOURCES: [Source; 5] = [
    Source("demo-register", "架空の医療機関名簿", "Fictional register of hospitals", "10-01"),
    Source("demo-outcomes", "架空の診療成績調査", "Fictional survey of outcomes", "09-20"),
    Source("demo-indicators", "架空の医療の質指標", "Fictional quality indicators", "09-05"),
    Source("demo-experience", "架空の患者経験調査", "Fictional survey of patient experience", "08-28"),
    Source("demo-access", "架空の受診しやすさの調査", "Fictional survey of access to care", "09-12"),
];

/// The source of a topic.
pub fn source(topic: &str) -> &'static str {
    match topic {
        "outcomes" => "demo-outcomes",
        "safety" => "demo-indicators",
        "experience" => "demo-experience",
        _ => "demo-access",
    }
}

/// `sources.csv`.
pub fn sources(release: &Release) -> Vec<u8> {
    let mut table = Table::new(
        "id,publisher_ja,publisher_en,title_ja,title_en,url,licence,attribution_ja,attribution_en,published,retrieved,sha256,file",
    );
    let year = &release.as_of[..4];
    for Source(id, title_ja, title_en, day) in SOURCES {
        let attribution_ja =
            format!("「{title_ja} {year}年版」（ものさし、架空のデータ）。実在の病院の数値ではありません。");
        let attribution_en =
            format!("\"{title_en}, {year}\" (Monosashi, fictional data). Not figures of any real hospital.");
        table.row(&[
            id,
            "ものさし（架空）",
            "Monosashi (fictional)",
            &format!("{title_ja} {year}年版"),
            &format!("{title_en}, {year}"),
            "",
            "CC0-1.0",
            &attribution_ja,
            &attribution_en,
            &format!("{year}-{day}"),
            release.as_of,
            "",
            "demonstration",
        ]);
    }
    table.into_bytes()
}

const FOOTNOTES: [(&str, &str, &str); 4] = [
    ("A1", "対象となる患者の一部だけの報告です。", "Only part of the patients concerned was reported."),
    (
        "B1",
        "2023年7月の豪雨災害のため、診療を休んだ期間があります。",
        "The hospital was partly closed after the flood of July 2023.",
    ),
    (
        "C1",
        "この年度の途中または初めに開院した病院です。",
        "The hospital opened at the beginning of or during this year.",
    ),
    ("D1", "合併した病院の患者を含む値です。", "Includes the patients of a hospital that was merged into this one."),
];

/// `footnotes.csv`.
pub fn footnotes() -> Vec<u8> {
    let mut table = Table::new("source_id,code,text_ja,text_en");
    for Source(id, ..) in SOURCES.iter().filter(|s| s.0 != "demo-register") {
        for (code, ja, en) in FOOTNOTES {
            table.row(&[id, code, ja, en]);
        }
    }
    table.into_bytes()
}

/// The medical area with an event that is still open when the second release appears.
pub const SHAKEN: &str = "3006";

/// `events.csv`: a flood, an outbreak, and in the second release an earthquake that is not over.
pub fn events(world: &World, release: &Release) -> Vec<u8> {
    let mut table = Table::new("area_code,hospital_id,kind,start,end,text_ja,text_en,source");
    table.row(&[
        crate::facilities::FLOODED,
        "",
        "disaster",
        "2023-07-08",
        "2023-10-31",
        "豪雨で川があふれ、病院の1階が水につかりました。入院患者はほかの地域の病院に移りました。（架空の出来事です）",
        "A river burst its banks and flooded the ground floors of hospitals. Inpatients were moved to other areas. (This is fictional.)",
        "demo-register",
    ]);
    let index = world.fates.outbreak;
    table.row(&[
        "",
        &history::id(world, &world.facilities[index], index, release),
        "outbreak",
        "2022-12-05",
        "2023-02-12",
        "病院の中で感染症が広がり、2か月のあいだ新しい入院を止めました。（架空の出来事です）",
        "An infection spread inside the hospital, which stopped new admissions for two months. (This is fictional.)",
        "demo-register",
    ]);
    if release.number == 2 {
        table.row(&[
            SHAKEN,
            "",
            "disaster",
            "2025-09-03",
            "",
            "地震のため、外来と手術を減らしている病院があります。行く前に電話で確かめてください。（架空の出来事です）",
            "After an earthquake some hospitals see fewer outpatients and operate less. Please telephone before you go. (This is fictional.)",
            "demo-register",
        ]);
    }
    table.into_bytes()
}
