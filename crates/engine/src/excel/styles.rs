//! How a workbook looks: the product's colours, a format for each kind of column.

use crate::fields::{Field, Kind};
use rust_xlsxwriter::{Color, Format, FormatAlign};

const BRAND: u32 = 0x0b_5673;
const BRAND_PALE: u32 = 0xd9_eaf1;
const GREY: u32 = 0xf0_f2f4;
const INK: u32 = 0x16_232c;

/// The formats of a workbook.
pub(super) struct Styles {
    header: Format,
    computed_header: Format,
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) text: Format,
    pub(super) moment: Format,
    pub(super) day: Format,
    pub(super) number: Format,
    amount: Format,
    words: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        let header = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(BRAND))
            .set_align(FormatAlign::VerticalCenter);
        Self {
            computed_header: Format::new()
                .set_bold()
                .set_italic()
                .set_font_color(Color::RGB(INK))
                .set_background_color(Color::RGB(BRAND_PALE)),
            header,
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_font_color(Color::RGB(BRAND)),
            heading: Format::new().set_bold().set_font_color(Color::RGB(BRAND)),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            moment: Format::new()
                .set_num_format("dd/mm/yyyy hh:mm")
                .set_align(FormatAlign::Left),
            day: Format::new()
                .set_num_format("dd/mm/yyyy")
                .set_align(FormatAlign::Left),
            number: Format::new().set_num_format("#,##0").set_align(FormatAlign::Left),
            amount: Format::new().set_num_format("#,##0.00"),
            words: Format::new().set_num_format("@"),
        }
    }

    pub(super) fn header(&self, computed: bool) -> &Format {
        if computed {
            &self.computed_header
        } else {
            &self.header
        }
    }

    /// The format of a column; none for a reference or an added field, which are text.
    pub(super) fn of(&self, field: Option<&Field>, computed: bool) -> Format {
        let format = match field.map(|field| field.kind) {
            Some(Kind::Date) => Format::new().set_num_format("dd/mm/yyyy"),
            Some(Kind::DateTime) => Format::new().set_num_format("dd/mm/yyyy hh:mm"),
            Some(Kind::Money | Kind::Quantity) => self.amount.clone(),
            Some(Kind::Integer) => Format::new().set_num_format("0"),
            _ => self.words.clone(),
        };
        if computed {
            format.set_background_color(Color::RGB(GREY))
        } else {
            format
        }
    }
}
