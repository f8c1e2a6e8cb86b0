//! How long a file may be before it wants splitting by verb.

use super::SourceFile;
use super::rust_text::without_tests;

/// Generated, or a list of words or styles with no logic in it.
const FREE: [&str; 1] = ["ui/src/engine/types.ts"];

/// A file longer than its kind allows. Rust tests inside a file are not counted.
pub(crate) fn breaches(file: &SourceFile) -> Vec<String> {
    if FREE.contains(&file.path.as_str()) {
        return Vec::new();
    }
    let (limit, lines) = match file.path.rsplit('.').next() {
        Some("rs") => (400, without_tests(&file.text).lines().count()),
        Some("tsx") => (200, file.text.lines().count()),
        Some("ts") => (250, file.text.lines().count()),
        _ => return Vec::new(),
    };
    if lines <= limit {
        Vec::new()
    } else {
        vec![format!("{lines} lines, over {limit}: split it by verb")]
    }
}
