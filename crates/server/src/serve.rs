//! One run of the executable: claims the data, listens, opens the browser, and stops gently.

use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef, State};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};
use engine::{ApiError, Settings};
use tokio::net::TcpListener;
use tokio::sync::Notify;

use crate::address::{self, Address, Claim, Hold};
use crate::clock::SystemWorld;
use crate::files::{self, Files};
use crate::folder::Whereabouts;
use crate::guard::{self, Secrets};
use crate::keeper::Keeper;
use crate::options::Options;
use crate::{api, assets, browser, folder, pages, person, words, words_rescue, words_verbs};

/// How many are tried after the port asked for.
const OTHER_PORTS: u16 = 20;
/// Time left to requests in hand when asked to stop.
const PATIENCE: Duration = Duration::from_secs(3);

/// Runs until asked to stop. What goes wrong is told to the person, in the browser when it concerns the data.
pub(crate) fn run(options: Options) -> ExitCode {
    match start(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            person::tell(&sentence);
            ExitCode::FAILURE
        }
    }
}

fn start(options: Options) -> Result<(), String> {
    let (data, whereabouts) = folder::choose(options.data.as_deref()).ok_or_else(words::no_folder)?;
    let base = base_asked(&options)?;
    let hold = match folder::prepare(&data).ok().map(|()| address::claim(&data)) {
        Some(Ok(Claim::Ours(hold))) => Some(hold),
        Some(Ok(Claim::Running(address))) => {
            println!("{}", words::already_open(&address.url()));
            // The browser is being opened as long as this program is there.
            if let Some(opening) = show(&options, &address) {
                drop(opening.join());
            }
            return Ok(());
        }
        Some(Ok(Claim::Stuck)) => return Err(words::already_open_elsewhere(&data)),
        // The folder cannot be written: the page will say so.
        Some(Err(_)) | None => None,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| words::cannot_listen(&error.to_string()))?;
    runtime.block_on(serve(options, Place { data, whereabouts }, hold, base))
}

/// A trainer's workbook and where it was read.
struct AskedBase {
    path: PathBuf,
    bytes: Arc<[u8]>,
}

/// The workbook asked for, or the one that travels beside the program.
fn base_asked(options: &Options) -> Result<Option<AskedBase>, String> {
    let beside = || {
        let path = std::env::current_exe().ok()?.with_file_name(words::BASE_BESIDE);
        path.is_file().then_some(path)
    };
    let Some(path) = options.base.clone().or_else(beside) else {
        return Ok(None);
    };
    match std::fs::read(&path) {
        Ok(bytes) => Ok(Some(AskedBase {
            path,
            bytes: bytes.into(),
        })),
        Err(error) => Err(words_verbs::unreadable(&path, &error)),
    }
}

/// Where the data live, and why there.
struct Place {
    data: PathBuf,
    whereabouts: Whereabouts,
}

async fn serve(
    options: Options,
    Place { data, whereabouts }: Place,
    hold: Option<Hold>,
    base: Option<AskedBase>,
) -> Result<(), String> {
    let cannot = |detail: String| words::cannot_listen(&detail);
    let listener = listen(options.port)
        .await
        .map_err(|error| cannot(error.to_string()))?;
    let port = listener
        .local_addr()
        .map_err(|error| cannot(error.to_string()))?
        .port();
    if options.port != 0 && options.port != port {
        println!("{}", words::port_taken(options.port, port));
    }
    let address = Address {
        port,
        token: guard::draw_secret().map_err(|error| cannot(error.to_string()))?,
    };
    let session = guard::draw_secret().map_err(|error| cannot(error.to_string()))?;
    let secrets = Arc::new(Secrets::new(port, address.token.clone(), session));
    let world = SystemWorld::new(options.date);
    let files = Files::default();
    let settings = Settings {
        base: base.as_ref().map(|base| Arc::clone(&base.bytes)),
        ..Settings::default()
    };
    let (keeper, thread) = Keeper::start(data.clone(), settings, world, files.progress())
        .map_err(|error| cannot(error.to_string()))?;

    let opened = keeper.check().await;
    match (&opened, &base) {
        (Err(error @ ApiError::BadWorkbook { .. }), Some(base)) => {
            return Err(words_verbs::refused(&base.path, error));
        }
        (Err(error), _) => eprintln!("{}", words::trouble(error, &data)),
        (Ok(()), Some(base)) if keeper.base_was_taken().await == Ok(false) => {
            println!("{}", words::base_not_taken(&base.path));
        }
        (Ok(()), _) => {}
    }
    if let Some(rescued) = keeper.rescued() {
        println!("{}", words_rescue::said(&rescued, &data));
    }
    println!("{}", words::ready(&address.url(), &data));
    if let Some(hold) = &hold {
        // Without it a second start only says that the folder is taken.
        let _ = hold.publish(&address);
    }
    drop(show(&options, &address));

    let quit = Quit::default();
    let router = router(
        Rooms {
            keeper,
            files,
            data: Arc::new(data),
            whereabouts,
            quit: quit.clone(),
        },
        secrets,
    );
    let stopping = Arc::new(Notify::new());
    let told = Arc::clone(&stopping);
    let stop = async move {
        tokio::select! {
            () = asked_to_stop() => {}
            () = quit.0.notified() => {}
        }
        told.notify_one();
    };
    // A page that never ends its request does not hold the program back.
    let patience = async {
        stopping.notified().await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        _ = axum::serve(listener, router).with_graceful_shutdown(stop) => {}
        () = patience => {}
    }
    // The router is gone and the last keeper with it: the engine closes its file, then the folder is free.
    let closed = tokio::task::spawn_blocking(move || thread.join()).await;
    drop(hold);
    if opened.is_ok() && closed.is_ok_and(|joined| joined.is_ok()) {
        println!("{}", words::stopped());
    }
    Ok(())
}

/// The port asked for, else one of those after it, else any that is free: a lesson does not wait for a port.
async fn listen(port: u16) -> std::io::Result<TcpListener> {
    for port in port..=port.saturating_add(OTHER_PORTS) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Err(error) if is_taken(error.kind()) => {}
            other => return other,
        }
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await
}

/// In use, or kept by the system for itself.
fn is_taken(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::AddrInUse | ErrorKind::PermissionDenied | ErrorKind::AddrNotAvailable
    )
}

/// Opens the browser, aside: a slow PC takes seconds to start it, and meanwhile the page is asked for.
fn show(options: &Options, address: &Address) -> Option<JoinHandle<()>> {
    if options.no_browser {
        return None;
    }
    let url = address.url();
    Some(thread::spawn(move || {
        if browser::open(&url).is_err() {
            person::tell(&words::browser_not_opened(&url));
        }
    }))
}

#[derive(Clone)]
struct Rooms {
    keeper: Keeper,
    files: Files,
    data: Arc<PathBuf>,
    whereabouts: Whereabouts,
    quit: Quit,
}

/// The page asked to end the program.
#[derive(Clone, Default)]
struct Quit(Arc<Notify>);

impl FromRef<Rooms> for Quit {
    fn from_ref(rooms: &Rooms) -> Quit {
        rooms.quit.clone()
    }
}

impl FromRef<Rooms> for Files {
    fn from_ref(rooms: &Rooms) -> Files {
        rooms.files.clone()
    }
}

impl FromRef<Rooms> for Keeper {
    fn from_ref(rooms: &Rooms) -> Keeper {
        rooms.keeper.clone()
    }
}

fn router(rooms: Rooms, secrets: Arc<Secrets>) -> Router {
    Router::new()
        .route("/", get(entry))
        .route("/api/{name}", post(api::call))
        .route("/file", post(files::hand_in))
        .route("/file/{number}", get(files::fetch))
        .route("/progress", get(files::progress))
        .route("/place", get(place))
        .route("/quit", post(leave))
        .fallback(other)
        .method_not_allowed_fallback(async || pages::not_found())
        .layer(DefaultBodyLimit::max(api::LONGEST_INPUT))
        .layer(from_fn_with_state(secrets, guard::guard))
        .layer(map_response(async |response: Response| pages::protect(response)))
        .with_state(rooms)
}

/// The screens, or why the data cannot be opened.
async fn entry(State(rooms): State<Rooms>) -> Response {
    match rooms.keeper.check().await {
        Ok(()) => assets::entry(),
        Err(error) => pages::trouble(&error, &rooms.data),
    }
}

/// Where the data live: a program opened by a double click has no terminal to say it on.
async fn place(State(rooms): State<Rooms>) -> Response {
    let place = serde_json::json!({
        "folder": rooms.data.display().to_string(),
        "whereabouts": rooms.whereabouts.code(),
        "rescued": rooms.keeper.rescued(),
    });
    pages::json(StatusCode::OK, place.to_string())
}

/// Ends the program once this is answered: there is no terminal to close where it was opened by a double click.
async fn leave(State(Quit(asked)): State<Quit>) -> StatusCode {
    asked.notify_one();
    StatusCode::NO_CONTENT
}

async fn other(method: Method, uri: Uri) -> Response {
    if method != Method::GET {
        return pages::not_found();
    }
    assets::file(uri.path().trim_start_matches('/'))
}

#[cfg(unix)]
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut interrupt), Ok(mut terminate), Ok(mut hangup)) = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
        signal(SignalKind::hangup()),
    ) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
        _ = hangup.recv() => {}
    }
}

#[cfg(windows)]
async fn asked_to_stop() {
    use tokio::signal::windows::{ctrl_c, ctrl_close, ctrl_shutdown};
    let (Ok(mut interrupt), Ok(mut close), Ok(mut shutdown)) = (ctrl_c(), ctrl_close(), ctrl_shutdown())
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = close.recv() => {}
        _ = shutdown.recv() => {}
    }
}
