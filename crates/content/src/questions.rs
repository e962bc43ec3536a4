//! What may a reader ask the doctor, on each topic and at every visit?

use crate::ContentError;
use crate::source_text::{RawText, SourceText, source_text, whole};
use domain::Bilingual;
use domain::measure::Topic;
use serde::Deserialize;
use std::sync::LazyLock;

/// The questions that belong to a topic.
///
/// # Errors
/// [`ContentError`] where `content/questions.toml` cannot be read.
pub fn questions(topic: Topic) -> Result<&'static [Bilingual<String>], ContentError> {
    of(Some(topic))
}

/// The questions for every visit.
///
/// # Errors
/// [`ContentError`] where `content/questions.toml` cannot be read.
pub fn general_questions() -> Result<&'static [Bilingual<String>], ContentError> {
    of(None)
}

type TopicQuestions = (Option<Topic>, Vec<Bilingual<String>>);

const FILE: SourceText = source_text!("questions.toml");
static QUESTIONS: LazyLock<Result<Vec<TopicQuestions>, ContentError>> = LazyLock::new(load);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    topic: Vec<RawTopic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    id: String,
    ask: Vec<RawText>,
}

fn of(topic: Option<Topic>) -> Result<&'static [Bilingual<String>], ContentError> {
    let found = whole(&QUESTIONS)?.iter().find(|(known, _)| *known == topic);
    Ok(found.map_or(&[], |(_, questions)| questions.as_slice()))
}

fn load() -> Result<Vec<TopicQuestions>, ContentError> {
    let raw: Raw = FILE.parse()?;
    let typed = |raw: RawTopic| {
        let topic = match raw.id.as_str() {
            "general" => None,
            id => Some(FILE.code("topic.id", Topic::parse(id))?),
        };
        Ok((topic, FILE.each("topic.ask", raw.ask)?))
    };
    raw.topic.into_iter().map(typed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_questions() {
        for topic in Topic::ALL {
            assert!(questions(*topic).unwrap().len() >= 3, "{topic}");
        }
        assert!(general_questions().unwrap().len() >= 3);
    }
}
