//! A message said to somebody.

use super::audience::Addressee;
use super::compile::{Message, Piece};
use super::said::Said;

/// What somebody gets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) subject: String,
    pub(crate) body: String,
    /// Slots that said nothing and had nothing to say instead, each once.
    pub(crate) missing: Vec<usize>,
    /// Percentage of the fields met that said something true; 0 without any field.
    pub(crate) personalised: u32,
}

/// Says a message to somebody.
pub(crate) fn render(message: &Message, to: &Addressee, said: &Said) -> Rendered {
    let mut saying = Saying {
        to,
        said,
        out: String::new(),
        missing: Vec::new(),
        met: 0,
        true_ones: 0,
    };
    saying.pieces(&message.subject);
    let subject = tidy(&std::mem::take(&mut saying.out)).replace('\n', " ");
    saying.pieces(&message.body);
    let body = tidy(&saying.out);
    Rendered {
        subject,
        body,
        personalised: (saying.true_ones * 100).checked_div(saying.met).unwrap_or(0),
        missing: saying.missing,
    }
}

struct Saying<'a> {
    to: &'a Addressee,
    said: &'a Said,
    out: String,
    missing: Vec<usize>,
    met: u32,
    true_ones: u32,
}

impl Saying<'_> {
    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.out.push_str(text),
                Piece::Field { slot, instead } => self.field(*slot, instead.as_deref()),
                Piece::When {
                    test,
                    then,
                    otherwise,
                } => {
                    let holds = test.holds(self.to.customer, self.to.car);
                    self.pieces(if holds { then } else { otherwise });
                }
            }
        }
    }

    fn field(&mut self, slot: usize, instead: Option<&str>) {
        self.met += 1;
        match (self.said.get(slot).and_then(Option::as_deref), instead) {
            (Some(said), _) => {
                self.true_ones += 1;
                self.out.push_str(said);
            }
            (None, Some(instead)) => self.out.push_str(instead),
            (None, None) => {
                if !self.missing.contains(&slot) {
                    self.missing.push(slot);
                }
            }
        }
    }
}

/// Two spaces where nothing was said between them become one, and none is left before a comma or at the end of a line.
fn tidy(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.trim().lines() {
        let mut kept = String::with_capacity(line.len());
        for letter in line.chars() {
            if kept.ends_with(' ') {
                if letter == ' ' {
                    continue;
                }
                if ",.".contains(letter) {
                    kept.pop();
                }
            }
            kept.push(letter);
        }
        lines.push(kept.trim_end().to_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn what_is_not_said_leaves_no_hole() {
        assert_eq!(
            tidy("Votre   véhicule  , Mme  .\nfin \n"),
            "Votre véhicule, Mme.\nfin"
        );
        assert_eq!(tidy("Un prix : 10 € ?"), "Un prix : 10 € ?");
    }
}
