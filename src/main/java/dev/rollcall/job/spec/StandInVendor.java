package dev.rollcall.job.spec;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;

/** Whose tenants a stand-in can stand in for. */
public enum StandInVendor {
  /** A Workato workspace. */
  WORKATO(WorkatoVocabulary.VOCABULARY),
  /** A Workiva organization. */
  WORKIVA(WorkivaVocabulary.VOCABULARY);

  private final Vocabulary vocabulary;

  StandInVendor(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The words of the vendor, in which rights are stated. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }
}
