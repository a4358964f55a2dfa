package dev.rollcall.source;

import dev.rollcall.model.Email;
import java.util.Optional;

/** Tells whose row it is where the row itself does not have to say so. */
interface Whose {

  /** The address; empty where it cannot be told, and then a problem must have been added. */
  Optional<Email> read(Row row, RowProblems problems);
}
