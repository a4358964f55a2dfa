package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.Origin;
import java.util.Optional;

/**
 * A row that is about nobody of ours: it is counted, and neither used nor handed back.
 *
 * @param source the name of the source
 * @param row where it is
 * @param email whose row it is, where that could be read
 * @param detail for {@link Why#WHERE} the condition with its place; for {@link Why#CLOSING} the
 *     text of the line
 */
public record LeftOutRow(String source, Origin row, Optional<Email> email, Why why, String detail) {

  /** Why a row does not count. */
  public enum Why {
    /** The condition of the source does not hold for it. */
    WHERE,
    /** It belongs to somebody whose own row does not count. */
    OWNER,
    /** It has no address, and the source says that such rows do not count. */
    WITHOUT_ADDRESS,
    /** It closes the table: it counts or signs. */
    CLOSING
  }

  /** In words: {@code left out by where: …}. */
  public String told() {
    return switch (why) {
      case WHERE -> "left out by " + detail;
      case OWNER -> "left out, as the row of its owner is";
      case WITHOUT_ADDRESS -> "left out by without-address: ignore";
      case CLOSING -> "left out: the line closes the table";
    };
  }
}
