package dev.rollcall.source.columns;

import dev.rollcall.source.columns.HeaderMeaning.StatusKind;
import java.util.Set;

/**
 * The meaning of a yes below a header that somebody calls the status. Below {@code Account locked}
 * it is no good sign, though nobody would take such a column for the status unasked.
 */
public final class YesMeaning {

  private static final Set<String> BAD = Lexicon.of("status.bad");
  private static final Set<String> CONTRARY = Lexicon.of("status.contrary");

  private YesMeaning() {}

  /** How the cells are meant. */
  public static StatusKind of(String header) {
    return HeaderMeaning.of(header).status().orElseGet(() -> byItsParts(HeaderWords.of(header)));
  }

  private static StatusKind byItsParts(HeaderWords header) {
    boolean isBad = header.has(BAD);
    boolean isTurned = header.has(CONTRARY);
    if (isBad && isTurned) {
      return StatusKind.UNCLEAR;
    }
    return isBad || isTurned ? StatusKind.GONE : StatusKind.WORDS;
  }
}
