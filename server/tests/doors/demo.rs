//! Where does a test find the demonstration releases, and how does it ask a door?
//!
//! They are made once per build of the program by `monosashi demo` itself, and kept for the next run.

use app::site::Origin;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use reports::Reports;
use server::browser_half::BrowserHalf;
use server::http::Edition;
use server::router::{Gates, router_with};
use server::site::Letterbox;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;
use tower::ServiceExt;

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_monosashi");

/// The data folder of the demonstration; nobody writes into it.
pub fn data() -> PathBuf {
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demonstration");
    fs::create_dir_all(&base).unwrap();
    let lock = File::create(base.join("lock")).unwrap();
    lock.lock().unwrap();
    let made_by = fs::metadata(PROGRAM).unwrap();
    let since = made_by.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
    let folder = base.join(format!("{}-{}", made_by.len(), since.as_nanos()));
    if !folder.exists() {
        for entry in fs::read_dir(&base).unwrap().flatten().filter(|e| e.path().is_dir()) {
            fs::remove_dir_all(entry.path()).unwrap();
        }
        let draft = base.join("draft");
        let made = Command::new(PROGRAM).arg("--data").arg(&draft).arg("demo").output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        fs::rename(draft, &folder).unwrap();
    }
    folder
}

/// All doors of a data folder, without a socket.
#[derive(Clone)]
pub struct Site {
    pub reports: Reports,
    pub edition: Edition,
    pub letterbox: Letterbox,
    router: Router,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Site {
    pub async fn demonstration() -> Self {
        Self::of(&data()).await
    }

    pub async fn of(data: &Path) -> Self {
        let reports = Reports::open(data).await.unwrap();
        let edition =
            Edition::new(reports.clone(), BrowserHalf::in_folder(Path::new("no-browser-half")), Origin::default());
        let router = server::router::router(reports.clone(), edition.clone());
        Self { reports, edition, router, letterbox: Letterbox::default() }
    }

    /// The same with a place for letters.
    pub async fn with_letterbox(data: &Path, letterbox: Letterbox) -> Self {
        let reports = Reports::open(data).await.unwrap();
        let edition =
            Edition::new(reports.clone(), BrowserHalf::in_folder(Path::new("no-browser-half")), Origin::default());
        let edition = edition.with_forms(letterbox.forms());
        let gates = Gates { toll: None, letterbox: letterbox.clone() };
        let router = router_with(reports.clone(), edition.clone(), gates);
        Self { reports, edition, router, letterbox }
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.ask("GET", address, &[]).await
    }

    /// The JSON of an address that must answer.
    pub async fn json(&self, address: &str) -> serde_json::Value {
        let answer = self.get(address).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
        answer.json()
    }

    pub async fn ask(&self, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(method, address, headers, "").await
    }

    pub async fn send(&self, method: &str, address: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// The newest release and a hospital with figures.
    pub async fn ids(&self) -> (String, String) {
        let hospitals = self.json("/api/v1/hospitals?limit=50").await;
        let rows = hospitals["hospitals"].as_array().unwrap();
        let furnished = rows.iter().max_by_key(|row| row["reported_measures"].as_u64()).unwrap();
        (hospitals["meta"]["release"].as_str().unwrap().to_string(), furnished["id"].as_str().unwrap().to_string())
    }
}
