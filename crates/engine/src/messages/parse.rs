//! A text read into pieces: what is written, fields between braces, conditions. Names are not understood here.

use crate::content::messages::words;
use crate::error::{MessageProblem, MessageProblemCode as Code};
use crate::values::fold;

/// A piece of a text; places are those of its characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Text(String),
    Field {
        name: String,
        instead: Option<String>,
        span: [u32; 2],
    },
    When {
        condition: String,
        at: u32,
        then: Vec<Raw>,
        otherwise: Vec<Raw>,
    },
}

/// A problem of a text.
pub(super) fn problem(code: Code, span: [u32; 2], word: Option<&str>) -> MessageProblem {
    MessageProblem {
        code,
        subject: false,
        span,
        word: word.map(str::to_owned),
        nearest: None,
        condition: None,
    }
}

/// A condition that is being read.
struct Open {
    condition: String,
    at: u32,
    span: [u32; 2],
    then: Option<Vec<Raw>>,
    before: Vec<Raw>,
}

/// Reads a text.
pub(super) fn parse(text: &str) -> (Vec<Raw>, Vec<MessageProblem>) {
    let letters: Vec<char> = text.chars().collect();
    let mut reading = Reading {
        pieces: Vec::new(),
        open: Vec::new(),
        problems: Vec::new(),
    };
    let (mut at, mut written) = (0, String::new());
    while let Some(letter) = letters.get(at) {
        match letter {
            '{' => {
                reading.text(&mut written);
                at = reading.brace(&letters, at);
            }
            '}' => {
                reading
                    .problems
                    .push(problem(Code::StrayBrace, span(at, at + 1), Some("}")));
                at += 1;
            }
            other => {
                written.push(*other);
                at += 1;
            }
        }
    }
    reading.text(&mut written);
    reading.done()
}

fn span(from: usize, until: usize) -> [u32; 2] {
    let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
    [place(from), place(until)]
}

struct Reading {
    pieces: Vec<Raw>,
    open: Vec<Open>,
    problems: Vec<MessageProblem>,
}

impl Reading {
    fn text(&mut self, written: &mut String) {
        if !written.is_empty() {
            self.pieces.push(Raw::Text(std::mem::take(written)));
        }
    }

    /// Reads what an opening brace begins; gives the place behind it.
    fn brace(&mut self, letters: &[char], from: usize) -> usize {
        let rest = &letters[from + 1..];
        let Some(length) = rest
            .iter()
            .position(|letter| *letter == '}' || *letter == '{')
            .filter(|length| rest[*length] == '}')
        else {
            let until = rest
                .iter()
                .position(|letter| "{\n".contains(*letter))
                .map_or(letters.len(), |length| from + 1 + length);
            let word: String = letters[from..until].iter().collect();
            self.problems
                .push(problem(Code::UnclosedField, span(from, until), Some(word.trim())));
            return until;
        };
        let (inside, until) = (&rest[..length], from + length + 2);
        let inside: String = inside.iter().collect();
        self.inside(&inside, from, span(from, until));
        until
    }

    fn inside(&mut self, inside: &str, from: usize, whole: [u32; 2]) {
        let words = words();
        let bare = inside.trim();
        let (first, rest) = bare.split_once(char::is_whitespace).unwrap_or((bare, ""));
        let is = |word: &str| fold(bare) == fold(word);
        if bare.is_empty() {
            self.problems.push(problem(Code::EmptyField, whole, None));
        } else if fold(first) == fold(&words.when) {
            // The condition begins behind the brace, the blanks before the word, the word, the blanks behind it.
            let before = inside.len() - inside.trim_start().len();
            let behind = rest.len() - rest.trim_start().len();
            let skipped =
                inside[..before].chars().count() + first.chars().count() + 1 + rest[..behind].chars().count();
            self.open.push(Open {
                condition: rest.trim().to_owned(),
                at: span(from + 1 + skipped, 0)[0],
                span: whole,
                then: None,
                before: std::mem::take(&mut self.pieces),
            });
        } else if is(&words.otherwise) {
            match self.open.last_mut() {
                Some(open) if open.then.is_none() => open.then = Some(std::mem::take(&mut self.pieces)),
                _ => self.problems.push(problem(Code::StrayElse, whole, Some(bare))),
            }
        } else if is(&words.end) {
            match self.open.pop() {
                Some(open) => self.close(open),
                None => self.problems.push(problem(Code::StrayEnd, whole, Some(bare))),
            }
        } else {
            let (name, instead) = match inside.split_once('|') {
                Some((name, instead)) => (name.trim(), Some(instead.trim().to_owned())),
                None => (bare, None),
            };
            self.pieces.push(Raw::Field {
                name: name.to_owned(),
                instead,
                span: whole,
            });
        }
    }

    fn close(&mut self, open: Open) {
        let last = std::mem::replace(&mut self.pieces, open.before);
        let (then, otherwise) = match open.then {
            Some(then) => (then, last),
            None => (last, Vec::new()),
        };
        self.pieces.push(Raw::When {
            condition: open.condition,
            at: open.at,
            then,
            otherwise,
        });
    }

    fn done(mut self) -> (Vec<Raw>, Vec<MessageProblem>) {
        while let Some(open) = self.open.pop() {
            self.problems
                .push(problem(Code::UnclosedCondition, open.span, Some(&open.condition)));
            self.close(open);
        }
        self.problems.sort_by_key(|problem| problem.span);
        (self.pieces, self.problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<(Code, [u32; 2])> {
        parse(text)
            .1
            .iter()
            .map(|problem| (problem.code, problem.span))
            .collect()
    }

    #[test]
    fn fields_and_conditions_are_read_with_what_is_said_instead() {
        let (pieces, problems) =
            parse("Bonjour {Prénom|Madame}{si Statut : Client}, merci{sinon}, bienvenue{fin}.");
        assert_eq!(problems, []);
        assert_eq!(pieces.len(), 4);
        assert!(
            matches!(&pieces[1], Raw::Field { name, instead: Some(instead), .. } if name == "Prénom" && instead == "Madame")
        );
        let Raw::When {
            condition,
            at,
            then,
            otherwise,
        } = &pieces[2]
        else {
            panic!("a condition")
        };
        assert_eq!((condition.as_str(), *at), ("Statut : Client", 27));
        assert_eq!((then.len(), otherwise.len()), (1, 1));
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        assert_eq!(codes("Bonjour {Prénom, merci"), [(Code::UnclosedField, [8, 22])]);
        assert_eq!(codes("a } b"), [(Code::StrayBrace, [2, 3])]);
        assert_eq!(codes("{}"), [(Code::EmptyField, [0, 2])]);
        assert_eq!(
            codes("{si Ville : Rennes}oui"),
            [(Code::UnclosedCondition, [0, 19])]
        );
        assert_eq!(
            codes("x{sinon}y{fin}"),
            [(Code::StrayElse, [1, 8]), (Code::StrayEnd, [9, 14])]
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end_and_problems_lie_within_it(text in "[a-z{}| \nsé:]{0,80}") {
            let length = text.chars().count() as u32;
            for problem in parse(&text).1 {
                prop_assert!(problem.span[0] < problem.span[1] && problem.span[1] <= length);
            }
        }
    }
}
