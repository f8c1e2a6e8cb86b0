//! The functions by which SQL asks `reckoning`: what is kept, and with the day of use what depends on it.

use crate::content::upkeep::upkeep;
use crate::reckoning::{self, Closed, Reach, Word};
use crate::values::{parse_date, parse_date_time};
use jiff::civil::Date;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Result};
use std::sync::{Mutex, PoisonError};

/// Registers them; each gives the same for the same arguments.
pub(in crate::store) fn register(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("estimated_km", 4, flags, estimated_km)?;
    conn.create_scalar_function("inspection_due", 3, flags, inspection_due)?;
    conn.create_scalar_function("loyalty", 3, flags, loyalty)?;
    conn.create_scalar_function("open_minutes", 3, flags, open_minutes)?;
    conn.create_scalar_function("reachable", 3, flags, reachable)?;
    conn.create_scalar_function("reach_days", 1, flags, reach_days)?;
    conn.create_scalar_function("consent_state", 2, flags, consent_state())?;
    conn.create_scalar_function("reach_of", 10, flags, reach_of)
}

fn text<'a>(context: &'a Context, place: usize) -> Result<Option<&'a str>> {
    Ok(context.get_raw(place).as_str_or_null()?)
}

fn date(context: &Context, place: usize) -> Result<Option<Date>> {
    Ok(text(context, place)?.and_then(parse_date))
}

/// `estimated_km(last_reading_km, last_reading_on, km_per_year, today)`.
fn estimated_km(context: &mut Context) -> Result<Option<i64>> {
    let (km, per_year): (Option<i64>, Option<i64>) = (context.get(0)?, context.get(2)?);
    let (Some(km), Some(on), Some(per_year), Some(today)) =
        (km, date(context, 1)?, per_year, date(context, 3)?)
    else {
        return Ok(None);
    };
    Ok(reckoning::estimated_km(km, on, per_year, today))
}

/// `inspection_due(first_registered_on, last_inspection_on, today)`.
fn inspection_due(context: &mut Context) -> Result<Option<String>> {
    let Some(today) = date(context, 2)? else {
        return Ok(None);
    };
    let due = reckoning::inspection_due(date(context, 0)?, date(context, 1)?, today);
    Ok(due.map(|due| due.to_string()))
}

/// `loyalty(has_visited, next_visit_on, today)`.
fn loyalty(context: &mut Context) -> Result<Option<&'static str>> {
    let visited = context.get::<Option<i64>>(0)?.unwrap_or(0) > 0;
    let Some(today) = date(context, 2)? else {
        return Ok(None);
    };
    Ok(Some(
        reckoning::loyalty(visited, date(context, 1)?, upkeep(), today).code(),
    ))
}

/// `open_minutes(site, from, to)`: minutes between two moments at which the dealership is open.
fn open_minutes(context: &mut Context) -> Result<Option<i64>> {
    let moment = |place| Ok::<_, rusqlite::Error>(text(context, place)?.and_then(parse_date_time));
    let (Some(from), Some(to)) = (moment(1)?, moment(2)?) else {
        return Ok(None);
    };
    let site = text(context, 0)?.unwrap_or_default();
    Ok(Some(reckoning::hours::open_minutes(site, from, to)))
}

/// `reachable(channel, days, today)`, the days as `reach_days` wrote them.
fn reachable(context: &mut Context) -> Result<Option<bool>> {
    let bytes = |place| -> Result<Option<&[u8]>> { Ok(context.get_raw(place).as_bytes_or_null()?) };
    let (Some(channel), Some(days), Some(day)) = (bytes(0)?, bytes(1)?, bytes(2)?) else {
        return Ok(None);
    };
    // The day is the same for all the rows of a statement.
    let closed = context.get_or_create_aux(2, |day| -> Result<Closed> {
        Ok(Closed::on(parse_date(day.as_str()?).unwrap_or_default()))
    })?;
    Ok(reckoning::allowed(days, channel, day, &closed))
}

/// `reach_days(reach)`.
fn reach_days(context: &mut Context) -> Result<Option<String>> {
    Ok(read_reach(context, 0)?.map(|reach| reckoning::days_of(&reach)))
}

/// `consent_state(reach, channel)`, which reads the same `reach` for each channel of a row once.
fn consent_state() -> impl Fn(&mut Context) -> Result<Option<String>> {
    let last = Mutex::new((String::new(), None::<Reach>));
    move |context| {
        let (Some(reach), Some(channel)) = (text(context, 0)?, text(context, 1)?) else {
            return Ok(None);
        };
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.0 != reach {
            *last = (reach.to_owned(), read_reach(context, 0)?);
        }
        let state = last.1.as_ref().and_then(|reach| reach.state(channel));
        Ok(state.map(str::to_owned))
    }
}

fn read_reach(context: &Context, place: usize) -> Result<Option<Reach>> {
    Ok(text(context, place)?.and_then(|json| serde_json::from_str(json).ok()))
}

/// `reach_of(kind, phone, mobile, mail, street, town, is_client, contract_until, calls, words)`: what is kept as JSON.
/// `calls` are days with commas between, `words` a JSON list of channel, state, day given, day withdrawn.
fn reach_of(context: &mut Context) -> Result<String> {
    let has =
        |place| -> Result<bool> { Ok(text(context, place)?.is_some_and(|text| !text.trim().is_empty())) };
    let (phone, mobile, mail, street, town) = (has(1)?, has(2)?, has(3)?, has(4)?, has(5)?);
    // A letter needs the street and the town; a call, any number.
    let addresses = [
        ("phone", phone || mobile),
        ("sms", mobile),
        ("mail", mail),
        ("letter", street && town),
    ];
    let mut reach = Reach {
        audience: text(context, 0)?.unwrap_or("person").to_owned(),
        addresses: addresses
            .into_iter()
            .filter(|(_, known)| *known)
            .map(|(channel, _)| channel.to_owned())
            .collect(),
        client: context.get(6)?,
        contract_until: context.get(7)?,
        ..Reach::default()
    };
    reach.remember_calls(
        text(context, 8)?
            .unwrap_or_default()
            .split(',')
            .filter(|day| !day.is_empty()),
    );
    type Words = Vec<(Option<String>, Option<String>, Option<String>, Option<String>)>;
    let words: Words = text(context, 9)?
        .and_then(|json| serde_json::from_str(json).ok())
        .unwrap_or_default();
    for (channel, state, given_on, withdrawn_on) in words {
        let (Some(channel), state) = (channel, state.unwrap_or_default()) else {
            continue;
        };
        reach.hear(
            channel,
            Word {
                state,
                given_on,
                withdrawn_on,
            },
        );
    }
    Ok(serde_json::to_string(&reach).unwrap_or_default())
}
