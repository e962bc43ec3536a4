//! How long does a drawing take, from the numbers to the text of the SVG, on one core?

#[path = "../examples/gallery/samples.rs"]
#[allow(dead_code)]
mod samples;

use charts::Theme;
use divan::Bencher;
use i18n::Locale;

fn main() {
    divan::main();
}

#[divan::bench(args = [200, 4_500, 9_000])]
fn funnel(bencher: Bencher, hospitals: usize) {
    let funnel = samples::funnel(Locale::Ja, 680.0, hospitals);
    bencher.bench(|| funnel.figure(Locale::Ja).svg(Theme::System));
}

#[divan::bench]
fn interval_list(bencher: Bencher) {
    let list = samples::intervals(Locale::Ja, 680.0);
    bencher.bench(|| list.figure(Locale::Ja).svg(Theme::System));
}

#[divan::bench]
fn places_of_180(bencher: Bencher) {
    let places = samples::groups::places(Locale::Ja, 680.0, 180);
    bencher.bench(|| places.figure(Locale::Ja).svg(Theme::System));
}

#[divan::bench]
fn two_thousand_people(bencher: Bencher) {
    let people = samples::groups::people_beside(Locale::Ja, 680.0, "people");
    bencher.bench(|| people.figure(Locale::Ja).svg(Theme::System));
}
