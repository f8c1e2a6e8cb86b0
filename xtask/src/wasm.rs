//! Placeholder until the browser door is built.

/// Builds the engine for the browser.
pub(crate) fn build(_release: bool) -> anyhow::Result<()> {
    anyhow::bail!("not built yet")
}
