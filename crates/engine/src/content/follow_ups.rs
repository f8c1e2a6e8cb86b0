//! Which follow-ups press: `content/leads/follow_ups.toml`.

use super::read;
use serde::Deserialize;
use std::sync::OnceLock;

#[derive(Debug, Default, Deserialize)]
struct Pressing {
    kinds: Vec<String>,
    results: Vec<String>,
}

/// Does somebody wait for what follows a contact of this kind and result?
pub(crate) fn presses(kind: &str, result: Option<&str>) -> bool {
    static PRESSING: OnceLock<Pressing> = OnceLock::new();
    let pressing = PRESSING.get_or_init(|| read(include_str!("../../../../content/leads/follow_ups.toml")));
    pressing.kinds.iter().any(|known| known == kind)
        || result.is_some_and(|result| pressing.results.iter().any(|known| known == result))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::choices;
    use crate::fields::{Choices, Entity};

    #[test]
    fn what_presses_is_named_as_the_choices_name_it() {
        let pressing: Pressing = read(include_str!("../../../../content/leads/follow_ups.toml"));
        let Choices::Closed(kinds) = Entity::Activity.fields().field("kind").unwrap().choices else {
            panic!("the kinds of an activity are closed");
        };
        assert!(
            pressing
                .kinds
                .iter()
                .all(|kind| kinds.iter().any(|(code, _)| code == kind))
        );
        assert!(
            pressing
                .results
                .iter()
                .all(|result| choices("activity_results").contains(result))
        );
        assert!(presses("call", Some("Rappel demandé")) && !presses("call", Some("Satisfait")));
    }
}
