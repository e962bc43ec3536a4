//! What do the charts look like? Writes samples with fictional data: `cargo run -p charts --example gallery -- OUTDIR`.

mod samples;

use std::fs;
use std::path::PathBuf;

use charts::Theme;
use i18n::Locale;

fn main() -> std::io::Result<()> {
    let out = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "gallery".to_owned()));
    fs::create_dir_all(&out)?;
    for locale in Locale::iter() {
        for (width, theme, name) in [
            (360.0, Theme::Light, "phone-light"),
            (360.0, Theme::Dark, "phone-dark"),
            (680.0, Theme::Light, "desktop-light"),
            (680.0, Theme::Dark, "desktop-dark"),
            (680.0, Theme::OneColour, "desktop-one-colour"),
            (1_200.0, Theme::Light, "wide-light"),
        ] {
            let ground = if theme == Theme::Dark { "#1a1a1a" } else { "#fff" };
            let mut page = format!(
                "<!doctype html><meta charset=utf-8><body style='margin:10px;display:grid;gap:32px;background:{ground}'>\n"
            );
            for figure in samples::figures(locale, width) {
                let svg = figure.svg(theme);
                fs::write(out.join(format!("{}-{locale}-{name}.svg", figure.id)), &svg)?;
                page.push_str(&svg);
            }
            fs::write(out.join(format!("all-{locale}-{name}.html")), page)?;
        }
    }
    Ok(())
}
