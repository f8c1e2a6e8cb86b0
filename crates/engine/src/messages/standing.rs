//! What the gate knows of a customer, and what it says of one for a channel.

use super::MessageChannel;
use crate::content::law::contact_rule;
use crate::content::messages::rules;
use crate::error::GateReason;
use crate::reckoning::{ContactMode, ContactReason, Reach, within_hours};
use crate::values::{digits_of, fold, mail_is_well_formed, parse_date_time, postcode};
use jiff::Span;
use jiff::civil::DateTime;

/// A customer as the gate sees them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    pub(super) kind: String,
    pub(super) record_state: Option<String>,
    pub(super) mail: Option<String>,
    pub(super) mobile: Option<String>,
    pub(super) street: Option<String>,
    pub(super) street_number: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) town: Option<String>,
    /// What verdicts rest upon, as JSON.
    pub(super) reach: Option<String>,
    /// When a campaign was last sent to them.
    pub(super) last_campaign: Option<String>,
}

impl Standing {
    /// Is the record one that nobody writes to?
    pub(super) fn is_archived(&self) -> bool {
        self.record_state.as_deref() == Some("archived")
    }

    /// The address of a channel as it tells people apart, or why there is none.
    pub(super) fn address(&self, channel: MessageChannel) -> Result<String, GateReason> {
        let filled = |value: &Option<String>| value.clone().filter(|text| !text.trim().is_empty());
        match channel {
            MessageChannel::Mail => {
                let mail = filled(&self.mail).ok_or(GateReason::NoAddress)?;
                if mail_is_well_formed(&mail) {
                    Ok(mail.to_lowercase())
                } else {
                    Err(GateReason::BadAddress)
                }
            }
            MessageChannel::Sms => {
                let mobile = filled(&self.mobile).ok_or(GateReason::NoAddress)?;
                digits_of(&mobile)
                    .filter(|digits| ["06", "07", "+"].iter().any(|begins| digits.starts_with(begins)))
                    .ok_or(GateReason::BadAddress)
            }
            MessageChannel::Letter => {
                let (Some(street), Some(town)) = (filled(&self.street), filled(&self.town)) else {
                    return Err(GateReason::NoAddress);
                };
                let code = filled(&self.postcode)
                    .and_then(|code| postcode(&code))
                    .ok_or(GateReason::BadAddress)?;
                let number = self.street_number.as_deref().unwrap_or_default();
                Ok(fold(&format!("{number} {street} {code} {town}")))
            }
        }
    }

    /// May they be approached at a moment, by law?
    pub(super) fn by_law(
        &self,
        channel: MessageChannel,
        mode: ContactMode,
        at: DateTime,
    ) -> Option<GateReason> {
        let reach: Reach = self
            .reach
            .as_deref()
            .and_then(|kept| serde_json::from_str(kept).ok())
            .unwrap_or_default();
        let rule = contact_rule(channel.code(), &self.kind, &at.date().to_string())?;
        let verdict = reach.verdict(channel.code(), mode, at)?;
        if verdict.allowed {
            return (!within_hours(rule, at)).then_some(GateReason::QuietHours);
        }
        Some(match verdict.reason {
            ContactReason::NoAddress => GateReason::NoAddress,
            ContactReason::Withdrawn => GateReason::Withdrawn,
            ContactReason::Refused => GateReason::Refused,
            ContactReason::ClosedDay => GateReason::QuietHours,
            ContactReason::TooManyCalls => GateReason::TooLately,
            _ => GateReason::NoConsent,
        })
    }

    /// Was a campaign sent to them in the days that they are owed without one?
    pub(super) fn is_too_lately(&self, at: DateTime) -> bool {
        let since = at.saturating_sub(Span::new().days(rules().rest_days));
        let last = self.last_campaign.as_deref().and_then(parse_date_time);
        last.is_some_and(|last| last > since && last <= at)
    }
}
