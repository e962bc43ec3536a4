//! What changed between the two releases: successions, corrections, versions of definitions?

use crate::facilities::Facility;
use crate::measures::{Shape, Start, Text, text};
use crate::names::Name;
use crate::observations::Observation;
use crate::package::{Release, period};
use crate::table::Table;
use crate::world::World;

/// Id of a facility in a release.
pub fn id<'a>(world: &World, facility: &'a Facility, index: usize, release: &Release) -> std::borrow::Cow<'a, str> {
    if index == world.fates.renamed && release.number == 2 {
        format!("{}-r2024", facility.id).into()
    } else {
        facility.id.as_str().into()
    }
}

/// Names of a facility in a release.
pub fn name(world: &World, facility: &Facility, index: usize, release: &Release) -> Name {
    if index != world.fates.renamed || release.number == 1 {
        return facility.name.clone();
    }
    Name {
        ja: "架橋みらい総合病院".into(),
        kana: "カキョウミライソウゴウビョウイン".into(),
        en: "Kakyo Mirai General Hospital".into(),
        short: "架橋みらい".into(),
    }
}

/// Whether a release lists a facility.
pub fn is_listed(world: &World, index: usize, release: &Release) -> bool {
    release.number == 2 || index != world.fates.opened
}

/// `successors.csv`.
pub fn successors(world: &World, release: &Release) -> Vec<u8> {
    let mut table = Table::new("hospital_id,successor_id,date,kind");
    if release.number == 2 {
        let name = |index: usize| id(world, &world.facilities[index], index, release).into_owned();
        let fates = &world.fates;
        table.row(&[&name(fates.merged), &name(fates.merged_into), "2024-04-01", "merged"]);
        table.row(&[&world.facilities[fates.renamed].id, &name(fates.renamed), "2024-10-01", "renamed"]);
        table.row(&[&name(fates.closed), "", "2024-03-31", "closed"]);
    }
    table.into_bytes()
}

/// A value that the first release printed wrongly.
pub struct Correction {
    measure: usize,
    facility: usize,
    year: i32,
    /// The numerator of the first release.
    pub was: f64,
    was_value: f64,
    is: f64,
    why: Text,
    date: &'static str,
}

/// Measure, fiscal year, factor on the numerator, reason, date.
const MISTAKES: [(&str, i32, f64, Text, &str); 9] = [
    ("demo-pneumonia-deaths", 2023, 1.35, TRANSFERS, "2025-02-14"),
    ("demo-readmission", 2023, 1.22, PLANNED, "2025-03-03"),
    ("demo-two-blood-cultures", 2023, 0.78, ONE_WARD, "2024-12-10"),
    ("demo-experience-explained", 2023, 0.86, SCALE, "2025-01-20"),
    ("demo-hip-surgery-within-two-days", 2022, 0.7, HOLIDAYS, "2025-05-26"),
    ("demo-physical-restraint", 2023, 1.6, MITTENS, "2025-06-30"),
    ("demo-ambulance-acceptance", 2023, 0.9, CALLS, "2025-04-08"),
    ("demo-stroke-deaths", 2022, 1.4, TRANSFERS, "2025-02-14"),
    ("demo-shared-records", 2023, 1.8, CONSENT, "2025-07-18"),
];

const TRANSFERS: Text = text(
    "転院してきた患者を二重に数えていました。病院が見つけ、数え直しました。",
    "Patients transferred from elsewhere had been counted twice. The hospital found this and counted again.",
);
const PLANNED: Text = text(
    "予定された再入院（くり返す治療のための入院）を除いていませんでした。",
    "Planned readmissions for repeated treatment had not been left out.",
);
const ONE_WARD: Text = text("一つの病棟の記録が抜けていました。", "The records of one ward were missing.");
const SCALE: Text = text(
    "回答の選択肢の一つを、別の段階として集計していました。",
    "One of the answers had been put into the wrong category.",
);
const HOLIDAYS: Text = text(
    "休日に入院した患者の手術日が、翌診療日で登録されていました。",
    "Operations on holidays had been entered under the next working day.",
);
const MITTENS: Text = text(
    "手袋を使った時間を、1日ではなく1回ごとに数えていました。",
    "Mittens had been counted each time they were used, not once a day.",
);
const CALLS: Text = text(
    "相談だけの電話を、受け入れの求めとして数えていました。",
    "Calls asking only for advice had been counted as requests.",
);
const CONSENT: Text =
    text("同意を得ていない患者も分子に入っていました。", "Patients who had not agreed were included in the numerator.");

/// The corrections of the second release.
pub fn corrections(world: &World) -> Vec<Correction> {
    MISTAKES
        .iter()
        .enumerate()
        .filter_map(|(turn, (measure, year, factor, why, date))| {
            let row = world.values(measure, *year).iter().find(|row| is_mistaken(world, row, turn))?;
            let most = row.drawn.denominator.unwrap_or(f64::INFINITY);
            Some(Correction {
                measure: row.measure,
                facility: row.facility,
                year: row.year,
                was: libm::round(row.drawn.numerator? * factor).min(most),
                is: row.drawn.value?,
                was_value: value_of(world, row, libm::round(row.drawn.numerator? * factor).min(most))?,
                why: *why,
                date,
            })
        })
        .collect()
}

/// Mistakes happen in plain hospitals all over the country, and not in the one that merged.
fn is_mistaken(world: &World, row: &Observation, turn: usize) -> bool {
    row.status == "reported"
        && row.drawn.numerator.is_some_and(|events| events >= 8.0)
        && row.facility > 110 * turn
        && row.facility % 11 == turn
        && world.facilities[row.facility].last_year > row.year
}

impl Correction {
    /// Whether it corrects this observation.
    pub fn corrects(&self, row: &Observation) -> bool {
        (self.measure, self.facility, self.year) == (row.measure, row.facility, row.year) && row.stratum.is_empty()
    }
}

/// The value that follows from a numerator.
pub fn value_of(world: &World, observation: &Observation, numerator: f64) -> Option<f64> {
    let below = match world.measures[observation.measure].shape {
        Shape::Ratio(..) => observation.drawn.expected,
        _ => observation.drawn.denominator,
    };
    below.map(|below| numerator / below)
}

/// `corrections.csv`.
pub fn corrections_file(world: &World, release: &Release, corrections: &[Correction]) -> Vec<u8> {
    let mut table = Table::new("hospital_id,measure_id,period_start,period_end,stratum,was,is,why_ja,why_en,date");
    for correction in corrections.iter().filter(|_| release.number == 2) {
        let (start, end) = period(correction.year);
        let index = correction.facility;
        table
            .text(&id(world, &world.facilities[index], index, release))
            .text(world.measures[correction.measure].id)
            .text(start)
            .text(end)
            .text("")
            .number(Some(correction.was_value))
            .number(Some(correction.is))
            .text(correction.why.ja)
            .text(correction.why.en)
            .text(correction.date)
            .end();
    }
    table.into_bytes()
}

/// Two versions of a definition: names, the last day of the first and the first of the second, what breaks, what each says.
struct Versions {
    names: [&'static str; 2],
    from: &'static str,
    until: &'static str,
    since: &'static str,
    breaks: &'static str,
    before: Text,
    after: Text,
}

const READMISSION: Versions = Versions {
    names: ["1", "2"],
    from: "2016-04-01",
    until: "2021-03-31",
    since: "2021-04-01",
    breaks: "definition",
    before: text("退院から6週間以内の再入院を数えました。", "Readmissions within six weeks of discharge were counted."),
    after: text(
        "数える期間を、退院から6週間以内から4週間以内に変えました。前の年とは比べられません。",
        "The window was shortened from six weeks to four. Values before and after cannot be compared.",
    ),
};

const WAITING: Versions = Versions {
    names: ["1", "2"],
    from: "2018-04-01",
    until: "2020-03-31",
    since: "2020-04-01",
    breaks: "definition",
    before: text("受付をした時刻から測りました。", "Measured from the time of registration."),
    after: text(
        "受付の時刻からではなく、予約した時刻から測るように変えました。",
        "Since then measured from the appointment, no longer from registration.",
    ),
};

const PILOT: Versions = Versions {
    names: ["pilot", "1"],
    from: "2022-04-01",
    until: "2024-03-31",
    since: "2024-04-01",
    breaks: "scope",
    before: text("試行に参加した病院だけが報告しました。", "Only hospitals in the pilot reported."),
    after: text(
        "対象がすべての病院に広がりました。全国の値は前の年と比べられませんが、同じ病院の値は比べられます。",
        "Extended to all hospitals. The national value cannot be compared with earlier years; a hospital's own values can.",
    ),
};

/// `measure_versions.csv`: what broke, where something did.
pub fn versions(world: &World) -> Vec<u8> {
    let mut table = Table::new("measure_id,version,valid_from,valid_to,breaks,change_ja,change_en");
    for measure in &world.measures {
        let versions = match (measure.id, measure.start) {
            ("demo-readmission", _) => READMISSION,
            ("demo-outpatient-wait", _) => WAITING,
            (_, Start::Pilot) => PILOT,
            _ => {
                table.row(&[measure.id, "1", "2018-04-01", "", "", "", ""]);
                continue;
            }
        };
        let Versions { names: [old, new], before, after, .. } = versions;
        table.row(&[measure.id, old, versions.from, versions.until, "", before.ja, before.en]);
        table.row(&[measure.id, new, versions.since, "", versions.breaks, after.ja, after.en]);
    }
    table.into_bytes()
}
