//! Where is the site found from outside, and whom do its readers write to?

/// Where the site is found from outside, `https://example.jp`, without a slash at its end.
///
/// It is configured and never read from a request: answers are kept by their address alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    address: String,
    contact: Option<String>,
    answer_days: Option<u16>,
}

impl Default for Origin {
    fn default() -> Self {
        Self { address: "http://127.0.0.1:3000".to_owned(), contact: None, answer_days: None }
    }
}

impl Origin {
    /// Reads `http://` or `https://` with a host, and a port where needed.
    ///
    /// # Errors
    /// Says what is wrong with the address.
    pub fn parse(address: &str) -> Result<Self, String> {
        let bare = address.trim().trim_end_matches('/');
        let rest = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
        let Some(rest) = rest else {
            return Err(format!("\"{address}\" is no address of a site; write https://example.jp"));
        };
        let sound = |c: char| c.is_ascii_alphanumeric() || ".-_~:[]".contains(c);
        if rest.is_empty() || !rest.chars().all(sound) {
            return Err(format!("\"{address}\" must be a host and nothing else; write https://example.jp"));
        }
        Ok(Self { address: bare.to_owned(), contact: None, answer_days: None })
    }

    /// A path of this site as others write it.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The path of an address of this site; `None` for an address of another site.
    pub fn path_of<'a>(&self, address: &'a str) -> Option<&'a str> {
        address.strip_prefix(self.address.as_str()).filter(|path| path.starts_with('/'))
    }

    /// The same, with whom to write to: an address of mail or of a page.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn with_contact(self, contact: &str) -> Result<Self, String> {
        let sound = !contact.chars().any(|c| c.is_control() || c.is_whitespace() || "<>\"'".contains(c));
        let is_page = contact.starts_with("https://") || contact.starts_with("http://");
        if sound && (is_page || (contact.contains('@') && !contact.contains(':'))) {
            Ok(Self { contact: Some(contact.to_owned()), ..self })
        } else {
            Err(format!("\"{contact}\" is no contact; write press@example.jp or https://example.jp/contact"))
        }
    }

    /// The same, with how many days the operator promises to answer a letter within.
    #[must_use]
    pub fn with_answer_days(self, days: u16) -> Self {
        Self { answer_days: Some(days), ..self }
    }

    /// Within how many days a letter is answered; `None` where nothing is promised.
    pub const fn answer_days(&self) -> Option<u16> {
        self.answer_days
    }

    /// Whom to write to.
    pub fn contact(&self) -> Option<&str> {
        self.contact.as_deref()
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.address
    }
}
