//! The answers to the questions asked last, kept until something is written: a board that is opened again asks nothing anew.

use super::answer::Answer;
use super::rows::stamp;
use crate::reader::Reader;
use jiff::civil::Date;
use std::collections::HashMap;

/// The most answers kept at a time.
const MOST: usize = 120;

/// Answers by question, as long as the data and the day of use are those they were given on.
#[derive(Default)]
pub(crate) struct Kept {
    when: Option<(u64, Date)>,
    answers: HashMap<String, Answer>,
}

/// The answer given before, if it still holds.
pub(super) fn known(reader: &Reader, question: &str) -> Option<Answer> {
    let kept = reader.figures.borrow();
    let holds = kept.when == Some(now(reader));
    kept.answers.get(question).filter(|_| holds).cloned()
}

/// Keeps an answer.
pub(super) fn keep(reader: &Reader, question: String, answer: &Answer) {
    let mut kept = reader.figures.borrow_mut();
    let now = Some(now(reader));
    if kept.when != now || kept.answers.len() >= MOST {
        *kept = Kept {
            when: now,
            answers: HashMap::new(),
        };
    }
    kept.answers.insert(question, answer.clone());
}

fn now(reader: &Reader) -> (u64, Date) {
    (stamp(reader), reader.today())
}
