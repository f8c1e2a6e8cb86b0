//! Records that are all the same one: what follows from accepted pairs.

/// Groups of numbers joined two by two.
#[derive(Debug)]
pub(crate) struct Groups {
    leaders: Vec<u32>,
}

impl Groups {
    pub(crate) fn new(records: usize) -> Self {
        Self {
            leaders: (0..records as u32).collect(),
        }
    }

    pub(crate) fn leader(&mut self, mut one: u32) -> u32 {
        while self.leaders[one as usize] != one {
            let next = self.leaders[one as usize];
            self.leaders[one as usize] = self.leaders[next as usize];
            one = next;
        }
        one
    }

    pub(crate) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.leader(one), self.leader(other));
        let (least, most) = (one.min(other), one.max(other));
        self.leaders[most as usize] = least;
    }

    /// Every group of two or more, each sorted.
    pub(crate) fn all(&mut self) -> Vec<Vec<u32>> {
        let mut led: Vec<(u32, u32)> = (0..self.leaders.len() as u32)
            .map(|one| (self.leader(one), one))
            .collect();
        led.sort_unstable();
        led.chunk_by(|one, other| one.0 == other.0)
            .filter(|group| group.len() > 1)
            .map(|group| group.iter().map(|(_, one)| *one).collect())
            .collect()
    }
}
