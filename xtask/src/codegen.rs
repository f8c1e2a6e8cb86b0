//! `cargo xtask codegen`: writes what is generated and committed. `check` fails when any of it is stale.

use anyhow::Result;
use xshell::cmd;

use crate::prepare::{Need, prepare};
use crate::step::{loud, shell};
use crate::{icon, third_party};

/// TypeScript types of the command table, the THIRD-PARTY lists, and the icon when the logo changed.
pub(crate) fn codegen() -> Result<()> {
    prepare(Need::Executable)?;
    let shell = shell()?;
    shell.set_var("UPDATE_TYPES", "1");
    loud(cmd!(shell, "cargo test --quiet --package engine types"))?;
    third_party::write()?;
    icon::write()
}
