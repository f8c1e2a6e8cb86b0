//! The file itself: is it a workbook that can be opened, and does it unpack to a size that memory holds?

use crate::error::FileProblemCode;
use std::io::{self, Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// What any workbook may unpack to, in bytes.
const ALWAYS: u64 = 128 * 1024 * 1024;
/// How many times its own weight a workbook may unpack to besides: those of spreadsheets stay under 30.
const RATIO: u64 = 40;
/// Texts are read whole by who opens the file.
const MOST_TEXT: u64 = 512 * 1024 * 1024;
const MOST_PARTS: usize = 2_000;

/// The first bytes of Microsoft's older files, and of those that a password locks.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MERGES: &[u8] = b"<mergeCell";

/// Opens every part once, keeping none. True when cells are merged somewhere.
pub(super) fn inspect(bytes: &[u8]) -> Result<bool, FileProblemCode> {
    if bytes.starts_with(&COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let locked = bytes.windows(name.len()).any(|part| part == name);
        return Err(if locked {
            FileProblemCode::Password
        } else {
            FileProblemCode::NotAWorkbook
        });
    }
    if !bytes.starts_with(b"PK") {
        return Err(FileProblemCode::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileProblemCode::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(FileProblemCode::TooBig);
    }
    let mut left = ALWAYS + RATIO * bytes.len() as u64;
    let mut is_workbook = false;
    let mut merges = false;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(reason) if reason.contains("assword") => FileProblemCode::Password,
            _ => FileProblemCode::Damaged,
        })?;
        let name = part.name().map_err(|_| FileProblemCode::Damaged)?.into_owned();
        is_workbook |= name == "xl/workbook.xml";
        let most = if name.ends_with("sharedStrings.xml") {
            left.min(MOST_TEXT)
        } else {
            left
        };
        let mut watch = Watch::default();
        let unpacked =
            io::copy(&mut (&mut part).take(most + 1), &mut watch).map_err(|_| FileProblemCode::Damaged)?;
        if unpacked > most {
            return Err(FileProblemCode::TooBig);
        }
        left -= unpacked;
        merges |= watch.merges;
    }
    if is_workbook {
        Ok(merges)
    } else {
        Err(FileProblemCode::NotAWorkbook)
    }
}

/// Looks for merged cells in what goes by.
#[derive(Default)]
struct Watch {
    merges: bool,
    end: Vec<u8>,
}

impl io::Write for Watch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.merges {
            let across = [self.end.as_slice(), &bytes[..bytes.len().min(MERGES.len())]].concat();
            let holds = |text: &[u8]| text.windows(MERGES.len()).any(|part| part == MERGES);
            self.merges = holds(&across) || holds(bytes);
            let from = bytes.len().saturating_sub(MERGES.len() - 1);
            self.end = bytes[from..].to_vec();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
