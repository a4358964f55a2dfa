package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.Place;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.SecretColumns;
import java.util.Optional;

/** The rejection of rows of one source: how they are handed back, and never with a password. */
final class RowRejection {

  private final String source;
  private final Place place;
  private final SecretColumns secrets;
  private final RowWidth width;

  RowRejection(String source, Place place, SecretColumns secrets, RowWidth width) {
    this.source = source;
    this.place = place;
    this.secrets = secrets;
    this.width = width;
  }

  /** A row with all that is wrong with it. */
  MappedRow of(Row row, Optional<Email> email, RowProblems problems, RowOwner owner) {
    boolean isUnsure = problems.isUnsureWhose();
    Optional<Email> sure = isUnsure ? Optional.empty() : email;
    return new MappedRow.Rejected(
        new Reject(
            source,
            place.columns(),
            // A cell that has swallowed other rows has their passwords too.
            isUnsure ? secrets.withoutAnywhere(row) : withoutSecrets(row),
            sure,
            problems.all(),
            sure.isEmpty() && problems.couldBeAnybodys(),
            !isUnsure && owner.isMissing(row)));
  }

  /** The row as it may be shown and handed back: without passwords. */
  Row withoutSecrets(Row row) {
    return mayShowSecrets(row) ? secrets.withoutAnywhere(row) : secrets.without(row);
  }

  /** Whether a password may stand in any cell of the row, as where cells have moved. */
  boolean mayShowSecrets(Row row) {
    return !secrets.areNone()
        && (width.hasMoved(row) || row.flaws().stream().anyMatch(flaw -> flaw.column() < 0));
  }
}
