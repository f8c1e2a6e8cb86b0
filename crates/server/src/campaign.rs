//! `simulateur-crm campagne`: a campaign sent to the records of a workbook, with the same gate and the same consequences as
//! on the screens.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use engine::{CampaignOrder, campaign_on_workbook};

use crate::options::Campaign;
use crate::verbs::{end, ends_with, write};
use crate::{words_campaign, words_verbs};

/// Sends it, and writes the workbook that it leaves.
pub(crate) fn send(workbook: &Path, campaign: &Campaign, output: &Path) -> ExitCode {
    end(sent(workbook, campaign, output))
}

fn sent(workbook: &Path, campaign: &Campaign, output: &Path) -> Result<String, String> {
    if !ends_with(output, &["xlsx"]) {
        return Err(words_verbs::not_xlsx(output));
    }
    let bytes = fs::read(workbook).map_err(|error| words_verbs::unreadable(workbook, &error))?;
    let order = CampaignOrder {
        channel: &campaign.channel,
        target: &campaign.target,
        template: &campaign.template,
    };
    let done = campaign_on_workbook(&bytes, &order)
        .map_err(|error| words_campaign::refused(workbook, campaign, &error))?;
    write(output, &done.bytes)?;
    Ok(words_campaign::sent(output, done.sent, &done.excluded))
}
