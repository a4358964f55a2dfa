package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.Vendor;
import java.util.List;

/** Workiva, among all vendors. */
public final class WorkivaVendor implements Vendor {

  @Override
  public List<Vocabulary> vocabularies() {
    return List.of(WorkivaVocabulary.VOCABULARY);
  }
}
