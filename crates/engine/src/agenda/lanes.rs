//! Who stands beside whom: places side by side for events at the same time, and the double bookings of one person.

use super::slots::AgendaSlot;
use crate::values::Value;
use jiff::ToSpan;
use std::collections::HashMap;

/// Minutes that an event takes on the screen at least.
const LEAST: i64 = 30;

/// Gives each event with hours its place among those of its day that it meets, directly or through others.
pub(super) fn lay_out(slots: &mut [AgendaSlot]) {
    let mut order: Vec<usize> = (0..slots.len()).filter(|at| is_timed(slots, *at)).collect();
    order.sort_by_key(|at| {
        slots
            .get(*at)
            .map(|slot| (slot.starts_at.clone(), std::cmp::Reverse(slot.ends_at.clone())))
    });
    let mut group: Vec<usize> = Vec::new();
    let mut ends: Vec<String> = Vec::new();
    for at in order {
        let Some(slot) = slots.get(at) else { continue };
        let (starts, end) = (slot.starts_at.clone(), shown_until(slot));
        if ends.iter().all(|end| *end <= starts) {
            close(slots, &group, ends.len());
            group.clear();
            ends.clear();
        }
        let lane = ends.iter().position(|end| *end <= starts).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(known) => *known = end,
            None => ends.push(end),
        }
        if let Some(slot) = slots.get_mut(at) {
            slot.lane = lane;
        }
        group.push(at);
    }
    close(slots, &group, ends.len());
}

/// A short event is shown as high as half an hour, so that it can be read.
fn shown_until(slot: &AgendaSlot) -> String {
    let least = slot
        .times
        .and_then(|times| times.starts.checked_add(LEAST.minutes()).ok());
    let least = Value::from(least);
    let least = least.text().unwrap_or_default();
    slot.ends_at.as_str().max(least).to_owned()
}

fn is_timed(slots: &[AgendaSlot], at: usize) -> bool {
    slots.get(at).is_some_and(|slot| !slot.above)
}

fn close(slots: &mut [AgendaSlot], group: &[usize], lanes: usize) {
    for at in group {
        if let Some(slot) = slots.get_mut(*at) {
            slot.lanes = lanes;
        }
    }
}

/// Marks each event of somebody who has another one at the same time. What is cancelled takes no time.
pub(super) fn find_clashes(slots: &mut [AgendaSlot]) {
    let mut by_person: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, slot) in slots.iter().enumerate() {
        if let (Some(owner), Some(_), true) = (&slot.owner, slot.times, takes_time(slot)) {
            by_person.entry(owner.clone()).or_default().push(at);
        }
    }
    let mut found: Vec<(usize, String)> = Vec::new();
    for mut own in by_person.into_values() {
        own.sort_by_key(|at| slots.get(*at).map(|slot| slot.starts_at.clone()));
        for (place, at) in own.iter().enumerate() {
            for other in own.iter().skip(place + 1) {
                let (Some(one), Some(two)) = (slots.get(*at), slots.get(*other)) else {
                    continue;
                };
                let (Some(times), Some(others)) = (one.times, two.times) else {
                    continue;
                };
                if others.starts >= times.ends {
                    break;
                }
                if times.meets(others) {
                    found.push((*at, two.title.clone()));
                    found.push((*other, one.title.clone()));
                }
            }
        }
    }
    for (at, title) in found {
        if let Some(slot) = slots.get_mut(at) {
            slot.clash.get_or_insert(title);
        }
    }
}

pub(super) fn takes_time(slot: &AgendaSlot) -> bool {
    slot.state.as_deref() != Some("cancelled")
}
