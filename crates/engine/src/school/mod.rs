//! The school base: a dealership group and its customers, a pure function of a seed, a day of use and a size.
//!
//! Stages, each in a file: [`plan`] casts the records, `parting` tells them apart; `people`, `companies`, `homes`, `vehicles` say who and what they
//! are; `life` tells their story on template days, `invoices` and
//! `activities` what it left; `shift` carries it to the
//! year of use; `affairs` and `leads` are what is in hand on the day; `writer` parts facts from pending events;
//! `ahead` makes a large one on a core of its own.

mod activities;
mod affairs;
mod agenda;
mod ahead;
mod anomalies;
mod chance;
mod client;
mod companies;
mod consents;
mod day;
mod file;
mod flaws;
mod homes;
mod identifiers;
mod invoices;
mod leads;
mod life;
mod marketing;
mod names;
mod notes;
mod parting;
mod past;
mod people;
mod plan;
mod roster;
mod rows;
mod sales_contacts;
mod service_contacts;
mod shift;
mod spoil;
mod talk;
mod upkeep;
mod used;
mod vehicles;
mod writer;

pub(crate) use ahead::generate_ahead;
pub(crate) use identifiers::{plate, vin};
pub(crate) use used::{Buyer, UsedCar, profile_of, takes_used, used_car};

#[cfg(test)]
mod tests;

use crate::fields::Entity;
use crate::values::Value;
use day::Day;
use jiff::civil::Date;
use parting::Parting;
use plan::Plan;
use shift::Timeline;
use writer::Writer;

/// A row of the base: the same keys in the same order for every record of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Which table.
    pub entity: Entity,
    /// From 1, given in the order of the template: the same person has the same id whatever the day of use.
    pub id: i64,
    /// Stored keys and values.
    pub values: Vec<(&'static str, Value)>,
}

/// Hands over every record of a base of `size` customers, customers before what refers to them.
///
/// Records are forgotten once taken: memory holds what tells people apart, some thirty bytes for each.
///
/// # Errors
/// The first error of `take`, at once.
pub fn generate<E>(
    seed: u64,
    today: Date,
    size: u32,
    take: &mut dyn FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    let today = Day::civil(
        i32::from(today.year()),
        i32::from(today.month()),
        i32::from(today.day()),
    );
    let mut writer = Writer::new(Timeline::new(today), take);
    if size == 0 {
        return Ok(());
    }
    let mut plan = Plan::new(seed, size);
    let mut parting = Parting::default();
    for block in 0..plan.blocks() {
        parting.part(&mut plan, block);
        for index in plan.range(block) {
            write_record(&mut plan, index, &mut writer)?;
        }
    }
    parting.part_strangers(&mut plan);
    agenda::write_of_staff(&mut writer)?;
    marketing::write(seed, &mut plan, &mut writer)?;
    leads::write(seed, size, &mut plan, &mut writer)
}

fn write_record<E>(plan: &mut Plan, index: u32, writer: &mut Writer<E>) -> Result<(), E> {
    let mut client = client::client(plan, index);
    client.shifted = Some(writer.time);
    file::write(&client, writer)?;
    anomalies::tell_record(&client, writer)?;
    if client.slot.is(flaws::Kind::LeadOfCustomer) {
        leads::write_hidden(client, writer)?;
    }
    Ok(())
}
