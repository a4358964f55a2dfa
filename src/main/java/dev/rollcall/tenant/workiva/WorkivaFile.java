package dev.rollcall.tenant.workiva;

import java.util.Locale;

/**
 * A file by its id, which the address bar of a browser shows.
 *
 * @param id opaque
 */
public record WorkivaFile(Family family, String id) {

  /** What it is, which says where its permissions are. */
  public enum Family {
    /** A file of any sort. */
    FILES,
    /** A document. */
    DOCUMENTS,
    /** A spreadsheet. */
    SPREADSHEETS;

    /** What one is called: {@code document}. */
    String word() {
      return path().substring(0, path().length() - 1);
    }

    /** As a part of a path. */
    String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
