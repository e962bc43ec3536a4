//! How does a reader of paper come back to the page? By a square that a telephone reads.

use leptos::prelude::*;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// An address as a QR code with its own words below, on paper only; nothing where the address is too long for one.
pub fn on_paper(address: &str, label: &str) -> Option<AnyView> {
    let drawn = square(address)?;
    Some(
        view! {
            <aside class="ms-qr" aria-hidden="true">
                <div inner_html=drawn></div>
                <p>{label.to_owned()} <br /> {address.to_owned()}</p>
            </aside>
        }
        .into_any(),
    )
}

/// The square as an SVG element, black on white.
pub fn square(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).ok()?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(120, 120).quiet_zone(true).build();
    // what stands before the element belongs to a file of its own
    drawn.find("<svg").map(|start| drawn[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::square;

    #[test]
    fn an_address_becomes_a_square_and_a_book_does_not() {
        let drawn = square("https://example.jp/ja/measures/a?release=r1").unwrap();
        assert!(drawn.starts_with("<svg") && drawn.ends_with("</svg>"), "{drawn}");
        assert!(square(&"x".repeat(5_000)).is_none());
    }
}
