package dev.rollcall.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the addresses of one kind of database hold their settings, as its driver reads them. */
enum JdbcSyntax {
  /** {@code ?name=value&name=value}, with percent signs. */
  POSTGRESQL('?', '&'),
  /** The same, without. */
  MARIADB('?', '&'),
  /** {@code ;name=value}, with braces around values that hold a semicolon. */
  SQL_SERVER(';', ';'),
  /** {@code ;NAME=value}, with backslashes before what would end a value. */
  H2(';', ';'),
  /** Whatever separates names from values somewhere. */
  OTHER('?', '&');

  private static final String NAME = "\\s*[A-Za-z_][\\w.\\- ]*=";
  private static final Pattern ANYWHERE =
      Pattern.compile("[?;&:,/(]\\s*([A-Za-z_][\\w.\\-]*)\\s*=");
  private static final Pattern NEXT = Pattern.compile("[?;&,/(]" + NAME + "|\\)+(?=$|\\(|[;,@])");

  private final char begin;
  private final char separator;

  JdbcSyntax(char begin, char separator) {
    this.begin = begin;
    this.separator = separator;
  }

  static JdbcSyntax of(String scheme) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "postgresql" -> POSTGRESQL;
      case "mariadb", "mysql" -> MARIADB;
      case "sqlserver" -> SQL_SERVER;
      case "h2" -> H2;
      default -> OTHER;
    };
  }

  /** Where settings begin, for certain: behind it stands a name; else the end of the text. */
  int settingsAt(String text, int from) {
    Pattern start =
        this == OTHER
            ? Pattern.compile("[?;&]" + NAME + "|:" + NAME)
            : Pattern.compile(Pattern.quote(String.valueOf(begin)) + NAME);
    Matcher found = start.matcher(text);
    return found.find(Math.min(from, text.length())) ? found.start() : text.length();
  }

  /** What stands before a setting that is added at the end. */
  String separator(String text) {
    boolean first = begin != separator && text.indexOf(begin) < 0;
    boolean none = text.endsWith(String.valueOf(separator)) || text.endsWith(String.valueOf(begin));
    return first ? String.valueOf(begin) : none ? "" : String.valueOf(separator);
  }

  /** The settings behind a place in the text. */
  List<JdbcSetting> settings(String text, int from) {
    if (this == OTHER) {
      return anywhere(text, from);
    }
    int start = text.indexOf(begin, from);
    List<JdbcSetting> found = new ArrayList<>();
    while (start >= 0 && start < text.length()) {
      int end = end(text, start + 1);
      if (!text.substring(start + 1, end).isBlank()) {
        found.add(setting(text, start + 1, end));
      }
      start = end;
    }
    return found;
  }

  private JdbcSetting setting(String text, int start, int end) {
    int equals = text.substring(start, end).indexOf('=');
    String name = equals < 0 ? text.substring(start, end) : text.substring(start, start + equals);
    String raw = equals < 0 ? "" : text.substring(start + equals + 1, end);
    return new JdbcSetting(name.strip(), raw, value(raw), start, end);
  }

  /** The end of the setting that begins here. */
  private int end(String text, int start) {
    boolean braced = false;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (this == H2 && c == '\\') {
        at++;
      } else if (this == SQL_SERVER && c == '{' && !braced) {
        braced = text.substring(start, at).stripTrailing().endsWith("=");
      } else if (braced && c == '}') {
        braced = at + 1 < text.length() && text.charAt(at + 1) == '}';
        at += braced ? 1 : 0;
      } else if (c == separator && !braced) {
        return at;
      }
    }
    return text.length();
  }

  private String value(String raw) {
    return switch (this) {
      case POSTGRESQL -> JdbcSetting.decoded(raw);
      case H2 -> raw.replaceAll("(?s)\\\\(.)", "$1");
      case SQL_SERVER -> braceless(raw.strip());
      case MARIADB, OTHER -> raw;
    };
  }

  private static String braceless(String raw) {
    return raw.startsWith("{") && raw.endsWith("}") && raw.length() > 1
        ? raw.substring(1, raw.length() - 1).replace("}}", "}")
        : raw;
  }

  /** A value ends only where another setting begins: rather too much of it is hidden. */
  private static List<JdbcSetting> anywhere(String text, int from) {
    List<JdbcSetting> found = new ArrayList<>();
    Matcher names = ANYWHERE.matcher(text);
    int at = from;
    while (at <= text.length() && names.find(at)) {
      int end = next(text, names.end());
      String raw = text.substring(names.end(), end).replaceFirst("[;&]$", "");
      found.add(
          new JdbcSetting(
              names.group(1), raw, raw.strip(), names.start(1), names.end() + raw.length()));
      at = end;
    }
    return found;
  }

  private static int next(String text, int from) {
    Matcher next = NEXT.matcher(text);
    return next.find(from) ? next.start() : text.length();
  }
}
