//! The trainers' list of anomalies, as a page to print: one file, no script, nothing to fetch.

use super::anomalies::KINDS;
use super::base::{Base, find};
use super::facts::{Planted, Ref};
use super::report::french;
use super::words::{PageWords, kinds, page};
use crate::content::words::fill;
use crate::fields::Entity;
use std::fmt::Write;

const STYLE: &str = include_str!("../../../../content/coherence/page.css");

/// The anomalies listed in a base, by kind, with the names of the customers: a whole HTML page in French, for A4.
#[must_use]
pub fn anomaly_page(base: &Base) -> String {
    let words = page();
    let mut out = String::with_capacity(64 * 1024);
    let mut body = String::new();
    if base.planted.is_empty() {
        let _ = write!(body, "<p class=\"none\">{}</p>", escaped(&words.none));
    } else {
        summary(base, words, &mut body);
        for (kind, planted) in by_kind(base) {
            section(base, words, kind, &planted, &mut body);
        }
    }
    let told = fill(&words.summary, &|place| match place {
        "day" => Some(french(Some(base.today))),
        "customers" => Some(base.customers.len().to_string()),
        "count" => Some(base.planted.len().to_string()),
        _ => None,
    });
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header><h1>{heading}</h1><p>{told}</p><p class=\"warning\">{warning}</p></header>\n{body}</body>\n</html>\n",
        title = escaped(&words.title),
        heading = escaped(&words.heading),
        told = escaped(&told),
        warning = escaped(&words.warning),
    );
    out
}

/// Anomalies listed, kind after kind, in the order of the list of kinds; unknown kinds last.
fn by_kind(base: &Base) -> Vec<(&str, Vec<&Planted>)> {
    let mut known: Vec<&str> = KINDS.iter().map(|kind| kind.0).collect();
    for planted in &base.planted {
        if !known.contains(&&*planted.kind) {
            known.push(&planted.kind);
        }
    }
    let of_kind = |kind| {
        base.planted
            .iter()
            .filter(|planted| &*planted.kind == kind)
            .collect()
    };
    let parted = known.into_iter().map(|kind| (kind, of_kind(kind)));
    parted
        .filter(|(_, planted): &(_, Vec<_>)| !planted.is_empty())
        .collect()
}

fn label(kind: &str) -> &str {
    kinds().get(kind).map_or(kind, |words| &words.label)
}

fn summary(base: &Base, words: &PageWords, out: &mut String) {
    let _ = write!(
        out,
        "<table class=\"summary\"><caption>{}</caption><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>",
        escaped(&words.table),
        escaped(&words.kind),
        escaped(&words.difficulty),
        escaped(&words.count),
    );
    for (kind, planted) in by_kind(base) {
        let trap = if planted.iter().any(|known| known.trap) {
            format!(" <span class=\"trap\">{}</span>", escaped(&words.trap))
        } else {
            String::new()
        };
        let difficulty = planted.first().map_or("", |known| &known.difficulty);
        let _ = write!(
            out,
            "<tr><td><a href=\"#{kind}\">{}</a>{trap}</td><td>{}</td><td class=\"number\">{}</td></tr>",
            escaped(label(kind)),
            escaped(difficulty),
            planted.len(),
            kind = escaped(kind),
        );
    }
    let _ = writeln!(
        out,
        "</tbody><tfoot><tr><td>{}</td><td></td><td class=\"number\">{}</td></tr></tfoot></table>",
        escaped(&words.total),
        base.planted.len(),
    );
}

fn section(base: &Base, words: &PageWords, kind: &str, planted: &[&Planted], out: &mut String) {
    let _ = write!(
        out,
        "<section id=\"{}\"><h2>{} <span class=\"number\">({})</span></h2>",
        escaped(kind),
        escaped(label(kind)),
        planted.len(),
    );
    let reminder = kinds().get(kind).map_or("", |words| &words.reminder);
    if !reminder.is_empty() {
        let _ = write!(out, "<p class=\"reminder\">{}</p>", escaped(reminder));
    }
    let head = [
        &words.code,
        &words.records,
        &words.finding,
        &words.action,
        &words.difficulty,
        &words.done,
    ];
    out.push_str("<table><thead><tr>");
    for title in head {
        let _ = write!(out, "<th>{}</th>", escaped(title));
    }
    out.push_str("</tr></thead><tbody>");
    for known in planted {
        let trap = if known.trap {
            format!("<span class=\"trap\">{}</span>", escaped(&words.trap))
        } else {
            String::new()
        };
        let records: Vec<String> = known
            .records
            .iter()
            .map(|record| named(base, words, *record))
            .collect();
        let _ = write!(
            out,
            "<tr><td class=\"code\">{}{trap}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"box\"></td></tr>",
            escaped(&known.code),
            records.join("<br>"),
            escaped(&known.finding),
            escaped(&known.expected_action),
            escaped(&known.difficulty),
        );
    }
    out.push_str("</tbody></table></section>\n");
}

/// A reference and, for a customer, a contact or a lead, the name beside it.
fn named(base: &Base, words: &PageWords, (entity, id): Ref) -> String {
    let name = match entity {
        Entity::Customer => base.customer(Some(id)).map(|row| {
            if row.is_company {
                row.legal_name.to_string()
            } else {
                format!("{} {}", row.first_name, row.last_name)
            }
        }),
        Entity::Contact => {
            find(&base.contacts, Some(id)).map(|row| format!("{} {}", row.first_name, row.last_name))
        }
        Entity::Lead => {
            find(&base.leads, Some(id)).map(|row| format!("{} {}", row.first_name, row.last_name))
        }
        Entity::Vehicle => base.vehicle(Some(id)).map(|row| row.plate.to_string()),
        Entity::Invoice => find(&base.invoices, Some(id)).map(|row| french(row.issued)),
        Entity::Activity => find(&base.activities, Some(id)).map(|row| french(row.day())),
        _ => Some(String::new()),
    };
    let name = name.unwrap_or_else(|| words.missing.clone());
    format!("<b>{}</b> {}", entity.reference(id), escaped(name.trim()))
}

/// Text that a page shows as it is.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}
