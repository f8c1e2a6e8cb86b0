//! A large base made by one core while another writes it: records come in the same order, a few batches ahead of whoever takes
//! them. A browser has one thread for this, and a base of a class is made before a thread would have begun to pay.

use super::{Record, generate};
use jiff::civil::Date;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Customers from which on a second core is worth waking.
const LARGE: u32 = 5_000;
/// Records handed over at once.
const BATCH: usize = 1_024;
/// Batches that may wait: what bounds the memory.
const WAITING: usize = 8;

/// As `generate`, on two cores when the base is large.
///
/// # Errors
/// The first error of `take`, at once.
#[expect(
    clippy::disallowed_methods,
    reason = "the one thread of this crate: never in a browser (decision 0031)"
)]
pub(crate) fn generate_ahead<E>(
    seed: u64,
    today: Date,
    size: u32,
    take: &mut dyn FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    if cfg!(target_arch = "wasm32") || size < LARGE {
        return generate(seed, today, size, take);
    }
    let (hand_over, taken) = sync_channel::<Vec<Record>>(WAITING);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut batch = Vec::with_capacity(BATCH);
            let made = generate(seed, today, size, &mut |record| {
                batch.push(record);
                if batch.len() < BATCH {
                    return Ok(());
                }
                hand_over.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)))
            });
            // Nobody takes any more: an error stopped the other side, which tells it.
            let _ = made.and_then(|()| hand_over.send(batch));
        });
        // Taken by value: when an error leaves it, the maker's next batch finds nobody and it ends.
        taken.into_iter().flatten().try_for_each(take)
    })
}
