package dev.rollcall.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The user and the password before the host of an address: {@code //ana:hush@host}, {@code
 * :thin:ana/hush@host}. Where it ends is a guess, because passwords hold what they like: rather too
 * much is taken for it.
 *
 * @param start where it begins
 * @param end of the at sign behind it; the same as start where there is none
 */
record JdbcLogin(String text, int start, int end) {

  private static final Pattern ORACLE = Pattern.compile("(?i)^jdbc:oracle:(?:thin|oci8?):");
  private static final Pattern H2_SERVER = Pattern.compile("(?i)jdbc:h2:(?:tcp|ssl):");
  private static final String HOST = "(?:\\[[^\\]]*]|[^:,\\[\\]@]*)(?::\\d*)?";
  private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*");
  private static final int SHORTEST_PIECE = 4;

  /** That of an address; an empty one where it has none. */
  static JdbcLogin of(String text, JdbcSyntax syntax) {
    Matcher oracle = ORACLE.matcher(text);
    int slashes = text.indexOf("//");
    int start = oracle.find() ? oracle.end() : slashes < 0 ? text.length() : slashes + 2;
    boolean file = syntax == JdbcSyntax.H2 && !H2_SERVER.matcher(text).lookingAt();
    if (file || start >= text.length()) {
      return new JdbcLogin(text, 0, 0);
    }
    int end = text.charAt(start) == '@' ? start : end(text, start, syntax);
    return new JdbcLogin(text, start, end);
  }

  private static int end(String text, int start, JdbcSyntax syntax) {
    int settings = syntax.settingsAt(text, start);
    int at = text.lastIndexOf('@', settings - 1);
    if (at < start) {
      String authority = text.substring(start, settings).replaceFirst("/.*", "");
      at = HOSTS.matcher(authority).matches() ? -1 : text.lastIndexOf('@');
    }
    return at < start ? start : at + 1;
  }

  boolean isThere() {
    return end > start;
  }

  private String info() {
    return isThere() ? text.substring(start, end - 1) : "";
  }

  private int colon() {
    String info = info();
    int colon = info.indexOf(':');
    int slash = info.indexOf('/');
    return colon < 0
        ? slash
        : slash < 0 || !ORACLE.matcher(text).find() ? colon : Math.min(colon, slash);
  }

  String user() {
    return JdbcSetting.decoded(colon() < 0 ? info() : info().substring(0, colon()));
  }

  /** As written. */
  String password() {
    return colon() < 0 ? "" : info().substring(colon() + 1);
  }

  /** The password and what drivers may take for a part of something else. */
  List<String> forms() {
    List<String> forms = new ArrayList<>();
    Stream.of(password(), JdbcSetting.decoded(password())).distinct().forEach(forms::add);
    Arrays.stream(password().split("[@/:?,\"]"))
        .filter(piece -> piece.length() >= SHORTEST_PIECE)
        .forEach(forms::add);
    forms.removeIf(String::isBlank);
    return forms;
  }

  @Override
  public String toString() {
    return isThere() ? "***@" : "";
  }
}
