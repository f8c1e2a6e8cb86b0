//! Two records, field by field: how far each agrees.

use crate::entry::{Entries, Entry};
use crate::lexicon::{Id, Lexicon, Text};
use crate::slips::slips as distance;

/// What is compared, in the order of [`Levels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    First,
    Last,
    Birth,
    Phone,
    Mail,
    Number,
    Street,
    Extra,
    Postcode,
    Town,
    Cars,
    Sex,
}

/// How many fields are compared.
pub(crate) const FIELDS: usize = 12;

/// Every field, in order.
pub(crate) const ALL: [Field; FIELDS] = [
    Field::First,
    Field::Last,
    Field::Birth,
    Field::Phone,
    Field::Mail,
    Field::Number,
    Field::Street,
    Field::Extra,
    Field::Postcode,
    Field::Town,
    Field::Cars,
    Field::Sex,
];

/// How far two values agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Level {
    /// One of them is blank.
    #[default]
    Blank,
    /// The same.
    Same,
    /// The same, written otherwise: joined words, an initial, letters that sound alike.
    Written,
    /// A slip of the keyboard apart.
    Slip,
    /// Something in common.
    Near,
    /// Nothing in common.
    Other,
}

/// How many levels there are.
pub(crate) const LEVELS: usize = 6;

/// How two records agree.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Agreement {
    /// By field.
    pub(crate) levels: [Level; FIELDS],
    /// First and last names exchanged.
    pub(crate) swapped: bool,
    /// How rare what is the same is, by field, as a share of the records (0 to 1); 0 when it is not the same.
    pub(crate) shares: [f32; FIELDS],
}

impl Agreement {
    pub(crate) fn level(&self, field: Field) -> Level {
        self.levels[field as usize]
    }

    fn set(&mut self, field: Field, level: Level, share: f32) {
        self.levels[field as usize] = level;
        self.shares[field as usize] = if level == Level::Same { share } else { 0.0 };
    }
}

/// Compares two persons, or two companies.
pub(crate) fn compare(entries: &Entries, left: &Entry, right: &Entry) -> Agreement {
    let mut found = Agreement::default();
    names(entries, left, right, &mut found);
    let (level, share) = birth(&entries.births, left.birth, right.birth);
    found.set(Field::Birth, level, share);
    let (level, share) = marks(entries, entries.phones(left), entries.phones(right));
    found.set(Field::Phone, level, share);
    let (level, share) = marks(entries, entries.mails(left), entries.mails(right));
    found.set(Field::Mail, level, share);
    let (level, share) = marks(entries, entries.cars(left), entries.cars(right));
    found.set(Field::Cars, level, share);
    address(entries, left, right, &mut found);
    let sex = match (left.sex, right.sex) {
        // The same first name tells it already.
        (Some(one), Some(other)) if one == other && found.level(Field::First) == Level::Same => Level::Blank,
        (Some(one), Some(other)) if one == other => Level::Same,
        (Some(_), Some(_)) => Level::Other,
        _ => Level::Blank,
    };
    found.set(Field::Sex, sex, 0.5);
    found
}

fn names(entries: &Entries, left: &Entry, right: &Entry, found: &mut Agreement) {
    if left.company {
        let (last, share) = company(entries, left, right);
        found.set(Field::Last, last, share);
        return;
    }
    let first = name(
        entries.firsts.get(left.first),
        entries.firsts.get(right.first),
        true,
    );
    let last = name(entries.lasts.get(left.last), entries.lasts.get(right.last), false);
    let straight = worth(first) + worth(last);
    if straight < 3 {
        let crossed_first = name(
            entries.firsts.get(left.first),
            entries.lasts.get(right.last),
            false,
        );
        let crossed_last = name(
            entries.lasts.get(left.last),
            entries.firsts.get(right.first),
            false,
        );
        // A slip in each may come with the exchange; a word in common in one alone is no exchange.
        let (one, other) = (worth(crossed_first), worth(crossed_last));
        if one.min(other) > 0 && one + other > straight.max(3) {
            found.swapped = true;
            found.set(Field::First, crossed_first, entries.firsts.share(left.first));
            found.set(Field::Last, crossed_last, entries.lasts.share(left.last));
            return;
        }
    }
    found.set(Field::First, first, entries.firsts.share(left.first));
    found.set(Field::Last, last, entries.lasts.share(left.last));
}

fn worth(level: Level) -> i32 {
    match level {
        Level::Same | Level::Written => 3,
        Level::Slip => 2,
        Level::Near => 1,
        Level::Blank => 0,
        Level::Other => -1,
    }
}

fn company(entries: &Entries, left: &Entry, right: &Entry) -> (Level, f32) {
    let mut best = (Level::Blank, 0.0);
    for one in [left.last, left.trade] {
        for other in [right.last, right.trade] {
            let level = name(entries.lasts.get(one), entries.lasts.get(other), false);
            if level != Level::Blank && (best.0 == Level::Blank || level < best.0) {
                best = (level, entries.lasts.share(one));
            }
        }
    }
    best
}

/// Two names: `first` when initials may stand for them.
fn name(left: &Text, right: &Text, first: bool) -> Level {
    let (one, other) = (&*left.text, &*right.text);
    if one.is_empty() || other.is_empty() {
        return Level::Blank;
    }
    if one == other {
        return Level::Same;
    }
    if left.joined() == right.joined() || (first && abbreviated(one, other)) {
        return Level::Written;
    }
    let longest = left.joined().len().max(right.joined().len());
    let allowed = if longest >= 5 { 2 } else { 1 };
    let slips = distance(left, right, allowed.max(longest / 3));
    if slips <= 1 && longest > 2 || (slips <= allowed && left.sound == right.sound && longest > 3) {
        return Level::Slip;
    }
    if slips <= allowed || longest >= 7 && slips <= longest / 3 || shares_word(one, other) {
        return Level::Near;
    }
    Level::Other
}

/// `j pierre`, `j p` or `jp` for `jean pierre`; a lone initial for the whole.
fn abbreviated(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split(' ').count();
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if words(short) == words(long) {
        return short
            .split(' ')
            .zip(long.split(' '))
            .all(|(a, b)| a == b || a.len() == 1 && b.starts_with(a));
    }
    words(long) > 1
        && words(short) == 1
        && short.len() == words(long)
        && long
            .split(' ')
            .zip(short.bytes())
            .all(|(word, letter)| word.as_bytes().first() == Some(&letter))
}

fn shares_word(one: &str, other: &str) -> bool {
    let several = one.contains(' ') || other.contains(' ');
    several
        && one
            .split(' ')
            .any(|word| word.len() > 2 && other.split(' ').any(|with| with == word))
}

fn birth(births: &Lexicon, left: Id, right: Id) -> (Level, f32) {
    if left == 0 || right == 0 {
        return (Level::Blank, 0.0);
    }
    if left == right {
        return (Level::Same, births.share(left));
    }
    let (left, right) = (births.get(left), births.get(right));
    let (one, other) = (&*left.text, &*right.text);
    let exchanged = one.len() == 8
        && other.len() == 8
        && one.is_char_boundary(4)
        && one.is_char_boundary(6)
        && other.is_char_boundary(4)
        && other.is_char_boundary(6)
        && one[..4] == other[..4]
        && one[4..6] == other[6..]
        && one[6..] == other[4..6];
    let level = match distance(left, right, 2) {
        _ if exchanged => Level::Slip,
        0 | 1 => Level::Slip,
        2 => Level::Near,
        _ => Level::Other,
    };
    (level, 0.0)
}

/// Marks that belong to few: one in common is enough.
fn marks(entries: &Entries, left: &[Id], right: &[Id]) -> (Level, f32) {
    if left.is_empty() || right.is_empty() {
        return (Level::Blank, 0.0);
    }
    if let Some(same) = left.iter().find(|id| right.contains(id)) {
        return (Level::Same, entries.marks.share(*same));
    }
    let near = left.iter().any(|one| {
        right
            .iter()
            .any(|other| distance(entries.marks.get(*one), entries.marks.get(*other), 1) <= 1)
    });
    (if near { Level::Slip } else { Level::Other }, 0.0)
}

fn address(entries: &Entries, left: &Entry, right: &Entry, found: &mut Agreement) {
    let number = short(&entries.numbers, left.number, right.number);
    found.set(Field::Number, number, entries.numbers.share(left.number));
    let straight = line(
        entries.streets.get(left.street),
        entries.streets.get(right.street),
    );
    let extra = line(entries.extras.get(left.extra), entries.extras.get(right.extra));
    let crossed = line(entries.streets.get(left.street), entries.extras.get(right.extra));
    let back = line(entries.extras.get(left.extra), entries.streets.get(right.street));
    if straight > Level::Slip && (is_close(crossed) || is_close(back)) && worth(crossed) + worth(back) > 0 {
        found.set(
            Field::Street,
            if is_close(crossed) { crossed } else { back },
            entries
                .streets
                .share(left.street)
                .max(entries.streets.share(right.street)),
        );
        found.set(
            Field::Extra,
            if is_close(crossed) && is_close(back) {
                back
            } else {
                Level::Blank
            },
            entries.extras.share(left.extra),
        );
    } else {
        found.set(Field::Street, straight, entries.streets.share(left.street));
        found.set(Field::Extra, extra, entries.extras.share(left.extra));
    }
    let postcode = short(&entries.postcodes, left.postcode, right.postcode);
    found.set(Field::Postcode, postcode, entries.postcodes.share(left.postcode));
    let town = line(entries.towns.get(left.town), entries.towns.get(right.town));
    found.set(Field::Town, town, entries.towns.share(left.town));
    // A postcode nearly says its town: together they count once.
    if left.place != 0 && left.place == right.place {
        found.shares[Field::Postcode as usize] = entries.places.share(left.place);
        found.levels[Field::Town as usize] = Level::Blank;
    }
}

fn is_close(level: Level) -> bool {
    (Level::Same..=Level::Slip).contains(&level)
}

/// Codes of a few signs: numbers in a street, postcodes.
fn short(lexicon: &Lexicon, left: Id, right: Id) -> Level {
    if left == 0 || right == 0 {
        return Level::Blank;
    }
    if left == right {
        return Level::Same;
    }
    let (one, other) = (lexicon.get(left), lexicon.get(right));
    let longest = one.joined().len().max(other.joined().len());
    match distance(one, other, 2) {
        0 => Level::Written,
        1 if longest > 1 => Level::Slip,
        2 if longest > 3 => Level::Near,
        _ => Level::Other,
    }
}

/// Lines of an address and towns: typing is careless there.
fn line(left: &Text, right: &Text) -> Level {
    if left.text.is_empty() || right.text.is_empty() {
        return Level::Blank;
    }
    if left.text == right.text {
        return Level::Same;
    }
    if left.joined() == right.joined() || left.sound == right.sound {
        return Level::Written;
    }
    let longest = left.joined().len().max(right.joined().len());
    let slips = distance(left, right, longest / 2);
    if slips * 6 <= longest {
        return Level::Slip;
    }
    if slips * 5 <= longest * 2 || shares_word(&left.text, &right.text) && slips * 2 <= longest {
        return Level::Near;
    }
    Level::Other
}
