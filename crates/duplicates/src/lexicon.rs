//! Every text met, once, with how often it is met: rare agreements weigh more than common ones.

use crate::phonetic::sound;
use std::collections::HashMap;

/// The number of a text in its lexicon; 0 is the blank.
pub(crate) type Id = u32;

/// A text and what serves to compare it.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// Folded words separated by one space.
    pub(crate) text: Box<str>,
    /// The same without spaces, words in order.
    pub(crate) joined: Box<str>,
    /// Hash of how its words sound, in any order.
    pub(crate) sound: u64,
    /// Records that bear it.
    pub(crate) count: u32,
}

/// The texts of one field.
#[derive(Debug)]
pub(crate) struct Lexicon {
    texts: Vec<Text>,
    index: HashMap<Box<str>, Id>,
    /// Records that have one.
    filled: u32,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self {
            texts: vec![Text::default()],
            index: HashMap::new(),
            filled: 0,
        }
    }
}

impl Lexicon {
    /// The number of a text, counted once more.
    pub(crate) fn take(&mut self, text: &str) -> Id {
        if text.is_empty() {
            return 0;
        }
        self.filled += 1;
        if let Some(&id) = self.index.get(text) {
            self.texts[id as usize].count += 1;
            return id;
        }
        let id = u32::try_from(self.texts.len()).unwrap_or(0);
        let mut sounds: Vec<u64> = text.split(' ').map(|word| mix(sound(word).as_bytes())).collect();
        sounds.sort_unstable();
        self.texts.push(Text {
            text: text.into(),
            joined: text.replace(' ', "").into(),
            sound: sounds.into_iter().fold(0, |sum, one| sum.rotate_left(7) ^ one),
            count: 1,
        });
        self.index.insert(text.into(), id);
        id
    }

    pub(crate) fn get(&self, id: Id) -> &Text {
        &self.texts[id as usize]
    }

    /// In how many of the filled records a text is met, 0 to 1.
    pub(crate) fn share(&self, id: Id) -> f32 {
        self.get(id).count as f32 / self.filled.max(1) as f32
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
