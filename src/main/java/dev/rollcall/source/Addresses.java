package dev.rollcall.source;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds every address in a row whose cells have moved: it may be about any of them. */
final class Addresses {

  private static final int LONGEST = 400;

  private Addresses() {}

  /** The readable addresses of a row that is flawed or as wide as no other; else none. */
  static List<Email> in(Reject reject) {
    List<Email> found = new ArrayList<>();
    if (reject.row().flaws().isEmpty() && reject.row().cells().size() == reject.header().size()) {
      return found;
    }
    for (String cell : reject.row().cells()) {
      read(cell).ifPresent(found::add);
    }
    return found;
  }

  /** Whether a cell holds an address and nothing else. */
  static boolean isReadable(String cell) {
    return read(cell).isPresent();
  }

  private static Optional<Email> read(String cell) {
    if (cell.indexOf('@') < 0 || cell.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Email.parse(cell));
    } catch (MalformedEmail e) {
      return Optional.empty();
    }
  }
}
