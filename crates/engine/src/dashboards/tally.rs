//! What is counted of the records of a group, and the figure that comes of it.

use super::question::Measure;

/// Kept of a group of records while they go by.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Records.
    pub(super) rows: i64,
    /// Those that hold the number measured; for a share, those of the part.
    pub(super) counted: i64,
    sum: i64,
    least: Option<i64>,
    greatest: Option<i64>,
    /// The numbers themselves for a median, the customers for their count; nothing otherwise.
    kept: Vec<i64>,
}

impl Tally {
    /// Adds a record: the number measured, the customer, or whether it is of the part (1 or 0).
    pub(super) fn add(&mut self, measure: &Measure, number: Option<i64>) {
        self.rows += 1;
        let Some(number) = number else { return };
        match measure {
            Measure::Count => {}
            Measure::Share(_) => self.counted += i64::from(number != 0),
            Measure::Customers => {
                self.counted += 1;
                // Records of one customer often follow one another.
                if self.kept.last() != Some(&number) {
                    self.kept.push(number);
                }
            }
            Measure::Median(_) => {
                self.counted += 1;
                self.kept.push(number);
            }
            Measure::Sum(_) | Measure::Mean(_) | Measure::Min(_) | Measure::Max(_) => {
                self.counted += 1;
                self.sum += number;
                self.least = Some(self.least.map_or(number, |least| least.min(number)));
                self.greatest = Some(self.greatest.map_or(number, |greatest| greatest.max(number)));
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.counted += other.counted;
        self.sum += other.sum;
        self.least = [self.least, other.least].into_iter().flatten().min();
        self.greatest = [self.greatest, other.greatest].into_iter().flatten().max();
        self.kept.extend_from_slice(&other.kept);
    }

    /// The records that a list must show behind the figure.
    pub(super) fn behind(&self, measure: &Measure) -> i64 {
        match measure {
            Measure::Share(_) => self.counted,
            _ => self.rows,
        }
    }

    /// The figure: a number, cents, hundredths, or a percentage; none when there is nothing to make it of.
    pub(super) fn value(&self, measure: &Measure) -> Option<f64> {
        let mean = |sum: i64, count: i64| (count > 0).then(|| sum as f64 / count as f64);
        match measure {
            Measure::Count => Some(self.rows as f64),
            Measure::Customers => Some(self.distinct() as f64),
            Measure::Sum(_) => Some(self.sum as f64),
            Measure::Mean(_) => mean(self.sum, self.counted),
            Measure::Median(_) => self.median(),
            Measure::Min(_) => self.least.map(|number| number as f64),
            Measure::Max(_) => self.greatest.map(|number| number as f64),
            Measure::Share(_) => mean(self.counted * 100, self.rows),
        }
    }

    fn distinct(&self) -> usize {
        let mut kept = self.kept.clone();
        kept.sort_unstable();
        kept.dedup();
        kept.len()
    }

    fn median(&self) -> Option<f64> {
        let mut kept = self.kept.clone();
        let middle = kept.len() / 2;
        let (below, upper, _) = (!kept.is_empty()).then(|| kept.select_nth_unstable(middle))?;
        let upper = *upper;
        if self.kept.len() % 2 == 1 {
            return Some(upper as f64);
        }
        let lower = below.iter().max().copied().unwrap_or(upper);
        Some((lower as f64 + upper as f64) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(measure: &Measure, numbers: &[Option<i64>]) -> Tally {
        let mut tally = Tally::default();
        for number in numbers {
            tally.add(measure, *number);
        }
        tally
    }

    #[test]
    fn a_median_lies_in_the_middle_or_between_the_two() {
        let median = Measure::Median(String::new());
        let value = |numbers: &[Option<i64>]| of(&median, numbers).value(&median);
        assert_eq!(value(&[Some(9), None, Some(1), Some(5)]), Some(5.0));
        assert_eq!(value(&[Some(9), Some(1), Some(4), Some(5)]), Some(4.5));
        assert_eq!(value(&[None]), None);
    }

    #[test]
    fn customers_are_counted_once_even_when_groups_come_together() {
        let measure = Measure::Customers;
        let mut all = of(&measure, &[Some(1), Some(1), Some(2), None]);
        all.merge(&of(&measure, &[Some(2), Some(3)]));
        assert_eq!((all.value(&measure), all.rows), (Some(3.0), 6));
    }

    #[test]
    fn a_share_of_nothing_is_no_share() {
        let measure = Measure::Share(Vec::new());
        assert_eq!(of(&measure, &[]).value(&measure), None);
        let share = of(&measure, &[Some(1), Some(0), Some(0), Some(1)]);
        assert_eq!((share.value(&measure), share.behind(&measure)), (Some(50.0), 2));
    }
}
