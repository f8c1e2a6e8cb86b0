//! Boards as they are seen: their list, one board with its tiles, what can be put on one.

use super::period::Scope;
use super::plan::Plan;
use super::question::{Definition, Question, VERSION};
use super::rows::{Kept, all, of_board};
use crate::content::dashboards as content;
use crate::error::{ApiError, TargetProblem};
use crate::fields::Entity;
use crate::reader::Reader;
use serde::{Deserialize, Serialize};

/// The kind of the row that holds what is said of a board as a whole.
pub(super) const BOARD: &str = "board";

/// Nothing to say.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardsRead {}

/// The boards, and what new ones and new tiles can be made from.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Boards {
    pub(crate) boards: Vec<BoardLine>,
    templates: Vec<TemplateView>,
    ready: Vec<ReadyView>,
}

/// One board among others.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardLine {
    pub(crate) name: String,
    pub(crate) template: Option<String>,
    pub(crate) locked: bool,
    pub(crate) tiles: usize,
}

/// A board that the product knows how to make.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
struct TemplateView {
    key: &'static str,
    title: &'static str,
    about: &'static str,
    tiles: Vec<&'static str>,
}

/// A tile ready to be put on a board.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
struct ReadyView {
    key: &'static str,
    group: &'static str,
    title: &'static str,
    about: &'static str,
    chart: Chart,
    definition: Definition,
}

/// How an answer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Chart {
    Number,
    Bars,
    Stacked,
    Line,
    Pie,
    Table,
    Pivot,
    Gauge,
    Funnel,
}

/// Which board.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardRead {
    pub(crate) name: String,
}

/// A board and its tiles.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardView {
    name: String,
    /// The title of the template it can be put back to.
    template: Option<&'static str>,
    locked: bool,
    /// What it looks at when it is opened.
    scope: Scope,
    tiles: Vec<TileView>,
}

/// A tile: what it asks and how it shows it, or why it cannot; what it asks is then told as far as it can be read, to be mended.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TileView {
    #[serde(rename = "ref")]
    reference: String,
    title: String,
    chart: Option<Chart>,
    definition: Option<Definition>,
    problem: Option<TileProblem>,
    /// Column, row, width, height, in the twelve columns of the board.
    place: [i64; 4],
}

/// Why a tile shows nothing.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub(crate) enum TileProblem {
    /// A newer version of the product made it.
    Newer,
    /// Its definition cannot be read.
    Unreadable,
    /// It names a field that is no more, or is of another kind.
    Field {
        /// Its key.
        field: String,
    },
    /// Its targeting is no more, or cannot be applied any more.
    Target {
        /// Why.
        problem: Box<TargetProblem>,
    },
}

/// What is said of a board as a whole.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Board {
    pub(super) version: u32,
    #[serde(default)]
    pub(super) template: Option<String>,
    #[serde(default)]
    pub(super) locked: bool,
    #[serde(default)]
    pub(super) scope: Scope,
}

impl Board {
    /// What the rows of a board say of it; the usual when none does.
    pub(super) fn among(rows: &[Kept]) -> Self {
        rows.iter()
            .find(|row| row.kind == BOARD)
            .and_then(|row| serde_json::from_str(&row.definition).ok())
            .unwrap_or_default()
    }
}

/// The list of boards.
pub(crate) fn boards(reader: &Reader, _input: BoardsRead) -> Result<Boards, ApiError> {
    let rows = all(reader)?;
    let mut names: Vec<&str> = Vec::new();
    for row in &rows {
        if !names.contains(&row.board.as_str()) {
            names.push(&row.board);
        }
    }
    let line = |name: &&str| {
        let own: Vec<Kept> = rows.iter().filter(|row| row.board == **name).cloned().collect();
        let board = Board::among(&own);
        BoardLine {
            name: (*name).to_owned(),
            template: board.template,
            locked: board.locked,
            tiles: own.iter().filter(|row| row.kind != BOARD).count(),
        }
    };
    Ok(Boards {
        boards: names.iter().map(line).collect(),
        templates: content::boards().iter().map(template_view).collect(),
        ready: content::ready().iter().filter_map(ready_view).collect(),
    })
}

fn template_view(board: &'static content::Board) -> TemplateView {
    TemplateView {
        key: &board.key,
        title: &board.title,
        about: &board.about,
        tiles: board
            .tiles
            .iter()
            .filter_map(|placed| content::ready_tile(&placed.tile))
            .map(|tile| tile.title.as_str())
            .collect(),
    }
}

fn ready_view(tile: &'static content::ReadyTile) -> Option<ReadyView> {
    Some(ReadyView {
        key: &tile.key,
        group: &tile.group,
        title: &tile.title,
        about: &tile.about,
        chart: chart_of(&tile.chart)?,
        definition: serde_json::from_str(&tile.definition()).ok()?,
    })
}

/// One board.
///
/// # Errors
/// `NotFound` when no row bears its name.
pub(crate) fn board(reader: &Reader, input: BoardRead) -> Result<BoardView, ApiError> {
    let rows = rows_of(reader, &input.name)?;
    let board = Board::among(&rows);
    let template = board.template.as_deref().and_then(content::board);
    Ok(BoardView {
        name: input.name,
        template: template.map(|template| template.title.as_str()),
        locked: board.locked,
        scope: board.scope,
        tiles: rows
            .iter()
            .filter(|row| row.kind != BOARD)
            .map(|row| tile_view(reader, row))
            .collect(),
    })
}

/// The rows of a board that there is.
pub(super) fn rows_of(reader: &Reader, name: &str) -> Result<Vec<Kept>, ApiError> {
    let rows = of_board(reader, name)?;
    if rows.is_empty() {
        return Err(ApiError::not_found(name));
    }
    Ok(rows)
}

fn tile_view(reader: &Reader, row: &Kept) -> TileView {
    let chart = chart_of(&row.kind);
    let (definition, problem) = match read(&row.definition) {
        Ok(_) if chart.is_none() => (None, Some(TileProblem::Newer)),
        Ok(definition) => {
            let problem = problem_of(reader, &definition);
            (Some(definition), problem)
        }
        Err(problem) => (None, Some(problem)),
    };
    TileView {
        reference: Entity::DashboardTile.reference(row.id),
        title: row.title.clone(),
        chart,
        definition,
        problem,
        place: row.place,
    }
}

/// A definition read.
fn read(text: &str) -> Result<Definition, TileProblem> {
    let json: serde_json::Value = serde_json::from_str(text).map_err(|_| TileProblem::Unreadable)?;
    let version = json.get("version").and_then(serde_json::Value::as_u64);
    if version.is_some_and(|version| version > u64::from(VERSION)) {
        return Err(TileProblem::Newer);
    }
    serde_json::from_value(json).map_err(|_| TileProblem::Unreadable)
}

/// Why a definition cannot be answered with the fields and the targetings there are.
fn problem_of(reader: &Reader, definition: &Definition) -> Option<TileProblem> {
    match check(reader, &definition.question).err()? {
        ApiError::Invalid { problems } => problems
            .into_iter()
            .next()
            .map(|problem| TileProblem::Field { field: problem.field }),
        ApiError::BadTarget { problems } => problems.into_iter().next().map(|problem| TileProblem::Target {
            problem: Box::new(problem),
        }),
        _ => None,
    }
    .or(Some(TileProblem::Unreadable))
}

/// Can the question be answered with the fields there are?
pub(super) fn check(reader: &Reader, question: &Question) -> Result<(), ApiError> {
    Plan::of(reader, question, &Scope::default()).map(drop)
}

pub(super) fn chart_of(kind: &str) -> Option<Chart> {
    serde_json::from_value(kind.into()).ok()
}

pub(super) fn chart_code(chart: Chart) -> String {
    match serde_json::to_value(chart) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}
