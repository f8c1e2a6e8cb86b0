//! Which pairs are worth comparing: those that share at least one rare enough mark.

use crate::entry::{Entries, Entry};
use crate::lexicon::{Id, mix, scatter};

/// Records that share a mark are all compared with one another up to this many; beyond, the mark is too common.
const LARGEST: usize = 80;

/// Pairs of records (smaller number first), sorted, each once.
pub(crate) fn candidates(entries: &Entries) -> Vec<(u32, u32)> {
    let mut postings: Vec<(u64, u32)> = Vec::with_capacity(entries.all.len() * 12);
    let mut keys = Vec::new();
    for (number, entry) in entries.all.iter().enumerate() {
        keys.clear();
        marks_of(entries, entry, &mut keys);
        keys.sort_unstable();
        keys.dedup();
        postings.extend(keys.iter().map(|key| (*key, number as u32)));
    }
    postings.sort_unstable();
    let mut pairs = Vec::new();
    for block in postings.chunk_by(|one, other| one.0 == other.0) {
        if block.len() < 2 || block.len() > LARGEST {
            continue;
        }
        for (place, (_, left)) in block.iter().enumerate() {
            for (_, right) in &block[place + 1..] {
                pairs.push((*left, *right));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

struct Keys<'a> {
    out: &'a mut Vec<u64>,
}

impl Keys<'_> {
    /// A mark made of parts; none when a part is blank (0).
    fn push<const N: usize>(&mut self, tag: u64, parts: [u64; N]) {
        if parts.contains(&0) {
            return;
        }
        let mut key = scatter(tag.wrapping_add(0x9e37_79b9_7f4a_7c15));
        for part in parts {
            key = scatter(key ^ part);
        }
        self.out.push(key);
    }
}

fn marks_of(entries: &Entries, entry: &Entry, out: &mut Vec<u64>) {
    let mut keys = Keys { out };
    for mark in entries
        .phones(entry)
        .iter()
        .chain(entries.mails(entry))
        .chain(entries.cars(entry))
    {
        keys.push(1, [u64::from(*mark)]);
    }
    for mail in entries.mails(entry) {
        let local = entries
            .marks
            .get(*mail)
            .text
            .split('@')
            .next()
            .map_or(0, |local| mix(local.as_bytes()));
        keys.push(2, [local]);
    }
    let birth = u64::from(entry.birth);
    let (first, last) = (entries.firsts.get(entry.first), entries.lasts.get(entry.last));
    let (first_sound, last_sound) = (heard(entry.first, first.sound), heard(entry.last, last.sound));
    keys.push(3, [birth, initials(&first.text, &last.text)]);
    keys.push(
        4,
        [
            birth,
            mix(&entries
                .streets
                .get(entry.street)
                .joined
                .as_bytes()
                .iter()
                .take(3)
                .copied()
                .collect::<Vec<_>>()),
        ],
    );
    // In any order: names are sometimes exchanged.
    keys.push(
        5,
        [
            first_sound.wrapping_add(last_sound),
            u64::from(entry.first != 0),
            u64::from(entry.last != 0),
        ],
    );
    let (year, day) = birth_parts(&entries.births.get(entry.birth).text);
    for (tag, name) in [(6, first_sound), (6, last_sound)] {
        keys.push(tag, [name, year]);
        keys.push(tag + 20, [name, day]);
        keys.push(tag + 30, [name, u64::from(entry.postcode)]);
        keys.push(tag + 40, [name, joined(entries, entry)]);
        keys.push(tag + 50, [name, u64::from(entry.number), u64::from(entry.town)]);
    }
    keys.push(8, [u64::from(entry.number), joined(entries, entry)]);
    let place = u64::from(entry.place);
    keys.push(
        9,
        [
            place,
            u64::from(entry.number),
            beginning(&entries.streets.get(entry.street).joined),
        ],
    );
    keys.push(10, [u64::from(entry.street), u64::from(entry.postcode)]);
    keys.push(11, [u64::from(entry.extra), u64::from(entry.number)]);
    keys.push(
        12,
        [
            beginning(&first.joined),
            beginning(&last.joined),
            u64::from(entry.postcode),
        ],
    );
    if entry.company {
        for word in last.text.split(' ').filter(|word| word.len() > 3) {
            keys.push(13, [mix(word.as_bytes()), u64::from(entry.postcode)]);
        }
        keys.push(14, [last_sound]);
    }
}

fn heard(id: Id, sound: u64) -> u64 {
    if id == 0 { 0 } else { sound | 1 }
}

fn joined(entries: &Entries, entry: &Entry) -> u64 {
    let street = &entries.streets.get(entry.street).joined;
    if street.is_empty() {
        0
    } else {
        mix(street.as_bytes()) | 1
    }
}

/// The first four letters.
fn beginning(text: &str) -> u64 {
    if text.len() < 3 {
        return 0;
    }
    mix(&text.as_bytes()[..text.len().min(4)]) | 1
}

/// First letters of both names, in alphabetical order.
fn initials(first: &str, last: &str) -> u64 {
    let letter = |text: &str| u64::from(text.bytes().next().unwrap_or(b'-'));
    let (one, other) = (letter(first), letter(last));
    (one.min(other) << 8) | one.max(other)
}

/// The year, and the day within it.
fn birth_parts(birth: &str) -> (u64, u64) {
    if birth.len() == 8 && birth.is_char_boundary(4) {
        (mix(&birth.as_bytes()[..4]), mix(&birth.as_bytes()[4..]))
    } else {
        (0, 0)
    }
}
