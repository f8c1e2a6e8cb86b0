//! Reading Rust just well enough to tell code, comments and string literals apart.

use super::SourceFile;

/// Where French words may stand in the engine: the labels and choices of the field catalogue, the keywords of the language in
/// which targetings are written.
const FRENCH_ROOMS: [&str; 3] = [
    "crates/engine/src/fields",
    "crates/engine/src/content",
    "crates/engine/src/targeting/text",
];

/// String literals of the engine that hold French: the engine returns codes and data, words live elsewhere.
pub(crate) fn breaches(file: &SourceFile) -> Vec<String> {
    let free = FRENCH_ROOMS.iter().any(|room| file.path.starts_with(room)) || file.path.contains("tests");
    if !file.path.starts_with("crates/engine/src/") || !file.is("rs") || free {
        return Vec::new();
    }
    literals(without_tests(&file.text))
        .into_iter()
        .filter(|literal| literal.chars().any(is_french_accent) && is_word(literal))
        .map(|literal| format!("French in the engine: {literal:?}; words live in ui/src/words and content/"))
        .collect()
}

/// Sentences of the executable with the apostrophe of a typewriter: people read « l’option », as on the screens.
pub(crate) fn typewritten(file: &SourceFile) -> Vec<String> {
    if !file.path.starts_with("crates/server/src/words") || !file.is("rs") {
        return Vec::new();
    }
    literals(without_tests(&file.text))
        .into_iter()
        .filter(|literal| has_straight_apostrophe(literal))
        .map(|literal| format!("a straight apostrophe in a sentence: {literal:?}"))
        .collect()
}

fn has_straight_apostrophe(literal: &str) -> bool {
    let letters: Vec<char> = literal.chars().collect();
    letters
        .windows(3)
        .any(|three| three[0].is_alphabetic() && three[1] == '\'' && three[2].is_alphabetic())
}

/// Shorter, it is a letter that a rule of spelling handles.
fn is_word(literal: &str) -> bool {
    literal.chars().filter(|letter| letter.is_alphabetic()).count() > 3
}

fn is_french_accent(letter: char) -> bool {
    "àâäçéèêëîïôöùûüœæ".contains(letter.to_lowercase().next().unwrap_or(letter))
}

/// The text up to its test module, by the convention that tests come last.
pub(crate) fn without_tests(text: &str) -> &str {
    let cut = text
        .find("\n#[cfg(test)]\nmod tests {")
        .or_else(|| text.find("\n#[cfg(test)]\nmod test {"));
    cut.map_or(text, |at| &text[..at + 1])
}

/// The text with comments and literals blanked, so that names found in it are code.
pub(crate) fn code_only(text: &str) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| if let Piece::Code(code) = piece { code } else { " " })
        .collect()
}

/// The contents of the string literals.
pub(crate) fn literals(text: &str) -> Vec<&str> {
    pieces(text)
        .into_iter()
        .filter_map(|piece| {
            if let Piece::Literal(words) = piece {
                Some(words)
            } else {
                None
            }
        })
        .collect()
}

enum Piece<'a> {
    Code(&'a str),
    Comment,
    Literal(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['/', '"', '\'', 'r']) {
        let (piece, length) = read_piece(&rest[at..], rest[..at].chars().next_back());
        found.push(Piece::Code(&rest[..at]));
        found.push(piece);
        rest = &rest[at + length..];
    }
    found.push(Piece::Code(rest));
    found
}

/// The piece that begins here, and its length in bytes.
fn read_piece(text: &str, before: Option<char>) -> (Piece<'_>, usize) {
    let inside_name =
        before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') && before != Some('b');
    if text.starts_with("//") {
        return (Piece::Comment, text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return (Piece::Comment, text.find("*/").map_or(text.len(), |end| end + 2));
    }
    if text.starts_with('"') {
        let length = quoted_length(text);
        return (Piece::Literal(&text[1..length - 1]), length);
    }
    if !inside_name && let Some(fence) = raw_fence(text) {
        let close = format!("\"{}", "#".repeat(fence));
        let open = fence + 2;
        let end = text[open..].find(&close).map_or(text.len(), |end| open + end);
        return (
            Piece::Literal(&text[open..end]),
            (end + close.len()).min(text.len()),
        );
    }
    let length = if text.starts_with('\'') {
        character_length(text)
    } else {
        1
    };
    (Piece::Code(&text[..length]), length)
}

fn quoted_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Number of `#` of a raw string that begins here.
fn raw_fence(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let fence = after.chars().take_while(|letter| *letter == '#').count();
    after[fence..].starts_with('"').then_some(fence)
}

/// A character literal whole (so that `'"'` opens no string); one byte for a lifetime.
fn character_length(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), _) => text[2..]
            .char_indices()
            .skip(1)
            .find(|(_, l)| *l == '\'')
            .map_or(1, |(at, _)| at + 3),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, code_only, literals, typewritten, without_tests};

    #[test]
    fn literals_are_told_from_comments_characters_and_lifetimes() {
        let text = r##"// "no" é
fn f<'a>(x: &'a str) { let q = '"'; let e = '\''; g("yes \" é", r#"raw "q" "#, br"b"); } /* "no" */ var"##;
        assert_eq!(literals(text), ["yes \\\" é", "raw \"q\" ", "b"]);
        assert!(!code_only(text).contains("no"));
        assert!(code_only(text).ends_with("var"));
    }

    #[test]
    fn sentences_of_the_executable_have_the_apostrophe_of_print() {
        let file = |text: &str| SourceFile {
            path: "crates/server/src/words_x.rs".into(),
            text: text.into(),
        };
        assert_eq!(typewritten(&file("fn f<'a>() { g(\"l'option\") }")).len(), 1);
        assert!(typewritten(&file("fn f<'a>() { g(\"l’option\") }")).is_empty());
    }

    #[test]
    fn tests_at_the_end_of_a_file_are_left_out() {
        assert_eq!(
            without_tests("//! x\nfn a() {}\n#[cfg(test)]\nmod tests {\n}\n"),
            "//! x\nfn a() {}\n"
        );
    }
}
