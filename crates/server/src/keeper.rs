//! The one thread that holds the engine. It outlives a panic in a command: the engine is opened again from its file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use engine::{ApiError, Engine, FileMade, Settings};
use tokio::sync::oneshot;

use crate::clock::SystemWorld;
use crate::files::Progress;
use crate::folder;

type Reply<T> = oneshot::Sender<Result<T, ApiError>>;

enum Order {
    Call {
        name: String,
        input: String,
        file: Option<Vec<u8>>,
        reply: Reply<Answered>,
    },
    Check {
        reply: Reply<()>,
    },
    BaseTaken {
        reply: Reply<bool>,
    },
}

/// What a command gave.
pub(crate) struct Answered {
    /// JSON text.
    pub(crate) output: String,
    /// The file that it made.
    pub(crate) file: Option<FileMade>,
}

/// What requests hold: a way to the thread of the engine.
#[derive(Clone)]
pub(crate) struct Keeper {
    orders: mpsc::Sender<Order>,
}

impl Keeper {
    /// Opens the data in a thread of its own; the thread ends, data closed, when the last `Keeper` is dropped.
    /// `settings` say with which base a new sandbox begins; `progress` hears how far a long command has come.
    pub(crate) fn start(
        folder: PathBuf,
        settings: Settings,
        world: SystemWorld,
        progress: Progress,
    ) -> std::io::Result<(Keeper, JoinHandle<()>)> {
        let (orders, received) = mpsc::channel();
        let thread = thread::Builder::new().name("engine".into()).spawn(move || {
            let mut room = Room {
                folder,
                settings,
                world,
                progress,
                engine: Err(ApiError::StorageUnwritable),
            };
            room.open();
            for order in received {
                room.obey(order);
            }
        })?;
        Ok((Keeper { orders }, thread))
    }

    /// One command of the engine, JSON text in and out, with the file that it reads.
    pub(crate) async fn call(
        &self,
        name: String,
        input: String,
        file: Option<Vec<u8>>,
    ) -> Result<Answered, ApiError> {
        self.ask(|reply| Order::Call {
            name,
            input,
            file,
            reply,
        })
        .await
    }

    /// Whether the data can be used; tries to open it again when it could not.
    pub(crate) async fn check(&self) -> Result<(), ApiError> {
        self.ask(|reply| Order::Check { reply }).await
    }

    /// Whether the data stands on the base that was asked for; a base in which something was done keeps its own.
    pub(crate) async fn base_was_taken(&self) -> Result<bool, ApiError> {
        self.ask(|reply| Order::BaseTaken { reply }).await
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
    settings: Settings,
    world: SystemWorld,
    progress: Progress,
    engine: Result<Engine, ApiError>,
}

impl Room {
    fn open(&mut self) {
        self.engine = folder::prepare(&self.folder).and_then(|()| {
            let path = self.folder.join(folder::FILE);
            let path = path.to_str().ok_or(ApiError::StorageUnwritable)?;
            let settings = self.settings.clone();
            catch_unwind(|| Engine::open_file(path, settings, &self.world))
                .unwrap_or_else(|_| Err(internal("panic while opening")))
        });
        if let Ok(engine) = &mut self.engine {
            let progress = self.progress.clone();
            engine.hear_progress(Box::new(move |done, total| progress.set(done, total)));
        }
    }

    fn obey(&mut self, order: Order) {
        if self.engine.is_err() {
            self.open();
        }
        // A request that went away no longer wants its answer.
        match order {
            Order::Call {
                name,
                input,
                file,
                reply,
            } => drop(reply.send(self.call(&name, &input, file))),
            Order::Check { reply } => {
                drop(reply.send(self.engine.as_ref().map(|_| ()).map_err(Clone::clone)))
            }
            Order::BaseTaken { reply } => {
                let engine = self.engine.as_ref().map_err(Clone::clone);
                drop(reply.send(engine.and_then(Engine::stands_on_asked_base)))
            }
        }
    }

    fn call(&mut self, name: &str, input: &str, file: Option<Vec<u8>>) -> Result<Answered, ApiError> {
        self.progress.set(0, 0);
        let engine = self.engine.as_mut().map_err(|error| error.clone())?;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            if let Some(bytes) = file {
                engine.give_file(bytes);
            }
            let output = engine.call(name, input, &self.world);
            // The file already has it; only a browser keeps the journal.
            drop(engine.take_journal());
            let file = engine.take_file();
            output.map(|output| Answered { output, file })
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
