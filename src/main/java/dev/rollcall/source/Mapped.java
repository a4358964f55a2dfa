package dev.rollcall.source;

import static java.util.Objects.requireNonNull;

/** What a row came to: a person, or a reject. */
public sealed interface Mapped {

  /** A row that tells of a person. */
  record Person(PersonRecord record) implements Mapped {
    /** Checks. */
    public Person {
      requireNonNull(record, "record");
    }
  }

  /** A row that is handed back. */
  record Rejected(Reject reject) implements Mapped {
    /** Checks. */
    public Rejected {
      requireNonNull(reject, "reject");
    }
  }
}
