package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.source.Row;
import java.util.List;
import java.util.Optional;

/** The row owner: tells whose row it is, by the row itself or by what other rows said before. */
@FunctionalInterface
interface RowOwner {

  /** The address; empty where it cannot be told, and then a problem must have been added. */
  Optional<Email> read(Row row, RowProblems problems);

  /** Whether the row has no address where it should, rather than one that cannot be read. */
  default boolean isMissing(Row row) {
    return false;
  }

  /** The name that is written beside the address; blank where there is none. */
  default String nameBeside(Row row) {
    return "";
  }

  /** What was noticed about addresses. */
  default List<String> remarks() {
    return List.of();
  }
}
