package dev.rollcall.model;

/**
 * Recognises addresses of plain lower-case letters, digits and the usual signs, without a regular
 * expression. It may say no to a good address, but never yes to one that the full check would
 * refuse or change.
 */
final class PlainAddress {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_LABEL = 63;

  private PlainAddress() {}

  static boolean isCanonical(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at <= LONGEST_LOCAL_PART
        && text.length() <= LONGEST
        && isLocalPart(text, at)
        && isDomain(text, at + 1);
  }

  private static boolean isLocalPart(String text, int end) {
    char before = '.';
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!isPlain(c) && c != '_' && c != '-' && c != '+' && (c != '.' || before == '.')) {
        return false;
      }
      before = c;
    }
    return before != '.';
  }

  /** Labels between dots, at least two; the last begins with a letter and has another. */
  private static boolean isDomain(String text, int from) {
    int label = from;
    char before = '.';
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (!isPlain(before) || i - label > LONGEST_LABEL) {
          return false;
        }
        label = i + 1;
      } else if (!isPlain(c) && (c != '-' || before == '.')) {
        return false;
      }
      before = c;
    }
    int last = text.length() - label;
    return label > from
        && isPlain(before)
        && last >= 2
        && last <= LONGEST_LABEL
        && text.charAt(label) >= 'a';
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
