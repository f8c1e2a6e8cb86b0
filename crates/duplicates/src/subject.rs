//! What is compared: one record, its texts already folded.

/// A person or a company, as far as it serves to tell whether two records are the same one.
///
/// Texts are folded by the caller: lower case, no accents, words separated by one space; an empty text is a blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// A company, else a person.
    pub company: bool,
    /// Known sex, of a person.
    pub sex: Option<Sex>,
    /// First names; empty for a company.
    pub first_name: String,
    /// Last name; of a company, its legal name.
    pub last_name: String,
    /// Of a company, the name it trades under.
    pub trade_name: String,
    /// Digits of the birth date as written, year first (`19840312`).
    pub birth: String,
    /// Digits of each number, national form (`0612345678`).
    pub phones: Vec<String>,
    /// Addresses of mail, lower case.
    pub mails: Vec<String>,
    /// Number in the street, with `bis`.
    pub number: String,
    /// Street.
    pub street: String,
    /// Second line of the address.
    pub extra: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// SIREN, nine digits.
    pub siren: String,
    /// Plates and VINs of its vehicles, letters and digits only.
    pub cars: Vec<String>,
    /// Of a company: folded `first last` of those one asks for there.
    pub people: Vec<String>,
}

/// As civilities tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Monsieur.
    Man,
    /// Madame.
    Woman,
}
