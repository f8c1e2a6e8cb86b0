//! The tables of what stands behind reactions.

use super::life::CampaignExpected;
use super::weighed::WeighedCase;
use crate::change::Change;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::replies::model::Regime;
use rusqlite::OptionalExtension;

/// Keeps what was weighed of a recipient.
pub(in crate::replies) fn keep_case(
    change: &Change,
    recipient: i64,
    weighed: &WeighedCase,
) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("INSERT OR REPLACE INTO recipient_case (id, weighed, luck) VALUES (?1, ?2, ?3)")?
        .execute((recipient, weighed.number(), weighed.luck.kept()))?;
    Ok(())
}

/// Keeps what a campaign would give in life.
pub(in crate::replies) fn keep_expected(
    change: &Change,
    campaign: i64,
    regime: Regime,
    thousandths: [i64; 8],
) -> Result<(), ApiError> {
    let [
        delivered,
        bounced,
        opened,
        clicked,
        answered,
        appointments,
        unsubscribed,
        complained,
    ] = thousandths;
    change
        .conn()
        .prepare_cached(
            "INSERT OR REPLACE INTO campaign_expected (id, regime, delivered, bounced, opened, clicked, answered, appointments,
                unsubscribed, complained) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute((
            campaign,
            regime.code(),
            delivered,
            bounced,
            opened,
            clicked,
            answered,
            appointments,
            unsubscribed,
            complained,
        ))?;
    Ok(())
}

pub(super) fn expected(reader: &Reader, campaign: i64) -> Result<Option<CampaignExpected>, ApiError> {
    Ok(reader
        .store
        .conn()
        .prepare_cached(
            "SELECT regime, delivered, bounced, opened, clicked, answered, appointments, unsubscribed, complained
             FROM campaign_expected WHERE id = ?1",
        )?
        .query_row([campaign], |row| {
            Ok(CampaignExpected {
                regime: Regime::of_code(&row.get::<_, String>(0)?).unwrap_or_default(),
                delivered: row.get(1)?,
                bounced: row.get(2)?,
                opened: row.get(3)?,
                clicked: row.get(4)?,
                answered: row.get(5)?,
                appointments: row.get(6)?,
                unsubscribed: row.get(7)?,
                complained: row.get(8)?,
            })
        })
        .optional()?)
}

/// A recipient as the log shows them, and what was weighed when the message left.
pub(super) struct Recipient {
    pub(super) state: String,
    pub(super) weighed: Option<(i64, i64)>,
}

pub(super) fn recipient(reader: &Reader, id: i64) -> Result<Option<Recipient>, ApiError> {
    Ok(reader
        .store
        .conn()
        .prepare_cached(
            "SELECT coalesce(recipient.state, ''), kept.weighed, kept.luck FROM recipient
             LEFT JOIN recipient_case AS kept ON kept.id = recipient.id WHERE recipient.id = ?1",
        )?
        .query_row([id], |row| {
            let weighed: Option<i64> = row.get(1)?;
            let luck: Option<i64> = row.get(2)?;
            Ok(Recipient {
                state: row.get(0)?,
                weighed: weighed.zip(luck),
            })
        })
        .optional()?)
}
