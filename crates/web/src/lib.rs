//! The engine in the browser: one door for the worker. No logic: bytes and JSON text in, bytes and JSON text out.

use std::cell::Cell;

use engine::{ApiError, Engine, Settings, World};
use jiff::civil::DateTime;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The engine of one sandbox.
#[wasm_bindgen]
pub struct Door {
    engine: Engine,
}

/// What a command gives back.
#[wasm_bindgen(getter_with_clone)]
pub struct Answer {
    /// False: `text` is an error.
    pub ok: bool,
    /// JSON.
    pub text: String,
    /// What to keep durably before `text` is passed on; empty when nothing changed.
    pub journal: Array,
    /// What to call the file that the command made; none when it made none.
    pub file_name: Option<String>,
    /// Content of that file.
    pub file: Option<Uint8Array>,
}

#[wasm_bindgen]
impl Door {
    /// Opens what was kept, or makes a new base when `snapshot` is absent. Throws the error as JSON text.
    ///
    /// `base` is a trainer's workbook with which a new sandbox begins, instead of the product's base.
    /// `now` is the local civil time, `YYYY-MM-DDTHH:MM:SS`.
    pub fn start(
        snapshot: Option<Vec<u8>>,
        journal: &Array,
        seed: u32,
        size: u32,
        base: Option<Vec<u8>>,
        now: &str,
        chance: u64,
    ) -> Result<Door, String> {
        report_panics();
        let world = HostWorld::new(now, chance).map_err(|error| error.to_json())?;
        let settings = Settings {
            base: base.map(Into::into),
            ..Settings::school(seed.into(), size)
        };
        let engine = match snapshot {
            Some(bytes) => {
                let entries: Vec<Vec<u8>> = journal
                    .iter()
                    .map(|entry| Uint8Array::new(&entry).to_vec())
                    .collect();
                Engine::restore(&bytes, &entries, settings, &world)
            }
            None => Engine::open_memory(settings, &world),
        };
        engine
            .map(|engine| Door { engine })
            .map_err(|error| error.to_json())
    }

    /// Who hears how far a long command has come: called with steps done and steps in all, from within `call`.
    #[wasm_bindgen(js_name = hearProgress)]
    pub fn hear_progress(&mut self, hear: Function) {
        self.engine.hear_progress(Box::new(move |done, total| {
            #[allow(clippy::cast_precision_loss, reason = "steps are far below 2^53")]
            let (done, total) = (done as f64, total as f64);
            // A listener that throws costs its own report, not the work.
            drop(hear.call2(&JsValue::NULL, &done.into(), &total.into()));
        }));
    }

    /// One command of the engine's table; `file` is the one that it reads.
    pub fn call(&mut self, name: &str, input: &str, file: Option<Vec<u8>>, now: &str, chance: u64) -> Answer {
        if let Some(bytes) = file {
            self.engine.give_file(bytes);
        }
        let outcome = HostWorld::new(now, chance).and_then(|world| self.engine.call(name, input, &world));
        let journal = self
            .engine
            .take_journal()
            .iter()
            .map(|entry| Uint8Array::from(entry.as_slice()))
            .collect();
        let made = self.engine.take_file();
        let (ok, text) = match outcome {
            Ok(text) => (true, text),
            Err(error) => (false, error.to_json()),
        };
        Answer {
            ok,
            text,
            journal,
            file: made.as_ref().map(|file| Uint8Array::from(file.bytes.as_slice())),
            file_name: made.map(|file| file.name),
        }
    }

    /// Was what was kept made anew for the day, since nobody had done anything in it?
    #[wasm_bindgen(js_name = wasRenewed)]
    pub fn was_renewed(&self) -> bool {
        self.engine.was_renewed()
    }

    /// What was done since the base was made, to go on elsewhere; nothing when there is nothing. Throws the error as JSON text,
    /// also when it is too much.
    pub fn carried(&self) -> Result<Option<Vec<u8>>, String> {
        self.engine.carried().map_err(|error| error.to_json())
    }

    /// Goes on from it, on the same base just made. Throws the error as JSON text: nothing is changed then.
    #[wasm_bindgen(js_name = carryOn)]
    pub fn carry_on(&mut self, carried: &[u8]) -> Result<(), String> {
        self.engine.carry_on(carried).map_err(|error| error.to_json())
    }

    /// The whole base, to start from another time. Throws the error as JSON text.
    pub fn snapshot(&mut self) -> Result<Vec<u8>, String> {
        self.engine.snapshot().map_err(|error| error.to_json())
    }
}

/// Time and chance as the page hands them in with each call.
struct HostWorld {
    now: DateTime,
    chance: Cell<u64>,
}

impl HostWorld {
    fn new(now: &str, chance: u64) -> Result<HostWorld, ApiError> {
        let now = now.parse().map_err(|_| ApiError::BadRequest {
            detail: format!("not a local time: {now}"),
        })?;
        Ok(HostWorld {
            now,
            chance: Cell::new(chance),
        })
    }
}

impl World for HostWorld {
    fn now(&self) -> DateTime {
        self.now
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014): as many numbers as the command asks for, from the one handed in.
    fn chance(&self) -> u64 {
        let state = self.chance.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.chance.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(text: &str);
}

/// A panic ends this instance; its place and reason are left in the console.
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| error(&panic.to_string())));
}
