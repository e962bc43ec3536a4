//! In which form does a browser take a body, and how is it made small?

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// How a body travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coding {
    /// As it is.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

/// Below this size compression saves nothing that matters.
const SMALL: usize = 600;
/// Good and quick: a page in a few milliseconds, once per release.
const BROTLI_QUALITY: u32 = 5;
const BROTLI_WINDOW: u32 = 22;

impl Coding {
    /// The smallest form that `Accept-Encoding` takes.
    pub fn accepted(accept_encoding: &str) -> Self {
        match takes(accept_encoding) {
            (true, _) => Self::Brotli,
            (false, true) => Self::Gzip,
            (false, false) => Self::Identity,
        }
    }

    /// True where `Accept-Encoding` takes gzip, the form in which a stream travels.
    pub fn takes_gzip(accept_encoding: &str) -> bool {
        takes(accept_encoding).1
    }

    /// As `Content-Encoding`; `None` for a body as it is.
    pub const fn header(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// The body in this form; as it is where nothing is gained.
    pub fn apply(self, body: &[u8]) -> Option<Vec<u8>> {
        if body.len() < SMALL {
            return None;
        }
        let made = match self {
            Self::Identity => None,
            Self::Gzip => gzip(body),
            Self::Brotli => brotli(body),
        };
        made.filter(|small| small.len() < body.len())
    }
}

/// Whether Brotli and gzip are taken.
fn takes(accept_encoding: &str) -> (bool, bool) {
    let mut takes = (false, false);
    for part in accept_encoding.split(',') {
        let mut words = part.split(';').map(str::trim);
        let name = words.next().unwrap_or_default();
        let refused =
            words.any(|word| word.strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0)));
        takes.0 |= !refused && name.eq_ignore_ascii_case("br");
        takes.1 |= !refused && name.eq_ignore_ascii_case("gzip");
    }
    takes
}

/// True for what is text; pictures of pixels and WebAssembly's like are text enough to shrink.
pub fn shrinks(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.starts_with("text/")
        || kind.ends_with("+json")
        || kind.ends_with("+xml")
        || ["application/json", "application/wasm", "application/xml", "text/javascript"].contains(&kind)
}

fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::default());
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}

fn brotli(body: &[u8]) -> Option<Vec<u8>> {
    let mut made = Vec::with_capacity(body.len() / 5);
    {
        let mut encoder = brotli::CompressorWriter::new(&mut made, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
        encoder.write_all(body).ok()?;
    }
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn the_smallest_form_that_is_taken_is_chosen() {
        for (header, expected) in [
            ("gzip, deflate, br", Coding::Brotli),
            ("gzip", Coding::Gzip),
            ("GZIP;q=0.5", Coding::Gzip),
            ("br;q=0, gzip", Coding::Gzip),
            ("identity", Coding::Identity),
            ("", Coding::Identity),
        ] {
            assert_eq!(Coding::accepted(header), expected, "{header}");
        }
    }

    #[test]
    fn a_body_comes_back_as_it_was() {
        let body = "病院のものさし ".repeat(200).into_bytes();
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&*Coding::Gzip.apply(&body).unwrap()).read_to_end(&mut back).unwrap();
        assert_eq!(back, body);
        let mut back = Vec::new();
        brotli::Decompressor::new(&*Coding::Brotli.apply(&body).unwrap(), 4096).read_to_end(&mut back).unwrap();
        assert_eq!(back, body);
        assert_eq!(Coding::Gzip.apply(b"short"), None);
    }
}
