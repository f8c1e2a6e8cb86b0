//! The printed list.

use super::super::anomaly_page;
use super::made::Made;
use crate::fields::Entity::{Anomaly, Customer};

#[test]
fn the_page_tells_every_anomaly_and_escapes_every_text() {
    let mut made = Made::sound();
    made.set(Customer, 1, "last_name", "<script>alert(1)</script> & Cie");
    for (id, kind, records, trap) in [
        (1, "homonym", "C00001 C00002", true),
        (2, "missing_mail", "C00003", false),
        (3, "missing_mail", "C00099", false),
    ] {
        made.add(
            Anomaly,
            id,
            &[
                ("code", format!("AN{id:03}").into()),
                ("kind", kind.into()),
                ("records", records.into()),
                ("finding", "Constat <b>".into()),
                ("expected_action", "Ne pas fusionner.".into()),
                ("difficulty", "3".into()),
                ("trap", trap.into()),
            ],
        );
    }
    let page = anomaly_page(&made.base());
    for told in [
        "AN001",
        "AN003",
        "<b>C00002</b> Nathalie Durand",
        "<b>C00003</b> Transports du Bocage",
        "(fiche absente)",
        "Homonymes",
        "Mail manquant",
        "Constat &lt;b&gt;",
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Cie",
        "24/11/2026",
        "@page { size: A4",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains("<script") && !page.contains("http"));
    assert_eq!(page.matches("class=\"trap\"").count(), 2);
    assert_eq!(
        page.matches("<section").count(),
        page.matches("</section>").count()
    );
}

#[test]
fn a_base_without_a_list_says_so() {
    assert!(anomaly_page(&Made::sound().base()).contains("ne comporte pas de liste"));
}
