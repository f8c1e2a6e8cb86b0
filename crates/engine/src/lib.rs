//! The engine: everything the product knows. `Engine::call` is the only door.

mod world;
pub use world::{FixedWorld, World};
