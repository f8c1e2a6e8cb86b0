//! Doubles of a workbook that another program made.

/// A workbook of another program: a title above, headers of its own, dates as text.
#[test]
fn a_workbook_that_is_not_ours_is_read_by_its_headers() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("Export").unwrap();
    page.write_string(0, 0, "Fichier clients du garage").unwrap();
    let rows = [
        [
            "N° client",
            "NOM",
            "Prénom",
            "Né(e) le",
            "Adresse",
            "CP",
            "Commune",
            "Tél. portable",
            "Société",
        ],
        [
            "17",
            "LEFEBVRE",
            "Hortense",
            "12/03/1984",
            "12 bis, rue des Lilas",
            "35000",
            "Rennes",
            "06 39 98 12 34",
            "",
        ],
        [
            "23",
            "Lefèvre",
            "Hortance",
            "12/03/1984",
            "12bis rue des Lilas",
            "35000",
            "RENNES",
            "+33 6 39 98 12 34",
            "",
        ],
        [
            "31",
            "Quemeneur",
            "Yann",
            "01/07/1990",
            "4 quai Sud",
            "29200",
            "Brest",
            "06 39 98 56 78",
            "",
        ],
        [
            "40",
            "",
            "",
            "",
            "1 rue Haute",
            "35400",
            "Saint-Malo",
            "",
            "Ambulances du Port SARL",
        ],
        [
            "41",
            "",
            "",
            "",
            "1, rue Haute",
            "35400",
            "Saint Malo",
            "",
            "SARL Ambulances du port",
        ],
    ];
    let mut all: Vec<Vec<String>> = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    all.extend((0..40).flat_map(others));
    for (row, cells) in (2_u32..).zip(all) {
        for (column, text) in (0_u16..).zip(cells) {
            page.write_string(row, column, text).unwrap();
        }
    }
    let found = crate::duplicates_of_workbook(&book.save_to_buffer().unwrap()).unwrap();
    let pairs: Vec<_> = found.pairs.iter().map(|pair| pair.references.clone()).collect();
    assert!(pairs.len() <= 3, "{pairs:?}");
    for pair in [["17", "23"], ["40", "41"]] {
        assert!(pairs.contains(&pair.map(str::to_owned)), "{pairs:?}");
    }
    let mut nobody = rust_xlsxwriter::Workbook::new();
    nobody
        .add_worksheet()
        .write_string(0, 0, "Recette de la tarte")
        .unwrap();
    assert!(crate::duplicates_of_workbook(&nobody.save_to_buffer().unwrap()).is_err());
}

/// A person and a firm with a name and a home of their own.
fn others(number: u32) -> [Vec<String>; 2] {
    let letter = |place: u32| char::from(b'a' + u8::try_from(place % 26).unwrap());
    let letters: String = [number * 7, number * 11 + 3, number / 2 + 5, number * 3 + 1]
        .map(letter)
        .iter()
        .collect();
    let home = [
        format!("{number} rue {letters}"),
        format!("{}", 44_000 + number * 37),
        letters.clone(),
    ];
    let phone = format!("06 39 98 {number:02} {:02}", 99 - number);
    let birth = format!("{:02}/{:02}/{}", number % 28 + 1, number % 12 + 1, 1940 + number);
    let blank = String::new;
    let mut person = vec![
        format!("P{number}"),
        format!("Nom{letters}"),
        format!("Pré{letters}"),
        birth,
    ];
    person.extend(home.clone());
    person.extend([phone, blank()]);
    let mut firm = vec![format!("S{number}"), blank(), blank(), blank()];
    firm.extend(home);
    firm.extend([blank(), format!("{letters} et fils")]);
    [person, firm]
}
