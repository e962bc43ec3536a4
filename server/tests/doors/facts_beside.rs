//! Do neutral facts of compared hospitals stand side by side, whatever their roles?

use crate::demo::Site;
use crate::package::{publish, tables};
use domain::peers::PeerGroup;
use domain::view_spec::{Key, ViewSpec};
use reports::model::Comparison;

fn view(query: &str) -> ViewSpec {
    ViewSpec::parse_query(query, &[Key::Hospitals, Key::Region, Key::PeerGroup, Key::Limit]).unwrap()
}

async fn ids(site: &Site, role: PeerGroup) -> Vec<String> {
    let found = site.reports.finder(&view(&format!("region=JP-13&peer_group={role}&limit=200"))).await.unwrap();
    found.rows.into_iter().map(|row| row.card.hospital.id.to_string()).collect()
}

async fn compared(site: &Site, asked: &str) -> (Comparison, String) {
    let comparison = site.reports.compare(&view(asked)).await.unwrap();
    (comparison, site.get(&format!("/ja/compare?{asked}")).await.text())
}

#[tokio::test]
async fn facts_come_first_where_nothing_is_compared_and_last_elsewhere() {
    let site = Site::demonstration().await;
    let (large, small) = (ids(&site, PeerGroup::RegionalAcute).await, ids(&site, PeerGroup::ChronicMix).await);
    for (asked, fair) in
        [(format!("h={},{}", large[0], small[0]), false), (format!("h={},{}", large[0], large[1]), true)]
    {
        let (comparison, page) = compared(&site, &asked).await;
        assert_eq!(comparison.guard.is_fair(), fair, "{asked}");
        let at = |id: &str| page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{asked}: no {id}"));
        assert_eq!(at("facts") > at("group-0"), comparison.guard.is_fair(), "{asked}");
        let facts = &page[at("facts")..];
        for hospital in &comparison.hospitals {
            for fact in &hospital.cares {
                let care = fact.figure().care.name().ja;
                assert!(facts.contains(care), "{asked}: {care}");
            }
        }
    }
}

const MANIFEST: &str = r#"{"name": "births", "title": "架空のお産", "created": "2025-06-01T00:00:00Z", "fictional": true,
    "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
    {"name": "observations", "path": "observations.csv"}]}"#;
const HOSPITALS: &str = "id,name,country,region_code,municipality\n\
    jp-many,架空第一病院,JP,15,架空市\njp-none,架空第二病院,JP,15,架空市\njp-silent,架空第三病院,JP,15,架空市\n";
const MEASURES: &str = "id,name_ja,name_en,kind,direction,topic,measure_type\n\
    demo-deliveries,お産の数,Births,count,neutral,access,structure\n";
const OBSERVATIONS: &str = "hospital_id,measure_id,period_start,period_end,value,status,raw\n\
    jp-many,demo-deliveries,2024-04-01,2025-03-31,120,reported,120\n\
    jp-none,demo-deliveries,2024-04-01,2025-03-31,0,reported,0\n";

#[tokio::test]
async fn a_printed_zero_is_told_beside_a_hospital_that_provides_the_care_and_silence_is_no_zero() {
    let folder = tempfile::tempdir().unwrap();
    let (package, data) = (folder.path().join("births"), folder.path().join("data"));
    let files = [
        ("datapackage.json", MANIFEST),
        ("hospitals.csv", HOSPITALS),
        ("measures.csv", MEASURES),
        ("observations.csv", OBSERVATIONS),
    ];
    tables(&package, &files);
    publish(&data, &package);
    let site = Site::of(&data).await;
    let page = site.get("/ja/compare?h=jp-many,jp-none,jp-silent").await.text();
    let facts = page.split("id=\"facts\"").nth(1).unwrap().split("</section>").next().unwrap();
    let told = ["お産 120件（2024年度）", "お産 0件（2024年度）", "資料にありません"].map(|words| facts.find(words));
    assert!(told.iter().all(Option::is_some) && told.is_sorted(), "{told:?} {facts}");
}
