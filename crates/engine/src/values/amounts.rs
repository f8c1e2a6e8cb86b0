//! Amounts of money, in cents.

/// The normal French rate of VAT, in percent (article 278 of the Code général des impôts).
const VAT_PERCENT: i64 = 20;

/// The VAT of a net amount in cents, rounded half up.
#[must_use]
pub fn vat_of_net(net: i64) -> i64 {
    (net * VAT_PERCENT + 50).div_euclid(100)
}

/// The net amount and the VAT of an amount that includes it, in cents.
#[must_use]
pub fn with_vat(gross: i64) -> (i64, i64) {
    let net = (gross * 100 + (100 + VAT_PERCENT) / 2).div_euclid(100 + VAT_PERCENT);
    (net, gross - net)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vat_is_rounded_to_the_cent() {
        assert_eq!(vat_of_net(10_000), 2_000);
        assert_eq!(vat_of_net(1_233), 247);
        assert_eq!(with_vat(12_000), (10_000, 2_000));
    }
}
