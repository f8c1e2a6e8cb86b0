//! Targetings, campaigns already sent with what came of them, and the first dashboards.

use super::chance::Chance;
use super::client::{self, Client};
use super::day::Day;
use super::file;
use super::plan::Plan;
use super::rows::filled;
use super::shift::{self, TEMPLATE_YEAR, Timeline};
use super::writer::Writer;
use crate::content::dashboards;
use crate::content::words::{CampaignWords, marketing as words};
use crate::fields::Entity;
use crate::values::Value;

/// Writes targetings, campaigns, recipients and tiles.
pub(super) fn write<E>(seed: u64, plan: &mut Plan, writer: &mut Writer<E>) -> Result<(), E> {
    for targeting in &words().targetings {
        let id = writer.next_id(Entity::Targeting);
        let values = vec![
            ("name", targeting.name.as_str().into()),
            ("description", targeting.description.as_str().into()),
            ("mode", "live".into()),
            ("definition", targeting.definition.as_str().into()),
            ("sort", filled(&targeting.sort)),
        ];
        writer.fact(Entity::Targeting, id, values)?;
    }
    for campaign in words().campaigns.iter().chain(&words().drafts) {
        let id = writer.next_id(Entity::Campaign);
        let sent = sent_on(campaign, writer);
        let values = vec![
            ("name", campaign.name.as_str().into()),
            ("channel", campaign.channel.as_str().into()),
            (
                "targeting_id",
                if id <= 3 { Value::Int(id) } else { Value::Empty },
            ),
            ("subject", filled(&campaign.subject)),
            ("message", campaign.message.as_str().into()),
            ("state", if sent.is_some() { "sent" } else { "draft" }.into()),
            ("sent_at", sent.map(|day| day.at(10 * 60)).into()),
            ("offer", campaign.offer.as_str().into()),
            ("subject_b", Value::Empty),
            ("message_b", Value::Empty),
            ("follow_up_on", Value::Empty),
            ("forced", Value::Empty),
            ("plan", Value::Empty),
        ];
        writer.fact(Entity::Campaign, id, values)?;
        if let Some(sent) = sent {
            write_recipients(seed, id, campaign, sent, plan, writer)?;
        }
    }
    write_tiles(writer)
}

/// Its day in the year of use, or in the year before when it lies ahead.
fn sent_on<E>(campaign: &CampaignWords, writer: &Writer<E>) -> Option<Day> {
    let (month, day) = campaign.when.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    let sent = |year| shift::office_from(writer.time.shift(Day::civil(year, month, day)));
    let this_year = sent(TEMPLATE_YEAR);
    // A few days later every reaction has come.
    Some(if this_year.plus(8) < writer.time.today {
        this_year
    } else {
        sent(TEMPLATE_YEAR - 1)
    })
}

fn write_recipients<E>(
    seed: u64,
    campaign_id: i64,
    campaign: &CampaignWords,
    sent: Day,
    plan: &mut Plan,
    writer: &mut Writer<E>,
) -> Result<(), E> {
    let mut chance = Chance::of(seed, campaign_id.unsigned_abs(), "recipients");
    for Chosen { client, allowed } in chosen(campaign, sent, plan, &writer.time, &mut chance) {
        let reacted = reaction(&campaign.channel, allowed, sent, &mut chance);
        let id = writer.next_id(Entity::Recipient);
        let reasons = &words().reactions;
        let values = vec![
            ("campaign_id", campaign_id.into()),
            ("customer_id", client.id().into()),
            ("state", reacted.0.into()),
            (
                "exclusion_reason",
                if allowed {
                    Value::Empty
                } else {
                    reasons.excluded.as_str().into()
                },
            ),
            ("at", reacted.1.at(10 * 60 + chance.between(2, 400)).into()),
            (
                "reaction",
                if reacted.0 == "answered" {
                    chance.word(&reasons.answers).into()
                } else {
                    Value::Empty
                },
            ),
            ("variant", Value::Empty),
            ("forced", Value::Empty),
        ];
        writer.fact(Entity::Recipient, id, values)?;
        if allowed {
            write_activity(
                campaign_id,
                campaign,
                client.id(),
                &client.owner().name,
                sent,
                writer,
            )?;
        }
    }
    Ok(())
}

/// Somebody whom a campaign was meant for.
struct Chosen {
    client: Client,
    /// They have agreed to it.
    allowed: bool,
}

/// Persons at even distances, and between them more of those who agreed until one in three of those wanted has.
fn chosen(
    campaign: &CampaignWords,
    sent: Day,
    plan: &mut Plan,
    time: &Timeline,
    chance: &mut Chance,
) -> Vec<Chosen> {
    let reached = plan.sampled();
    let wanted = u64::from(campaign.recipients) * u64::from(reached) / 520;
    let step = (u64::from(reached) / wanted.max(1)).max(1) as u32;
    let (first, least) = (chance.below(step as usize) as u32, wanted as usize / 3 + 1);
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut agreed = 0;
    for turn in 0..step {
        for index in ((first + turn) % step..reached).step_by(step as usize) {
            if turn > 0 && agreed >= least {
                break;
            }
            let client = client::client(plan, plan.spread(index));
            let (created, consents) = file::consents_of(&client, time);
            if created > sent || client.slot.company {
                continue;
            }
            let allowed = consents
                .iter()
                .any(|consent| consent.allows(&campaign.channel, sent));
            agreed += usize::from(allowed);
            if allowed || turn == 0 {
                chosen.push(Chosen { client, allowed });
            }
        }
    }
    chosen.sort_by_key(|chosen| chosen.client.id());
    chosen
}

/// Hypothetical rates of reaction.
fn reaction(channel: &str, allowed: bool, sent: Day, chance: &mut Chance) -> (&'static str, Day) {
    if !allowed {
        return ("excluded", sent);
    }
    let shares: [(&'static str, u32); 6] = match channel {
        "mail" => [
            ("bounced", 4),
            ("opened", 26),
            ("clicked", 5),
            ("answered", 4),
            ("unsubscribed", 1),
            ("delivered", 60),
        ],
        "sms" => [
            ("bounced", 3),
            ("opened", 0),
            ("clicked", 0),
            ("answered", 6),
            ("unsubscribed", 1),
            ("delivered", 90),
        ],
        _ => [
            ("bounced", 4),
            ("opened", 0),
            ("clicked", 0),
            ("answered", 3),
            ("unsubscribed", 0),
            ("delivered", 93),
        ],
    };
    let state = shares[chance.weighted(shares.iter().map(|share| share.1))].0;
    let later = if state == "delivered" || state == "bounced" {
        0
    } else {
        chance.between(0, 4)
    };
    (state, sent.plus(later))
}

fn write_activity<E>(
    campaign_id: i64,
    campaign: &CampaignWords,
    customer: i64,
    owner: &str,
    sent: Day,
    writer: &mut Writer<E>,
) -> Result<(), E> {
    let id = writer.next_id(Entity::Activity);
    let subject = if campaign.subject.is_empty() {
        &campaign.name
    } else {
        &campaign.subject
    };
    let values = vec![
        ("customer_id", customer.into()),
        ("lead_id", Value::Empty),
        ("kind", "campaign".into()),
        ("direction", "outbound".into()),
        ("happened_at", sent.at(10 * 60).into()),
        ("subject", subject.as_str().into()),
        ("content", campaign.message.as_str().into()),
        ("result", Value::Empty),
        ("owner", owner.into()),
        ("next_follow_up_on", Value::Empty),
        ("campaign_id", campaign_id.into()),
        ("follow_up_done_on", Value::Empty),
    ];
    writer.fact(Entity::Activity, id, values)
}

/// The boards of the school, each with the row that says what it is.
fn write_tiles<E>(writer: &mut Writer<E>) -> Result<(), E> {
    for board in dashboards::boards().iter().filter(|board| board.school) {
        let definition = dashboards::board_definition(board);
        write_tile(writer, board, [&board.title, "board", &definition], [0, 0, 1, 1])?;
        for placed in &board.tiles {
            if let Some(tile) = dashboards::ready_tile(&placed.tile) {
                let definition = tile.definition();
                write_tile(
                    writer,
                    board,
                    [&tile.title, &tile.chart, &definition],
                    placed.place,
                )?;
            }
        }
    }
    Ok(())
}

fn write_tile<E>(
    writer: &mut Writer<E>,
    board: &dashboards::Board,
    [title, kind, definition]: [&str; 3],
    [col, row, width, height]: [i64; 4],
) -> Result<(), E> {
    let id = writer.next_id(Entity::DashboardTile);
    let values = vec![
        ("dashboard", board.title.as_str().into()),
        ("tile", title.into()),
        ("kind", kind.into()),
        ("definition", definition.into()),
        ("col", col.into()),
        ("row", row.into()),
        ("width", width.into()),
        ("height", height.into()),
    ];
    writer.fact(Entity::DashboardTile, id, values)
}
