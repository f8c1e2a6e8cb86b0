//! The functions and the order that our SQL uses: the same words as the engine's, nothing that reads a clock.

use crate::values::{compare_french, digits_of, fold, words};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Result};

/// Gives a connection the collation `fr` and the functions of the search index.
pub(super) fn register(conn: &Connection) -> Result<()> {
    conn.create_collation("fr", compare_french)?;
    text_function(conn, "name_words", name_words)?;
    text_function(conn, "phone_mark", |text| {
        digits_of(text).unwrap_or_else(|| mark(text))
    })?;
    text_function(conn, "mark", mark)?;
    text_function(conn, "word_list", |text| {
        serde_json::to_string(
            &text
                .split(' ')
                .filter(|word| is_a_name_word(word))
                .collect::<Vec<_>>(),
        )
        .unwrap_or_default()
    })?;
    text_function(conn, "fold", fold)?;
    register_mark(conn)
}

fn register_mark(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("text_mark", 1, flags, |context: &mut Context| {
        Ok(context.get_raw(0).as_str_or_null()?.map_or(0, text_mark))
    })
}

/// FNV-1a over 64 bits (Fowler, Noll and Vo): tells two texts apart, keeps no secret.
fn text_mark(text: &str) -> i64 {
    let mark = text.bytes().fold(0xcbf2_9ce4_8422_2325, |mark: u64, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    i64::from_ne_bytes(mark.to_ne_bytes())
}

fn text_function(conn: &Connection, name: &str, of: fn(&str) -> String) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function(name, 1, flags, move |context: &mut Context| {
        Ok(context.get_raw(0).as_str_or_null()?.map_or_else(String::new, of))
    })
}

/// The words of a name, and the whole run together when it has several: `Le Goff` is found as `legoff` too.
pub(crate) fn name_words(text: &str) -> String {
    let words = words(text);
    if words.len() < 2 || text.contains('@') {
        return words.join(" ");
    }
    format!("{} {}", words.join(" "), words.concat())
}

/// Letters and digits only: `XA-123-BC` is found however it is typed.
pub(crate) fn mark(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Numbers are found whole or by their beginning: a neighbour of a number means nothing.
fn is_a_name_word(word: &str) -> bool {
    word.len() >= 3 && !word.bytes().any(|b| b.is_ascii_digit())
}
