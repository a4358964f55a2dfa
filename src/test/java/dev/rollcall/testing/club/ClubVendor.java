package dev.rollcall.testing.club;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.Vendor;

/** Clubs, among all vendors. */
public final class ClubVendor implements Vendor {

  @Override
  public Vocabulary vocabulary() {
    return ClubVocabulary.VOCABULARY;
  }
}
