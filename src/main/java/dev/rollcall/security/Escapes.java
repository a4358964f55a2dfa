package dev.rollcall.security;

/**
 * Takes one layer of escapes off a text: those with a backslash (JSON, programming languages), with
 * a percent sign (addresses), with an ampersand (HTML), or all of them.
 */
final class Escapes {

  /** Which escapes are taken off. */
  enum Kind {
    ALL("\\%&"),
    BACKSLASH("\\"),
    PERCENT("%"),
    AMPERSAND("&");

    private final String signs;

    Kind(String signs) {
      this.signs = signs;
    }

    private boolean begins(char sign) {
      return signs.indexOf(sign) >= 0;
    }
  }

  private static final String LETTERS = "bfnrtv0";
  private static final String CONTROLS = "\b\f\n\r\t\u000B\0";

  private final DecodedText source;
  private final DecodedText.Builder out;
  private boolean changed;

  private Escapes(DecodedText source) {
    this.source = source;
    this.out = new DecodedText.Builder(source);
  }

  /** The view without them; the same view where there are none. */
  static DecodedText off(DecodedText source, Kind kind) {
    return mayHold(source.text(), kind) ? new Escapes(source).decode(kind) : source;
  }

  /** The text without one layer of all of them. */
  static String off(String text) {
    return off(DecodedText.of(text), Kind.ALL).text();
  }

  private static boolean mayHold(String text, Kind kind) {
    return kind.signs.chars().anyMatch(sign -> text.indexOf(sign) >= 0);
  }

  private DecodedText decode(Kind kind) {
    for (int i = 0; i < source.length(); ) {
      char sign = source.at(i);
      int end = kind.begins(sign) ? escape(sign, i) : i;
      if (end == i) {
        out.add(sign, i, i);
        end++;
      } else {
        changed = true;
      }
      i = end;
    }
    return changed ? out.view() : source;
  }

  /** Decodes the escape that begins here; returns where it ends, or the same where it is none. */
  private int escape(char sign, int at) {
    return switch (sign) {
      case '\\' -> backslash(at);
      case '%' -> percent(at);
      default -> ampersand(at);
    };
  }

  private int backslash(int at) {
    if (at + 1 >= source.length()) {
      return at;
    }
    char letter = source.at(at + 1);
    int end =
        switch (letter) {
          case 'u' ->
              source.length() > at + 2 && source.at(at + 2) == '{' ? braced(at) : hex(at, 4);
          case 'U' -> hex(at, 8) > at ? at + 10 : hex(at, 4);
          case 'x', 'X' -> hex(at, 2);
          default -> octal(at);
        };
    if (end > at) {
      return end;
    }
    int control = LETTERS.indexOf(letter);
    out.add(control < 0 ? letter : CONTROLS.charAt(control), at, at + 1);
    return at + 2;
  }

  /** A backslash, a letter, and so many hexadecimal digits. */
  private int hex(int at, int digits) {
    int value = Digits.number(source, at + 2, digits, 16);
    if (!Character.isValidCodePoint(value)) {
      return at;
    }
    out.addCodePoint(value, at, at + 1 + digits);
    return at + 2 + digits;
  }

  private int braced(int at) {
    int end = Digits.end(source, at + 3, 16);
    int value = Digits.number(source, at + 3, end - at - 3, 16);
    if (!Character.isValidCodePoint(value) || end >= source.length() || source.at(end) != '}') {
      return at;
    }
    out.addCodePoint(value, at, end);
    return end + 1;
  }

  private int octal(int at) {
    int value = Digits.number(source, at + 1, 3, 8);
    if (value < 0 || value > 255) {
      return at;
    }
    out.add((char) value, at, at + 3);
    return at + 4;
  }

  private int percent(int at) {
    if (at + 1 < source.length() && (source.at(at + 1) | ' ') == 'u') {
      return hex(at, 4);
    }
    int bytes = Utf8.length(index -> Digits.octet(source, at + 3 * index), 0);
    if (bytes == 0) {
      return at;
    }
    int codePoint = Utf8.codePoint(index -> Digits.octet(source, at + 3 * index), 0, bytes);
    out.addCodePoint(codePoint, at, at + 3 * bytes - 1);
    return at + 3 * bytes;
  }

  private int ampersand(int at) {
    if (at + 1 >= source.length()) {
      return at;
    }
    return source.at(at + 1) == '#' ? reference(at) : name(at);
  }

  private int reference(int at) {
    boolean hex = at + 2 < source.length() && (source.at(at + 2) | ' ') == 'x';
    int start = at + (hex ? 3 : 2);
    int end = Digits.end(source, start, hex ? 16 : 10);
    int value = Digits.number(source, start, end - start, hex ? 16 : 10);
    if (!Character.isValidCodePoint(value)) {
      return at;
    }
    int whole = withSemicolon(end);
    out.addCodePoint(value, at, whole - 1);
    return whole;
  }

  private int name(int at) {
    String name = HtmlEntities.longest(source.text(), at + 1);
    if (name.isEmpty()) {
      return at;
    }
    int whole = withSemicolon(at + 1 + name.length());
    out.add(HtmlEntities.character(name), at, whole - 1);
    return whole;
  }

  private int withSemicolon(int end) {
    return end < source.length() && source.at(end) == ';' ? end + 1 : end;
  }
}
