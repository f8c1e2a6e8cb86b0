//! Dashboards: boards of tiles, each a question asked of the data; the answers, and the list behind every figure.

mod answer;
mod behind;
mod board;
mod boards;
mod group;
mod kept;
mod numbered;
mod order;
mod period;
mod plan;
mod question;
mod rows;
mod tally;
mod tiles;

pub(crate) use answer::{Answer, QuestionAsked, answer};
pub(crate) use board::{BoardRead, BoardView, Boards, BoardsRead, board, boards};
pub(crate) use boards::{BoardCreate, BoardLock, BoardNamed, BoardRename};
pub(crate) use boards::{create, delete, lock, rename, reset};
pub(crate) use kept::Kept;
pub(crate) use tiles::{TileAdd, TileEdit, TileNamed, TileRename, TilesPlace};
pub(crate) use tiles::{add, copy, edit, place, remove, rename as rename_tile};
