package dev.rollcall.tenant.workato;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.Vendor;

/** Workato, among all vendors. */
public final class WorkatoVendor implements Vendor {

  @Override
  public Vocabulary vocabulary() {
    return WorkatoVocabulary.VOCABULARY;
  }
}
