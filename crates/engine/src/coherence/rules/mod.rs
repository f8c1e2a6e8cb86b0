//! What must hold of any base, a function for each rule.

mod days;
mod people;
mod reach;
mod sales;
mod stories;
mod structure;

use super::base::Base;
use super::report::Check;

/// A rule: its name in `content/coherence/lines.toml`, the kinds of anomalies that explain a breach of it, its check.
pub(super) struct Rule {
    pub(super) key: &'static str,
    pub(super) explained_by: &'static [&'static str],
    pub(super) check: fn(&Base, &mut Check),
}

const fn rule(
    key: &'static str,
    explained_by: &'static [&'static str],
    check: fn(&Base, &mut Check),
) -> Rule {
    Rule {
        key,
        explained_by,
        check,
    }
}

/// Records written twice, which the same car, home or number may make look wrong.
const DOUBLES: &[&str] = &[
    "exact_duplicate",
    "misspelled",
    "swapped",
    "compound_name",
    "spouse_name",
    "moved",
];
const CAR_DATES: &[&str] = &["invoice_before_registration", "sold_vehicle_attached"];

/// What every base keeps, a learner's too: values that can be read, references that lead somewhere, sums.
pub(super) static STRUCTURE: [Rule; 8] = [
    rule("ids_distinct", &[], structure::ids_distinct),
    rule("values_readable", &[], structure::values_readable),
    rule("references_exist", &[], structure::references_exist),
    rule("sentences_whole", &[], structure::sentences_whole),
    rule("events_ahead", &[], structure::events_ahead),
    rule("invoice_has_customer", &[], structure::invoice_has_customer),
    rule("invoice_totals", &[], structure::invoice_totals),
    rule("line_amounts", &[], structure::line_amounts),
];

/// What must hold of the stories told, in the order of the report.
pub(super) static STORIES: [Rule; 34] = [
    rule("lead_before_contact", &[], stories::lead_before_contact),
    rule("created_first", &[], stories::created_first),
    rule("appointment_before_test", &[], stories::appointment_before_test),
    rule("test_before_offer", &[], stories::test_before_offer),
    rule("offer_before_order", &[], stories::offer_before_order),
    rule("order_before_delivery", &[], stories::order_before_delivery),
    rule("delivery_is_invoiced", &[], stories::delivery_is_invoiced),
    rule("order_leads_to_purchase", &[], stories::order_leads_to_purchase),
    rule(
        "follow_ups_before_purchase",
        &[],
        stories::follow_ups_before_purchase,
    ),
    rule("follow_up_after_contact", &[], stories::follow_up_after_contact),
    rule("new_car_registered", CAR_DATES, sales::new_car_registered),
    rule("used_car_registered", CAR_DATES, sales::used_car_registered),
    rule("car_of_buyer", &["sold_vehicle_attached"], sales::car_of_buyer),
    rule("purchase_financed", &[], sales::purchase_financed),
    rule("service_after_purchase", CAR_DATES, sales::service_after_purchase),
    rule(
        "first_service",
        &["future_invoice", "invoice_before_registration"],
        sales::first_service,
    ),
    rule(
        "inspection_due",
        &["invoice_before_registration"],
        sales::inspection_due,
    ),
    rule(
        "mileage_known",
        &["mileage_falls", "future_invoice"],
        sales::mileage_known,
    ),
    rule(
        "mileage_plausible",
        &["mileage_falls", "invoice_before_registration"],
        sales::mileage_plausible,
    ),
    rule(
        "sold_car_left",
        &["future_invoice", "sold_vehicle_attached"],
        sales::sold_car_left,
    ),
    rule("no_future", &["future_invoice"], days::no_future),
    rule(
        "working_days",
        &["future_invoice", "invoice_before_registration"],
        days::working_days,
    ),
    rule("call_hours", &[], days::call_hours),
    rule("consumer_call_hours", &[], days::consumer_call_hours),
    rule("appointments_end", &[], days::appointments_end),
    rule("leads_recent", &[], days::leads_recent),
    rule(
        "consents_in_order",
        &["consent_undated", "consent_contradictory"],
        days::consents_in_order,
    ),
    rule("adult_at_purchase", &["minor"], people::adult_at_purchase),
    rule(
        "names_fit_time",
        &[
            "swapped",
            "birth_1900",
            "civility_mismatch",
            "father_son",
            "minor",
        ],
        people::names_fit_time,
    ),
    rule("contacts_fit_sex", &[], people::contacts_fit_sex),
    rule(
        "landline_of_region",
        &["postcode_town", "moved", "landline_in_mobile", "bad_phone"],
        people::landline_of_region,
    ),
    rule("household_at_home", DOUBLES, people::household_at_home),
    rule("parents_are_firms", &[], people::parents_are_firms),
    rule(
        "nobody_reached",
        &["bad_mail", "bad_phone", "bad_plate", "bad_vin", "bad_siret"],
        reach::nobody_reached,
    ),
];
