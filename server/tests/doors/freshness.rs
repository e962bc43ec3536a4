//! Is an answer kept exactly as long as it is right?

use crate::demo::{Site, data};
use server::http::{Clock, Senders};
use server::site::Letterbox;
use std::fs;
use std::io::Read;
use std::os::unix::fs::symlink;
use store::Desk;

const DOORS: [&str; 4] = ["/ja/", "/en/measures/demo-falls", "/api/v1/measures", "/api/v1/corrections.csv"];

#[tokio::test]
async fn a_known_answer_is_not_sent_again() {
    let site = Site::demonstration().await;
    for address in DOORS {
        let first = site.get(address).await;
        assert_eq!(first.status, 200, "{address}");
        let tag = first.header("etag").to_string();
        assert!(tag.starts_with("W/\""), "{address}");
        assert_eq!(first.header("cache-control"), "public, max-age=300, stale-while-revalidate=86400");
        for known in [tag.clone(), format!("\"other\", {tag}"), tag.trim_start_matches("W/").to_string()] {
            let again = site.ask("GET", address, &[("if-none-match", &known)]).await;
            assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{address} {known}");
            assert_eq!(again.header("etag"), tag);
            assert_eq!(again.header("cache-control"), first.header("cache-control"));
        }
        let other = site.ask("GET", address, &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status, 200);
        assert_eq!(other.body, first.body);
    }
}

/// The tag depends on address, program and releases alone: another process knows it before it asks the data.
#[tokio::test]
async fn a_tag_is_known_before_anything_is_asked() {
    let address = "/api/v1/measures?limit=3";
    let tag = Site::demonstration().await.get(address).await.header("etag").to_string();
    let other = Site::demonstration().await;
    let answer = other.ask("GET", address, &[("if-none-match", &tag)]).await;
    assert_eq!(answer.status, 304);
    assert_ne!(other.get("/api/v1/measures?limit=4").await.header("etag"), tag);
}

/// Replicas answer alike, whether they take letters or not; only the page of a form says which.
#[tokio::test]
async fn machines_with_and_without_letters_give_the_same_tags() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(&Desk::path_in(folder.path())).await.unwrap();
    let letterbox = Letterbox::open(desk, Clock::new(|| 0), Senders::Peer);
    let (takes, reads) = (Site::with_letterbox(&data(), letterbox).await, Site::demonstration().await);
    for address in DOORS.iter().chain(&["/ja/privacy", "/en/report/sent"]) {
        assert_eq!(takes.get(address).await.header("etag"), reads.get(address).await.header("etag"), "{address}");
    }
    for address in ["/ja/report", "/en/reply", "/ja/report?measure=demo-falls"] {
        let (open, closed) = (takes.get(address).await, reads.get(address).await);
        assert_ne!(open.header("etag"), closed.header("etag"), "{address}");
    }
}

#[tokio::test]
async fn compressed_or_not_it_is_the_same_answer() {
    let site = Site::demonstration().await;
    for address in DOORS {
        let plain = site.get(address).await;
        assert_eq!(plain.header("content-encoding"), "");
        for round in ["made", "kept"] {
            let zipped = site.ask("GET", address, &[("accept-encoding", "gzip")]).await;
            assert_eq!(zipped.header("content-encoding"), "gzip", "{address} {round}");
            let mut body = Vec::new();
            flate2::read::GzDecoder::new(zipped.body.as_slice()).read_to_end(&mut body).unwrap();
            assert_eq!(body, plain.body, "{address} {round}");
            assert!(zipped.body.len() * 2 < plain.body.len());
            let small = site.ask("GET", address, &[("accept-encoding", "gzip, br")]).await;
            assert_eq!(small.header("content-encoding"), "br");
            let mut body = Vec::new();
            brotli::Decompressor::new(small.body.as_slice(), 4096).read_to_end(&mut body).unwrap();
            assert_eq!(body, plain.body, "{address} {round}");
            assert_eq!(small.header("vary"), "Accept-Encoding");
            assert_eq!(small.header("etag"), plain.header("etag"));
        }
    }
}

#[tokio::test]
async fn a_head_has_the_headers_and_no_body() {
    let site = Site::demonstration().await;
    for address in DOORS {
        let whole = site.get(address).await;
        let head = site.ask("HEAD", address, &[]).await;
        assert_eq!((head.status, head.body.len()), (whole.status, 0));
        for name in ["etag", "content-type", "content-length", "cache-control"] {
            assert_eq!(head.header(name), whole.header(name), "{address} {name}");
        }
        assert_eq!(whole.header("content-length"), whole.body.len().to_string());
    }
}

#[tokio::test]
async fn what_is_pinned_never_changes_but_a_page_may_gain_a_notice() {
    let site = Site::demonstration().await;
    let (release, hospital) = site.ids().await;
    let policy = async |address: String| site.get(&address).await.header("cache-control").to_string();
    assert!(policy(format!("/api/v1/hospitals/{hospital}?release={release}")).await.contains("immutable"));
    assert!(policy(format!("/api/v1/measures.csv?release={release}")).await.contains("immutable"));
    assert!(!policy(format!("/ja/hospitals/{hospital}?release={release}")).await.contains("immutable"));
    assert!(!policy(format!("/api/v1/releases?release={release}")).await.contains("immutable"));
    assert_eq!(policy("/api/v1/hospitals/nobody".to_string()).await, "public, max-age=60");
    assert_eq!(policy("/healthz".to_string()).await, "no-store");
}

#[tokio::test]
async fn other_sites_may_read_the_data_and_nothing_else() {
    let site = Site::demonstration().await;
    let answer = site.get("/api/v1/measures").await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let refused = site.get("/api/v1/hospitals?nonsense=1").await;
    assert_eq!(refused.header("access-control-allow-origin"), "*");
    let asked = site.ask("OPTIONS", "/api/v1/measures", &[("origin", "https://example.org")]).await;
    assert_eq!((asked.status.as_u16(), asked.header("access-control-allow-origin")), (204, "*"));
    let page = site.get("/ja/").await;
    assert_eq!(page.header("access-control-allow-origin"), "");
    assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
}

#[tokio::test]
async fn an_address_without_end_is_refused() {
    let site = Site::demonstration().await;
    let answer = site.get(&format!("/api/v1/hospitals?q={}", "a".repeat(5000))).await;
    assert_eq!(answer.status, 414);
}

#[tokio::test]
async fn a_new_release_is_noticed_and_the_old_bodies_are_forgotten() {
    let (source, copy) = (data().join("releases"), tempfile::tempdir().unwrap());
    let folder = copy.path().join("releases");
    fs::create_dir(&folder).unwrap();
    let mut names: Vec<_> = fs::read_dir(&source).unwrap().flatten().map(|e| e.file_name()).collect();
    names.retain(|name| name.to_string_lossy().ends_with(".sqlite"));
    names.sort();
    let publish = |name: &std::ffi::OsStr| {
        symlink(source.join(name), folder.join(name)).unwrap();
        symlink(name, folder.join("draft")).unwrap();
        fs::rename(folder.join("draft"), folder.join("current")).unwrap();
    };
    publish(&names[0]);
    let site = Site::of(copy.path()).await;
    let address = "/api/v1/releases";
    let before = site.get(address).await;
    assert_eq!(before.json()["meta"]["total"], 1);
    publish(&names[1]);
    site.edition.refresh().await.unwrap();
    let after = site.ask("GET", address, &[("if-none-match", before.header("etag"))]).await;
    assert_eq!(after.status, 200);
    assert_eq!(after.json()["meta"]["total"], 2);
    assert_ne!(after.json()["meta"]["release"], before.json()["meta"]["release"]);
}

#[tokio::test]
async fn a_current_that_names_no_release_leaves_the_one_before_or_says_that_none_is_there() {
    let (source, copy) = (data().join("releases"), tempfile::tempdir().unwrap());
    let folder = copy.path().join("releases");
    fs::create_dir(&folder).unwrap();
    let names = fs::read_dir(&source).unwrap().flatten().map(|e| e.file_name().to_string_lossy().into_owned());
    let name = names.filter(|name| name.ends_with(".sqlite")).min().unwrap();
    symlink(source.join(&name), folder.join(&name)).unwrap();
    let point_at = |name: &str| {
        symlink(name, folder.join("draft")).unwrap();
        fs::rename(folder.join("draft"), folder.join("current")).unwrap();
    };
    point_at(&name);
    let site = Site::of(copy.path()).await;
    point_at("2099-01-01-gone.sqlite");
    assert!(site.edition.refresh().await.unwrap_err().to_string().contains("2099-01-01-gone"));
    assert_eq!(site.get("/api/v1/measures").await.status, 200);
    let begun = Site::of(copy.path()).await;
    let answer = begun.get("/api/v1/measures").await;
    assert_eq!(
        (answer.status.as_u16(), answer.json()["type"].as_str()),
        (503, Some("urn:monosashi:problem:no-release"))
    );
    let pinned = format!("/api/v1/measures?release={}", name.trim_end_matches(".sqlite"));
    assert_eq!(begun.get(&pinned).await.status, 200, "what is named is served");
    fs::remove_file(folder.join("current")).unwrap();
    assert!(site.edition.refresh().await.is_err());
    assert_eq!(site.get("/api/v1/measures").await.status, 200);
}
