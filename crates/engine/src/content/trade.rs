//! Cars, their prices, the workshop, and the firms that buy.

use super::{number, read, rows};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A make of cars.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Make {
    pub(crate) name: &'static str,
    /// World manufacturer identifier: the first three letters of its chassis numbers.
    pub(crate) wmi: &'static str,
    /// Does the group sell it new?
    pub(crate) sold_new: bool,
    pub(crate) weight: u32,
}

/// A generation of a model.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) make: &'static str,
    /// The make in the table of makes; none for one that is not there, which the tests refuse.
    pub(crate) maker: Option<&'static Make>,
    pub(crate) name: &'static str,
    /// `la`, `le`, `l'`, or `l'e` for a feminine one.
    pub(crate) article: &'static str,
    pub(crate) segment: &'static str,
    /// The segment's place among [`segments`].
    pub(crate) body: usize,
    /// First and last year of sale.
    pub(crate) years: (i32, i32),
    pub(crate) weight: u32,
    /// From the simplest to the richest.
    pub(crate) trims: Vec<&'static str>,
    /// Energy and new price with taxes of the simplest trim, in euros.
    pub(crate) energies: Vec<(&'static str, u32)>,
    /// The energies again, a bit for each column of `energies.tsv`.
    pub(crate) energy_bits: u32,
}

/// Market shares of the energies in a year, per thousand.
pub(crate) struct EnergyYear {
    year: i32,
    shares: [u32; 7],
}

/// The energies, in the order of the columns of `energies.tsv`.
pub(crate) const ENERGY_COLUMNS: usize = 7;

/// A line that a visit to the workshop or the parts counter may bring.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operation {
    /// `all`, `heat`, `electric`, `diesel` or `manual`.
    pub(crate) energies: &'static str,
    /// Percent.
    pub(crate) chance: u32,
    pub(crate) label: &'static str,
    /// In hundredths.
    pub(crate) quantity: u32,
    /// Net cents; 0 when it depends on the tyre.
    pub(crate) unit_price: u32,
    /// Percent up or down.
    pub(crate) spread: u32,
}

/// A line of a purchase invoice.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct SaleLine {
    pub(crate) label: String,
    /// Net cents.
    pub(crate) price: i64,
    /// Percent.
    pub(crate) chance: u32,
}

/// What a purchase invoice is made of.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct SaleLines {
    pub(crate) vehicle: String,
    pub(crate) used: String,
    /// How the invoice of a used car says that its VAT is on the margin, and that it is on the whole.
    pub(crate) margin: String,
    pub(crate) recoverable: String,
    pub(crate) discount: String,
    #[serde(rename = "new")]
    pub(crate) with_new: Vec<SaleLine>,
    #[serde(rename = "used_lines", default)]
    pub(crate) with_used: Vec<SaleLine>,
}

/// A trade of client firms.
#[derive(Debug)]
pub(crate) struct Trade {
    pub(crate) naf: &'static str,
    pub(crate) weight: u32,
    pub(crate) names: Vec<&'static str>,
    pub(crate) forms: Vec<&'static str>,
    /// Fleet size code and weight.
    pub(crate) fleet: Vec<(&'static str, u32)>,
    pub(crate) roles: Vec<&'static str>,
    /// `van`, `car` or `garage`.
    pub(crate) drives: &'static str,
}

/// Pieces of firms' names.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct FirmWords {
    pub(crate) places: Vec<String>,
    pub(crate) places_feminine: Vec<String>,
    pub(crate) group_patterns: Vec<String>,
    pub(crate) group_naf: String,
    pub(crate) group_forms: Vec<String>,
    pub(crate) group_roles: Vec<String>,
    /// Roles that only women bear in our words.
    pub(crate) female_roles: Vec<String>,
    /// Masculine role to feminine role.
    pub(crate) feminine: BTreeMap<String, String>,
}

/// Every make.
pub(crate) fn makes() -> &'static [Make] {
    static MAKES: OnceLock<Vec<Make>> = OnceLock::new();
    MAKES.get_or_init(|| {
        rows(include_str!("../../../../content/vehicles/makes.tsv"))
            .map(|[name, wmi, sold_new, weight]| Make {
                name,
                wmi,
                sold_new: sold_new == "1",
                weight: number(weight),
            })
            .collect()
    })
}

/// Every generation of every model.
pub(crate) fn models() -> &'static [Model] {
    static MODELS: OnceLock<Vec<Model>> = OnceLock::new();
    MODELS.get_or_init(|| {
        rows(include_str!("../../../../content/vehicles/catalogue.tsv"))
            .map(
                |[make, name, article, segment, from, to, weight, trims, priced]| {
                    let priced = pairs(priced, ',');
                    let is_priced = |energy: &&str| priced.iter().any(|known| known.0 == *energy);
                    let bits = energies()
                        .iter()
                        .enumerate()
                        .filter(|(_, energy)| is_priced(energy));
                    Model {
                        make,
                        maker: makes().iter().find(|known| known.name == make),
                        name,
                        article,
                        segment,
                        body: segments().iter().position(|known| *known == segment).unwrap_or(0),
                        years: (from.parse().unwrap_or(0), to.parse().unwrap_or(0)),
                        weight: number(weight),
                        trims: trims.split('|').collect(),
                        energy_bits: bits.map(|(place, _)| 1 << place).sum(),
                        energies: priced,
                    }
                },
            )
            .collect()
    })
}

/// The bodies that models have, once each.
pub(crate) fn segments() -> &'static [&'static str] {
    static SEGMENTS: OnceLock<Vec<&'static str>> = OnceLock::new();
    SEGMENTS.get_or_init(|| {
        let mut segments: Vec<&'static str> =
            rows(include_str!("../../../../content/vehicles/catalogue.tsv"))
                .map(|[_, _, _, segment, _, _, _, _, _]: [&str; 9]| segment)
                .collect();
        segments.sort_unstable();
        segments.dedup();
        segments
    })
}

/// Market shares of the energies, per thousand, in the order of [`energies`].
pub(crate) fn energy_shares(year: i32) -> [u32; ENERGY_COLUMNS] {
    static YEARS: OnceLock<Vec<EnergyYear>> = OnceLock::new();
    let years = YEARS.get_or_init(|| {
        rows(include_str!("../../../../content/vehicles/energies.tsv"))
            .map(|[year, shares @ ..]: [&str; 8]| EnergyYear {
                year: year.parse().unwrap_or(0),
                shares: shares.map(number),
            })
            .collect()
    });
    let nearest = years.iter().min_by_key(|known| (known.year - year).abs());
    nearest.map_or([1; ENERGY_COLUMNS], |known| known.shares)
}

/// The energies, as the columns of `energies.tsv` name them.
pub(crate) fn energies() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let header = include_str!("../../../../content/vehicles/energies.tsv")
            .lines()
            .next()
            .unwrap_or_default();
        header.split('\t').skip(1).collect()
    })
}

/// Mean yearly kilometres of an energy and how far people are from it.
pub(crate) fn yearly_km(energy: &str) -> (u32, u32) {
    static KM: OnceLock<Vec<(&'static str, u32, u32)>> = OnceLock::new();
    let known = KM.get_or_init(|| {
        rows(include_str!("../../../../content/vehicles/mileage.tsv"))
            .map(|[energy, mean, spread]| (energy, number(mean), number(spread)))
            .collect()
    });
    known
        .iter()
        .find(|row| row.0 == energy)
        .map_or((12_000, 3_000), |row| (row.1, row.2))
}

/// The lines that a service of the workshop or of the parts counter may bring.
pub(crate) fn operations(service: &str) -> &'static [Operation] {
    operations_by_service().get(service).map_or(&[], Vec::as_slice)
}

fn operations_by_service() -> &'static BTreeMap<&'static str, Vec<Operation>> {
    static OPERATIONS: OnceLock<BTreeMap<&'static str, Vec<Operation>>> = OnceLock::new();
    OPERATIONS.get_or_init(|| {
        let mut by_service: BTreeMap<&'static str, Vec<Operation>> = BTreeMap::new();
        for [service, energies, chance, label, quantity, unit_price, spread] in
            rows(include_str!("../../../../content/workshop/services.tsv"))
        {
            by_service.entry(service).or_default().push(Operation {
                energies,
                chance: number(chance),
                label,
                quantity: number(quantity),
                unit_price: number(unit_price),
                spread: number(spread),
            });
        }
        by_service
    })
}

/// Tyre dimension and net price of one, for a body.
pub(crate) fn tyre(segment: &str) -> (&'static str, u32) {
    static TYRES: OnceLock<Vec<(&'static str, &'static str, u32)>> = OnceLock::new();
    let known = TYRES.get_or_init(|| {
        rows(include_str!("../../../../content/workshop/tyres.tsv"))
            .map(|[segment, dimension, price]| (segment, dimension, number(price)))
            .collect()
    });
    known
        .iter()
        .find(|row| row.0 == segment)
        .map_or(("", 0), |row| (row.1, row.2))
}

/// What purchase invoices are made of.
pub(crate) fn sale_lines() -> &'static SaleLines {
    static LINES: OnceLock<SaleLines> = OnceLock::new();
    LINES.get_or_init(|| read(include_str!("../../../../content/workshop/sale_lines.toml")))
}

/// Every trade.
pub(crate) fn trades() -> &'static [Trade] {
    static TRADES: OnceLock<Vec<Trade>> = OnceLock::new();
    TRADES.get_or_init(|| {
        rows(include_str!("../../../../content/companies/trades.tsv"))
            .map(|[naf, weight, names, forms, fleet, roles, drives]| Trade {
                naf,
                weight: number(weight),
                names: names.split('|').collect(),
                forms: forms.split('|').collect(),
                fleet: pairs(fleet, ' '),
                roles: roles.split('|').collect(),
                drives,
            })
            .collect()
    })
}

/// The code of NAF rév. 1 that stood before a code of ours; none when none is known.
pub(crate) fn naf_before(naf: &str) -> Option<&'static str> {
    static CODES: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        rows(include_str!("../../../../content/companies/naf_before.tsv"))
            .map(|[naf, before]| (naf, before))
            .collect()
    });
    codes.get(naf).copied()
}

/// The code of ours that took the place of one of NAF rév. 1; none when several did, or none is known.
pub(crate) fn naf_after(before: &str) -> Option<&'static str> {
    let rows = rows(include_str!("../../../../content/companies/naf_before.tsv"));
    let mut codes = rows.filter(|[_, old]| *old == before).map(|[naf, _]| naf);
    let code = codes.next()?;
    codes.next().is_none().then_some(code)
}

/// Professions of people who are their own firm: masculine, feminine, trade of the firm.
pub(crate) fn sole_traders() -> &'static [[&'static str; 3]] {
    static ROWS: OnceLock<Vec<[&'static str; 3]>> = OnceLock::new();
    ROWS.get_or_init(|| rows(include_str!("../../../../content/companies/sole_traders.tsv")).collect())
}

/// Pieces of firms' names.
pub(crate) fn firm_words() -> &'static FirmWords {
    static WORDS: OnceLock<FirmWords> = OnceLock::new();
    WORDS.get_or_init(|| read(include_str!("../../../../content/companies/words.toml")))
}

fn pairs(text: &'static str, between: char) -> Vec<(&'static str, u32)> {
    text.split(between)
        .filter_map(|pair| pair.split_once(':'))
        .map(|(name, value)| (name, number(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_is_of_a_known_make_with_trims_and_priced_energies() {
        assert!(models().len() >= 60);
        for model in models() {
            assert!(model.maker.is_some(), "{}", model.name);
            assert!(
                model.years.0 <= model.years.1 && !model.trims.is_empty() && model.weight > 0,
                "{}",
                model.name
            );
            assert!(
                ["la", "le", "l'", "l'e"].contains(&model.article),
                "{}",
                model.name
            );
            assert_ne!(tyre(model.segment).1, 0, "{}", model.segment);
            for (energy, price) in &model.energies {
                assert!(
                    energies().contains(energy) && (9_000..70_000).contains(price),
                    "{} {energy}",
                    model.name
                );
            }
        }
    }

    #[test]
    fn the_shares_of_every_year_make_a_thousand_or_nearly() {
        for year in 2014..=2027 {
            let sum: u32 = energy_shares(year).iter().sum();
            assert!((980..=1_025).contains(&sum), "{year}: {sum}");
        }
    }

    #[test]
    fn every_trade_and_every_line_is_complete() {
        assert!(trades().len() >= 25);
        for trade in trades() {
            assert!(super::super::naf_label(trade.naf).is_some(), "{}", trade.naf);
            assert!(!trade.fleet.is_empty() && trade.weight > 0);
        }
        assert!(
            operations_by_service()
                .values()
                .flatten()
                .all(|line| line.chance > 0 && line.quantity > 0)
        );
        for [_, _, naf] in sole_traders() {
            let alone = |trade: &Trade| trade.naf == *naf && trade.forms.contains(&"EI");
            assert!(trades().iter().any(alone), "{naf}");
        }
        assert!(
            trades()
                .iter()
                .filter(|trade| naf_before(trade.naf).is_some())
                .count()
                > 15
        );
        assert!(sale_lines().with_new.len() > 3 && sale_lines().with_used.len() > 1);
        assert!(!firm_words().places.is_empty() && !firm_words().feminine.is_empty());
    }
}
