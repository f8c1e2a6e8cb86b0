//! Licence expressions of npm packages ("MIT OR (Apache-2.0 AND ISC)"), judged against the allowed list.

/// Whether an expression can be satisfied with allowed licences only.
pub(crate) fn allowed(expression: &str, list: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader {
        words: &words,
        at: 0,
        list,
    };
    let verdict = reader.either();
    verdict == Some(true) && reader.at == words.len()
}

struct Reader<'a> {
    words: &'a [&'a str],
    at: usize,
    list: &'a [String],
}

impl<'a> Reader<'a> {
    fn either(&mut self) -> Option<bool> {
        let mut verdict = self.both()?;
        while self.take("OR") {
            verdict |= self.both()?;
        }
        Some(verdict)
    }

    fn both(&mut self) -> Option<bool> {
        let mut verdict = self.one()?;
        while self.take("AND") {
            verdict &= self.one()?;
        }
        Some(verdict)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let verdict = self.either()?;
            return self.take(")").then_some(verdict);
        }
        let name = self.next()?;
        Some(self.list.iter().any(|licence| licence == name))
    }

    fn take(&mut self, word: &str) -> bool {
        let met = self.words.get(self.at) == Some(&word);
        self.at += usize::from(met);
        met
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.at).copied();
        self.at += 1;
        word
    }
}

#[cfg(test)]
mod tests {
    use super::allowed;

    fn check(expression: &str, verdict: bool) {
        let list = ["MIT".to_owned(), "Apache-2.0".to_owned(), "ISC".to_owned()];
        assert_eq!(allowed(expression, &list), verdict, "{expression}");
    }

    #[test]
    fn expressions_are_judged_by_what_can_be_chosen() {
        check("MIT", true);
        check("GPL-3.0-only", false);
        check("GPL-3.0-only OR MIT", true);
        check("(MIT AND Apache-2.0)", true);
        check("MIT AND GPL-3.0-only", false);
        check("ISC AND (GPL-2.0 OR MIT)", true);
        check("SEE LICENSE IN LICENSE.md", false);
        check("(MIT", false);
        check("", false);
    }
}
