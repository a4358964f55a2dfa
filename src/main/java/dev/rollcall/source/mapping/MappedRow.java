package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.source.Reject;
import java.util.Optional;
import java.util.function.Function;

/** What a row was mapped to: a person, a reject, nobody of ours, or nothing yet. */
public sealed interface MappedRow {

  /** One of the functions, by what it is. */
  <T> T fold(
      Function<PersonRecord, T> person,
      Function<Reject, T> rejected,
      Function<LeftOutRow, T> leftOut,
      Function<Postponed, T> postponed);

  /** A row that tells of a person. */
  record Person(PersonRecord record) implements MappedRow {

    @Override
    public <T> T fold(
        Function<PersonRecord, T> person,
        Function<Reject, T> rejected,
        Function<LeftOutRow, T> leftOut,
        Function<Postponed, T> postponed) {
      return person.apply(record);
    }
  }

  /** A row that is handed back. */
  record Rejected(Reject reject) implements MappedRow {

    @Override
    public <T> T fold(
        Function<PersonRecord, T> person,
        Function<Reject, T> rejected,
        Function<LeftOutRow, T> leftOut,
        Function<Postponed, T> postponed) {
      return rejected.apply(reject);
    }
  }

  /** A row that is about nobody of ours. */
  record NotOurs(LeftOutRow row) implements MappedRow {

    @Override
    public <T> T fold(
        Function<PersonRecord, T> person,
        Function<Reject, T> rejected,
        Function<LeftOutRow, T> leftOut,
        Function<Postponed, T> postponed) {
      return leftOut.apply(row);
    }
  }

  /**
   * A row that can only be understood when all rows of its source were seen; then it is mapped
   * again.
   *
   * @param email whose it is, as far as it tells
   */
  record Postponed(Optional<Email> email) implements MappedRow {

    @Override
    public <T> T fold(
        Function<PersonRecord, T> person,
        Function<Reject, T> rejected,
        Function<LeftOutRow, T> leftOut,
        Function<Postponed, T> postponed) {
      return postponed.apply(this);
    }
  }
}
