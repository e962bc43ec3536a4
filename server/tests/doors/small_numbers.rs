//! Does a share of a handful of patients leave as it was counted, and does every drawing say of how many its value is?

use crate::demo::Site;
use crate::package::{publish, tables};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const MANIFEST: &str = r#"{"name": "made-up", "title": "架空の国ぐに", "created": "2025-06-01T00:00:00Z", "fictional": true,
    "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
    {"name": "observations", "path": "observations.csv"}]}"#;
const MEASURES: &str = "id,name_ja,name_en,kind,direction,topic,measure_type,risk_adjusted\n\
    made-return,戻った人,Returns,proportion,lower,outcomes,process,\n\
    made-far,遠くの値,Far away,proportion,lower,outcomes,process,\n";

/// Twelve hospitals in Japan, of which the first has one patient, and twelve in England, of which no region is printed.
fn package(folder: &Path) -> PathBuf {
    let package = folder.join("small");
    let mut places = "id,name,name_en,country,region_code,municipality\n".to_string();
    let mut values =
        "hospital_id,measure_id,period_start,period_end,numerator,denominator,value,status,raw\n".to_string();
    for (country, region, measure) in [("JP", "15", "made-return"), ("GB", "", "made-far")] {
        for n in 0..12 {
            writeln!(places, "{country}-{n},架空{n},S{n},{country},{region},架空市").unwrap();
            let (events, patients) = if n == 0 { (0, 1) } else { (10 + n, 1200 + n) };
            let share = f64::from(events) / f64::from(patients);
            writeln!(
                values,
                "{country}-{n},{measure},2023-04-01,2024-03-31,{events},{patients},{share},reported,{share}"
            )
            .unwrap();
        }
    }
    let files = [
        ("datapackage.json", MANIFEST),
        ("hospitals.csv", &places),
        ("measures.csv", MEASURES),
        ("observations.csv", &values),
    ];
    tables(&package, &files);
    package
}

async fn site() -> (tempfile::TempDir, Site) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &package(folder.path()));
    let site = Site::of(&data).await;
    (folder, site)
}

#[tokio::test]
async fn one_patient_is_one_patient_and_no_share_of_a_thousand() {
    let (_folder, site) = site().await;
    for (locale, said, thousand) in [("en", "0 of 1 person", "0 in 1,000"), ("ja", "1人のうち0人", "1,000人中 0人")]
    {
        for address in [
            format!("/{locale}/hospitals/JP-0"),
            format!("/{locale}/share/card?hospital=JP-0"),
            format!("/embed/{locale}/ruler.svg?measure=made-return&hospital=JP-0"),
        ] {
            let told = site.get(&address).await.text();
            assert!(told.contains(said), "{address}");
            assert!(!told.contains(thousand), "{address}");
        }
        let icons = site.get(&format!("/embed/{locale}/icons?measure=made-return&hospital=JP-0")).await;
        assert_eq!(icons.status, 404);
    }
    let icons = site.get("/en/charts?chart=icons&measure=made-return&hospital=JP-0").await.text();
    assert!(icons.contains("rests on fewer than ten patients"));
}

#[tokio::test]
async fn the_number_of_patients_stands_beside_the_value() {
    let (_folder, site) = site().await;
    for (locale, said) in [("en", "from 1,203 people"), ("ja", "1,203人から計算")] {
        for address in [
            format!("/{locale}/hospitals/JP-3"),
            format!("/{locale}/measures/made-return"),
            format!("/{locale}/share/card?hospital=JP-3"),
            format!("/embed/{locale}/ruler.svg?measure=made-return&hospital=JP-3"),
            format!("/embed/{locale}/icons.svg?measure=made-return&hospital=JP-3"),
        ] {
            assert!(site.get(&address).await.text().contains(said), "{address}");
        }
    }
    let list = site.get("/embed/en/intervals.svg?measure=made-return&region=JP-15").await.text();
    assert!(list.contains("1,203 people"));
}

#[tokio::test]
async fn a_chart_that_cannot_be_drawn_gives_the_reason_that_holds() {
    let (_folder, site) = site().await;
    for (chart, why) in [
        ("map", "in which region its hospitals lie"),
        ("spread", "only one period with values"),
        ("places", "has a range of places"),
    ] {
        let page = site.get(&format!("/embed/en/{chart}?measure=made-far")).await;
        assert_eq!(page.status, 404, "{chart}");
        let told = page.text();
        assert!(told.contains(why), "{chart}: {told}");
        assert!(!told.contains("needs published counts"), "{chart}");
    }
}
