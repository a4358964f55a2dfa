package dev.rollcall.source.columns;

/**
 * Signs that mean something in a cell, and the same signs within a name: there, a backslash stands
 * right before them. A backslash before anything else is itself.
 */
public enum NameSigns {
  /** Names alone: a semicolon ends one. */
  LIST(";"),
  /** Names with a role each: an equals sign stands between the two. */
  LIST_OF_PAIRS(";=");

  private static final char ESCAPE = '\\';

  private final String signs;

  NameSigns(String signs) {
    this.signs = signs;
  }

  /** A name as it stands in such a cell. */
  public String written(String name) {
    StringBuilder written = new StringBuilder(name.length() + 4);
    for (int at = 0; at < name.length(); at++) {
      if (signs.indexOf(name.charAt(at)) >= 0) {
        written.append(ESCAPE);
      }
      written.append(name.charAt(at));
    }
    return written.toString();
  }

  /** The name that stands in such a cell. */
  public String read(String written) {
    if (written.indexOf(ESCAPE) < 0) {
      return written;
    }
    StringBuilder name = new StringBuilder(written.length());
    for (int at = 0; at < written.length(); at++) {
      boolean escapes =
          written.charAt(at) == ESCAPE
              && at + 1 < written.length()
              && signs.indexOf(written.charAt(at + 1)) >= 0;
      if (!escapes) {
        name.append(written.charAt(at));
      }
    }
    return name.toString();
  }

  /** What stands between two items, so that no backslash at the end of the first escapes it. */
  public static String separatorAfter(String item) {
    return item.endsWith("\\") ? " ; " : "; ";
  }

  /** Whether there is such a sign that is not part of a name. */
  static boolean isSign(String text, int at, char sign) {
    return text.charAt(at) == sign && (at == 0 || text.charAt(at - 1) != ESCAPE);
  }

  /** The first such sign from there on that is not part of a name; -1 where there is none. */
  public static int first(String text, char sign, int from) {
    int at = text.indexOf(sign, from);
    while (at >= 0 && !isSign(text, at, sign)) {
      at = text.indexOf(sign, at + 1);
    }
    return at;
  }

  /** The last one; -1 where there is none. */
  public static int last(String text, char sign) {
    int at = text.lastIndexOf(sign);
    while (at >= 0 && !isSign(text, at, sign)) {
      at = text.lastIndexOf(sign, at - 1);
    }
    return at;
  }
}
