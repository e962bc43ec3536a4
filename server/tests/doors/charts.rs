//! Are all hospitals of a long list reached, a part at a time, and is a choice that a chart cannot take said?

use crate::demo::{Answer, Site};
use crate::package::{publish, write};
use std::collections::BTreeSet;

async fn fetched(site: &Site, address: &str) -> Answer {
    let answer = site.get(address).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    answer
}

/// The words of a drawing without its marks.
fn words(svg: &str) -> String {
    svg.split('<').filter_map(|part| part.split('>').nth(1)).collect()
}

fn hospitals(csv: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader.headers().unwrap().iter().position(|head| head == "hospital_id").unwrap();
    reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

#[tokio::test]
async fn every_hospital_stands_in_one_part_and_each_part_says_which_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 60));
    let site = Site::of(&data).await;
    let query = "measure=made-readmission";
    let mut seen = BTreeSet::new();
    for (page, size) in [(1, 25), (2, 25), (3, 10)] {
        let svg = words(&fetched(&site, &format!("/embed/en/intervals.svg?{query}&page={page}")).await.text());
        assert!(svg.contains(&format!("part {page} of 3")), "{svg}");
        let csv = fetched(&site, &format!("/embed/en/intervals.csv?{query}&page={page}")).await.text();
        let part = hospitals(&csv);
        assert_eq!(part.len(), size);
        seen.extend(part);
    }
    assert_eq!(seen.len(), 60);
    assert_eq!(site.get(&format!("/embed/en/intervals.svg?{query}&page=4")).await.status, 404);
    let small = words(&fetched(&site, &format!("/embed/en/intervals.svg?{query}&region=JP-01")).await.text());
    assert!(!small.contains("part 1"), "{small}");
    let builder = fetched(&site, &format!("/en/charts?{query}&chart=intervals&page=2")).await.text();
    for way in ["Page 2 of 3", "page=3&amp;chart=intervals#chart", "rel=\"prev\"", "at most 25 hospitals"] {
        assert!(builder.contains(way), "{way}");
    }
    let list = fetched(&site, "/en/measures/made-readmission").await.text();
    assert!(
        list.contains("Page 1 of 3") && list.contains("values.csv?release=") && list.contains("CSV (60 hospitals)")
    );
}

#[tokio::test]
async fn a_printed_list_has_as_many_rows_as_a_page_holds_and_nothing_longer_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 60));
    let site = Site::of(&data).await;
    let address = "/embed/en/intervals.svg?measure=made-readmission&preset=print";
    let printed = fetched(&site, address).await.text();
    let tall = printed.split("height=\"").nth(1).unwrap().split("mm\"").next().unwrap();
    assert!(tall.parse::<f64>().unwrap() <= 297.0, "{tall}");
    assert!(words(&printed).contains("part 1 of 8"), "{}", words(&printed));
    let builder = fetched(&site, "/en/charts?measure=made-readmission&chart=intervals&page=2").await.text();
    for sheet in ["sheet 4 of 8", "sheet 7 of 8"] {
        assert!(builder.contains(sheet), "{sheet}");
    }
    assert!(
        !builder.contains("sheet 3 of 8") && builder.contains("page=4&amp;preset=print"),
        "of the part that is shown"
    );
}

#[tokio::test]
async fn ranges_of_places_of_a_long_role_come_in_parts_too() {
    let site = Site::demonstration().await;
    let measure = "measure=demo-readmission";
    let printed = site.get(&format!("/embed/en/places.svg?{measure}&preset=print")).await;
    assert!(printed.status == 400 && printed.text().contains("longer than a page"), "{}", printed.text());
    let csv = async |more: &str| fetched(&site, &format!("/embed/en/places.csv?{measure}{more}")).await.text();
    let role = "&peer_group=regional_acute";
    let (first, second) = (hospitals(&csv(role).await), hospitals(&csv(&format!("{role}&page=2")).await));
    assert_eq!(first.len(), 25, "the demonstration has more hospitals of this role than a drawing holds");
    assert!(!second.is_empty() && second.iter().all(|id| !first.contains(id)));
    let svg = words(&fetched(&site, &format!("/embed/en/places.svg?{measure}{role}&page=2")).await.text());
    assert!(svg.contains("part 2 of"), "{svg}");
    let pointed = hospitals(&csv(&format!("&hospital={}", second[0])).await);
    assert!(pointed.contains(&second[0]), "whoever is looked for stands in the part that comes first");
    let builder = fetched(&site, &format!("/ja/charts?{measure}&chart=intervals")).await.text();
    let roles = builder.split("役割ごとの図にもできます").nth(1).unwrap();
    assert!(
        roles.contains("peer_group=regional_acute&amp;") && roles.contains("（全国"),
        "each role is a drawing of its own"
    );
}

#[tokio::test]
async fn the_builder_says_which_choice_it_did_not_use_and_offers_no_chart_that_the_measure_cannot_have() {
    let site = Site::demonstration().await;
    let html = fetched(&site, "/ja/charts?measure=demo-falls&chart=funnel&region=JP-15&peer_group=clinic").await.text();
    assert!(html.contains("この図は地域、役割で分けられないので、全国で描きました。"), "{html}");
    let taken = fetched(&site, "/ja/charts?measure=demo-falls&chart=intervals&region=JP-15").await.text();
    assert!(!taken.contains("分けられないので"));
    let offered = async |measure: &str| {
        let html = fetched(&site, &format!("/en/charts?measure={measure}")).await.text();
        let menu = html.split("name=\"chart\"").nth(1).unwrap().split("</select>").next().unwrap().to_owned();
        menu.split("value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<BTreeSet<_>>()
    };
    let measures = site.json("/api/v1/measures?limit=1000").await;
    let mut left_out = BTreeSet::new();
    for measure in measures["measures"].as_array().unwrap() {
        let id = measure["id"].as_str().unwrap();
        let offered = offered(id).await;
        for chart in ["map", "places", "spread"] {
            let drawn = site.get(&format!("/embed/en/{chart}.json?measure={id}")).await.status == 200;
            assert_eq!(offered.contains(chart), drawn, "{chart} of {id}");
            if !drawn {
                left_out.insert(chart);
            }
        }
        assert!(offered.contains("ruler") && offered.contains("intervals") && offered.contains("compare"));
    }
    assert!(!left_out.is_empty(), "the demonstration has a measure without one of them");
}

#[tokio::test]
async fn a_table_for_excel_is_the_same_table_with_a_mark_and_without_formulas() {
    let site = Site::demonstration().await;
    let query = "measure=demo-falls&region=JP-13";
    let plain = fetched(&site, &format!("/embed/ja/intervals.csv?{query}")).await;
    let excel = fetched(&site, &format!("/embed/ja/intervals.excel.csv?{query}")).await;
    assert!(!plain.body.starts_with(b"\xEF\xBB\xBF"), "programs get no mark");
    assert!(excel.body.starts_with(b"\xEF\xBB\xBF"));
    assert_eq!(&excel.body[3..], plain.body.as_slice(), "no cell of the demonstration begins like a formula");
    assert!(
        excel.header("content-type").starts_with("text/csv")
            && excel.header("content-disposition").contains(".excel.csv")
    );
    for chart in ["map", "spread"] {
        assert!(fetched(&site, &format!("/embed/ja/{chart}.excel.csv?measure=demo-falls")).await.body.len() > 100);
    }
    let builder = fetched(&site, "/ja/charts?measure=demo-falls&chart=funnel").await.text();
    assert!(builder.contains("/embed/ja/funnel.excel.csv?") && builder.contains("Excel用"));
    assert_eq!(site.get("/embed/ja/funnel.excel.csv?measure=demo-falls&theme=dark").await.status, 400);
}

#[tokio::test]
async fn years_that_leave_the_site_say_their_course_their_span_and_where_the_scale_begins() {
    let site = Site::demonstration().await;
    for (locale, span, course, scale) in [
        ("en", "FY2018–2024", "7 values", "does not start at 0"),
        ("ja", "2018〜2024年度", "7回分", "0から始まりません"),
    ] {
        let drawing = site.get(&format!("/embed/{locale}/trend.svg?measure=demo-ambulances&hospital=demo-01010")).await;
        let told = drawing.text();
        assert!(told.contains(course) && told.contains(scale), "{locale}: {told}");
        assert!(told.matches(span).count() >= 2, "beside the course and beside the source: {told}");
        let from_zero = "measure=demo-deaths-in-hospital&hospital=demo-42021";
        let other = site.get(&format!("/embed/{locale}/trend.svg?{from_zero}")).await.text();
        assert!(!other.contains(scale), "{locale}: {other}");
    }
}

#[tokio::test]
async fn plain_counts_are_not_called_ranges_and_no_shade_is_called_dark() {
    let site = Site::demonstration().await;
    let counts = site.get("/embed/en/intervals.svg?measure=demo-deliveries").await.text();
    assert!(counts.contains("the value of each hospital") && !counts.contains("with its range"));
    let shares = site.get("/embed/en/intervals.svg?measure=demo-nutrition-assessment").await.text();
    assert!(shares.contains("each hospital with its range"));
    let map = site.get("/embed/en/map.svg?measure=demo-deaths-in-hospital").await.text();
    assert!(map.contains("no shade is good or bad") && !map.contains("dark tile"));
    let page = site.get("/ja/measures/demo-deaths-in-hospital").await.text();
    assert!(!page.contains("濃い"));
}

#[tokio::test]
async fn a_spread_over_the_years_counts_its_hospitals() {
    let site = Site::demonstration().await;
    let drawn = site.get("/embed/en/spread.svg?measure=demo-readmission").await.text();
    assert!(drawn.contains("Hospitals with a value: 2018"), "{drawn}");
}
