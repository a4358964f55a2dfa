package dev.rollcall.source.jdbc;

import dev.rollcall.security.FailureText;
import dev.rollcall.source.UnreadableSource;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error translator: turns what a driver throws into one problem that an admin can act on,
 * without any secret.
 */
final class ErrorTranslator {

  private static final int LONGEST = 300;

  /** PostgreSQL tells where, counting characters; the word before the number is translated. */
  private static final Pattern POSITION = Pattern.compile("\\n\\s*\\S+ ?: ?(\\d+)\\s*\\z");

  private static final Pattern NOISE =
      Pattern.compile("^(\\(conn=\\d+\\)|[A-Z]{5,7}:)\\s*|; SQL statement:.*|\\s*\\[\\d{5}-\\d+]");

  private static final Set<ErrorCause> CONNECTION =
      EnumSet.of(
          ErrorCause.LOST,
          ErrorCause.SLOW,
          ErrorCause.SILENT,
          ErrorCause.CLOSED,
          ErrorCause.TOO_LARGE);

  private final JdbcSettings settings;
  private final String scheme;

  ErrorTranslator(JdbcSettings settings) {
    this.settings = settings;
    this.scheme = settings.login().address().scheme();
  }

  /** No connection comes about. */
  UnreadableSource connecting(SQLException error) {
    ErrorCause symptom = ErrorCause.of(error, scheme);
    String patience = Timeouts.shown(settings.timeouts().connect());
    String what = "cannot connect to " + settings.login().address().called();
    String why = symptom.what(patience);
    return unreadable(
        what + (why.isEmpty() ? "" : ": " + why) + quoted(symptom, error),
        symptom == ErrorCause.OTHER ? "look at url:, username: and properties:" : symptom.remedy());
  }

  /** The query is refused, or takes too long. */
  UnreadableSource asking(SQLException error, String query) {
    ErrorCause symptom = symptom(error);
    if (CONNECTION.contains(symptom)) {
      return reading(error, 0);
    }
    String place = spot(error, query).map(spot -> " at " + spot).orElse("");
    String why = symptom == ErrorCause.OTHER ? "" : ": " + symptom.what("");
    return unreadable(
        "the query"
            + inFile()
            + " is refused by "
            + settings.login().address().called()
            + place
            + why
            + quoted(symptom, error),
        symptom.remedy());
  }

  /** Reading breaks off. */
  UnreadableSource reading(SQLException error, int row) {
    ErrorCause symptom = symptom(error);
    if (symptom == ErrorCause.SLOW) {
      return tooSlow();
    }
    String after = row == 0 ? "" : " after row " + row;
    String why = symptom == ErrorCause.OTHER ? "" : ": " + symptom.what("");
    return unreadable(
        "reading from "
            + settings.login().address().called()
            + " ends"
            + after
            + why
            + quoted(symptom, error),
        symptom.remedy());
  }

  /** The query takes longer than it may. */
  UnreadableSource tooSlow() {
    String patience = Timeouts.shown(settings.timeouts().query());
    return unreadable(
        ErrorCause.SLOW.what(patience) + ", asked of " + settings.login().address().called(),
        ErrorCause.SLOW.remedy());
  }

  /** The query is a wrong one. */
  UnreadableSource unusable(String what, String remedy) {
    return unreadable(what, remedy);
  }

  boolean isAboutTheConnection(SQLException error) {
    return CONNECTION.contains(symptom(error));
  }

  /** Once connected, nobody who is silent is still being connected to. */
  private ErrorCause symptom(SQLException error) {
    ErrorCause symptom = ErrorCause.of(error, scheme);
    return symptom == ErrorCause.SILENT ? ErrorCause.SLOW : symptom;
  }

  /** What the driver says, on one line. */
  String words(SQLException error) {
    String all = FailureText.of(error);
    String first = all.lines().findFirst().orElse("");
    String plain = settings.login().hideIn(NOISE.matcher(first).replaceAll("")).strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }

  /** Where our own words say it all, the driver's would only repeat them. */
  private String quoted(ErrorCause symptom, SQLException error) {
    return switch (symptom) {
      case UNKNOWN_HOST, REFUSED, SILENT, SLOW -> "";
      case TLS -> " (" + rootWords(error) + ")";
      default -> " (" + words(error) + ")";
    };
  }

  private String rootWords(SQLException error) {
    Throwable root = error;
    for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
      root = root.getCause();
    }
    return words(root instanceof SQLException same ? same : new SQLException(root.getMessage()));
  }

  private String inFile() {
    String label = settings.query().label();
    return label.equals("query") ? "" : " in " + label;
  }

  /** The line and column, where the database tells them. */
  private Optional<String> spot(SQLException error, String query) {
    Matcher position = POSITION.matcher(String.valueOf(error.getMessage()));
    if (!scheme.equals("postgresql") || !position.find()) {
      return Optional.empty();
    }
    int characters = query.codePointCount(0, query.length());
    int counted = Math.min(Integer.parseInt(position.group(1)) - 1, characters);
    String before = query.substring(0, query.offsetByCodePoints(0, Math.max(0, counted)));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return Optional.of("line " + line + ", column " + (before.length() - before.lastIndexOf('\n')));
  }

  private UnreadableSource unreadable(String what, String remedy) {
    return new UnreadableSource(settings.name(), what, remedy);
  }
}
