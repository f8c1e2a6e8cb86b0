//! The SCORM 1.2 manifest: one organisation, one item, one SCO, one file. Dokeos reads it by literal tag
//! names and Moodle by schema, so it stays at what both understand: default namespace, prefix `adlcp`,
//! no mastery score (it would set the status by itself), no parameters, no xsd.

/// `imsmanifest.xml` for a version of the product. The names hold no character that XML escapes.
pub(crate) fn imsmanifest(title: &str, version: &str, page: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="simulateur-crm" version="{version}" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="simulateur">
    <organization identifier="simulateur">
      <title>{title}</title>
      <item identifier="simulateur-item" identifierref="simulateur-page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="simulateur-page" type="webcontent" adlcp:scormtype="sco" href="{page}">
      <file href="{page}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::imsmanifest;

    #[test]
    fn manifest_keeps_to_what_the_old_readers_understand() {
        let text = imsmanifest("Simulateur CRM", "1.2.3", "index.htm");
        assert!(text.contains(r#"adlcp:scormtype="sco" href="index.htm""#));
        for absent in [
            "masteryscore",
            "datafromlms",
            "parameters",
            "xml:base",
            "'",
            ".xsd",
        ] {
            assert!(!text.contains(absent), "{absent}");
        }
    }
}
