//! Does a letter reach the desk whole, and is everything turned away that should not?

use crate::demo::{Answer, Site, data};
use server::http::{Clock, Senders};
use server::site::Letterbox;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::Desk;
use store::desk::Letters;
use store::rows::{DecisionRow, LetterRow};

/// 10 June 2025, nine in the morning in Japan.
const NOW: i64 = 1_749_513_600;
const OURS: &[(&str, &str)] =
    &[("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];

struct Served {
    site: Site,
    desk: Desk,
    now: Arc<AtomicI64>,
    /// Query that names a value which stands on a page.
    value: String,
}

impl Served {
    async fn of(folder: &Path) -> Self {
        let desk = Desk::open(&Desk::path_in(folder)).await.unwrap();
        let now = Arc::new(AtomicI64::new(NOW));
        let read = Arc::clone(&now);
        let clock = Clock::new(move || read.load(Ordering::Relaxed));
        let letterbox = Letterbox::open(desk.clone(), clock, Senders::Forwarded);
        let site = Site::with_letterbox(&data(), letterbox).await;
        let (_, hospital) = site.ids().await;
        let value = format!("measure=demo-falls&hospital={hospital}");
        Self { site, desk, now, value }
    }

    async fn report(&self, fields: &[(&str, &str)]) -> Answer {
        self.site.send("POST", &format!("/ja/report?{}", self.value), OURS, &encoded(fields)).await
    }

    async fn letters(&self) -> Vec<LetterRow> {
        self.desk.letters(Letters::All).await.unwrap()
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    form.finish()
}

#[tokio::test]
async fn a_report_is_kept_with_the_value_it_speaks_of_and_its_sender_is_thanked() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let page = served.site.get(&format!("/ja/report?{}", served.value)).await;
    assert_eq!(page.status, 200, "{}", page.text());
    for part in ["method=\"post\"", "いま載っている値", "出典：", "name=\"should_be\"", "name=\"stands_at\""]
    {
        assert!(page.text().contains(part), "{part}");
    }
    let fields = [
        ("text", "資料では3人です。\r\n<script>alert(1)</script>"),
        ("should_be", "0.003"),
        ("stands_at", "表2、5行目"),
    ];
    let answer = served.report(&fields).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("set-cookie").is_empty());
    let thanks = answer.text();
    for part in [
        "届きました",
        "受付番号 1",
        "2025年6月10日に届きました",
        "資料では3人です。\n&lt;script&gt;alert(1)&lt;/script&gt;",
        "表2、5行目",
    ] {
        assert!(thanks.contains(part), "{part}: {thanks}");
    }
    assert!(!thanks.contains("<script>alert") && !thanks.contains("約束"), "nothing is promised that nobody promised");
    let kept = served.letters().await.swap_remove(0);
    assert_eq!((kept.kind.as_str(), kept.received.as_str()), ("error", "2025-06-10"));
    assert_eq!(kept.text_ja, "資料では3人です。\n<script>alert(1)</script>");
    assert_eq!((kept.measure_id.as_str(), kept.stands_at.as_str()), ("demo-falls", "表2、5行目"));
    assert!(!kept.was.is_empty() && !kept.period_end.is_empty() && !kept.release_id.is_empty());
    let bytes = std::fs::read(folder.path().join("desk.sqlite-wal")).unwrap();
    assert!(!bytes.windows(9).any(|part| part == b"192.0.2.1"), "no address of a sender is kept");
}

#[tokio::test]
async fn a_form_with_faults_comes_back_with_what_was_typed_and_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let long = format!("</textarea><script>alert(1)</script>{}", "長".repeat(400));
    let fields =
        [("kind", "correction"), ("text", long.as_str()), ("contact", "<b>someone</b>"), ("should_be", "\"5\"")];
    let address = format!("/en/reply?{}", served.value);
    let answer = served.site.send("POST", &address, OURS, &encoded(&fields)).await;
    assert_eq!(answer.status, 422);
    let page = answer.text();
    for part in [
        "id=\"faults\" tabindex=\"-1\"",
        "href=\"#text\"",
        "href=\"#stands_at\"",
        "href=\"#contact\"",
        "At most 400 characters; there are 436.",
        "aria-invalid=\"true\"",
        "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;長",
        "&lt;b&gt;someone&lt;/b&gt;",
        "value=\"&quot;5&quot;\"",
        "value=\"correction\" checked",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("<b>someone") && !page.contains("<script>alert") && !page.contains("href=\"#should_be\""));
    assert!(served.letters().await.is_empty());
}

#[tokio::test]
async fn what_is_no_letter_is_turned_away() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let body = encoded(&[("text", "x")]);
    let address = format!("/ja/report?{}", served.value);
    let foreign = served.site.send("POST", &address, &[("sec-fetch-site", "cross-site")], &body).await;
    assert_eq!(foreign.status, 403);
    assert!(foreign.text().contains("ほかのサイト"), "{}", foreign.text());
    assert_eq!(served.site.send("POST", &address, &[("origin", "https://evil.test")], &body).await.status, 403);
    let large = served.site.send("POST", &address, OURS, &format!("text={}", "a".repeat(40_000))).await;
    assert_eq!(large.status, 413);
    let nowhere = served.site.send("POST", "/ja/report?hospital=nobody", OURS, &body).await;
    assert_eq!(nowhere.status, 404);
    assert_eq!(served.site.send("POST", "/ja/report?hospital=a+b", OURS, &body).await.status, 400);
    assert_eq!(served.site.send("POST", "/ja/about", OURS, &body).await.status, 405);
    // whoever fills in the field that nobody sees is thanked, and nothing is kept
    let trapped = served.report(&[("text", "buy"), ("nickname", "robot")]).await;
    assert_eq!(trapped.status, 200);
    assert!(trapped.text().contains("届きました") && !trapped.text().contains("受付番号"));
    assert!(served.letters().await.is_empty());
}

#[tokio::test]
async fn one_address_may_send_a_few_and_is_told_when_the_next_may_come() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let written = AtomicI64::new(0);
    let send = async |from: &str| {
        let headers = [OURS, &[("x-forwarded-for", from)]].concat();
        let text = format!("kept <as> typed {}", written.fetch_add(1, Ordering::Relaxed));
        served.site.send("POST", "/en/report", &headers, &encoded(&[("text", &text)])).await
    };
    for _ in 0..5 {
        assert_eq!(send("192.0.2.1").await.status, 200);
    }
    let sixth = send("192.0.2.1").await;
    assert_eq!((sixth.status.as_u16(), sixth.header("retry-after")), (429, "600"));
    assert!(sixth.text().contains("in 10 minutes") && sixth.text().contains("kept &lt;as&gt; typed"));
    assert_eq!(send("192.0.2.2").await.status, 200, "others are not touched");
    served.now.fetch_add(600, Ordering::Relaxed);
    assert_eq!(send("192.0.2.1").await.status, 200);
    let letters = served.letters().await;
    assert_eq!(letters.len(), 7);
    assert_eq!((letters[0].text_ja.as_str(), letters[0].text_en.as_str()), ("", "kept <as> typed 0"));
}

#[tokio::test]
async fn a_network_of_many_addresses_may_send_a_hundred_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let send = async |from: &str, text: &str| {
        let headers = [OURS, &[("x-forwarded-for", from)]].concat();
        served.site.send("POST", "/en/report", &headers, &encoded(&[("text", text)])).await.status
    };
    for n in 0..100 {
        assert_eq!(send(&format!("2001:db8:0:{n:x}::1"), &n.to_string()).await, 200);
    }
    assert_eq!(send("2001:db8:0:ffff::1", "one more").await, 429);
    assert_eq!(send("2001:db8:1::1", "one more").await, 200, "others are not touched");
}

#[tokio::test]
async fn whoever_presses_the_button_twice_has_sent_one_letter() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let send = async || served.report(&[("text", "数が違います。")]).await.text();
    assert!(send().await.contains("受付番号 1"));
    // so often that a new letter would be refused
    for _ in 0..6 {
        assert!(send().await.contains("受付番号 1"));
    }
    served.now.fetch_add(86_400, Ordering::Relaxed);
    let again = send().await;
    assert!(again.contains("受付番号 1") && again.contains("2025年6月10日に届きました"), "loaded again on another day");
    assert_eq!(served.letters().await.len(), 1);
    assert!(served.report(&[("text", "別の数も違います。")]).await.text().contains("受付番号 2"));
}

#[tokio::test]
async fn letters_decided_on_a_year_ago_are_erased_while_the_site_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    served.report(&[("text", "数が違います。")]).await;
    let decision = DecisionRow {
        letter_key: 1,
        action: "rejected".into(),
        decided_by: "desk".into(),
        at: "2025-06-12T10:00:00+09:00".into(),
        ..DecisionRow::default()
    };
    assert!(served.desk.decide(&decision).await.unwrap());
    let read = Arc::clone(&served.now);
    let clock = Clock::new(move || read.load(Ordering::Relaxed));
    let letterbox = Letterbox::open(served.desk.clone(), clock, Senders::Peer);
    letterbox.forget().await;
    assert_eq!(served.letters().await.len(), 1);
    served.now.fetch_add(370 * 86_400, Ordering::Relaxed);
    letterbox.forget().await;
    assert!(served.letters().await.is_empty());
    assert_eq!(served.desk.decisions().await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_page_of_corrections_tells_how_many_letters_came_and_what_became_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let page = async |locale: &str| served.site.get(&format!("/{locale}/corrections")).await;
    assert!(!page("ja").await.text().contains("届いた手紙"), "nothing has been counted yet");
    for text in ["数が違います。", "別の数も違います。", "となりの病院のほうが良い。"] {
        let fields = [("text", text), ("contact", "somebody@example.com")];
        assert_eq!(served.report(&fields).await.status, 200);
    }
    let before = page("en").await;
    assert!(before.text().contains("Letters, and what became of them"), "{}", before.text());
    for (letter_key, action, reason) in [(1, "accepted", "telephoned"), (3, "rejected", "praises another hospital")] {
        let decision = DecisionRow {
            letter_key,
            action: action.into(),
            reason: reason.into(),
            decided_by: "the person at the desk".into(),
            at: "2025-06-12T10:00:00+09:00".into(),
            ..DecisionRow::default()
        };
        assert!(served.desk.decide(&decision).await.unwrap());
    }
    served.site.letterbox.count().await;
    let after = page("en").await;
    assert_ne!(after.header("etag"), before.header("etag"), "other letters, another page");
    let told = after.text();
    let (_, section) = told.split_once("id=\"letters\"").unwrap();
    let section = section.split("</section>").next().unwrap();
    let numbers: Vec<&str> = section.split("<dd>").skip(1).filter_map(|part| part.split('<').next()).collect();
    assert_eq!(
        numbers,
        ["3", "2", "1", "1", "1"],
        "received, decided, published, not published, to be read: {section}"
    );
    assert!(section.contains("praises another hospital (1)") && !section.contains("telephoned"), "{section}");
    for secret in ["数が違います", "となりの病院", "somebody@example.com", "the person at the desk"] {
        assert!(!told.contains(secret), "{secret}");
    }
    let japanese = page("ja").await.text();
    assert!(japanese.contains("届いたもの") && japanese.contains("3通"), "{japanese}");
    let (_, hospital) = served.site.ids().await;
    let of_one = served.site.get(&format!("/en/corrections?hospital={hospital}")).await.text();
    assert!(!of_one.contains("Letters, and what became of them"));
}

#[tokio::test]
async fn a_hospital_may_reply_in_english_alone() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let address = format!("/en/reply?{}", served.value);
    let fields = [("kind", "explanation"), ("contact", "office@example.com")];
    let neither = served.site.send("POST", &address, OURS, &encoded(&fields)).await;
    assert_eq!(neither.status, 422);
    assert!(neither.text().contains("Please write the text in Japanese or in English."));
    let fields = [&fields[..], &[("text_en", "A year with many severe cases.")]].concat();
    assert_eq!(served.site.send("POST", &address, OURS, &encoded(&fields)).await.status, 200);
    let kept = served.letters().await.swap_remove(0);
    assert_eq!((kept.text_ja.as_str(), kept.text_en.as_str()), ("", "A year with many severe cases."));
}

#[tokio::test]
async fn what_happens_next_is_told_for_each_kind_of_letter() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::of(folder.path()).await;
    let address = format!("/en/reply?{}", served.value);
    let send = async |kind: &str| {
        let fields = [
            ("kind", kind),
            ("text_en", "A year with <many> severe cases."),
            ("should_be", "0.003"),
            ("stands_at", "table 2"),
            ("contact", "office@example.com"),
        ];
        served.site.send("POST", &address, OURS, &encoded(&fields)).await.text()
    };
    let correction = send("correction").await;
    assert!(correction.contains("Number 1") && correction.contains("checks the figure against its source"));
    assert!(correction.contains("A year with &lt;many&gt; severe cases."));
    let reply = send("explanation").await;
    assert!(reply.contains("Number 2") && reply.contains("stands beside the figure, unchanged"));
    assert!(!reply.contains("office@example.com"), "others may look at the same screen");
    let form = served.site.get(&address).await.text();
    for told in [reply, form] {
        assert!(told.contains("reason is listed on the page of corrections"), "{told}");
        assert!(!told.contains("we say why"), "{told}");
    }
}

#[tokio::test]
async fn a_server_that_only_reads_says_so_in_words() {
    let site = Site::demonstration().await;
    let page = site.get("/ja/report").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("読み取り専用") && !page.text().contains("<textarea"));
    let answer = site.send("POST", "/en/report", OURS, &encoded(&[("text", "x")])).await;
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("This server only reads"));
}

#[tokio::test]
async fn every_value_leads_to_its_forms() {
    let site = Site::demonstration().await;
    let (_, hospital) = site.ids().await;
    for (address, forms) in [
        (format!("/ja/hospitals/{hospital}"), &["/ja/report?", "/ja/reply?"][..]),
        ("/ja/measures/demo-falls".to_owned(), &["/ja/report?"]),
        ("/ja/compare?h=demo-02011,demo-47003".to_owned(), &["/ja/report?"]),
    ] {
        let page = site.get(&address).await.text();
        for form in forms {
            let at = page.find(&format!("href=\"{form}measure=")).unwrap_or_else(|| panic!("{address}: {form}"));
            let link = page[at + 6..].split('"').next().unwrap().replace("&amp;", "&");
            let opened = site.get(&link).await;
            assert_eq!(opened.status, 200, "{link}");
            assert!(opened.text().contains("いま載っている値"), "{link}");
        }
    }
    // tables of years and parts, and lists of hospitals, have a way of their own
    for (address, link) in [
        (format!("/ja/hospitals/{hospital}"), "この表の誤りを知らせる："),
        (format!("/ja/hospitals?place={}&care=deliveries", encoded_word("佐渡市")), "この表の誤りを知らせる"),
        ("/ja/measures/demo-readmission".to_owned(), "（はっきり良くなった病院）\""),
    ] {
        let page = site.get(&address).await.text();
        assert!(page.contains(link), "{address}: {link}");
    }
}

fn encoded_word(word: &str) -> String {
    form_urlencoded::byte_serialize(word.as_bytes()).collect()
}
