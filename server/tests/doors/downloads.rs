//! Can a whole release be taken away, with the same figures as everywhere else and in constant memory?

use crate::demo::Site;
use crate::package::{publish, said, write};
use axum::body::{Body, HttpBody as _};
use axum::http::Request;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use tower::ServiceExt;

type Row = BTreeMap<String, String>;

fn rows(csv: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(csv);
    let columns = reader.headers().unwrap().clone();
    let cells = |record: csv::StringRecord| {
        columns.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect::<Row>()
    };
    reader.records().map(|record| cells(record.unwrap())).collect()
}

#[tokio::test]
async fn the_table_of_a_measure_holds_exactly_what_the_api_answers() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let address = format!("/data/{release}/measures/demo-cancer-operations.csv");
    let answer = site.get(&address).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (200, "text/csv; charset=utf-8; header=present")
    );
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(
        answer
            .header("content-disposition")
            .contains(&format!("fictional-monosashi-demo-cancer-operations-{release}.csv"))
    );
    let mut whole = rows(&answer.body);
    for row in &mut whole {
        // the table leaves alone, so it says besides of which measure it is
        assert_eq!(row.remove("measure_id").unwrap(), "demo-cancer-operations");
        row.remove("definition_version").unwrap();
    }
    let measure = site.json(&format!("/api/v1/measures/demo-cancer-operations?release={release}")).await;
    let periods = measure["measure"]["periods"].as_array().unwrap().clone();
    assert!(periods.len() > 1, "{periods:?}");
    let mut strata: Vec<String> = whole.iter().map(|row| row["stratum"].clone()).collect();
    strata.sort();
    strata.dedup();
    assert!(strata.len() > 1, "{strata:?}");
    let period = |row: &Row| format!("{}/{}", row["period_start"], row["period_end"]);
    let newest = period(&whole[0]);
    for stratum in &strata {
        let asked = format!(
            "/api/v1/measures/demo-cancer-operations/values.csv?release={release}&period={newest}&stratum={stratum}&limit=1000"
        );
        let mut expected = Vec::new();
        for cursor in [0, 1000] {
            expected.extend(rows(&site.get(&format!("{asked}&cursor={cursor}")).await.body));
        }
        let own: Vec<Row> = whole.extract_if(.., |row| &row["stratum"] == stratum && period(row) == newest).collect();
        assert_eq!(own, expected, "{stratum}");
    }
    assert!(!whole.is_empty(), "older periods are there too");
}

#[tokio::test]
async fn years_put_together_stand_in_the_table_and_say_so() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let mut seen = false;
    for measure in
        ["demo-ami-mortality-30", "demo-falls", "demo-childbirth-complications", "demo-cancer-surgery-complications"]
    {
        let answer = site.get(&format!("/data/{release}/measures/{measure}.csv")).await;
        if answer.status != 200 {
            continue;
        }
        let all = rows(&answer.body);
        let keys: std::collections::BTreeSet<_> = all
            .iter()
            .map(|r| (&r["hospital_id"], &r["period_start"], &r["period_end"], &r["stratum"], &r["pooled"]))
            .collect();
        assert_eq!(keys.len(), all.len(), "the key of the description is none: {measure}");
        let together = all.iter().filter(|row| row["pooled"] == "true").count();
        let named = all.iter().filter(|row| row["pooled"] == "false" && !row["judged_over_start"].is_empty()).count();
        assert_eq!(together, named, "{measure}");
        seen |= together > 0;
    }
    assert!(seen, "no measure of the demonstration has years put together");
}

#[tokio::test]
async fn a_spreadsheet_gets_a_mark_and_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = write(folder.path(), 4);
    let hospitals = fs::read_to_string(package.join("hospitals.csv")).unwrap();
    let hostile = hospitals
        .replace("架空第0病院", "\"=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"")
        .replace("架空第1病院", "@SUM(1)");
    fs::write(package.join("hospitals.csv"), hostile).unwrap();
    publish(&data, &package);
    let site = Site::of(&data).await;
    let excel = site.get("/data/latest/measures/made-readmission.excel.csv").await;
    assert!(excel.body.starts_with(b"\xEF\xBB\xBFhospital_id,"));
    let text = excel.text();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let told = rows(&excel.body[3..]);
    let plain = rows(&site.get("/data/latest/measures/made-readmission.csv").await.body);
    assert!(plain.iter().any(|row| row["hospital_name"].starts_with("=HYPERLINK")));
    for (row, as_it_is) in told.iter().zip(&plain) {
        for (column, cell) in row {
            let original = &as_it_is[column];
            let number = original.parse::<f64>().is_ok();
            assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{column}: {cell}");
            assert!(cell == original || *cell == format!("'{original}"), "{column}: {cell}");
            assert!(!number || cell == original, "{column}: {cell}");
        }
    }
    assert_eq!((told.len(), plain.len()), (20, 20));
    let japanese = site.get("/data/latest/measures/made-readmission.excel.ja.csv").await;
    assert!(japanese.header("content-disposition").contains("made-readmission-"));
    let (head, rest) = japanese.text().split_once("\r\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert!(head.starts_with("\u{feff}病院の番号,病院名,市区町村,"));
    assert_eq!(rest.matches("\r\n").count(), text.matches("\r\n").count() - 1, "as many rows");
    let (english, japanese) = (told[0].keys().cloned().collect::<Vec<_>>(), head.split(',').collect::<Vec<_>>());
    assert!(english.contains(&"caveats_text_en".to_owned()) && !english.contains(&"caveats_text_ja".to_owned()));
    assert!(japanese.contains(&"注意の説明") && !japanese.contains(&"注意の説明（英語）"));
    assert!(english.contains(&"replies_text_ja".to_owned()), "what a hospital wrote is not left out");
    let page = site.get("/ja/measures/made-readmission").await.text();
    assert!(page.contains("made-readmission.excel.ja.csv"));
}

#[tokio::test]
async fn the_file_of_a_release_leaves_in_pieces_and_goes_on_where_it_was_cut() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let address = format!("/data/{release}/monosashi-{release}.sqlite");
    let file = fs::read(site.reports.release_file(&Default::default()).unwrap()).unwrap();
    let request = Request::get(&address).body(Body::empty()).unwrap();
    let response = server::router::router(site.reports.clone(), site.edition.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-length"], file.len().to_string());
    let (mut read, mut largest, mut body) = (0, 0, response.into_body());
    while let Some(piece) = std::future::poll_fn(|cx| std::pin::Pin::new(&mut body).poll_frame(cx)).await {
        let piece = piece.unwrap().into_data().unwrap();
        assert!(file[read..].starts_with(&piece));
        read += piece.len();
        largest = largest.max(piece.len());
    }
    assert_eq!(read, file.len());
    assert!(largest <= 128 * 1024 && file.len() > 100 * largest, "{largest} of {}", file.len());
    let whole = site.ask("HEAD", &address, &[]).await;
    assert_eq!((whole.header("accept-ranges"), whole.body.len()), ("bytes", 0));
    let tag = whole.header("etag").to_owned();
    let rest = site.ask("GET", &address, &[("range", "bytes=1000-1099"), ("if-range", &tag)]).await;
    assert_eq!((rest.status.as_u16(), &rest.body[..]), (206, &file[1000..1100]));
    assert_eq!(rest.header("content-range"), format!("bytes 1000-1099/{}", file.len()));
    assert_eq!(site.ask("GET", &address, &[("range", "bytes=999999999999-")]).await.status, 416);
    let known = site.ask("GET", &address, &[("if-none-match", &tag)]).await;
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    let latest = site.ask("HEAD", "/data/latest/monosashi-latest.sqlite", &[]).await;
    assert_eq!(latest.header("cache-control"), "public, max-age=300, stale-while-revalidate=86400");
}

#[tokio::test]
async fn a_table_is_made_while_it_leaves() {
    let site = Site::demonstration().await;
    let address = "/data/latest/measures/demo-deaths-in-hospital.csv";
    let ask =
        |coding: &'static str| Request::get(address).header("accept-encoding", coding).body(Body::empty()).unwrap();
    let router = || server::router::router(site.reports.clone(), site.edition.clone());
    let head = site.ask("HEAD", address, &[]).await;
    assert_eq!((head.header("content-length"), head.body.len()), ("", 0), "nobody knows how long it will be");
    let mut pieces = Vec::new();
    let mut body = router().oneshot(ask("identity")).await.unwrap().into_body();
    while let Some(piece) = std::future::poll_fn(|cx| std::pin::Pin::new(&mut body).poll_frame(cx)).await {
        pieces.push(piece.unwrap().into_data().unwrap());
    }
    let whole: usize = pieces.iter().map(|piece| piece.len()).sum();
    let largest = pieces.iter().map(|piece| piece.len()).max().unwrap();
    assert!(pieces.len() >= 10 && largest * 5 < whole, "{} pieces, {largest} of {whole}", pieces.len());
    let response = router().oneshot(ask("gzip, br")).await.unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
    let small = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    assert!(small.len() * 5 < whole, "{} of {whole}", small.len());
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut text).unwrap();
    assert_eq!(text, pieces.concat());
}

#[tokio::test]
async fn so_many_tables_are_made_at_once_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    publish(&data, &write(folder.path(), 3));
    let site = Site::of(&data).await;
    let router = server::router::router(site.reports.clone(), site.edition.clone());
    let ask = || {
        let request = Request::get("/data/latest/measures/made-readmission.csv").body(Body::empty()).unwrap();
        router.clone().oneshot(request)
    };
    let mut held = Vec::new();
    for _ in 0..64 {
        held.push(ask().await.unwrap());
    }
    assert!(held.iter().all(|answer| answer.status() == 200));
    let refused = ask().await.unwrap();
    assert_eq!((refused.status().as_u16(), &refused.headers()["retry-after"]), (503, &"5".parse().unwrap()));
    held.pop();
    assert_eq!(ask().await.unwrap().status(), 200, "a reader who goes makes room");
}

#[tokio::test]
async fn the_package_imports_back_and_only_one_is_made_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let (data, again) = (folder.path().join("data"), folder.path().join("again"));
    publish(&data, &write(folder.path(), 30));
    publish(&data, &write(folder.path(), 31));
    let site = Site::of(&data).await;
    let list = site.json("/api/v1/releases").await;
    let ids: Vec<&str> = list["releases"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    let addresses = [format!("/data/{}/package.zip", ids[0]), format!("/data/{}/package.zip", ids[1])];
    let (one, other) = tokio::join!(site.get(&addresses[0]), site.get(&addresses[1]));
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (200, 503));
    assert_eq!((other.header("retry-after"), other.header("cache-control")), ("5", "no-store"));
    assert!(other.json()["detail_ja"].as_str().unwrap().contains("数秒後"));
    let other = site.get(&addresses[1]).await;
    assert_eq!((other.status.as_u16(), other.header("content-type")), (200, "application/zip"));
    assert_eq!(site.get(&addresses[0]).await.body, one.body);
    let (zip, exported) = (folder.path().join("taken.zip"), folder.path().join("exported"));
    let newest = site.get("/data/latest/package.zip").await.body;
    fs::write(&zip, &newest).unwrap();
    publish(&again, &zip);
    for (from, to) in [(&data, "first"), (&again, "second")] {
        let (code, out, err) = said(from, &["export", exported.join(to).to_str().unwrap()]);
        assert_eq!(code, 0, "{out}{err}");
    }
    for file in fs::read_dir(exported.join("first")).unwrap().flatten().map(|e| e.file_name()) {
        let [before, after] = ["first", "second"].map(|of| fs::read(exported.join(of).join(&file)).unwrap());
        assert!(before == after || file == "datapackage.json", "{}", file.display());
    }
}

#[tokio::test]
async fn descriptions_name_every_table_with_its_terms() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    let answer = site.get(&format!("/data/{release}/datapackage.json")).await;
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    let package = answer.json();
    assert_eq!((&package["fictional"], &package["version"]), (&true.into(), &release.clone().into()));
    assert_eq!(package["licenses"][0]["name"], "CC0-1.0");
    // whoever has the file can prove that it is the one
    let file = site.get(&format!("/data/{release}/monosashi-{release}.sqlite")).await.body;
    let digest: String = Sha256::digest(&file).iter().map(|byte| format!("{byte:02x}")).collect();
    let told = &package["release_file"];
    assert_eq!((&told["bytes"], &told["hash"]), (&file.len().into(), &format!("sha256:{digest}").into()));
    let measures = site.json("/api/v1/measures?limit=1000").await;
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), measures["measures"].as_array().unwrap().len());
    let path = resources[0]["path"].as_str().unwrap();
    let table = site.get(&format!("/data/{release}/{path}")).await;
    let header = table.text().lines().next().unwrap().to_owned();
    let fields: Vec<&str> =
        resources[0]["schema"]["fields"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
    assert_eq!(header, fields.join(","));
    // what a publisher warns of goes wherever its values go
    let warning = measures["measures"][0]["owner_warning_en"].as_str().unwrap();
    assert_eq!(measures["measures"][0]["id"], resources[0]["name"]);
    assert!(resources[0]["description"].as_str().unwrap().ends_with(warning));
    let catalogue = site.get(&format!("/data/{release}/catalog.jsonld")).await;
    assert_eq!(catalogue.header("content-type"), "application/ld+json; charset=utf-8");
    let datasets = catalogue.json()["dcat:dataset"].as_array().unwrap().clone();
    assert_eq!(datasets.len(), resources.len() + 1);
    assert_eq!(datasets[0]["dcat:distribution"][0]["spdx:checksum"]["spdx:checksumValue"]["@value"], digest);
    assert!(datasets[1]["dct:description"][1]["@value"].as_str().unwrap().ends_with(warning));
    for dataset in datasets.iter().take(3) {
        for file in dataset["dcat:distribution"].as_array().unwrap() {
            let url = file["dcat:downloadURL"]["@id"].as_str().unwrap();
            let head = site.ask("HEAD", url.strip_prefix("http://127.0.0.1:3000").unwrap(), &[]).await;
            assert_eq!(head.status, 200, "{url}");
        }
    }
}

#[tokio::test]
async fn a_source_without_terms_is_named_and_no_licence_covers_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let package = write(folder.path(), 4);
    let manifest = fs::read_to_string(package.join("datapackage.json")).unwrap();
    let with_sources = manifest
        .replace("\"observations.csv\"}", "\"observations.csv\"}, {\"name\": \"sources\", \"path\": \"sources.csv\"}");
    fs::write(package.join("datapackage.json"), with_sources).unwrap();
    fs::write(package.join("sources.csv"), "id,title_en,licence\nopen,Open table,CC0-1.0\nclosed,Closed table,\n")
        .unwrap();
    let values = fs::read_to_string(package.join("observations.csv")).unwrap();
    let values: Vec<String> = values
        .lines()
        .enumerate()
        .map(|(at, line)| match (at, line.contains("made-falls")) {
            (0, _) => format!("{line},source_id"),
            // a measure without any value has no source
            (_, true) => format!("{},open", line.replace(",,,,too_few,-", ",1,100,0.01,reported,0.01")),
            (_, false) => format!("{line},closed"),
        })
        .collect();
    fs::write(package.join("observations.csv"), values.join("\n")).unwrap();
    publish(&data, &package);
    let site = Site::of(&data).await;
    let exported = folder.path().join("exported");
    assert_eq!(said(&data, &["export", exported.to_str().unwrap()]).0, 0);
    let manifest = fs::read(exported.join("datapackage.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    for resource in manifest["resources"].as_array().unwrap() {
        let licences = resource["licenses"].as_array().unwrap();
        assert!(licences.iter().any(|licence| licence["name"] == "notspecified"), "{resource}");
    }
    let whole = site.json("/data/latest/datapackage.json").await;
    assert!(whole["licenses"].is_null() && whole["rights"].as_str().unwrap().starts_with("closed: no licence stated"));
    let resource = |id: &str| whole["resources"].as_array().unwrap().iter().find(|r| r["name"] == id).unwrap().clone();
    assert_eq!(resource("made-falls")["licenses"][0]["name"], "CC0-1.0");
    let closed = resource("made-readmission");
    assert!(closed["licenses"].is_null() && closed["rights"].as_str().unwrap().contains("not to be handed on"));
    let catalogue = site.json("/data/latest/catalog.jsonld").await;
    assert!(catalogue["dcat:dataset"][0]["dct:license"].as_array().unwrap().is_empty());
    assert!(catalogue["dcat:dataset"][0]["dct:rights"][0].as_str().unwrap().starts_with("closed"));
    let page = site.get("/en/data").await.text();
    assert!(page.contains("Ask whoever made the tables before you publish or hand them on."));
    assert!(page.contains("no hospital has a range of places"));
}

#[tokio::test]
async fn hostile_addresses_get_nothing() {
    let site = Site::demonstration().await;
    let (release, _) = site.ids().await;
    for (address, status) in [
        ("/data/..%2f..%2fetc/package.zip".to_owned(), 404),
        ("/data/%2e%2e/monosashi-%2e%2e.sqlite".to_owned(), 404),
        ("/data/current/monosashi-current.sqlite".to_owned(), 404),
        ("/data/%ff/package.zip".to_owned(), 404),
        ("/data/%00/package.zip".to_owned(), 404),
        (format!("/data/{release}/monosashi-..%2f{release}.sqlite"), 404),
        (format!("/data/{release}/{release}.sqlite"), 404),
        (format!("/data/{release}/measures/..%2f..%2f..%2fetc%2fpasswd.csv"), 404),
        (format!("/data/{release}/measures/demo-falls%0d%0aSet-Cookie:%20a=b.csv"), 404),
        (format!("/data/{release}/measures/demo-falls.xlsx"), 404),
        (format!("/data/{release}/measures/demo-nothing.csv"), 404),
        (format!("/data/{release}/measures/.csv"), 404),
        (format!("/data/{release}/measures/demo-falls.csv?limit=1"), 400),
        (format!("/data/{release}%0d%0aX:1/package.zip"), 404),
    ] {
        let answer = site.get(&address).await;
        assert_eq!(answer.status, status, "{address}: {}", answer.text());
        assert!(answer.header("set-cookie").is_empty() && !answer.text().contains("root:"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
    }
    let refused = site.ask("POST", &format!("/data/{release}/package.zip"), &[]).await;
    assert_eq!((refused.status.as_u16(), refused.header("allow")), (405, "GET, HEAD"));
    let asked = site.ask("OPTIONS", &format!("/data/{release}/package.zip"), &[("origin", "https://a.example")]).await;
    assert_eq!((asked.status.as_u16(), asked.header("access-control-allow-origin")), (204, "*"));
}
