//! What is wrong with an editorial file, and where?

/// Why an editorial text could not be read: the file and, in the problem, the key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct ContentError {
    /// The file below the project's root.
    pub file: &'static str,
    /// What is wrong, naming the key.
    pub problem: String,
}

impl ContentError {
    pub(crate) fn at(file: &'static str, key: &str, problem: impl std::fmt::Display) -> Self {
        Self { file, problem: format!("`{key}`: {problem}") }
    }

    pub(crate) fn toml(file: &'static str, error: &toml::de::Error) -> Self {
        Self { file, problem: error.to_string() }
    }
}
