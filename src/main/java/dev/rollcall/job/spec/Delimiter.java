package dev.rollcall.job.spec;

/** The character between the cells of a CSV file. */
public record Delimiter(char character) {

  /** What is right, for people. */
  static final String EXPECTED = "one character: , ; | or tab";

  /** Reads one; a tab may be spelled out, as it cannot be seen. */
  static Delimiter parse(String text) {
    if (text.equals("tab") || text.equals("\\t")) {
      return new Delimiter('\t');
    }
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || text.equals("\"")) {
      throw new IllegalArgumentException("write \",\" or \";\" or \"|\" or tab");
    }
    return new Delimiter(text.charAt(0));
  }
}
