//! Which follow-ups press: `content/leads/follow_ups.toml`.

use super::read;
use serde::Deserialize;
use std::sync::OnceLock;

/// What presses.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Pressing {
    /// Codes of kinds of activities.
    pub(crate) kinds: Vec<String>,
    /// Results, as the choices name them.
    pub(crate) results: Vec<String>,
}

/// After which contacts somebody waits for what follows.
pub(crate) fn pressing() -> &'static Pressing {
    static PRESSING: OnceLock<Pressing> = OnceLock::new();
    PRESSING.get_or_init(|| read(include_str!("../../../../content/leads/follow_ups.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::choices;
    use crate::fields::{Choices, Entity};

    #[test]
    fn what_presses_is_named_as_the_choices_name_it() {
        let pressing = pressing();
        assert!(!pressing.kinds.is_empty() && !pressing.results.is_empty());
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
    }
}
