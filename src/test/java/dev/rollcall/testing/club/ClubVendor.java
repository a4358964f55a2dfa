package dev.rollcall.testing.club;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.Vendor;
import java.util.List;

/** Clubs, among all vendors. */
public final class ClubVendor implements Vendor {

  @Override
  public List<Vocabulary> vocabularies() {
    return List.of(ClubVocabulary.VOCABULARY);
  }
}
