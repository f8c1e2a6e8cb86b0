//! The SCORM manifests: one organisation, one item, one SCO, one file. Dokeos reads it by literal tag
//! names and Moodle by schema, so it stays at what both understand: default namespace, prefix `adlcp`,
//! no mastery score (it would set the status by itself), no parameters, no xsd.

/// `imsmanifest.xml` of SCORM 1.2, for a version of the product. The names hold no character that XML escapes.
pub(crate) fn scorm12(title: &str, version: &str, page: &str) -> String {
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

/// `imsmanifest.xml` of SCORM 2004, 4th edition. No objective: the page tells completion and success itself.
pub(crate) fn scorm2004(title: &str, version: &str, page: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="simulateur-crm" version="{version}" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="simulateur">
    <organization identifier="simulateur">
      <title>{title}</title>
      <item identifier="simulateur-item" identifierref="simulateur-page" isvisible="true">
        <title>{title}</title>
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="simulateur-page" type="webcontent" adlcp:scormType="sco" href="{page}">
      <file href="{page}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::{scorm12, scorm2004};

    #[test]
    fn manifest_keeps_to_what_the_old_readers_understand() {
        let text = scorm12("Simulateur CRM", "1.2.3", "index.htm");
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
    #[test]
    fn each_edition_names_the_page_in_its_own_words() {
        let text = scorm2004("Simulateur CRM", "1.2.3", "index.htm");
        assert!(text.contains(r#"adlcp:scormType="sco" href="index.htm""#));
        assert!(text.contains("<schemaversion>2004 4th Edition</schemaversion>"));
        assert!(!text.contains("scormtype"));
    }
}
