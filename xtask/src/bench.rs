//! `cargo xtask bench`: the figures of the project against their bars, with the load of the machine, since a
//! figure taken on a busy machine says little.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::dist::{Shipped, Wish, dist};
use crate::prepare::{Need, prepare};
use crate::step::{Steps, line, root};

const MEGABYTE: f64 = 1e6;

/// Native figures, browser figures, sizes. Prints; judges nothing but what cannot run.
pub(crate) fn bench() -> Result<()> {
    prepare(Need::Stories)?;
    let mut steps = Steps::default();
    load("before");
    steps.step("engine, native", || {
        line("", "cargo run --quiet --release --package engine --example bench")
    });
    steps.step("figures of dashboards, native", || {
        line(
            "",
            "cargo run --quiet --release --package engine --example figures",
        )
    });
    let mut shipped = None;
    steps.step("build every door", || {
        shipped = Some(dist(&Wish::default())?);
        Ok(())
    });
    if let Some(shipped) = shipped {
        steps.step("sizes", || sizes(&shipped));
        steps.step("browser, single page and executable", || {
            line("stories", "npm run --silent bench")
        });
    }
    // They judge: the first loss ends them.
    for door in ["executable", "browser"] {
        steps.step(&format!("storm of 10,000 commands, {door}"), || {
            line("stories", &format!("npm run --silent storm -- {door} 10000"))
        });
    }
    steps.step("50 learners at once on a platform", || {
        line("stories", "npm run --silent learners -- 50 10")
    });
    load("after");
    steps.finish()
}

/// One-, five- and fifteen-minute load beside the number of cores.
fn load(when: &str) {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let numbers: Vec<&str> = load.split(' ').take(3).collect();
    println!("load {when}: {} on {cores} cores", numbers.join(" "));
}

fn sizes(shipped: &Shipped) -> Result<()> {
    size("Linux", &shipped.executable, 25.0)?;
    size("Windows", &shipped.windows, 25.0)?;
    size("single .html", &shipped.single_page, 6.0)?;
    size("SCORM zip", &shipped.scorm, 5.0)
}

fn size(name: &str, file: &Path, bar: f64) -> Result<()> {
    let megabytes = fs::metadata(file)?.len() as f64 / MEGABYTE;
    let verdict = if megabytes <= bar { "" } else { "  OVER" };
    let shown = file.strip_prefix(root()).unwrap_or(file).display();
    println!("{name:<14} {megabytes:>6.2} MB  bar {bar} MB{verdict}  {shown}");
    Ok(())
}
