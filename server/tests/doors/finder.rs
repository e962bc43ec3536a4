//! Does the finder understand places and needs, and does nothing that a stranger writes into its address break it?

use crate::demo::Site;

/// Percent-encodes a value of a query.
fn encoded(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

async fn page(site: &Site, query: &str) -> String {
    let answer = site.get(&format!("/ja/hospitals?{query}")).await;
    assert_eq!(answer.status, 200, "{query}");
    answer.text()
}

#[tokio::test]
async fn the_only_place_of_birth_of_an_island_comes_without_any_comparison() {
    let site = Site::demonstration().await;
    let html = page(&site, &format!("place={}&care=deliveries", encoded("佐渡市"))).await;
    for said in [
        "佐渡島でお産ができる施設は、公表されている資料では1か所です",
        "海を渡る病院",
        "この施設が公表している数",
        "お産 76件（2024年度）",
    ] {
        assert!(html.contains(said), "{said}");
    }
    let at = |said: &str| html.find(said).unwrap_or_else(|| panic!("{said}"));
    assert!(at("だれに電話するか") < at("聞いてみること") && at("聞いてみること") < at("この施設が公表している数"));
    assert!(at("この施設が公表している数") < at("<table"), "older years are folded below the newest");
    assert_eq!(html.matches("海を渡る病院</h2>").count(), 1);
    assert!(html.contains("/ja/share/handout?place="), "the answer can be handed on");
    let english = site.get(&format!("/en/hospitals?place={}&care=deliveries", encoded("佐渡市"))).await.text();
    for said in ["Sado: one facility for childbirth", "Across the sea", "The figure that it publishes"] {
        assert!(english.contains(said), "{said}");
    }
}

#[tokio::test]
async fn a_name_of_two_places_is_a_choice_and_the_choice_is_an_address() {
    let site = Site::demonstration().await;
    let html = page(&site, &format!("place={}", encoded("府中市"))).await;
    assert!(html.contains("東京都府中市") && html.contains("広島県府中市"));
    let chosen = page(&site, &format!("place={}", encoded("広島県府中市"))).await;
    assert!(chosen.contains("役割ごとに、"));
    let narrowed = page(&site, &format!("place={}&region=JP-34", encoded("府中市"))).await;
    assert!(!narrowed.contains("か所あります"));
}

#[tokio::test]
async fn a_place_that_nobody_knows_is_said_back_as_it_was_written_and_harmless() {
    let site = Site::demonstration().await;
    for place in
        ["<script>alert(1)</script>", "'; drop table hospital; --", "アトランティス", "%", "🙂", "\" onfocus=\"x"]
    {
        let html = page(&site, &format!("place={}", encoded(place))).await;
        assert!(html.contains("この資料にありません"), "{place}");
        assert!(!html.contains("<script>alert") && !html.contains("=\"\" onfocus"), "{place}");
    }
    let unknown = page(&site, "area=99999&care=cancer").await;
    assert!(unknown.contains("99999"));
}

#[tokio::test]
async fn what_cannot_be_meant_is_refused_by_name() {
    let site = Site::demonstration().await;
    let long = "x".repeat(101);
    for (query, named) in [
        ("care=miracles", "care"),
        ("area=12", "area"),
        ("place=%00", "place"),
        (&format!("place={long}"), "place"),
        ("near=91,0", "near"),
        ("radius_km=50", "radius_km"),
        ("emergency=1", "emergency"),
        ("designation=best", "designation"),
        ("service=miracles", "service"),
        ("saturday=perhaps", "saturday"),
        ("beds_min=0", "beds_min"),
        ("beds_min=400&beds_max=100", "beds_min"),
        ("island=2", "island"),
    ] {
        let answer = site.get(&format!("/ja/hospitals?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        assert!(answer.text().contains(named), "{query}");
    }
}

#[tokio::test]
async fn every_corner_of_the_world_and_of_the_list_answers() {
    let site = Site::demonstration().await;
    for query in [
        "near=90,0",
        "near=-90,180&care=deliveries",
        "near=35.68,139.76&care=ambulances&radius_km=1",
        "place=&care=&region=&peer_group=&q=",
        "care=psychiatry&page=10000",
        "care=rehabilitation&peer_group=clinic",
        "area=1507&near=35,135",
        "region=JP-99",
        "emergency=&designation=&service=&saturday=&beds_min=&beds_max=&island=",
        "island=1&emergency=3&designation=teaching&designation=disaster_base&saturday=1&beds_min=1&beds_max=5000",
        "near=38.02,138.37&service=dialysis&beds_max=19",
        "care=deliveries&place=%E4%BD%90%E6%B8%A1%E5%B8%82&saturday=1",
    ] {
        page(&site, query).await;
    }
}

/// How many are found, as the page says it.
fn found(html: &str) -> u32 {
    let said = html.split("class=\"ms-count\">").nth(1).unwrap();
    let (count, _) = said.split_once('件').unwrap();
    count.replace(',', "").parse().unwrap()
}

#[tokio::test]
async fn filters_narrow_the_list_and_each_can_be_taken_off_again() {
    let site = Site::demonstration().await;
    let all = page(&site, "region=JP-13").await;
    assert!(all.contains("<summary>もっと絞る（役割・救急・ベッドなど）"));
    let asked = "region=JP-13&emergency=3&designation=disaster_base&beds_min=200";
    let html = page(&site, asked).await;
    assert!(!html.contains("<details open class=\"ms-more ms-narrow\""), "the list is near whatever is set");
    assert!(html.contains("<summary>もっと絞る（いま3つの条件）"));
    assert!(0 < found(&html) && found(&html) < found(&all), "{} of {}", found(&html), found(&all));
    for (chip, off) in [
        (
            "「救命救急センター（三次）」の条件を外す",
            "/ja/hospitals?region=JP-13&amp;designation=disaster_base&amp;beds_min=200",
        ),
        ("「災害拠点病院」の条件を外す", "/ja/hospitals?region=JP-13&amp;emergency=3&amp;beds_min=200"),
        ("「200床以上」の条件を外す", "/ja/hospitals?region=JP-13&amp;emergency=3&amp;designation=disaster_base"),
    ] {
        assert!(html.contains(chip) && html.contains(&format!("href=\"{off}\"")), "{chip}");
    }
    let small = page(&site, "region=JP-13&beds_max=19").await;
    let large = page(&site, "region=JP-13&beds_min=20").await;
    assert_eq!(found(&small) + found(&large), found(&all), "beds part all hospitals of the demonstration");
}

#[tokio::test]
async fn a_prefecture_in_words_is_that_prefecture() {
    let site = Site::demonstration().await;
    let chosen = page(&site, "region=JP-27").await;
    let whole = page(&site, &format!("place={}", encoded("大阪府"))).await;
    assert!(found(&chosen) > 0);
    assert_eq!(found(&whole), found(&chosen));
}

#[tokio::test]
async fn whoever_no_source_tells_about_is_counted_and_not_called_a_no() {
    let site = Site::demonstration().await;
    let teaching = page(&site, "region=JP-13&designation=teaching").await;
    assert!(teaching.contains("当てはまるかどうかが資料に書かれていません"));
    let island = page(&site, "region=JP-42&island=1").await;
    assert!(found(&island) > 0 && !island.contains("資料に書かれていません。「ない」"));
}

#[tokio::test]
async fn a_circle_that_nobody_gave_widens_and_says_so() {
    let site = Site::demonstration().await;
    let sparse = page(&site, "near=43.33,145.58").await;
    assert!(sparse.contains("まで広げました") && sparse.contains("地図の上の直線"), "Nemuro");
    // where the island has no more, a wider circle would only reach across the sea
    let island = page(&site, "near=38.02,138.37").await;
    assert!(!island.contains("まで広げました"), "Sado");
    let given = page(&site, "near=35.68,139.76&radius_km=80").await;
    assert!(!given.contains("まで広げました") && given.contains("地図の上の直線"));
}

#[tokio::test]
async fn the_first_page_asks_what_for_and_where_and_names_people() {
    let site = Site::demonstration().await;
    for (path, said) in [
        ("/ja/", ["何のために？", "どこで？", "あなたに近い人から始める", "119"]),
        ("/en/", ["What for?", "Where?", "Start with someone like you", "119"]),
    ] {
        let html = site.get(path).await.text();
        for word in said {
            assert!(html.contains(word), "{path} {word}");
        }
        assert!(html.contains("name=\"care\"") && html.contains("name=\"place\"") && html.contains("preset=pregnancy"));
    }
}

#[tokio::test]
async fn a_hospital_says_first_what_it_was_and_what_became_of_it() {
    let site = Site::demonstration().await;
    let before = site.get("/ja/hospitals/demo-27006").await.text();
    assert!(before.contains("2024年10月1日から、名前が変わりました") && before.contains("demo-27006-r2024"));
    let after = site.get("/ja/hospitals/demo-27006-r2024").await.text();
    assert!(after.contains("2024年10月1日から、いまの名前です") && after.contains("/ja/hospitals/demo-27006\""));
    let closed = site.get("/ja/hospitals/demo-28015").await.text();
    assert!(closed.contains("2024年3月31日に閉院しました"));
    assert!(after.contains("この数字の読み方") && after.contains("病院に聞いてみること"));
}

#[tokio::test]
async fn a_disaster_is_told_however_its_place_is_named_and_nowhere_else() {
    let site = Site::demonstration().await;
    let told = "ふだんとちがう時期です";
    let tanabe = encoded("田辺市");
    for query in [
        "region=JP-30".to_string(),
        format!("place={tanabe}"),
        "area=3006".to_string(),
        "near=33.73,135.38".to_string(),
        format!("place={}", encoded("和歌山県")),
    ] {
        assert!(page(&site, &query).await.contains(told), "{query}");
    }
    let elsewhere = page(&site, &format!("place={}&region=JP-30", encoded("佐渡市"))).await;
    assert!(!elsewhere.contains(told));
    let condition = site.get(&format!("/ja/conditions/cancer?place={tanabe}")).await;
    assert!(condition.text().contains(told));
}

#[tokio::test]
async fn places_that_contradict_each_other_are_told_or_the_one_in_sight_wins() {
    let site = Site::demonstration().await;
    let html = page(&site, &format!("place={}&region=JP-13", encoded("佐渡市"))).await;
    assert!(html.contains("新潟県佐渡市は東京都の中にありません") && html.contains("「場所「佐渡市」」の条件を外す"));
    assert!(!html.contains("「東京都」の条件を外す"));
    for hidden in ["area=1507", "near=38.02,138.37"] {
        let html = page(&site, &format!("{hidden}&region=JP-13")).await;
        let tokyo = page(&site, "region=JP-13").await;
        assert_eq!(found(&html), found(&tokyo), "{hidden}");
        assert!(html.contains("「東京都」の条件を外す"), "{hidden}");
        assert!(!html.contains("name=\"near\"") && !html.contains("name=\"area\""), "{hidden}");
    }
    let typed = page(&site, &format!("near=35.68,139.76&area=1311&place={}", encoded("佐渡市"))).await;
    assert!(!typed.contains("name=\"near\"") && !typed.contains("name=\"area\""));
    assert!(typed.contains("佐渡"));
}

#[tokio::test]
async fn a_page_past_the_end_is_the_last_one() {
    let site = Site::demonstration().await;
    let html = page(&site, "region=JP-13&page=9000").await;
    assert!(html.contains("rel=\"prev\"") && html.contains("class=\"ms-line-name\""));
}

#[tokio::test]
async fn whoever_no_source_tells_about_stands_at_the_end_to_be_asked() {
    let site = Site::demonstration().await;
    let asked = "region=JP-13&designation=teaching";
    let last = page(&site, &format!("{asked}&page=9000")).await;
    assert!(last.contains("電話で確かめるところ") && last.contains("選んだ条件に当てはまるかどうか"));
    let nobody = page(&site, "region=JP-13&care=deliveries").await;
    assert!(!nobody.contains(">この地域の中<"), "a prefecture has no reach");
}

#[tokio::test]
async fn what_lies_far_away_or_across_the_sea_is_not_called_near() {
    let site = Site::demonstration().await;
    let sado = site.get("/ja/hospitals/demo-15018").await.text();
    assert!(!sado.contains("いちばん近い、同じ役割の病院"));
    assert!(sado.contains("遠くや海の向こうにある、同じ役割の病院") && sado.contains("海を渡って直線で"));
}

#[tokio::test]
async fn a_hospital_that_has_ended_is_found_by_its_name_only_and_says_so() {
    let site = Site::demonstration().await;
    let lists = [
        ("/ja/hospitals?area=2802", "八重牧有床診療所"),
        ("/ja/areas/2802", "八重牧有床診療所"),
        ("/api/v1/hospitals?region=JP-28&limit=500", "demo-28015"),
        ("/ja/hospitals?area=1004", "群馬県立雪嶺病院"),
        ("/api/v1/compare?h=demo-10011,demo-13023", "demo-10010"),
        ("/ja/priorities?region=JP-10&wish=ambulances,operations", "群馬県立雪嶺病院"),
        ("/ja/hospitals?area=2701", "茜原医療センター"),
    ];
    for (list, gone) in lists {
        let answer = site.get(list).await;
        assert_eq!(answer.status, 200, "{list}");
        assert!(!answer.text().contains(gone), "{list}");
    }
    for (name, said) in [
        ("八重牧有床診療所", "閉院しました"),
        ("群馬県立雪嶺病院", "いまは、ほかの病院の一部です"),
        ("茜原医療センター", "いまは、別の名前です"),
    ] {
        let found = page(&site, &format!("q={}", encoded(name))).await;
        assert!(found.contains(name) && found.contains(said), "{name}");
    }
}

/// The ids of the hospitals of a page of the finder, from top to bottom.
fn listed(html: &str) -> Vec<String> {
    let list = html.split("class=\"ms-count\"").nth(1).unwrap();
    let lines = list.split("class=\"ms-line-name\"").skip(1);
    lines
        .map(|line| line.split("/ja/hospitals/").nth(1).unwrap().split(['"', '?', '#']).next().unwrap().into())
        .collect()
}

#[tokio::test]
async fn a_program_finds_the_same_hospitals_as_a_reader() {
    let site = Site::demonstration().await;
    for query in [
        "region=JP-13&emergency=3&designation=disaster_base&beds_min=200",
        "region=JP-13&designation=teaching",
        "region=JP-42&island=1&beds_max=199",
        "region=JP-13&saturday=1&peer_group=regional_acute",
        "near=38.02,138.37&service=dialysis",
        "region=JP-27&designation=cancer_designated,teaching&q=%E7%97%85%E9%99%A2",
    ] {
        let html = page(&site, query).await;
        let json = site.json(&format!("/api/v1/hospitals?{query}&limit=20")).await;
        let rows = json["hospitals"].as_array().unwrap();
        let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert_eq!(listed(&html), ids, "{query}");
        let all = site.json(&format!("/api/v1/hospitals?{query}&limit=1000")).await;
        let fitting = all["hospitals"].as_array().unwrap().iter().filter(|row| row["fits"] == true).count();
        let untold = all["meta"]["total"].as_u64().unwrap() - fitting as u64;
        assert!(untold == 0 || html.contains(&format!("ほかに{untold}か所は")), "{query}: {untold}");
        assert!(fitting + rows.len() > 0, "{query} finds nobody, and says nothing");
    }
}

#[tokio::test]
async fn a_program_is_told_which_values_a_filter_takes() {
    let site = Site::demonstration().await;
    for (query, parameter, allowed) in [
        ("emergency=1", "emergency", "2, 3"),
        ("designation=best", "designation", "disaster_base, cancer_designated"),
        ("service=miracles", "service", "dialysis"),
        ("saturday=perhaps", "saturday", "1 or 0"),
        ("beds_min=0", "beds_min", "from 1 to 5000"),
        ("beds_min=400&beds_max=100", "beds_min", "beds_max=100"),
        ("island=2", "island", "1 or 0"),
        ("peer_group=best", "peer_group", "island, advanced"),
        ("care=cancer", "care", "emergency, designation, service"),
    ] {
        let answer = site.get(&format!("/api/v1/hospitals?{query}")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (400, "application/problem+json"),
            "{query}"
        );
        let problem: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(problem["parameter"], parameter, "{query}");
        for detail in ["detail", "detail_ja"] {
            let said = problem[detail].as_str().unwrap();
            let in_words = said.contains(allowed) || (detail == "detail_ja" && said.contains(char::is_numeric));
            assert!(in_words, "{query}: {said}");
        }
    }
}

#[tokio::test]
async fn a_legal_form_or_a_mark_alone_finds_nobody_and_says_what_to_try() {
    let site = Site::demonstration().await;
    for typed in ["医療法人", "🏥", "（）", "社会福祉法人 ・"] {
        let found = site.json(&format!("/api/v1/hospitals?q={}", encoded(typed))).await;
        assert_eq!(found["meta"]["total"], 0, "{typed}");
        let html = page(&site, &format!("q={}", encoded(typed))).await;
        assert!(html.contains("だけでは、どの病院かわかりません"), "{typed}");
    }
}

#[tokio::test]
async fn programs_are_told_what_lies_across_the_sea() {
    let site = Site::demonstration().await;
    let found = site.json("/api/v1/hospitals?near=38.02,138.37&radius_km=60").await;
    for hospital in found["hospitals"].as_array().unwrap() {
        let part = if hospital["id"] == "demo-15018" { "here" } else { "across_the_sea" };
        assert_eq!(hospital["part"], part, "{hospital}");
    }
    assert!(found["hospitals"].as_array().unwrap().len() > 1);
    let all = site.json("/api/v1/hospitals?limit=3").await;
    assert!(all["hospitals"].as_array().unwrap().iter().all(|hospital| hospital["part"] == "here"));
    let compared = site.json("/api/v1/compare?h=demo-42021,demo-01010").await;
    let near = &compared["compare"]["guard"]["alternatives"][0]["with"][0];
    assert_eq!(near["across_the_sea"], true, "{near}");
}

/// The headings of a list with the number that each tells.
fn headings(html: &str) -> Vec<(String, usize)> {
    let heads = html.split("<h2 class=\"ms-list-head\">").skip(1).map(|part| part.split("</h2>").next().unwrap());
    let told = heads.filter_map(|head| {
        let (name, count) = head.rsplit_once('（')?;
        Some((name.to_owned(), count.trim_end_matches('）').parse().ok()?))
    });
    told.collect()
}

#[tokio::test]
async fn the_list_of_a_place_shows_the_first_five_of_each_role_and_leads_to_all_of_them() {
    let site = Site::demonstration().await;
    let html = page(&site, "region=JP-13").await;
    let headings = headings(&html);
    let all: usize = headings.iter().map(|(_, count)| count).sum();
    assert!(all > 20 && html.contains(&format!("{all}件（")), "every hospital is counted under its role");
    assert_eq!(listed(&html).len(), headings.iter().map(|(_, count)| count.min(&5)).sum::<usize>());
    assert!(!html.contains("ms-pager"), "there is nothing to turn");
    let long: Vec<&(String, usize)> = headings.iter().filter(|(_, count)| *count > 5).collect();
    assert!(!long.is_empty() && html.matches("か所すべてを見る").count() == long.len());
    for (name, count) in long {
        let way = html.split(&format!(">{name}の{count}か所すべてを見る")).next().unwrap();
        let href = way.rsplit("href=\"").next().unwrap().split('"').next().unwrap().replace("&amp;", "&");
        let role = site.get(&href).await.text();
        assert!(role.contains(&format!("{count}件（")), "{name}: {href}");
    }
    let whole = page(&site, "region=JP-13&page=1").await;
    let json = site.json("/api/v1/hospitals?region=JP-13&limit=20").await;
    let ids: Vec<&str> = json["hospitals"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(listed(&whole), ids, "the whole list stays as it was");
    assert!(html.contains("region=JP-13&amp;page=1") && whole.contains("ms-pager"));
}

#[tokio::test]
async fn stays_of_all_illnesses_are_not_told_beside_births_and_said_to_be_of_all_elsewhere() {
    let site = Site::demonstration().await;
    let flow = "ほかの医療圏の病院でした";
    let mut told = 0;
    for care in ["deliveries", "ambulances", "operations", "paediatrics", "cancer", "psychiatry", "rehabilitation"] {
        let html = page(&site, &format!("place={}&care={care}", encoded("佐渡市"))).await;
        if care == "deliveries" {
            assert!(html.contains("ここでできないとき") && !html.contains(flow), "births");
        }
        for sentence in html.split('。').filter(|sentence| sentence.contains(flow)) {
            assert!(sentence.contains("すべての病気やけがを合わせた"), "{care}: {sentence}");
            told += 1;
        }
    }
    assert!(told > 0);
}

#[tokio::test]
async fn list_page_of_a_trouble_and_sheet_give_one_number_or_name_the_difference() {
    let site = Site::demonstration().await;
    for place in ["place=%E6%96%B0%E6%BD%9F%E5%B8%82", "near=35.68,139.76"] {
        let finder = found(&page(&site, &format!("{place}&care=ambulances")).await);
        let sheet = site.get(&format!("/ja/share/handout?{place}&care=ambulances")).await.text();
        assert!(sheet.contains(&format!("では{finder}か所です")), "{place}: {finder}");
        let trouble = site.get(&format!("/ja/conditions/stroke?{place}")).await.text();
        if place.starts_with("near") {
            // around a point the page of a trouble reaches as far as it must, and says how far
            assert!(trouble.contains("km"), "{place}");
            continue;
        }
        let own = trouble.split("救急車の受け入れ：").nth(1).unwrap().split('件').next().unwrap();
        let left_out = trouble.split("入れていません（").nth(1).map_or("0", |rest| rest.split('件').next().unwrap());
        let both = own.parse::<u32>().unwrap() + left_out.parse::<u32>().unwrap();
        assert_eq!(both, finder, "{place}: {own} and {left_out}");
    }
}
