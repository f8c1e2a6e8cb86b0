//! The search index, read.

use super::near::Vocabulary;
use super::query::{Term, beginning};
use crate::error::ApiError;
use crate::reader::Reader;
use rusqlite::named_params;

/// A customer that may be the one looked for, with what is indexed of them.
pub(crate) struct Candidate {
    pub(crate) id: i64,
    pub(crate) names: String,
    pub(crate) places: String,
    pub(crate) marks: String,
}

/// The neighbours given to one misspelt word.
const NEIGHBOURS: usize = 24;

/// Brings the words in memory up to date with the data.
fn refresh(reader: &Reader) -> Result<(), ApiError> {
    let mut vocabulary = reader.vocabulary.borrow_mut();
    let conn = reader.store.conn();
    let last: i64 = conn
        .prepare_cached("SELECT coalesce(max(id), 0) FROM search_word")?
        .query_row([], |row| row.get(0))?;
    if last < vocabulary.last {
        *vocabulary = Vocabulary::default();
    }
    if last > vocabulary.last {
        let mut statement = conn.prepare_cached("SELECT word FROM search_word WHERE id > ?1 ORDER BY id")?;
        let mut rows = statement.query([vocabulary.last])?;
        while let Some(row) = rows.next()? {
            vocabulary.words.push(row.get(0)?);
        }
        vocabulary.last = last;
    }
    Ok(())
}

/// The FTS5 expression of a term; with its neighbours when slips are forgiven.
pub(crate) fn expand(reader: &Reader, term: &Term, forgiving: bool) -> Result<String, ApiError> {
    let Term::Word(word) = term else {
        return Ok(beginning(term.text()));
    };
    if !forgiving {
        return Ok(beginning(word));
    }
    refresh(reader)?;
    let vocabulary = reader.vocabulary.borrow();
    let mut any = vec![beginning(word)];
    any.extend(
        vocabulary
            .near(word, NEIGHBOURS)
            .into_iter()
            .map(|near| format!("\"{near}\"")),
    );
    Ok(format!("({})", any.join(" OR ")))
}

/// Rows that match an expression; no rank is asked of FTS5, whose cost on short beginnings is seconds.
pub(crate) fn candidates(reader: &Reader, expression: &str, limit: i64) -> Result<Vec<Candidate>, ApiError> {
    let sql = "SELECT rowid, names, places, marks FROM search WHERE search MATCH :expression LIMIT :limit";
    let mut statement = reader.store.conn().prepare_cached(sql)?;
    let rows = statement.query_map(
        named_params! {":expression": expression, ":limit": limit},
        |row| {
            Ok(Candidate {
                id: row.get(0)?,
                names: row.get(1)?,
                places: row.get(2)?,
                marks: row.get(3)?,
            })
        },
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many rows match, counted no further than `most`.
pub(super) fn count(reader: &Reader, expression: &str, most: i64) -> Result<i64, ApiError> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)";
    Ok(reader
        .store
        .conn()
        .prepare_cached(sql)?
        .query_row((expression, most), |row| row.get(0))?)
}

/// The customer that a record of another entity belongs to.
pub(super) fn owner_of(reader: &Reader, table: &str, owner: &str, id: i64) -> Result<Option<i64>, ApiError> {
    use rusqlite::OptionalExtension;
    let sql = format!("SELECT {owner} FROM {table} WHERE id = ?1");
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))
        .optional()?
        .flatten())
}
