//! Do neutral facts of compared hospitals stand side by side, whatever their roles?

use crate::demo::Site;
use domain::peers::PeerGroup;
use domain::view_spec::{Key, ViewSpec};
use reports::model::{Comparison, Evidence};

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
        assert!(fair || !comparison.guard.is_fair(), "{asked}");
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

#[tokio::test]
async fn a_printed_zero_is_told_beside_hospitals_that_provide_the_care() {
    let site = Site::demonstration().await;
    let mut zeros = 0;
    for pair in ids(&site, PeerGroup::RegionalAcute).await.windows(2).take(30) {
        let (comparison, page) = compared(&site, &format!("h={},{}", pair[0], pair[1])).await;
        for fact in comparison.hospitals.iter().flat_map(|hospital| &hospital.cares) {
            let Evidence::Count { value, period, .. } = &fact.figure().evidence else { continue };
            if *value == 0.0 {
                let said = format!("0件（{}年度）", period.as_fiscal_year().unwrap());
                assert!(page.contains(&said), "{said} {pair:?}");
                zeros += 1;
            }
        }
    }
    assert!(zeros > 0, "some hospital of the demonstration prints a 0");
}
