//! Days and periods counted from the day of use, read and written.

use super::words;
use crate::targeting::tree::{TargetPeriod, TargetStep, TargetUnit};
use crate::values::fold;

/// « aujourd’hui », « aujourd’hui - 18 mois + 3 jours », « hier », « demain », « il y a 3 ans »; none for anything else.
pub(super) fn from_today(text: &str) -> Option<Vec<TargetStep>> {
    let spaced: String = text
        .chars()
        .flat_map(|c| match c {
            '+' | '-' | '−' | '–' => vec![' ', if c == '+' { '+' } else { '-' }, ' '],
            other => vec![other],
        })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let day = |n| {
        Some(vec![TargetStep {
            n,
            unit: TargetUnit::Day,
        }])
    };
    match fold(text).as_str() {
        "hier" => return day(-1),
        "demain" => return day(1),
        "avant hier" => return day(-2),
        "apres demain" => return day(2),
        _ => {}
    }
    if let [first, second, third, rest @ ..] = words.as_slice()
        && fold(&format!("{first} {second} {third}")) == "il y a"
    {
        let (n, unit, left) = amount(rest)?;
        let step = TargetStep {
            n: -i32::try_from(n).ok()?,
            unit,
        };
        return left.is_empty().then_some(vec![step]);
    }
    let (first, mut rest) = words.split_first()?;
    if fold(first) != fold(words::TODAY) {
        return None;
    }
    let mut steps = Vec::new();
    while let Some((sign, after)) = rest.split_first() {
        let way = match *sign {
            "+" => 1,
            "-" => -1,
            _ => return None,
        };
        let (n, unit, left) = amount(after)?;
        steps.push(TargetStep {
            n: i32::try_from(n).ok()? * way,
            unit,
        });
        rest = left;
    }
    Some(steps)
}

/// A number and its unit, then what is left.
fn amount<'a, 'w>(words: &'a [&'w str]) -> Option<(u32, TargetUnit, &'a [&'w str])> {
    let (number, rest) = words.split_first()?;
    let n: u32 = match fold(number).as_str() {
        "un" | "une" => 1,
        _ => number.parse().ok()?,
    };
    let (unit, left) = unit(rest)?;
    Some((n, unit, left))
}

fn unit<'a, 'w>(words: &'a [&'w str]) -> Option<(TargetUnit, &'a [&'w str])> {
    let found = words::UNITS.iter().find_map(|(unit, one, many)| {
        [one, many].into_iter().find_map(|name| {
            let length = name.split(' ').count();
            let said = words.get(..length)?.join(" ");
            (fold(&said) == fold(name)).then(|| (*unit, &words[length..]))
        })
    });
    found.or_else(|| {
        let (first, left) = words.split_first()?;
        match fold(first).as_str() {
            "annee" | "annees" => Some((TargetUnit::Year, left)),
            "h" => Some((TargetUnit::Hour, left)),
            "j" => Some((TargetUnit::Day, left)),
            _ => None,
        }
    })
}

type Make = fn(u32, TargetUnit) -> TargetPeriod;

/// How periods begin, longest first, and what each is.
const COUNTED: [(&str, Make); 15] = [
    ("il y a plus de", |n, unit| TargetPeriod::Older { n, unit }),
    ("il y a moins de", |n, unit| TargetPeriod::Past { n, unit }),
    ("depuis plus de", |n, unit| TargetPeriod::Older { n, unit }),
    ("depuis moins de", |n, unit| TargetPeriod::Past { n, unit }),
    ("depuis les", |n, unit| TargetPeriod::Past { n, unit }),
    ("depuis", |n, unit| TargetPeriod::Past { n, unit }),
    ("dans plus de", |n, unit| TargetPeriod::Beyond { n, unit }),
    ("dans moins de", |n, unit| TargetPeriod::Ahead { n, unit }),
    ("dans les", |n, unit| TargetPeriod::Ahead { n, unit }),
    ("dans l", |n, unit| TargetPeriod::Ahead { n, unit }),
    ("dans la", |n, unit| TargetPeriod::Ahead { n, unit }),
    ("dans le", |n, unit| TargetPeriod::Ahead { n, unit }),
    ("dans", |n, unit| TargetPeriod::Ahead { n, unit }),
    ("les", |n, unit| TargetPeriod::Past { n, unit }),
    ("moins de", |n, unit| TargetPeriod::Past { n, unit }),
];

/// A period; none for anything else.
pub(super) fn period(text: &str) -> Option<TargetPeriod> {
    counted(text).or_else(|| calendar(text))
}

fn counted(text: &str) -> Option<TargetPeriod> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    for (begin, make) in COUNTED {
        let Some(rest) = folded.strip_prefix(begin).filter(|rest| rest.starts_with(' ')) else {
            continue;
        };
        let mut rest: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
        // « dans les 60 prochains jours », « les 12 derniers mois »
        rest.retain(|word| !matches!(*word, "prochains" | "prochaines" | "derniers" | "dernieres"));
        let is_past_alone = matches!(begin, "les" | "moins de");
        if is_past_alone && !words.iter().any(|word| word.starts_with("dernier")) {
            continue;
        }
        if let Some((n, unit, [])) = amount(&rest) {
            return Some(make(n, unit));
        }
        if begin.starts_with("dans l")
            && let Some((unit, [])) = unit(&rest)
        {
            return Some(make(1, unit));
        }
    }
    None
}

fn calendar(text: &str) -> Option<TargetPeriod> {
    let text = text.trim().to_lowercase().replace('\'', "’");
    let whole = |(unit, shift): (TargetUnit, i32), years| TargetPeriod::Calendar { unit, shift, years };
    if let Some(found) = named(&text) {
        return Some(whole(found, 0));
    }
    for (end, years) in [(words::LAST_YEAR, -1), (words::NEXT_YEAR, 1)] {
        if let Some(found) = text.strip_suffix(end).and_then(named) {
            return Some(whole(found, years));
        }
    }
    // « ce mois-ci, - 2 ans »
    let (before, after) = text.rsplit_once(',')?;
    let years = signed(after, "ans").or_else(|| signed(after, "an"))?;
    Some(whole(named(before)?, years))
}

/// « ce mois-ci », « la semaine dernière », « mois + 2 »: the unit, and how far from the present one.
fn named(text: &str) -> Option<(TargetUnit, i32)> {
    let said = fold(text);
    let own = words::CALENDAR.iter().find_map(|(unit, names)| {
        let place = names[..3].iter().position(|name| fold(name) == said)?;
        Some((*unit, [0, -1, 1][place]))
    });
    own.or_else(|| {
        let mut others = words::OTHER_CALENDAR.iter();
        others
            .find(|(_, _, name)| fold(name) == said)
            .map(|(unit, shift, _)| (*unit, *shift))
    })
    .or_else(|| shifted(text))
}

/// « mois + 2 », « semaine - 3 ».
fn shifted(text: &str) -> Option<(TargetUnit, i32)> {
    let (word, number) = text.split_once(['+', '-', '−'])?;
    let (unit, _) = words::CALENDAR
        .iter()
        .find(|(_, names)| fold(names[3]) == fold(word))?;
    let n: i32 = number.trim().parse().ok()?;
    Some((*unit, if text.contains('+') { n } else { -n }))
}

fn signed(text: &str, unit: &str) -> Option<i32> {
    let bare = text.trim();
    let number = bare.strip_suffix(unit)?.replace(' ', "").replace('−', "-");
    number.strip_prefix('+').unwrap_or(&number).parse().ok()
}

/// The day of use moved by steps, as it is written.
pub(super) fn write_today(steps: &[TargetStep]) -> String {
    let mut text = words::TODAY.to_owned();
    for step in steps {
        let sign = if step.n < 0 { '-' } else { '+' };
        let n = i64::from(step.n).abs();
        text.push_str(&format!(" {sign} {}", words::counted(n, step.unit)));
    }
    text
}

/// A period, as it is written.
pub(super) fn write_period(period: TargetPeriod) -> String {
    let counted = |begin: &str, n: u32, unit| format!("{begin} {}", words::counted(i64::from(n), unit));
    match period {
        TargetPeriod::Ahead { n, unit } => counted(words::AHEAD, n, unit),
        TargetPeriod::Past { n, unit } => counted(words::PAST, n, unit),
        TargetPeriod::Older { n, unit } => counted(words::OLDER, n, unit),
        TargetPeriod::Beyond { n, unit } => counted(words::BEYOND, n, unit),
        TargetPeriod::Calendar { unit, shift, years } => {
            let names = words::CALENDAR
                .iter()
                .find(|(known, _)| *known == unit)
                .map_or([""; 4], |(_, names)| *names);
            let base = match shift {
                0 => names[0].to_owned(),
                -1 => names[1].to_owned(),
                1 => names[2].to_owned(),
                n if n < 0 => format!("{} - {}", names[3], n.unsigned_abs()),
                n => format!("{} + {n}", names[3]),
            };
            match years {
                0 => base,
                -1 => format!("{base} {}", words::LAST_YEAR),
                1 => format!("{base} {}", words::NEXT_YEAR),
                n if n < 0 => format!("{base}, - {} ans", n.unsigned_abs()),
                n => format!("{base}, + {n} ans"),
            }
        }
    }
}
