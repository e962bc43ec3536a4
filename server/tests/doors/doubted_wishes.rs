//! Is a wish left open, and not denied, where a printed 0 contradicts what else is published of a hospital?

use crate::demo::Site;
use crate::package::{publish, tables};
use domain::view_spec::{Key, ViewSpec};
use reports::model::WishAnswer;

const MANIFEST: &str = r#"{"name": "wishes", "title": "架空の救急", "created": "2025-06-01T00:00:00Z", "fictional": true,
    "resources": [{"name": "hospitals", "path": "hospitals.csv"}, {"name": "measures", "path": "measures.csv"},
    {"name": "observations", "path": "observations.csv"}, {"name": "context", "path": "context.csv"}]}"#;
const HOSPITALS: &str = "id,name,country,region_code,municipality\n\
    jp-takes,架空第一病院,JP,15,架空市\njp-none,架空第二病院,JP,15,架空市\njp-centre,架空第三病院,JP,15,架空市\n";
const CONTEXT: &str = "hospital_id,key,value\n\
    jp-takes,beds_total,200\njp-none,beds_total,200\njp-centre,beds_total,200\njp-centre,emergency_level,3\n";
const MEASURES: &str = "id,name_ja,name_en,kind,direction,topic,measure_type\n\
    jp-bed-ambulances,救急車,Ambulances,count,neutral,access,structure\n\
    jp-bed-doctors-per-100-beds,医師,Doctors,mean,neutral,access,structure\n";
const OBSERVATIONS: &str = "hospital_id,measure_id,period_start,period_end,value,status,raw\n\
    jp-takes,jp-bed-ambulances,2024-04-01,2025-03-31,500,reported,500\n\
    jp-none,jp-bed-ambulances,2024-04-01,2025-03-31,0,reported,0\n\
    jp-centre,jp-bed-ambulances,2024-04-01,2025-03-31,0,reported,0\n\
    jp-takes,jp-bed-doctors-per-100-beds,2024-04-01,2025-03-31,0,reported,0\n\
    jp-none,jp-bed-doctors-per-100-beds,2024-04-01,2025-03-31,0,reported,0\n\
    jp-centre,jp-bed-doctors-per-100-beds,2024-04-01,2025-03-31,20,reported,20\n";

#[tokio::test]
async fn a_zero_that_contradicts_a_designation_or_a_count_leaves_the_wish_open() {
    let folder = tempfile::tempdir().unwrap();
    let (package, data) = (folder.path().join("wishes"), folder.path().join("data"));
    tables(
        &package,
        &[
            ("datapackage.json", MANIFEST),
            ("hospitals.csv", HOSPITALS),
            ("context.csv", CONTEXT),
            ("measures.csv", MEASURES),
            ("observations.csv", OBSERVATIONS),
        ],
    );
    publish(&data, &package);
    let site = Site::of(&data).await;
    let view = ViewSpec::parse_query("region=JP-15&wish=ambulances,doctors", &[Key::Region, Key::Wishes]).unwrap();
    let rows = site.reports.priorities(&view).await.unwrap().wishes.rows;
    let told = |id: &str| {
        let row = rows.iter().find(|row| row.card.hospital.id.as_str() == id).unwrap();
        let words = row.answers.iter().map(|(_, answer)| match answer {
            WishAnswer::Counted(..) | WishAnswer::Holds => "yes",
            WishAnswer::NotKnown => "open",
            WishAnswer::DoesNot => "no",
            WishAnswer::Less(..) | WishAnswer::TooSmall(_) => "less",
        });
        words.collect::<Vec<_>>()
    };
    assert_eq!(told("jp-takes"), ["yes", "open"], "whoever takes ambulances has doctors");
    assert_eq!(told("jp-none"), ["no", "no"]);
    assert_eq!(told("jp-centre"), ["open", "yes"], "an emergency centre that takes no ambulance");
}
