//! In which characters is a text file written?

/// A text with the name of the encoding it was read in.
pub(crate) struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// What was used where it was not UTF-8: the label of the encoding, for an issue.
    pub other_encoding: Option<&'static str>,
    /// Characters that could not be read.
    pub lost: usize,
}

/// Reads bytes as UTF-8 (with or without mark), else UTF-16 with a mark, else CP932 where Japanese, else Latin-1.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes)
        && encoding != encoding_rs::UTF_8
    {
        return with(encoding, bytes, encoding.name());
    }
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(body) {
        return Decoded { text: text.to_string(), other_encoding: None, lost: 0 };
    }
    let japanese = with(encoding_rs::SHIFT_JIS, body, "CP932 (Shift_JIS)");
    if in_pairs(body) && japanese.lost * 200 <= body.len() {
        return japanese;
    }
    with(encoding_rs::WINDOWS_1252, body, "Latin-1 (Windows-1252)")
}

fn with(encoding: &'static encoding_rs::Encoding, bytes: &[u8], name: &'static str) -> Decoded {
    let (text, _, _) = encoding.decode(bytes);
    let lost = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    Decoded { text: text.into_owned(), other_encoding: Some(name), lost }
}

/// In Japanese text most bytes above 127 stand beside another; accents and signs of Latin-1 stand alone.
fn in_pairs(bytes: &[u8]) -> bool {
    let (mut high, mut paired) = (0_usize, 0_usize);
    for pair in bytes.windows(2) {
        if let [first, second] = pair
            && !first.is_ascii()
        {
            high += 1;
            paired += usize::from(!second.is_ascii());
        }
    }
    high > 0 && paired * 10 >= high * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, other: Option<&str>) {
        let decoded = decode(bytes);
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.other_encoding, other);
    }

    #[test]
    fn utf8_is_read_with_and_without_a_mark() {
        check("病院".as_bytes(), "病院", None);
        check(b"\xEF\xBB\xBFid,name", "id,name", None);
    }

    #[test]
    fn cp932_is_read_as_such_and_named() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("市町村番号,施設名\n01101,架空病院\n");
        check(&bytes, "市町村番号,施設名\n01101,架空病院\n", Some("CP932 (Shift_JIS)"));
    }

    #[test]
    fn a_latin_1_copyright_sign_in_a_footer_does_not_make_a_file_japanese() {
        check(
            b"H\xF4pital Saint-Andr\xE9 de B\xE9ziers",
            "Hôpital Saint-André de Béziers",
            Some("Latin-1 (Windows-1252)"),
        );
        check(
            b"PROVIDER,VALUE\nX1,1.0\n\n\xA9 Crown",
            "PROVIDER,VALUE\nX1,1.0\n\n© Crown",
            Some("Latin-1 (Windows-1252)"),
        );
    }
}
