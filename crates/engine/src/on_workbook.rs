//! What is done to a workbook without the screens: it is taken in, acted upon through the table of commands, and written
//! anew.

use crate::campaigns::CampaignPlan;
use crate::content::messages::templates;
use crate::error::{ApiError, GateReason};
use crate::fields::Entity;
use crate::lists::Chosen;
use crate::messages::{Audience, MessageChannel, MessageText};
use crate::reckoning::ContactMode;
use crate::values::{Value, fold, parse_date, parse_date_time};
use crate::world::FixedWorld;
use crate::{Engine, Settings, excel, records, targeting};
use jiff::civil::DateTime;
use serde_json::{Value as Json, json};

/// The campaign that somebody asks for.
#[derive(Clone, Debug)]
pub struct CampaignOrder<'a> {
    /// `mail`, `sms` or `letter`.
    pub channel: &'a str,
    /// Whom it is for, in the language of targetings.
    pub target: &'a str,
    /// The name of a template: one that the workbook holds, or one of the trade.
    pub template: &'a str,
}

/// What was sent.
#[derive(Clone, Debug)]
pub struct CampaignOfWorkbook {
    /// The workbook with what the campaign left in it.
    pub bytes: Vec<u8>,
    /// How many got it.
    pub sent: usize,
    /// How many did not, by reason.
    pub excluded: Vec<(GateReason, usize)>,
}

/// The names of the templates of the trade for a channel.
#[must_use]
pub fn template_names(channel: &str) -> Vec<&'static str> {
    let all = templates().iter().filter(|one| one.channel == channel);
    all.map(|one| one.name.as_str()).collect()
}

/// Sends a campaign to the records of a workbook, on its day of use.
///
/// # Errors
/// `BadWorkbook`; `BadTarget`; `NotFound` for the template; those of `campaign.launch`.
pub fn campaign_on_workbook(bytes: &[u8], order: &CampaignOrder) -> Result<CampaignOfWorkbook, ApiError> {
    let (mut engine, world) = resumed(bytes)?;
    let plan = planned(&engine, world.0, order)?;
    let asked = serde_json::to_string(&plan).unwrap_or_default();
    let gate = answer(&mut engine, "campaign.gate", &asked, &world)?;
    let launched = answer(&mut engine, "campaign.launch", &asked, &world)?;
    engine.call(
        "workbook.export",
        &json!({"kind": "session", "anomalies": false}).to_string(),
        &world,
    )?;
    let made = engine.take_file().ok_or(ApiError::NoFile)?;
    let excluded = GateReason::ALL.into_iter().filter_map(|reason| {
        let counts = gate["excluded"].as_array()?;
        let count = counts.iter().find(|one| one["reason"] == reason.code())?["count"].as_u64()?;
        Some((reason, usize::try_from(count).unwrap_or(usize::MAX)))
    });
    Ok(CampaignOfWorkbook {
        bytes: made.bytes,
        sent: launched["sent"]
            .as_u64()
            .and_then(|sent| usize::try_from(sent).ok())
            .unwrap_or(0),
        excluded: excluded.collect(),
    })
}

/// The hours at which a dealership writes.
const OFFICE: std::ops::Range<i8> = 8..20;

/// A sandbox that goes on from a workbook, and its moment: that of the export on its day of use when somebody was at work,
/// else ten in the morning.
fn resumed(bytes: &[u8]) -> Result<(Engine, FixedWorld), ApiError> {
    let about = excel::read_workbook(bytes)?.about;
    let day = parse_date(&about.date).ok_or(ApiError::DataDamaged)?;
    let exported = about.exported_at.as_deref().and_then(parse_date_time);
    let now = exported
        .filter(|at| at.date() == day && OFFICE.contains(&at.hour()))
        .unwrap_or(day.at(10, 0, 0, 0));
    let world = FixedWorld(now);
    let mut engine = Engine::open_memory(Settings::school(0, SMALLEST), &world)?;
    engine.give_file(bytes.to_vec());
    engine.call("workbook.import", "{}", &world)?;
    Ok((engine, world))
}

/// The base that stands there before the workbook takes its place.
const SMALLEST: u32 = 20;

fn answer(engine: &mut Engine, name: &str, input: &str, world: &FixedWorld) -> Result<Json, ApiError> {
    let told = engine.call(name, input, world)?;
    serde_json::from_str(&told).map_err(|error| ApiError::Internal {
        detail: error.to_string(),
    })
}

fn planned(engine: &Engine, now: DateTime, order: &CampaignOrder) -> Result<CampaignPlan, ApiError> {
    let reader = engine.looking(now);
    let channel = MessageChannel::of(order.channel).ok_or_else(|| ApiError::BadRequest {
        detail: format!("channel {}", order.channel),
    })?;
    let target =
        targeting::understood(&reader, order.target)?.map_err(|problems| ApiError::BadTarget { problems })?;
    let (name, offer, text) = template_named(&reader, channel, order.template)?;
    Ok(CampaignPlan {
        name,
        channel,
        offer: Some(offer).filter(|offer| !offer.is_empty()),
        audience: Audience {
            chosen: Chosen {
                entity: target.entity,
                quick: String::new(),
                filters: Vec::new(),
                sorts: Vec::new(),
                target: Some(target),
                all: true,
                refs: Vec::new(),
            },
            but: Vec::new(),
        },
        targeting: None,
        text,
        other: None,
        at: None,
        follow_up_on: None,
        mode: ContactMode::Complete,
        forced: Vec::new(),
        without_mention: false,
    })
}

/// A template by its name: the workbook's own first.
fn template_named(
    reader: &crate::reader::Reader,
    channel: MessageChannel,
    name: &str,
) -> Result<(String, String, MessageText), ApiError> {
    let wanted = fold(name);
    for id in crate::messages::own_templates(reader)? {
        let record = records::read(reader, Entity::MessageTemplate, id)?;
        let text = |key: &str| {
            record
                .values
                .get(key)
                .and_then(Value::text)
                .unwrap_or_default()
                .to_owned()
        };
        if fold(&record.label) == wanted && text("channel") == channel.code() {
            let written = MessageText {
                subject: text("subject"),
                body: text("body"),
            };
            return Ok((record.label.clone(), text("offer"), written));
        }
    }
    let ready = templates()
        .iter()
        .find(|one| one.channel == channel.code() && (fold(&one.name) == wanted || one.key == name));
    let ready = ready.ok_or_else(|| ApiError::not_found(name))?;
    let written = MessageText {
        subject: ready.subject.clone(),
        body: ready.body.clone(),
    };
    Ok((ready.name.clone(), ready.offer.clone(), written))
}
