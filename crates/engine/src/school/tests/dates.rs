//! Days: nothing in the future, nothing on a Sunday, follow-ups whatever the day, the same people from year to year.

use super::super::day::Day;
use super::super::shift::is_open;
use super::base::Base;
use super::for_many_bases;
use crate::content::{choices, group};
use crate::fields::Entity;
use std::collections::BTreeSet;

fn day(text: &str) -> Day {
    let part = |range: std::ops::Range<usize>| text[range].parse().unwrap();
    Day::civil(part(0..4), part(5..7), part(8..10))
}

#[test]
fn days_hold_together() {
    for_many_bases(&[
        what_has_happened_lies_in_the_past_on_working_days,
        follow_ups_are_late_due_today_and_to_come_whatever_the_day,
        leads_are_of_the_last_three_weeks,
        a_delivery_told_is_a_purchase_billed_and_contacts_come_before_it,
        pending_events_lie_ahead_and_their_rows_are_new,
        everybody_named_is_of_the_staff,
    ]);
}

fn what_has_happened_lies_in_the_past_on_working_days(base: &Base) {
    let today = base.today.as_str();
    for invoice in base.rows(Entity::Invoice) {
        let issued = invoice.text("issued_on");
        if base
            .planted(&["future_invoice"])
            .contains(&Entity::Invoice.reference(invoice.id))
        {
            continue;
        }
        assert!(issued <= today && is_open(day(issued)), "{issued}");
    }
    for activity in base.rows(Entity::Activity) {
        let at = activity.text("happened_at");
        assert!(&at[..10] <= today && is_open(day(at)), "{at}, {}", base.told());
        if (activity.text("kind"), activity.text("direction")) == ("call", "outbound") {
            let clock = &at[11..];
            let legal = ("10:00".."13:00").contains(&clock) || ("14:00".."20:00").contains(&clock);
            assert!(legal && day(at).weekday() < 6, "{at}");
        }
    }
    for customer in base.rows(Entity::Customer) {
        assert!(customer.text("created_on") <= today && customer.text("birth_date") < today);
        for activity in base.of_customer(Entity::Activity, customer.id) {
            assert!(
                customer.text("created_on") <= &activity.text("happened_at")[..10],
                "C{} {}",
                customer.id,
                base.told()
            );
        }
        for invoice in base.of_customer(Entity::Invoice, customer.id) {
            assert!(
                customer.text("created_on") <= invoice.text("issued_on"),
                "C{} {}",
                customer.id,
                base.told()
            );
        }
    }
}

fn follow_ups_are_late_due_today_and_to_come_whatever_the_day(base: &Base) {
    let open: Vec<&str> = base
        .rows(Entity::Activity)
        .filter(|row| row.has("next_follow_up_on") && !row.has("follow_up_done_on"))
        .map(|row| row.text("next_follow_up_on"))
        .collect();
    let count = |keep: &dyn Fn(&str) -> bool| open.iter().filter(|due| keep(due)).count();
    let today = base.today.as_str();
    let (late, now, coming) = (
        count(&|due| due < today),
        count(&|due| due == today),
        count(&|due| due > today),
    );
    let whole = base.count(Entity::Customer) > 500;
    let enough = if whole {
        late >= 8 && now >= 8 && coming >= 25
    } else {
        late + now >= 2 && coming >= 3
    };
    assert!(enough, "{late} {now} {coming}, {}", base.told());
    for row in base.rows(Entity::Activity) {
        let happened = &row.text("happened_at")[..10];
        assert!(!row.has("next_follow_up_on") || happened <= row.text("next_follow_up_on"));
        assert!(!row.has("follow_up_done_on") || row.text("follow_up_done_on") <= today);
    }
}

fn leads_are_of_the_last_three_weeks(base: &Base) {
    let today = day(&base.today);
    let mut untouched = 0;
    for lead in base.rows(Entity::Lead) {
        let age = today.since(day(lead.text("issued_at")));
        assert!((1..=21).contains(&age), "{}", lead.text("issued_at"));
        assert!(choices("lead_kinds").iter().any(|kind| kind == lead.text("kind")));
        assert!(
            choices("lead_channels")
                .iter()
                .any(|channel| channel == lead.text("channel"))
        );
        assert!(lead.has("mail") || lead.has("phone"));
        untouched += usize::from(lead.text("state") == "new");
        for activity in base
            .rows(Entity::Activity)
            .filter(|row| row.int("lead_id") == Some(lead.id))
        {
            assert!(lead.text("issued_at") < activity.text("happened_at") && lead.text("state") != "new");
        }
    }
    let all = base.count(Entity::Lead);
    // A small base has few leads, so that chance weighs more.
    let share = if all < 40 {
        2..=16
    } else {
        all / 6..=all * 45 / 100
    };
    assert!(
        all >= 24 && share.contains(&untouched),
        "{untouched} of {all}, {}",
        base.told()
    );
}

fn a_delivery_told_is_a_purchase_billed_and_contacts_come_before_it(base: &Base) {
    let delivered = &crate::content::words::agenda().delivered;
    let ordered = &crate::content::words::agenda().ordered;
    for activity in base.rows(Entity::Activity) {
        let Some(customer) = activity.int("customer_id") else {
            continue;
        };
        let at = &activity.text("happened_at")[..10];
        let billed = || {
            base.of_customer(Entity::Invoice, customer)
                .into_iter()
                .filter(|row| row.text("kind").ends_with("_vehicle"))
        };
        if activity.text("result") == delivered {
            assert!(
                billed().any(|invoice| invoice.text("issued_on") == at),
                "A{} {}",
                activity.id,
                base.told()
            );
        }
        if activity.text("result") == ordered {
            let waits = base
                .of_customer(Entity::PendingEvent, customer)
                .into_iter()
                .any(|row| row.text("kind") == "purchase");
            assert!(
                waits || billed().any(|invoice| invoice.text("issued_on") > at),
                "A{} {}",
                activity.id,
                base.told()
            );
        }
    }
}

fn pending_events_lie_ahead_and_their_rows_are_new(base: &Base) {
    for event in base.rows(Entity::PendingEvent) {
        assert!(&event.text("due_at")[..10] > base.today.as_str());
        let payload: serde_json::Value = serde_json::from_str(event.text("payload")).unwrap();
        for row in payload["records"].as_array().unwrap() {
            let entity = Entity::of_table(row["entity"].as_str().unwrap()).unwrap();
            assert!(base.find(entity, row["id"].as_i64().unwrap()).is_none());
            let stored: BTreeSet<&str> = entity.fields().stored().map(|field| field.key).collect();
            assert!(
                row["values"]
                    .as_object()
                    .unwrap()
                    .keys()
                    .all(|key| stored.contains(key.as_str()))
            );
        }
    }
}

#[test]
fn the_same_people_live_on_whatever_the_day() {
    let people = |date: &str| -> Vec<String> {
        let base = Base::made(2026, date.parse().unwrap(), 520);
        let told = base.rows(Entity::Customer).map(|row| {
            format!(
                "{} {} {} {} {} {}",
                row.id,
                row.text("last_name"),
                row.text("legal_name"),
                row.text("mobile"),
                row.text("street"),
                row.text("siret")
            )
        });
        told.collect()
    };
    let now = people("2026-11-23");
    assert_eq!(now, people("2026-01-01"));
    assert_eq!(now, people("2031-07-14"));
}

#[test]
fn a_year_later_everything_is_a_year_later() {
    let (now, later) = (
        Base::made(2026, "2026-11-23".parse().unwrap(), 520),
        Base::made(2026, "2027-11-23".parse().unwrap(), 520),
    );
    let mut moved = 0;
    for invoice in now.rows(Entity::Invoice) {
        // Close to the day of use a holiday may part what is a fact from what waits.
        let Some(other) = later.find(Entity::Invoice, invoice.id) else {
            continue;
        };
        let off = day(other.text("issued_on"))
            .since(day(invoice.text("issued_on")).years_later(1))
            .abs();
        assert!(off <= 4, "F{}", invoice.id);
        assert_eq!(invoice.value("gross_amount"), other.value("gross_amount"));
        moved += 1;
    }
    assert!(moved + 15 > now.count(Entity::Invoice));
    for car in now.rows(Entity::Vehicle) {
        let Some(other) = later.find(Entity::Vehicle, car.id) else {
            continue;
        };
        assert_eq!(
            (car.text("model"), car.text("plate"), car.text("vin")),
            (other.text("model"), other.text("plate"), other.text("vin"))
        );
    }
}

fn everybody_named_is_of_the_staff(base: &Base) {
    for (entity, key) in [
        (Entity::Customer, "owner"),
        (Entity::Invoice, "seller"),
        (Entity::Activity, "owner"),
    ] {
        for row in base.rows(entity) {
            assert!(
                group().staff.iter().any(|person| person.name == row.text(key)),
                "{}",
                row.text(key)
            );
        }
    }
}
