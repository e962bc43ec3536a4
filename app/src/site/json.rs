//! How is a description for machines written into a page, so that no text of the data can end it?

use std::fmt::Write as _;

/// A value of JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// Several values.
    List(Vec<Json>),
    /// Named values in the order in which they are written.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Several texts.
    pub fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// As it stands in a page: `<`, `>` and `&` never as themselves.
    pub fn in_page(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => write_text(text, out),
            Self::Number(number) if number.is_finite() => {
                let _to_memory = write!(out, "{number}");
            }
            Self::Number(_) => out.push_str("null"),
            Self::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place == 0 { "" } else { "," });
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (place, (key, value)) in fields.iter().enumerate() {
                    out.push_str(if place == 0 { "" } else { "," });
                    write_text(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => escape(character, out),
            control if control.is_control() => escape(control, out),
            other => out.push(other),
        }
    }
    out.push('"');
}

fn escape(character: char, out: &mut String) {
    let _to_memory = write!(out, "\\u{:04x}", u32::from(character));
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn no_text_can_end_the_block_or_begin_another() {
        let json = Json::Object(vec![
            ("name", Json::text("</script><script>\"\\\n&<!--\u{2028}")),
            ("list", Json::List(vec![Json::Number(0.5), Json::Truth(true), Json::Number(f64::NAN)])),
        ]);
        let expected =
            r#"{"name":"\u003c/script\u003e\u003cscript\u003e\"\\\u000a\u0026\u003c!--\u2028","list":[0.5,true,null]}"#;
        assert_eq!(json.in_page(), expected);
    }
}
