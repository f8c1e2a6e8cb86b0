//! The same person or firm, keyed in a second time.

use super::Shape;
use super::chance::Chance;
use super::person::{World, mobile};
use duplicates::Subject;

/// Another record of the same one, with some faults.
pub(crate) fn double(world: &World, chance: &mut Chance, shape: &Shape, of: &Subject) -> Subject {
    let mut double = of.clone();
    for _ in 0..chance.between(shape.faults.0, shape.faults.1) {
        fault(world, chance, &mut double);
    }
    if !double.company && chance.percent(shape.swapped) {
        std::mem::swap(&mut double.first_name, &mut double.last_name);
    }
    double
}

fn fault(world: &World, chance: &mut Chance, one: &mut Subject) {
    match chance.under(13) {
        0 if !one.company => one.first_name = slip(chance, &one.first_name),
        0..=2 => one.last_name = slip(chance, &one.last_name),
        3 => {
            one.birth = if chance.percent(40) {
                day_for_month(&one.birth)
            } else {
                digit(chance, &one.birth)
            }
        }
        4 => {
            one.phones = if chance.percent(50) {
                vec![mobile(chance)]
            } else {
                Vec::new()
            }
        }
        5 => one.mails.clear(),
        6 => one.street = slip(chance, &one.street),
        7 => one.number = digit(chance, &one.number),
        8 => moved(world, chance, one),
        9 => one.cars.clear(),
        10 => one.birth.clear(),
        11 if !one.company => shorten(one),
        11 => one.last_name = one.last_name.replace("sarl", "").trim().to_owned(),
        _ => one.siren.clear(),
    }
}

fn moved(world: &World, chance: &mut Chance, one: &mut Subject) {
    [one.number, one.street, one.postcode, one.town] = world.home(chance);
}

/// Half of a compound first name, or an initial.
fn shorten(one: &mut Subject) {
    if let Some((first, _)) = one.first_name.split_once(' ') {
        one.first_name = first.to_owned();
    }
}

fn day_for_month(birth: &str) -> String {
    if birth.len() != 8 {
        return birth.to_owned();
    }
    format!("{}{}{}", &birth[..4], &birth[6..], &birth[4..6])
}

fn digit(chance: &mut Chance, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut letters: Vec<char> = text.chars().collect();
    let at = chance.under(letters.len() as u64) as usize;
    letters[at] = char::from(b'0' + chance.under(10) as u8);
    letters.into_iter().collect()
}

/// A letter more, less, other, or two exchanged.
fn slip(chance: &mut Chance, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 3 {
        return text.to_owned();
    }
    let at = chance.between(1, letters.len() as u64 - 2) as usize;
    let letter = char::from(b'a' + chance.under(26) as u8);
    match chance.under(4) {
        0 => letters.insert(at, letter),
        1 => drop(letters.remove(at)),
        2 => letters[at] = letter,
        _ => letters.swap(at, at + 1),
    }
    let text: String = letters.into_iter().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
