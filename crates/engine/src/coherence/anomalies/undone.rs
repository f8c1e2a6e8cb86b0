//! What was left undone: an affair without a next date; a death, a letter returned, a firm struck off, told in a text
//! and nowhere else.

use super::super::base::Base;
use super::super::facts::{Customer, Outcome, Ref, Tells};
use super::Finding;
use crate::fields::Entity;

pub(super) fn find(base: &Base, found: &mut Vec<Finding>) {
    for (place, customer) in base.places() {
        let told = base.of_customer.activities.of(place, &base.activities);
        let awaited = told
            .clone()
            .any(|row| row.follow_up.is_some() && row.follow_up_done.is_none());
        let last = told.max_by_key(|row| (row.at, row.id));
        if let Some(last) =
            last.filter(|last| last.outcome == Outcome::Open && last.follow_up.is_none() && !awaited)
        {
            found.push(Finding::new(
                "no_follow_up",
                &[(Entity::Customer, customer.id), (Entity::Activity, last.id)],
            ));
        }
    }
    for row in &base.activities {
        tell(base, row.customer, (Entity::Activity, row.id), row.tells, found);
    }
    for row in &base.notes {
        tell(base, row.customer, (Entity::Note, row.id), row.tells, found);
    }
}

/// Once the record itself says that somebody saw to it, there is nothing left to tell.
fn tell(base: &Base, customer: Option<i64>, record: Ref, tells: Tells, found: &mut Vec<Finding>) {
    let seen_to = |customer: &Customer| matches!(customer.state, "archived" | "to_check");
    if base.customer(customer).is_some_and(seen_to) {
        return;
    }
    let kind = match tells {
        Tells::Nothing => return,
        Tells::Deceased => "deceased",
        Tells::Returned => "returned_mail",
        Tells::StruckOff => "struck_off",
    };
    if let Some(customer) = customer {
        found.push(Finding::new(kind, &[(Entity::Customer, customer), record]));
    }
}
