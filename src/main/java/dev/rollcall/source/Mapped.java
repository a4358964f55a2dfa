package dev.rollcall.source;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What a row came to: a person, or a reject. */
public sealed interface Mapped {

  /** One of the two functions, by what it is. */
  <T> T fold(Function<PersonRecord, T> person, Function<Reject, T> rejected);

  /** A row that tells of a person. */
  record Person(PersonRecord record) implements Mapped {
    /** Checks. */
    public Person {
      requireNonNull(record, "record");
    }

    @Override
    public <T> T fold(Function<PersonRecord, T> person, Function<Reject, T> rejected) {
      return person.apply(record);
    }
  }

  /** A row that is handed back. */
  record Rejected(Reject reject) implements Mapped {
    /** Checks. */
    public Rejected {
      requireNonNull(reject, "reject");
    }

    @Override
    public <T> T fold(Function<PersonRecord, T> person, Function<Reject, T> rejected) {
      return rejected.apply(reject);
    }
  }
}
