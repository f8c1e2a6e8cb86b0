//! Which pairs are worth comparing: those that share at least one rare enough mark.

use crate::entry::{Entries, Entry};
use crate::lexicon::{Id, mix, scatter};
use std::cmp::Ordering;

/// Records that share a mark are all compared with one another up to this many; beyond, the mark is too common.
const LARGEST: usize = 80;

/// Shows each pair of records worth comparing once, smaller number first.
///
/// No list of pairs is made, since a large base has more of them than it has room for: a pair is shown in the first block
/// that both records are in.
pub(crate) fn candidates(entries: &Entries, mut show: impl FnMut(u32, u32)) {
    let Blocks {
        records,
        ends,
        within,
        starts,
    } = blocks(entries);
    let of = |record: u32| &within[starts[record as usize] as usize..starts[record as usize + 1] as usize];
    let mut start = 0;
    for (block, end) in (0_u32..).zip(ends) {
        let members = &records[start as usize..end as usize];
        for (place, left) in members.iter().enumerate() {
            for right in &members[place + 1..] {
                if first_in_common(of(*left), of(*right)) == Some(block) {
                    show(*left, *right);
                }
            }
        }
        start = end;
    }
}

/// Blocks of records that share a mark, and for each record the blocks it is in.
struct Blocks {
    /// The records of all blocks, one block after the other.
    records: Vec<u32>,
    /// Where each block ends.
    ends: Vec<u32>,
    /// The blocks of all records, one record after the other.
    within: Vec<u32>,
    /// Where those of each record start.
    starts: Vec<u32>,
}

fn blocks(entries: &Entries) -> Blocks {
    let count = entries.all.len();
    // A mark and a record in one number: fewer bits of the mark for more records.
    let bits = usize::BITS - count.leading_zeros();
    let mut postings: Vec<u64> = Vec::with_capacity(count * 20);
    let mut keys = Vec::new();
    for (number, entry) in entries.all.iter().enumerate() {
        keys.clear();
        marks_of(entries, entry, &mut keys);
        postings.extend(keys.iter().map(|key| key >> bits << bits | number as u64));
    }
    postings.sort_unstable();
    postings.dedup();
    let (mut records, mut ends) = (Vec::new(), Vec::new());
    let mut starts = vec![0_u32; count + 2];
    for block in postings.chunk_by(|one, other| one >> bits == other >> bits) {
        if block.len() < 2 || block.len() > LARGEST {
            continue;
        }
        for posting in block {
            let record = (posting & ((1 << bits) - 1)) as u32;
            records.push(record);
            starts[record as usize + 2] += 1;
        }
        ends.push(records.len() as u32);
    }
    drop(postings);
    for place in 2..starts.len() {
        starts[place] += starts[place - 1];
    }
    let (mut within, mut start) = (vec![0_u32; records.len()], 0);
    for (block, end) in (0_u32..).zip(&ends) {
        for record in &records[start..*end as usize] {
            let place = &mut starts[*record as usize + 1];
            within[*place as usize] = block;
            *place += 1;
        }
        start = *end as usize;
    }
    Blocks {
        records,
        ends,
        within,
        starts,
    }
}

/// The first of the blocks that both lists hold, each in order.
fn first_in_common(one: &[u32], other: &[u32]) -> Option<u32> {
    let (mut left, mut right) = (0, 0);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        match a.cmp(b) {
            Ordering::Equal => return Some(*a),
            Ordering::Less => left += 1,
            Ordering::Greater => right += 1,
        }
    }
    None
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
            mix(first_letters(entries.streets.get(entry.street).joined(), 3)),
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
            beginning(entries.streets.get(entry.street).joined()),
        ],
    );
    keys.push(10, [u64::from(entry.street), u64::from(entry.postcode)]);
    keys.push(11, [u64::from(entry.extra), u64::from(entry.number)]);
    keys.push(
        12,
        [
            beginning(first.joined()),
            beginning(last.joined()),
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
    let street = entries.streets.get(entry.street).joined();
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
    mix(first_letters(text, 4)) | 1
}

fn first_letters(text: &str, most: usize) -> &[u8] {
    &text.as_bytes()[..text.len().min(most)]
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
