//! One program at a time on a folder of data: a lock, and beside it the address where the one that runs answers.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

const LOCK: &str = "simulateur.verrou";
const ADDRESS: &str = "simulateur.adresse";

/// Where a running program answers, and the token its first page needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Address {
    pub(crate) port: u16,
    pub(crate) token: String,
}

impl Address {
    /// The first address to open; the token is exchanged for a cookie at once.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.port, self.token)
    }

    fn answers(&self) -> bool {
        let socket = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        TcpStream::connect_timeout(&socket, Duration::from_secs(1)).is_ok()
    }
}

/// Held as long as this program uses the folder. The system lets go of it even when the program is killed.
#[derive(Debug)]
pub(crate) struct Hold {
    folder: PathBuf,
    _lock: File,
}

/// Who may use the folder.
#[derive(Debug)]
pub(crate) enum Claim {
    /// This program.
    Ours(Hold),
    /// Another, that answers there.
    Running(Address),
    /// Another, that does not answer.
    Stuck,
}

/// Takes the folder, or finds who has it.
pub(crate) fn claim(folder: &Path) -> io::Result<Claim> {
    let lock = OpenOptions::new()
        .create(true)
        .write(true)
        .truncate(false)
        .open(folder.join(LOCK))?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(running(folder)),
        // Some network folders know no locks: SQLite's own are left.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Claim::Ours(Hold {
            folder: folder.to_path_buf(),
            _lock: lock,
        })),
    }
}

/// The other program may be starting: its address is waited for a little.
fn running(folder: &Path) -> Claim {
    for _ in 0..20 {
        let address = fs::read(folder.join(ADDRESS))
            .ok()
            .and_then(|text| serde_json::from_slice::<Address>(&text).ok());
        if let Some(address) = address.filter(Address::answers) {
            return Claim::Running(address);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Claim::Stuck
}

impl Hold {
    /// Says where this program answers, to a second start. Written aside then renamed: never half read.
    pub(crate) fn publish(&self, address: &Address) -> io::Result<()> {
        let aside = self.folder.join(format!("{ADDRESS}.tmp"));
        let mut options = OpenOptions::new();
        options.create(true).write(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        serde_json::to_writer(options.open(&aside)?, address)?;
        fs::rename(aside, self.folder.join(ADDRESS))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // A leftover address does no harm: it no longer answers.
        let _ = fs::remove_file(self.folder.join(ADDRESS));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty_folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("simulateur-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_second_start_finds_the_first() {
        let folder = empty_folder("second");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = Address {
            port: listener.local_addr().unwrap().port(),
            token: "abc".into(),
        };
        let Claim::Ours(hold) = claim(&folder).unwrap() else {
            panic!("the folder was free")
        };
        hold.publish(&address).unwrap();
        let Claim::Running(found) = claim(&folder).unwrap() else {
            panic!("the folder was taken")
        };
        assert_eq!(found, address);
        drop(hold);
        assert!(matches!(claim(&folder).unwrap(), Claim::Ours(_)));
    }

    #[test]
    fn one_that_does_not_answer_is_not_opened() {
        let folder = empty_folder("stuck");
        let Claim::Ours(_hold) = claim(&folder).unwrap() else {
            panic!("the folder was free")
        };
        assert!(matches!(claim(&folder).unwrap(), Claim::Stuck));
    }
}
