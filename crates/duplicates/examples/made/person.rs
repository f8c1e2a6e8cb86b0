//! Persons and firms as they come.

use super::Shape;
use super::chance::Chance;
use duplicates::{Sex, Subject};

/// Names and places to draw from.
pub(crate) struct World {
    first: [Vec<String>; 2],
    last: Weighted,
    streets: Weighted,
    towns: Weighted,
    trades: Vec<String>,
}

struct Weighted {
    texts: Vec<String>,
    until: Vec<u64>,
}

impl Weighted {
    fn of(lines: impl Iterator<Item = (String, u64)>) -> Self {
        let (mut texts, mut until, mut sum) = (Vec::new(), Vec::new(), 0);
        for (text, weight) in lines {
            sum += weight.max(1);
            texts.push(text);
            until.push(sum);
        }
        Self { texts, until }
    }

    fn draw(&self, chance: &mut Chance) -> &str {
        let at = chance.under(self.until.last().copied().unwrap_or(1));
        &self.texts[self.until.partition_point(|until| *until <= at)]
    }
}

impl World {
    pub(crate) fn read() -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
        let rows = |file: &str| -> Vec<Vec<String>> {
            std::fs::read_to_string(format!("{folder}/{file}"))
                .unwrap_or_default()
                .lines()
                .filter(|line| !line.starts_with('#'))
                .skip(1)
                .map(|line| line.split('\t').map(str::to_owned).collect())
                .collect()
        };
        let names = rows("people/first_names.tsv");
        let first = ["m", "f"].map(|sex| {
            names
                .iter()
                .filter(|row| row[0] == sex)
                .flat_map(|row| row[2].split('|').map(fold))
                .collect()
        });
        let weighted = |rows: Vec<Vec<String>>| {
            Weighted::of(
                rows.into_iter()
                    .map(|row| (fold(&row[0]), row[1].parse().unwrap_or(1))),
            )
        };
        let towns = rows("places/towns.tsv").into_iter().map(|row| {
            let postcode = row[4]
                .split(['|', ' ', ','])
                .next()
                .unwrap_or_default()
                .to_owned();
            (
                format!("{postcode}\t{}", fold(&row[1])),
                row[3].parse().unwrap_or(1),
            )
        });
        Self {
            first,
            last: weighted(rows("people/surnames.tsv")),
            streets: weighted(rows("places/streets.tsv")),
            towns: Weighted::of(towns),
            trades: [
                "plomberie",
                "electricite",
                "menuiserie",
                "peinture",
                "transports",
                "boulangerie",
                "coiffure",
                "conseil",
                "taxi",
                "paysage",
                "ambulances",
                "nettoyage",
            ]
            .map(str::to_owned)
            .to_vec(),
        }
    }

    /// A surname: one in three is of those that few people bear.
    pub(crate) fn surname(&self, chance: &mut Chance) -> String {
        if !chance.percent(35) {
            return self.last.draw(chance).to_owned();
        }
        const BEGINNINGS: [&str; 24] = [
            "ber", "car", "del", "fou", "gar", "ker", "lan", "mar", "mon", "nor", "pel", "que", "rou", "sau",
            "ter", "val", "bou", "cha", "du", "fer", "gi", "hu", "le", "vi",
        ];
        const MIDDLES: [&str; 18] = [
            "be", "cha", "di", "fo", "gue", "la", "li", "ma", "ne", "pi", "que", "ra", "sse", "ti", "va",
            "zi", "ro", "lo",
        ];
        const ENDS: [&str; 16] = [
            "ard", "eau", "el", "er", "et", "ier", "in", "on", "ot", "oux", "y", "aud", "ec", "as", "in",
            "ouin",
        ];
        let middle = if chance.percent(60) {
            *chance.one(&MIDDLES)
        } else {
            ""
        };
        format!("{}{middle}{}", chance.one(&BEGINNINGS), chance.one(&ENDS))
    }

    pub(crate) fn first_name(&self, chance: &mut Chance, sex: Sex) -> String {
        let list = &self.first[usize::from(sex == Sex::Woman)];
        chance.one(list).clone()
    }

    /// Number, street, postcode and town.
    pub(crate) fn home(&self, chance: &mut Chance) -> [String; 4] {
        let (postcode, town) = self.towns.draw(chance).split_once('\t').unwrap_or_default();
        let number = chance.between(1, 120).to_string();
        let street = self.streets.draw(chance).to_owned();
        [number, street, postcode.to_owned(), town.to_owned()]
    }
}

pub(crate) fn mobile(chance: &mut Chance) -> String {
    format!("06{:08}", chance.under(100_000_000))
}

fn plate(chance: &mut Chance) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTVWXYZ";
    let mut letter = || char::from(*chance.one(LETTERS));
    let (a, b, c, d) = (letter(), letter(), letter(), letter());
    format!("{a}{b}{:03}{c}{d}", chance.between(1, 999))
}

fn birth(chance: &mut Chance) -> String {
    format!(
        "{}{:02}{:02}",
        chance.between(1938, 2006),
        chance.between(1, 12),
        chance.between(1, 28)
    )
}

fn mail(chance: &mut Chance, first: &str, last: &str) -> String {
    let bare = |text: &str| text.replace(' ', "");
    // Nobody has the address of a namesake.
    let number = chance.between(1, 99_999);
    let host = chance.one(&[
        "courriel.example",
        "boite.example",
        "poste.example",
        "mail.example",
    ]);
    format!("{}.{}{number}@{host}", bare(first), bare(last))
}

fn some(chance: &mut Chance, blank: u64, value: String) -> String {
    if chance.percent(blank) {
        String::new()
    } else {
        value
    }
}

fn list(value: String) -> Vec<String> {
    if value.is_empty() { Vec::new() } else { vec![value] }
}

pub(crate) fn person(world: &World, chance: &mut Chance, shape: &Shape) -> Subject {
    let last = world.surname(chance);
    let home = world.home(chance);
    someone(world, chance, shape, last, home, chance_sex)
}

fn chance_sex(chance: &mut Chance) -> Sex {
    if chance.percent(50) { Sex::Man } else { Sex::Woman }
}

fn someone(
    world: &World,
    chance: &mut Chance,
    shape: &Shape,
    last: String,
    [number, street, postcode, town]: [String; 4],
    sex: fn(&mut Chance) -> Sex,
) -> Subject {
    let sex = sex(chance);
    let first = world.first_name(chance, sex);
    let (at, on, wheels, address) = (
        mail(chance, &first, &last),
        mobile(chance),
        plate(chance),
        chance.percent(shape.addresses_blank),
    );
    let keep = |value: String| if address { String::new() } else { value };
    let born = birth(chance);
    Subject {
        sex: Some(sex),
        first_name: first,
        last_name: last,
        birth: some(chance, shape.births_blank, born),
        phones: list(some(chance, shape.phones_blank, on)),
        mails: list(some(chance, shape.mails_blank, at)),
        cars: list(some(chance, shape.cars_blank, wheels)),
        number: keep(number),
        street: keep(street),
        postcode: keep(postcode),
        town: keep(town),
        ..Subject::default()
    }
}

/// Somebody who lives with them: same name and home, often the same telephone or car.
pub(crate) fn spouse(world: &World, chance: &mut Chance, shape: &Shape, of: &Subject) -> Subject {
    let home = [&of.number, &of.street, &of.postcode, &of.town].map(String::clone);
    let man = |_: &mut Chance| Sex::Man;
    let woman = |_: &mut Chance| Sex::Woman;
    let sex: fn(&mut Chance) -> Sex = if of.sex == Some(Sex::Man) { woman } else { man };
    let mut spouse = someone(world, chance, shape, of.last_name.clone(), home, sex);
    if of.street.is_empty() {
        for part in [
            &mut spouse.number,
            &mut spouse.street,
            &mut spouse.postcode,
            &mut spouse.town,
        ] {
            part.clear();
        }
    }
    if chance.percent(30) {
        spouse.phones.clone_from(&of.phones);
    }
    if chance.percent(30) {
        spouse.cars.clone_from(&of.cars);
    }
    spouse
}

pub(crate) fn firm(world: &World, chance: &mut Chance, shape: &Shape) -> Subject {
    let [number, street, postcode, town] = world.home(chance);
    let (last, trade) = (world.surname(chance), chance.one(&world.trades).clone());
    let form = chance.one(&["sarl", "sas", "eurl", "sci", ""]);
    let name = match chance.under(3) {
        0 => format!("{trade} {last} {form}"),
        1 => format!("{last} {trade} {form}"),
        _ => format!("{form} {trade} de {town}"),
    };
    let (on, at) = (
        format!("02{:08}", chance.under(100_000_000)),
        format!("contact@{last}-{trade}{}.example", chance.under(400)),
    );
    let siren = chance.between(300_000_000, 999_999_999).to_string();
    Subject {
        company: true,
        last_name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        siren: some(chance, 35, siren),
        phones: list(some(chance, shape.phones_blank, on)),
        mails: list(some(chance, shape.mails_blank, at)),
        number,
        street,
        postcode,
        town,
        ..Subject::default()
    }
}

/// Lower case, no accents, words of letters and digits.
fn fold(text: &str) -> String {
    let bare: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'œ' => 'o',
            c if c.is_ascii_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
