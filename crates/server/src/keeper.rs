//! The one thread that holds the engine. It outlives a panic in a command: the engine is opened again from its file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use engine::{ApiError, Engine, FileMade, Settings};
use tokio::sync::oneshot;

use crate::clock::SystemWorld;
use crate::files::Progress;
use crate::rescue::{self, Rescue};
use crate::{copies, first, folder};

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
    rescued: Arc<Mutex<Option<Rescue>>>,
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
        let rescued = Arc::default();
        let told = Arc::clone(&rescued);
        let thread = thread::Builder::new().name("engine".into()).spawn(move || {
            let mut room = Room {
                folder,
                settings,
                world,
                progress,
                engine: Err(ApiError::StorageUnwritable),
                was_open: false,
                changes: 0,
                rescued: told,
            };
            room.open();
            room.obey_all(&received);
        })?;
        Ok((Keeper { orders, rescued }, thread))
    }

    /// What was done since the start about data that could not be read.
    pub(crate) fn rescued(&self) -> Option<Rescue> {
        self.rescued
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
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
    /// Since this program started.
    was_open: bool,
    /// Done since the last copy.
    changes: usize,
    rescued: Arc<Mutex<Option<Rescue>>>,
}

impl Room {
    /// Until nobody can order any more; copies are made while nobody does, and before leaving.
    fn obey_all(&mut self, received: &mpsc::Receiver<Order>) {
        loop {
            let next = match copies::rest(self.changes) {
                Some(rest) => received.recv_timeout(rest),
                None => received.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match next {
                Ok(order) => self.obey(order),
                Err(RecvTimeoutError::Timeout) => self.copy(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.copy();
    }

    /// One that cannot be made is made after more changes: the data themselves are kept.
    fn copy(&mut self) {
        if let Ok(engine) = &self.engine
            && self.changes > 0
        {
            let made = copies::make(engine, &self.folder);
            self.changes = 0;
            if made == Err(ApiError::DataDamaged) {
                self.open();
            }
        }
    }

    fn open(&mut self) {
        // Two openings would exclude each other.
        self.engine = Err(ApiError::StorageUnwritable);
        self.engine = self.open_folder();
        if let Ok(engine) = &mut self.engine {
            self.was_open = true;
            let progress = self.progress.clone();
            engine.hear_progress(Box::new(move |done, total| progress.set(done, total)));
        }
    }

    fn open_folder(&mut self) -> Result<Engine, ApiError> {
        let file = self.folder.join(folder::FILE);
        if !self.was_open {
            folder::prepare(&self.folder)?;
            rescue::finish(&self.folder)?;
        } else if !file.exists() {
            // The stick is gone: nothing else takes its place before it comes back.
            return Err(ApiError::StorageUnwritable);
        }
        // What the last run left in its log was not copied when it ended.
        self.changes += usize::from(rescue::log_of(&file).exists());
        if !rescue::is_gone(&self.folder) {
            match self.open_file(&file) {
                Err(ApiError::DataDamaged) => {}
                other => return other,
            }
        }
        let (engine, rescued) = rescue::rescue(&self.folder, &|file| self.open_file(file))?;
        *self.rescued.lock().unwrap_or_else(PoisonError::into_inner) = Some(rescued);
        Ok(engine)
    }

    fn open_file(&self, file: &Path) -> Result<Engine, ApiError> {
        let path = file.to_str().ok_or(ApiError::StorageUnwritable)?;
        let settings = self.settings.clone();
        catch_unwind(AssertUnwindSafe(|| {
            if first::is_wanted(file) {
                first::make(file, |path| {
                    Engine::make_file(path, settings.clone(), &self.world)
                })?;
            }
            Engine::open_file(path, settings, &self.world)
        }))
        .unwrap_or_else(|_| Err(internal("panic while opening")))
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
            let changed = !engine.take_journal().is_empty();
            let file = engine.take_file();
            (changed, output.map(|output| Answered { output, file }))
        }));
        let Ok((changed, answer)) = outcome else {
            self.open();
            return Err(internal("panic in a command"));
        };
        self.changes += usize::from(changed);
        match &answer {
            // Opened again, it is looked through, and set aside if need be.
            Err(ApiError::DataDamaged) => self.open(),
            // Opened again at the next order: the stick may be back by then.
            Err(ApiError::StorageUnwritable) => self.engine = Err(ApiError::StorageUnwritable),
            _ => {}
        }
        answer
    }
}

fn internal(detail: &str) -> ApiError {
    ApiError::Internal {
        detail: detail.into(),
    }
}
