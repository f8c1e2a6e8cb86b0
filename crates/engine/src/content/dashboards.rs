//! Tiles ready to be put on a board, and the boards that are made of them: `content/dashboards/`.

use serde::Deserialize;
use std::sync::OnceLock;

/// A board that the product knows how to make.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Board {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) about: String,
    /// Every school base begins with it.
    #[serde(default)]
    pub(crate) school: bool,
    pub(crate) tiles: Vec<Placed>,
}

/// Which tile stands where: column, row, width, height, in twelve columns.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Placed {
    pub(crate) tile: String,
    pub(crate) place: [i64; 4],
}

/// A tile ready to be put on a board.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct ReadyTile {
    pub(crate) key: String,
    pub(crate) group: String,
    pub(crate) title: String,
    /// What it counts, in a sentence or two.
    pub(crate) about: String,
    pub(crate) chart: String,
    question: serde_json::Value,
}

impl ReadyTile {
    /// Its definition, as a tile keeps it.
    pub(crate) fn definition(&self) -> String {
        serde_json::json!({"version": 1, "question": self.question, "about": self.about}).to_string()
    }
}

#[derive(Default, Deserialize)]
struct Tiles {
    tile: Vec<ReadyTile>,
}

#[derive(Default, Deserialize)]
struct Templates {
    board: Vec<Board>,
}

/// Every ready-made tile, by subject.
pub(crate) fn ready() -> &'static [ReadyTile] {
    static TILES: OnceLock<Vec<ReadyTile>> = OnceLock::new();
    TILES.get_or_init(|| super::read::<Tiles>(include_str!("../../../../content/dashboards/tiles.toml")).tile)
}

/// Every template of a board.
pub(crate) fn boards() -> &'static [Board] {
    static BOARDS: OnceLock<Vec<Board>> = OnceLock::new();
    BOARDS.get_or_init(|| {
        super::read::<Templates>(include_str!("../../../../content/dashboards/boards.toml")).board
    })
}

/// A ready-made tile by its key.
pub(crate) fn ready_tile(key: &str) -> Option<&'static ReadyTile> {
    ready().iter().find(|tile| tile.key == key)
}

/// A template by its key.
pub(crate) fn board(key: &str) -> Option<&'static Board> {
    boards().iter().find(|board| board.key == key)
}

/// What the row of a board says of it as a whole.
pub(crate) fn board_definition(board: &Board) -> String {
    serde_json::json!({"version": 1, "template": board.key, "locked": false}).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_tile_of_a_template_is_ready_and_none_stands_on_another() {
        assert!(boards().len() >= 4 && ready().len() >= 30);
        let keys: BTreeSet<&str> = ready().iter().map(|tile| tile.key.as_str()).collect();
        assert_eq!(keys.len(), ready().len());
        for board in boards() {
            let mut taken = BTreeSet::new();
            for placed in &board.tiles {
                assert!(keys.contains(placed.tile.as_str()), "{}", placed.tile);
                let [col, row, width, height] = placed.place;
                assert!(col + width <= 12, "{}", placed.tile);
                for cell in (col..col + width).flat_map(|x| (row..row + height).map(move |y| (x, y))) {
                    assert!(taken.insert(cell), "{}: {} at {cell:?}", board.key, placed.tile);
                }
            }
        }
    }
}
