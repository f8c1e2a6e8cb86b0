//! The one thread that holds the engine. It outlives a panic in a command: the engine is opened again from its file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use engine::{ApiError, Engine, Settings};
use tokio::sync::oneshot;

use crate::clock::SystemWorld;
use crate::folder;

type Reply<T> = oneshot::Sender<Result<T, ApiError>>;

enum Order {
    Call {
        name: String,
        input: String,
        reply: Reply<String>,
    },
    Check {
        reply: Reply<()>,
    },
}

/// What requests hold: a way to the thread of the engine.
#[derive(Clone)]
pub(crate) struct Keeper {
    orders: mpsc::Sender<Order>,
}

impl Keeper {
    /// Opens the data in a thread of its own; the thread ends, data closed, when the last `Keeper` is dropped.
    pub(crate) fn start(folder: PathBuf, world: SystemWorld) -> std::io::Result<(Keeper, JoinHandle<()>)> {
        let (orders, received) = mpsc::channel();
        let thread = thread::Builder::new().name("engine".into()).spawn(move || {
            let mut room = Room {
                folder,
                world,
                engine: Err(ApiError::StorageUnwritable),
            };
            room.open();
            for order in received {
                room.obey(order);
            }
        })?;
        Ok((Keeper { orders }, thread))
    }

    /// One command of the engine, JSON text in and out.
    pub(crate) async fn call(&self, name: String, input: String) -> Result<String, ApiError> {
        self.ask(|reply| Order::Call { name, input, reply }).await
    }

    /// Whether the data can be used; tries to open it again when it could not.
    pub(crate) async fn check(&self) -> Result<(), ApiError> {
        self.ask(|reply| Order::Check { reply }).await
    }

    async fn ask<T>(&self, order: impl FnOnce(Reply<T>) -> Order) -> Result<T, ApiError> {
        let (reply, answer) = oneshot::channel();
        self.orders
            .send(order(reply))
            .map_err(|_| internal("the engine has stopped"))?;
        answer
            .await
            .unwrap_or_else(|_| Err(internal("the engine gave no answer")))
    }
}

struct Room {
    folder: PathBuf,
    world: SystemWorld,
    engine: Result<Engine, ApiError>,
}

impl Room {
    fn open(&mut self) {
        self.engine = folder::prepare(&self.folder).and_then(|()| {
            let path = self.folder.join(folder::FILE);
            let path = path.to_str().ok_or(ApiError::StorageUnwritable)?;
            catch_unwind(|| Engine::open_file(path, Settings::default(), &self.world))
                .unwrap_or_else(|_| Err(internal("panic while opening")))
        });
    }

    fn obey(&mut self, order: Order) {
        if self.engine.is_err() {
            self.open();
        }
        // A request that went away no longer wants its answer.
        match order {
            Order::Call { name, input, reply } => drop(reply.send(self.call(&name, &input))),
            Order::Check { reply } => {
                drop(reply.send(self.engine.as_ref().map(|_| ()).map_err(Clone::clone)))
            }
        }
    }

    fn call(&mut self, name: &str, input: &str) -> Result<String, ApiError> {
        let engine = self.engine.as_mut().map_err(|error| error.clone())?;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let output = engine.call(name, input, &self.world);
            // The file already has it; only a browser keeps the journal.
            drop(engine.take_journal());
            output
        }));
        outcome.unwrap_or_else(|_| {
            self.engine = Err(internal("panic in a command"));
            self.open();
            Err(internal("panic in a command"))
        })
    }
}

fn internal(detail: &str) -> ApiError {
    ApiError::Internal {
        detail: detail.into(),
    }
}
