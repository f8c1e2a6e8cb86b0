//! A text walked by its characters: blanks, quotes, parentheses, and where a value ends.

use super::words;
use crate::error::{TargetProblem, TargetProblemCode as Code};
use crate::values::fold;

/// The characters of a text, and where one stands.
pub(super) struct Scan {
    chars: Vec<char>,
    pub(super) at: usize,
}

/// A stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: usize,
    pub(super) until: usize,
}

impl Span {
    pub(super) fn of(self, problem: TargetProblem) -> TargetProblem {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        TargetProblem {
            span: Some([place(self.from), place(self.until)]),
            ..problem
        }
    }
}

impl Scan {
    pub(super) fn new(text: &str) -> Self {
        Self {
            chars: text.chars().collect(),
            at: 0,
        }
    }

    pub(super) fn end(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn here(&self) -> Span {
        Span {
            from: self.at,
            until: (self.at + 1).min(self.end()).max(self.at),
        }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(super) fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Passes a sign, when it stands here.
    pub(super) fn pass(&mut self, sign: char) -> bool {
        self.skip_blanks();
        let is_here = self.peek() == Some(sign);
        self.at += usize::from(is_here);
        is_here
    }

    pub(super) fn text(&self, span: Span) -> String {
        self.chars[span.from.min(self.end())..span.until.min(self.end())]
            .iter()
            .collect()
    }

    /// Without the blanks at its ends.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let blank = |at: usize| self.chars.get(at).is_some_and(|c| c.is_whitespace());
        let (mut from, mut until) = (span.from, span.until);
        while from < until && blank(from) {
            from += 1;
        }
        while until > from && blank(until - 1) {
            until -= 1;
        }
        Span { from, until }
    }

    /// Passes words, folded, when they stand here as whole words.
    pub(super) fn pass_words(&mut self, words: &str) -> bool {
        match self.words_end(self.at, words) {
            Some(end) => {
                self.at = end;
                true
            }
            None => false,
        }
    }

    /// Where some words end that stand at a place, after blanks; none when others do.
    pub(super) fn words_end(&self, at: usize, words: &str) -> Option<usize> {
        let wanted = fold(words);
        let mut end = at;
        while self.chars.get(end).is_some_and(|c| c.is_whitespace()) {
            end += 1;
        }
        let from = end;
        // A sign before a word is no part of it.
        if !self.chars.get(from).is_some_and(|c| c.is_alphanumeric()) {
            return None;
        }
        while let Some(c) = self.chars.get(end) {
            let is_ours = c.is_alphanumeric() || "'’-. ".contains(*c) || ('\u{300}'..='\u{36f}').contains(c);
            if !is_ours && !c.is_whitespace() {
                return None;
            }
            end += 1;
            let found = fold(&self.chars[from..end].iter().collect::<String>());
            if !wanted.starts_with(&found) {
                return None;
            }
            let goes_on = self
                .chars
                .get(end)
                .is_some_and(|c| c.is_alphanumeric() || *c == '-');
            if found == wanted && !goes_on {
                return Some(end);
            }
        }
        None
    }

    /// The place after the quote that closes the one at `at`; the end when none does.
    pub(super) fn after_quote(&self, at: usize) -> Result<usize, TargetProblem> {
        let open = self.chars[at];
        let close = closing(open);
        let mut end = at + 1;
        while let Some(c) = self.chars.get(end) {
            if *c == close {
                // Doubled, it stands for itself.
                if open == '"' && self.chars.get(end + 1) == Some(&'"') {
                    end += 2;
                    continue;
                }
                return Ok(end + 1);
            }
            end += 1;
        }
        let span = Span {
            from: at,
            until: self.end(),
        };
        Err(span.of(TargetProblem::new(Code::Unclosed).word(&open.to_string())))
    }

    /// The place after the parenthesis that closes the one at `at`.
    pub(super) fn after_parenthesis(&self, at: usize) -> Result<usize, TargetProblem> {
        let mut deep = 0_usize;
        let mut end = at;
        while let Some(c) = self.chars.get(end).copied() {
            match c {
                '(' => deep += 1,
                ')' if deep == 1 => return Ok(end + 1),
                ')' => deep -= 1,
                c if is_quote(c) => {
                    end = self.after_quote(end)?;
                    continue;
                }
                _ => {}
            }
            end += 1;
        }
        let span = Span {
            from: at,
            until: at + 1,
        };
        Err(span.of(TargetProblem::new(Code::Unclosed).word("(")))
    }

    /// From here to where the value of a condition ends: a semicolon, a parenthesis, « ou » before another condition.
    pub(super) fn value(&mut self) -> Result<Span, TargetProblem> {
        let from = self.at;
        let mut end = from;
        while let Some(c) = self.chars.get(end).copied() {
            match c {
                ';' | ')' => break,
                '(' => end = self.after_parenthesis(end)?,
                c if is_quote(c) => end = self.after_quote(end)?,
                c if c.is_whitespace() => match self.words_end(end, words::OR) {
                    Some(after) if self.begins_condition(after)? => break,
                    _ => end += 1,
                },
                _ => end += 1,
            }
        }
        self.at = end;
        Ok(self.trimmed(Span { from, until: end }))
    }

    /// Is what stands here another condition rather than another value?
    fn begins_condition(&self, at: usize) -> Result<bool, TargetProblem> {
        let mut end = at;
        while self.chars.get(end).is_some_and(|c| c.is_whitespace()) {
            end += 1;
        }
        let first: String = self.chars[end.min(self.end())..]
            .iter()
            .take_while(|c| c.is_alphanumeric())
            .collect();
        if words::LEADING.contains(&fold(&first).as_str()) {
            return Ok(true);
        }
        while let Some(c) = self.chars.get(end).copied() {
            match c {
                '(' => return Ok(true),
                ';' | ')' => return Ok(false),
                ':' => {
                    let digit = |at: Option<usize>| {
                        at.and_then(|at| self.chars.get(at))
                            .is_some_and(char::is_ascii_digit)
                    };
                    if !(digit(end.checked_sub(1)) && digit(Some(end + 1))) {
                        return Ok(true);
                    }
                    end += 1;
                }
                c if is_quote(c) => end = self.after_quote(end)?,
                c if c.is_whitespace() && self.words_end(end, words::OR).is_some() => return Ok(false),
                _ => end += 1,
            }
        }
        Ok(false)
    }

    /// From here to where a name ends: a colon, a parenthesis, a semicolon. `belongs` says whether what a parenthesis holds
    /// is part of the name: « Durée (mois) ».
    pub(super) fn name(&mut self, belongs: impl Fn(&str) -> bool) -> Result<Span, TargetProblem> {
        let from = self.at;
        let mut end = from;
        while let Some(c) = self.chars.get(end).copied() {
            match c {
                ':' | ';' | ')' => break,
                '(' => {
                    let Ok(after) = self.after_parenthesis(end) else {
                        break;
                    };
                    let whole = self.text(Span { from, until: after });
                    if !belongs(&whole) {
                        break;
                    }
                    end = after;
                }
                c if is_quote(c) => end = self.after_quote(end)?,
                _ => end += 1,
            }
        }
        self.at = end;
        Ok(self.trimmed(Span { from, until: end }))
    }

    /// The parts of a stretch between commas, or between words: quotes kept whole.
    pub(super) fn parts(&self, span: Span, comma: bool) -> Result<Vec<Span>, TargetProblem> {
        let mut parts = Vec::new();
        let (mut from, mut end) = (span.from, span.from);
        while end < span.until {
            let c = self.chars[end];
            if comma && c == ',' && !self.is_decimal(end) {
                parts.push(Span { from, until: end });
                end += 1;
                from = end;
            } else if is_quote(c) {
                end = self.after_quote(end)?;
            } else if c.is_whitespace()
                && let Some(after) = self.words_end(end, words::OR)
            {
                parts.push(Span { from, until: end });
                (from, end) = (after, after);
            } else {
                end += 1;
            }
        }
        parts.push(Span {
            from,
            until: span.until,
        });
        Ok(parts.into_iter().map(|part| self.trimmed(part)).collect())
    }

    /// A comma between two digits belongs to a number.
    fn is_decimal(&self, at: usize) -> bool {
        let digit = |at: Option<usize>| {
            at.and_then(|at| self.chars.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    }

    /// The first place within a stretch where some words stand as words of their own: what is before them, what is after.
    pub(super) fn split_at_words(&self, span: Span, words: &str) -> Option<(Span, Span)> {
        let mut at = span.from;
        while at < span.until {
            if is_quote(self.chars[at]) {
                at = self.after_quote(at).ok()?;
                continue;
            }
            if self.chars[at].is_whitespace()
                && let Some(after) = self.words_end(at, words).filter(|after| *after <= span.until)
            {
                let before = Span {
                    from: span.from,
                    until: at,
                };
                let rest = Span {
                    from: after,
                    until: span.until,
                };
                return Some((self.trimmed(before), self.trimmed(rest)));
            }
            at += 1;
        }
        None
    }

    /// What a whole stretch in quotes says.
    pub(super) fn quoted(&self, span: Span) -> Option<String> {
        let open = *self.chars.get(span.from)?;
        if !is_quote(open) || self.after_quote(span.from).ok()? != span.until {
            return None;
        }
        let inner = Span {
            from: span.from + 1,
            until: span.until - 1,
        };
        Some(if open == '"' {
            self.text(inner).replace("\"\"", "\"")
        } else {
            self.text(self.trimmed(inner))
        })
    }
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '“')
}

fn closing(open: char) -> char {
    match open {
        '«' => '»',
        '“' => '”',
        other => other,
    }
}
