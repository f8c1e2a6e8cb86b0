//! content/brand/logo.ico, which Windows shows: the logo at each size, drawn by Chromium. Committed, so that building needs no
//! browser; each picture is marked with the digest of the drawing, by which `check` sees an icon of another logo.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use xshell::cmd;

use crate::prepare::chromium;
use crate::step::{hex, root, shell};

/// Sides in pixels, as Windows asks for them between 100 % and 400 %.
const SIZES: [u16; 9] = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const MARK: &[u8] = b"logo.svg sha256 ";

fn drawing() -> Result<Vec<u8>> {
    Ok(fs::read(root().join("content/brand/logo.svg"))?)
}

fn icon() -> PathBuf {
    root().join("content/brand/logo.ico")
}

/// What the icon bears of the drawing that it was made from.
fn mark(drawing: &[u8]) -> Vec<u8> {
    [MARK, hex(&Sha256::digest(drawing)).as_bytes()].concat()
}

/// Fails when the icon is of another drawing.
pub(crate) fn check() -> Result<()> {
    if !is_fresh(&drawing()?) {
        bail!("content/brand/logo.ico is not of logo.svg: run `cargo xtask codegen` and commit");
    }
    Ok(())
}

/// Draws the icon anew when the logo changed; two versions of Chromium need not draw alike.
pub(crate) fn write() -> Result<()> {
    let drawing = drawing()?;
    if is_fresh(&drawing) {
        return Ok(());
    }
    let pictures = drawn(&drawing)?;
    fs::write(icon(), assembled(&pictures, &mark(&drawing))?)?;
    Ok(())
}

fn is_fresh(drawing: &[u8]) -> bool {
    fs::read(icon()).is_ok_and(|icon| icon.ends_with(&mark(drawing)))
}

/// One PNG for each size: a page draws them, and its text is read back.
fn drawn(drawing: &[u8]) -> Result<Vec<Vec<u8>>> {
    let Some(chromium) = chromium() else {
        bail!("drawing the icon needs Chromium (apt-get install chromium)");
    };
    let page = std::env::temp_dir().join(format!("simulateur-icon-{}.html", std::process::id()));
    fs::write(&page, page_text(drawing))?;
    let shell = shell()?;
    let text = cmd!(
        shell,
        "{chromium} --headless --no-sandbox --disable-gpu --virtual-time-budget=5000 --dump-dom {page}"
    )
    .quiet()
    .ignore_stderr()
    .read();
    fs::remove_file(&page)?;
    let text = text?;
    let pictures: Vec<Vec<u8>> = text
        .split("data:image/png;base64,")
        .skip(1)
        .map(|after| Ok(STANDARD.decode(after.split('<').next().unwrap_or_default())?))
        .collect::<Result<_>>()?;
    ensure!(
        pictures.len() == SIZES.len(),
        "Chromium drew {} pictures",
        pictures.len()
    );
    Ok(pictures)
}

fn page_text(drawing: &[u8]) -> String {
    format!(
        "<!doctype html><body><script>
const picture = new Image();
picture.onload = () => {{
  for (const size of {SIZES:?}) {{
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
    document.body.append(Object.assign(document.createElement('p'), {{ textContent: canvas.toDataURL('image/png') }}));
  }}
  document.querySelector('script').remove();
}};
picture.src = 'data:image/svg+xml;base64,{}';
</script></body>",
        STANDARD.encode(drawing)
    )
}

/// The pictures behind their table, then the mark, which no reader of icons looks at.
fn assembled(pictures: &[Vec<u8>], mark: &[u8]) -> Result<Vec<u8>> {
    let count = u16::try_from(pictures.len())?;
    let mut icon = [0u16, 1, count].map(u16::to_le_bytes).concat();
    let mut place = 6 + 16 * u32::from(count);
    for (picture, size) in pictures.iter().zip(SIZES) {
        let weight = u32::try_from(picture.len()).context("a picture of the icon")?;
        // A side of 256 is written 0; no palette, one plane, 32 bits a pixel.
        let side = u8::try_from(size).unwrap_or(0);
        icon.extend([side, side, 0, 0, 1, 0, 32, 0]);
        icon.extend(weight.to_le_bytes());
        icon.extend(place.to_le_bytes());
        place += weight;
    }
    icon.extend(pictures.concat());
    icon.extend(mark);
    Ok(icon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_leads_to_each_picture() {
        let pictures: Vec<Vec<u8>> = SIZES
            .iter()
            .map(|size| vec![*size as u8; usize::from(*size)])
            .collect();
        let icon = assembled(&pictures, b"mark").unwrap();
        for (index, picture) in pictures.iter().enumerate() {
            let entry = &icon[6 + 16 * index..][..16];
            let number = |at: usize| u32::from_le_bytes(entry[at..at + 4].try_into().unwrap()) as usize;
            assert_eq!(&icon[number(12)..][..number(8)], picture, "size {}", SIZES[index]);
        }
        assert!(icon.ends_with(b"mark"));
    }

    #[test]
    fn the_committed_icon_is_of_the_committed_logo() {
        check().unwrap();
    }
}
