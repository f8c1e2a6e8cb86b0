//! Directions inside the screens: a screen never knows another, a part never knows the engine.

use super::SourceFile;

/// Imports that go against docs/ARCHITECTURE.md.
pub(crate) fn breaches(file: &SourceFile) -> Vec<String> {
    let Some(inside) = file.path.strip_prefix("ui/src/") else {
        return Vec::new();
    };
    if !(file.is("ts") || file.is("tsx")) {
        return Vec::new();
    }
    let test = inside.contains(".test.");
    imports(&file.text)
        .into_iter()
        .filter(|import| import.from.starts_with('.') && !test)
        .filter_map(|import| refusal(inside, &resolve(inside, import.from), import.types_only))
        .collect()
}

fn refusal(inside: &str, target: &str, types_only: bool) -> Option<String> {
    let parts: Vec<&str> = inside.split('/').collect();
    let wanted: Vec<&str> = target.split('/').collect();
    match (parts.as_slice(), wanted.as_slice()) {
        (["screens", own, ..], ["screens", other, ..]) if own != other => Some(format!(
            "imports screens/{other}: a screen never knows another; share by parts/"
        )),
        (["parts", ..], ["parts" | "words", ..]) => None,
        (["parts", ..], [_, _, ..]) if !types_only => {
            Some(format!("imports {target}: a part knows words and types at most"))
        }
        // Sentences that the executable says too are data.
        (["words", ..], ["content", ..]) => None,
        (["words", ..], [room, _, ..]) if *room != "words" && !types_only => {
            Some(format!("imports {target}: words know types at most"))
        }
        (["engine", ..], ["screens" | "parts" | "words", ..]) => Some(format!(
            "imports {target}: the engine's client knows no screen and no word"
        )),
        _ => None,
    }
}

struct Import<'a> {
    from: &'a str,
    types_only: bool,
}

/// Every `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`.
fn imports(text: &str) -> Vec<Import<'_>> {
    let mut found = Vec::new();
    for mark in ["from ", "import ", "import("] {
        for (at, _) in text.match_indices(mark) {
            let after = &text[at + mark.len()..];
            let Some(quote) = after.chars().next().filter(|letter| matches!(letter, '"' | '\'')) else {
                continue;
            };
            let Some(end) = after[1..].find(quote) else {
                continue;
            };
            found.push(Import {
                from: &after[1..=end],
                types_only: statement_is_types(&text[..at]),
            });
        }
    }
    found
}

/// Whether the statement that ends here began with `import type` or `export type`.
fn statement_is_types(before: &str) -> bool {
    let begins = before.rfind("import").max(before.rfind("export"));
    begins.is_some_and(|at| before[at + 6..].trim_start().starts_with("type "))
}

/// A relative import seen from ui/src.
fn resolve(inside: &str, from: &str) -> String {
    let mut parts: Vec<&str> = inside.split('/').collect();
    parts.pop();
    for part in from.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::breaches;
    use crate::tidy::SourceFile;

    fn check(path: &str, text: &str, count: usize) {
        let file = SourceFile {
            path: format!("ui/src/{path}"),
            text: text.to_owned(),
        };
        assert_eq!(breaches(&file).len(), count, "{path}: {text}");
    }

    #[test]
    fn screens_and_parts_keep_to_their_rooms() {
        check("screens/home/Home.tsx", "import { x } from '../customer/View'", 1);
        check(
            "screens/home/Home.tsx",
            "import { x } from './state'\nimport { y } from '../../parts/grid'",
            0,
        );
        check(
            "parts/grid/Grid.tsx",
            "import { call } from '../../engine/call'",
            1,
        );
        check(
            "parts/grid/Grid.tsx",
            "import type { FieldView } from '../../engine/types'",
            0,
        );
        check("parts/Button.tsx", "import { words } from '../words/errors'", 0);
        check(
            "words/files.ts",
            "import x from '../../../content/workbook/x.json'",
            0,
        );
        check("words/files.ts", "import { x } from '../live/change'", 1);
        check("engine/http.ts", "import { words } from '../words/errors'", 1);
    }
}
