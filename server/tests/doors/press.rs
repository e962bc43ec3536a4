//! Do the pages for newsrooms give only sentences that can be printed as they stand, and do they lead where they say?

use crate::demo::Site;

#[tokio::test]
async fn a_difference_between_hospitals_of_all_roles_is_not_printed_unless_adjusted() {
    let site = Site::demonstration().await;
    let crude = site.get("/ja/press/measures/demo-deaths-in-hospital").await.text();
    assert!(!crude.contains("高い病院は") && crude.contains("病院の役割や患者さんのちがい"), "not over all roles");
    let process = site.get("/ja/press/measures/demo-nutrition-assessment").await.text();
    assert!(!process.contains("高い病院は") && process.contains("病院の役割や患者さんのちがいも"));
    let page = site.get("/ja/measures/demo-nutrition-assessment").await.text();
    assert!(page.contains("や患者さんのちがいも入っています"), "the page of the measure says so, too");
    let adjusted = site.get("/ja/press/measures/demo-readmission").await.text();
    assert!(!adjusted.contains("病院の役割や患者さんのちがい"));
}

#[tokio::test]
async fn a_measure_leads_to_sentences_of_prefectures_only_where_there_are_some() {
    let site = Site::demonstration().await;
    let with = site.get("/en/press/measures/demo-falls").await.text();
    assert!(with.contains("/en/press/regions/JP-42#demo-falls"));
    let count = site.get("/en/press/measures/demo-deliveries").await.text();
    assert!(!count.contains("/en/press/regions/"));
}

#[tokio::test]
async fn a_sentence_of_a_prefecture_carries_every_caveat_of_its_value() {
    let site = Site::demonstration().await;
    let html = site.get("/en/press/regions/JP-42").await.text();
    let said = html.split("id=\"demo-hand-hygiene\"").nth(1).unwrap().split("</li>").next().unwrap();
    for caveat in ["The range covers chance alone", "in 1,000 moments", "only hospitals that took part"] {
        assert!(said.contains(caveat), "{caveat}: {said}");
    }
    assert!(html.contains("table<span class=\"ms-hidden\"> (Falls in hospital)</span>"), "links are told apart");
}

/// What may be written about a measure.
fn may(html: &str) -> String {
    let from = html.split("id=\"may\"").nth(1).unwrap();
    from.split("id=\"may-not\"").next().unwrap().to_owned()
}

#[tokio::test]
async fn what_may_be_written_follows_from_what_the_release_can_tell() {
    let site = Site::demonstration().await;
    let adjusted = may(&site.get("/en/press/measures/demo-readmission").await.text());
    assert!(adjusted.contains("more than chance and the usual spread") && adjusted.contains("together with its range"));
    let count = may(&site.get("/en/press/measures/demo-deliveries").await.text());
    assert!(count.contains("Its range is not known"), "{count}");
    for never in ["more than chance", "together with its range", "cannot be told apart"] {
        assert!(!count.contains(never), "{never}: {count}");
    }
}

#[tokio::test]
async fn every_sentence_that_can_be_copied_ends_with_its_source_the_site_and_the_release() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    for (address, site_named) in [
        ("/en/press/measures/demo-readmission", format!("Monosashi, release {release})")),
        ("/en/press/regions/JP-42", format!("Monosashi, release {release})")),
        ("/ja/press/measures/demo-readmission", format!("ものさし、版 {release}）")),
    ] {
        let html = site.get(address).await.text();
        let said: Vec<&str> =
            html.split("<p id=\"say-").skip(1).map(|part| part.split("</p>").next().unwrap()).collect();
        assert!(!said.is_empty(), "{address}");
        for sentence in said {
            assert!(sentence.ends_with(&site_named), "{sentence}");
            assert!(sentence.contains("CC0"), "its licence: {sentence}");
            assert!(sentence.matches("CC0").count() == 1, "once: {sentence}");
        }
    }
    let builder = site.get("/en/charts?chart=funnel&measure=demo-falls").await.text();
    let inline = builder.split("id=\"copy-inline\"").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(inline.contains("CC0") && inline.contains("Monosashi, release"), "{inline}");
}

#[tokio::test]
async fn an_address_with_a_stroke_at_its_end_leads_to_the_page() {
    let site = Site::demonstration().await;
    let answer = site.get("/ja/about/?h=a").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (308, "/ja/about?h=a"));
    assert_eq!(site.get("/ja/nowhere/").await.status, 404);
}

/// The sentences that a page holds out.
fn ready(html: &str) -> Vec<String> {
    html.split("<p id=\"say-").skip(1).map(|part| part.split("</p>").next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_value_of_the_publisher_is_never_that_of_all_hospitals_together() {
    let site = Site::demonstration().await;
    let measure = "demo-heart-failure-readmission";
    let press = ready(&site.get(&format!("/en/press/measures/{measure}")).await.text());
    assert!(press[0].contains("the publisher's national value, 170 in 1,000 people."), "{press:?}");
    let html = site.get(&format!("/ja/measures/{measure}")).await.text();
    assert!(html.contains("公表元が示した全国の値は") && !html.contains("をあわせると"), "the page of the measure");
    let list = site.get("/en/measures").await.text();
    assert!(list.contains("The publisher's national value: 170 in 1,000 people"), "the list of measures");
    let hospital = site.get("/en/hospitals/demo-01010").await.text();
    let section = hospital.split(&format!("id=\"{measure}\"")).nth(1).unwrap().split("</article>").next().unwrap();
    assert!(section.contains("The publisher's national value: ") && !section.contains("together"), "{section}");
    assert!(section.contains("the publisher's national value</"), "with what it is compared: {section}");
    assert!(section.contains("The publisher's own verdict: “"), "beside ours: {section}");
    let ruler = site.get(&format!("/embed/ja/ruler.svg?measure={measure}&hospital=demo-01010")).await.text();
    assert!(ruler.contains("公表元の全国の値"), "the line of a drawing");
}

#[tokio::test]
async fn where_clinics_are_among_them_counts_are_told_by_role() {
    let site = Site::demonstration().await;
    let press = ready(&site.get("/ja/press/measures/demo-deliveries").await.text());
    assert!(press[0].contains("病院の役割ごとの真ん中の値は、") && press[0].contains("救命救急センター"), "{press:?}");
    assert!(press[0].contains("全国の病院と診療所379か所") && !press[0].contains("379院"), "{press:?}");
    let english = ready(&site.get("/en/press/measures/demo-deliveries").await.text());
    assert!(
        english[0].contains("the middle value by role") && english[0].contains("hospitals and clinics"),
        "{english:?}"
    );
    let html = site.get("/ja/measures/demo-deliveries").await.text();
    // the page explains words, the sentence is the same
    assert!(html.contains("病院の役割") && html.contains("の値は、大学病院・") && !html.contains("379院"));
    let only_hospitals = ready(&site.get("/ja/press/measures/demo-ambulances").await.text());
    assert!(only_hospitals[0].contains("574院の真ん中の値は"), "{only_hospitals:?}");
}

#[tokio::test]
async fn the_publishers_warning_goes_wherever_a_sentence_a_drawing_or_a_card_goes() {
    let site = Site::demonstration().await;
    let warning = "The publisher warns: Fictional data. A small distance from 1.0 cannot be told from chance.";
    let sentences = ready(&site.get("/en/press/measures/demo-stroke-deaths").await.text());
    assert!(sentences.iter().any(|said| said.contains("lie outside the usual spread")), "{sentences:?}");
    for said in sentences.iter().filter(|said| !said.contains("hospitals have no value")) {
        assert!(said.contains(warning), "{said}");
    }
    let query = "measure=demo-stroke-deaths&hospital=demo-01010";
    for chart in ["funnel", "ruler"] {
        let svg = site.get(&format!("/embed/en/{chart}.svg?{query}")).await.text();
        let told = svg.split("</desc>").next().unwrap();
        assert!(told.contains("The publisher warns: "), "{chart}");
    }
    for of in [query, "measure=demo-stroke-deaths"] {
        let card = site.get(&format!("/en/share/card?{of}")).await.text();
        assert!(card.contains("The publisher warns: "), "{of}");
    }
}

#[tokio::test]
async fn a_mean_says_why_it_has_no_range() {
    let site = Site::demonstration().await;
    let said = ready(&site.get("/ja/press/measures/demo-hip-fracture-stay").await.text());
    assert!(
        said[0].contains("病院の中でのばらつきが全部の病院については分からない")
            && !said[0].contains("公表されていません"),
        "{said:?}"
    );
}
