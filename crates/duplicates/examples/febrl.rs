//! Precision and recall on a FEBRL file: `febrl dataset1.csv`.
use duplicates::{Subject, find};
use std::collections::HashSet;
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut subjects = Vec::new();
        let mut keys: Vec<String> = Vec::new();
        for line in text.lines().skip(1).filter(|l| !l.trim().is_empty()) {
            let c: Vec<&str> = line.split(',').map(str::trim).collect();
            keys.push(c[0].split('-').nth(1).unwrap().to_owned());
            subjects.push(Subject {
                first_name: c[1].into(),
                last_name: c[2].into(),
                number: c[3].into(),
                street: c[4].into(),
                extra: c[5].into(),
                town: c[6].into(),
                postcode: c[7].into(),
                birth: c[9].into(),
                ..Subject::default()
            });
        }
        let mut truth = HashSet::new();
        for i in 0..keys.len() {
            for j in i + 1..keys.len() {
                if keys[i] == keys[j] {
                    truth.insert((i, j));
                }
            }
        }
        let start = std::time::Instant::now();
        let found = find(&subjects, 0.5);
        let took = start.elapsed();
        let got: HashSet<(usize, usize)> = found.pairs.iter().map(|p| (p.left, p.right)).collect();
        let right = got.intersection(&truth).count();
        let (p, r) = (right as f64 / got.len() as f64, right as f64 / truth.len() as f64);
        println!(
            "{path}: pairs {} true {} precision {p:.4} recall {r:.4} F1 {:.4} in {took:?}",
            got.len(),
            truth.len(),
            2.0 * p * r / (p + r)
        );
        if std::env::var("SHOW").is_ok() {
            let line: Vec<&str> = text.lines().skip(1).filter(|l| !l.trim().is_empty()).collect();
            for (i, j) in truth.difference(&got).take(15) {
                println!("MISSED\n  {}\n  {}", line[*i], line[*j]);
            }
            for p in found
                .pairs
                .iter()
                .filter(|p| !truth.contains(&(p.left, p.right)))
                .take(15)
            {
                println!("WRONG {}\n  {}\n  {}", p.score, line[p.left], line[p.right]);
            }
        }
    }
}
