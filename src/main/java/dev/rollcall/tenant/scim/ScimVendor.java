package dev.rollcall.tenant.scim;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.Vendor;
import java.util.List;

/** SCIM service providers, among all vendors. */
public final class ScimVendor implements Vendor {

  @Override
  public List<Vocabulary> vocabularies() {
    return List.of(
        ScimVocabulary.VOCABULARY,
        ScimVocabulary.ROLES,
        ScimVocabulary.WORKSPACES,
        ScimVocabulary.GROUPS_ALONE);
  }
}
