package dev.rollcall.source;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A row that could not be used, to be handed back as it came with what is wrong.
 *
 * @param source the name of the source
 * @param header the source's own columns
 * @param row the row as found
 * @param email whose row it is, where that much could be read; otherwise it could be anybody's
 * @param problems at least one
 * @param couldBeAnybodys nobody can tell whose row it is, not even that it is nobody's
 * @param lacksAddress there is no address, rather than one that cannot be read
 */
public record Reject(
    String source,
    List<String> header,
    Row row,
    Optional<Email> email,
    List<Problem> problems,
    boolean couldBeAnybodys,
    boolean lacksAddress) {

  /** Copies. */
  public Reject {
    header = List.copyOf(header);
    problems = List.copyOf(problems);
  }
}
