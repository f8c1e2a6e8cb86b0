//! Every text met, once, with how often it is met: rare agreements weigh more than common ones.

use crate::phonetic::sound;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The number of a text in its lexicon; 0 is the blank.
pub(crate) type Id = u32;

/// A text and what serves to compare it.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// Folded words separated by one space.
    pub(crate) text: Box<str>,
    /// The same without spaces, words in order; none when there is no space.
    joined: Option<Box<str>>,
    /// Hash of how its words sound, in any order.
    pub(crate) sound: u64,
    /// Which letters and digits it holds, a bit each.
    pub(crate) letters: u64,
    /// Records that bear it.
    pub(crate) count: u32,
}

impl Text {
    /// Its words joined.
    pub(crate) fn joined(&self) -> &str {
        self.joined.as_deref().unwrap_or(&self.text)
    }
}

/// The texts of one field.
#[derive(Debug)]
pub(crate) struct Lexicon {
    texts: Vec<Text>,
    /// By the hash of the text, or the next free number after it.
    index: HashMap<u64, Id, BuildHasherDefault<AsItIs>>,
    /// Records that have one.
    filled: u32,
    /// Names are heard, numbers and addresses of mail are not.
    heard: bool,
}

impl Lexicon {
    /// Of words that people say: their sound counts.
    pub(crate) fn of_words() -> Self {
        Self {
            texts: vec![Text::default()],
            index: HashMap::default(),
            filled: 0,
            heard: true,
        }
    }

    /// Of codes and numbers.
    pub(crate) fn of_codes() -> Self {
        Self {
            heard: false,
            ..Self::of_words()
        }
    }

    /// The number of a text, counted once more.
    pub(crate) fn take(&mut self, text: &str) -> Id {
        if text.is_empty() {
            return 0;
        }
        self.filled += 1;
        let mut key = mix(text.as_bytes());
        while let Some(&id) = self.index.get(&key) {
            let known = &mut self.texts[id as usize];
            if *known.text == *text {
                known.count += 1;
                return id;
            }
            key = key.wrapping_add(1);
        }
        let id = u32::try_from(self.texts.len()).unwrap_or(0);
        self.texts.push(Text {
            joined: text.contains(' ').then(|| text.replace(' ', "").into()),
            sound: if self.heard { sound_of(text) } else { 0 },
            letters: text.bytes().map(letter).fold(0, |all, one| all | one),
            text: text.into(),
            count: 1,
        });
        self.index.insert(key, id);
        id
    }

    pub(crate) fn get(&self, id: Id) -> &Text {
        &self.texts[id as usize]
    }

    /// In how many of the filled records a text is met, 0 to 1.
    pub(crate) fn share(&self, id: Id) -> f32 {
        self.get(id).count as f32 / self.filled.max(1) as f32
    }

    /// All has been taken: texts are only read from now on.
    pub(crate) fn close(&mut self) {
        self.index = HashMap::default();
        self.texts.shrink_to_fit();
    }
}

/// Words in any order: their sounds, sorted.
fn sound_of(text: &str) -> u64 {
    let mut sounds: Vec<u64> = text.split(' ').map(|word| mix(sound(word).as_bytes())).collect();
    sounds.sort_unstable();
    sounds.into_iter().fold(0, |sum, one| sum.rotate_left(7) ^ one)
}

/// A bit for a letter or a digit, none for a space, one for all the rest.
fn letter(byte: u8) -> u64 {
    match byte {
        b' ' => 0,
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'A'..=b'Z' => 1 << (byte - b'A'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        _ => 1 << 36,
    }
}

/// Keys that are hashes already.
#[derive(Debug, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        self.0 ^= mix(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A well-mixed 64-bit number of some bytes, the same on every machine (FNV-1a, then a finalizer of splitmix64).
pub(crate) fn mix(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    scatter(hash)
}

/// Scatters the bits of a number.
pub(crate) fn scatter(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
