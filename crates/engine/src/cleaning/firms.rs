//! Firms: SIREN, SIRET, activity code.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use crate::coherence::{Base, Customer, is_bad_siret, is_unknown_naf};
use crate::content::naf_label;
use crate::content::trade::naf_after;
use crate::fields::Entity;
use crate::values::{naf_code, siren_is_valid, siret_is_valid};

pub(super) fn find(base: &Base, faults: &mut Vec<Fault>) {
    for firm in base.customers.iter().filter(|customer| customer.is_company) {
        faults.extend(number(firm));
        faults.extend(activity(firm));
    }
}

fn fault(check: Check, why: FaultWhy, firm: &Customer, fields: &[&'static str]) -> Fault {
    Fault::new(check, why, (Entity::Customer, firm.id), Some(firm.id), fields)
}

fn number(firm: &Customer) -> Option<Fault> {
    let digits = |text: &str| {
        text.chars()
            .filter(|sign| !" .\u{a0}".contains(*sign))
            .collect::<String>()
    };
    let (siren, siret) = (digits(&firm.siren), digits(&firm.siret));
    let siret_is_right = siret_is_valid(&siret) && siren_is_valid(&siret[..9]);
    if firm.siren.is_empty() && siret_is_right {
        let found = fault(
            Check::FirmNumber,
            FaultWhy::SirenMissing,
            firm,
            &["siren", "siret"],
        );
        return Some(found.mended("siren", Some(&siret[..9])));
    }
    if !is_bad_siret(firm) {
        return None;
    }
    let siren_is_right = siren_is_valid(&siren);
    let siren_fits = siren.is_empty() || siren_is_right;
    let siret_fits = siret.is_empty() || (siret_is_valid(&siret) && siret.starts_with(&siren));
    let why = if siren_fits && siret_fits {
        FaultWhy::FirmFormat
    } else if !firm.siren.is_empty() && !siren_is_right {
        FaultWhy::SirenKey
    } else if !siret.is_empty() && !siret_is_valid(&siret) {
        FaultWhy::SiretKey
    } else {
        FaultWhy::SiretNotSiren
    };
    let mut correction = Vec::new();
    // A right SIRET holds the SIREN; two right numbers that disagree leave us in doubt.
    if siret_is_right && (!siren_is_right || siret.starts_with(&siren)) {
        for (key, held, meant) in [
            ("siren", &*firm.siren, &siret[..9]),
            ("siret", &*firm.siret, &siret),
        ] {
            if held != meant {
                correction.push((key, meant.into()));
            }
        }
    } else if firm.siret.is_empty() && siren_is_right {
        correction.push(("siren", siren.into()));
    }
    Some(fault(Check::FirmNumber, why, firm, &["siren", "siret"]).corrected(correction))
}

fn activity(firm: &Customer) -> Option<Fault> {
    let naf = &*firm.naf;
    // We know the codes of our own firms only: of another one, well formed, nothing is said.
    if !is_unknown_naf(naf) || naf_code(naf).as_deref() == Some(naf) {
        return None;
    }
    let written = naf_code(naf);
    let after = naf_after(naf);
    let why = match (&written, after) {
        (Some(_), _) => FaultWhy::NafFormat,
        (None, Some(_)) => FaultWhy::NafObsolete,
        (None, None) => FaultWhy::NafOther,
    };
    let meant = written.or(after.map(str::to_owned));
    debug_assert!(after.is_none_or(|code| naf_label(code).is_some()));
    Some(fault(Check::FirmActivity, why, firm, &["naf"]).mended("naf", meant))
}
