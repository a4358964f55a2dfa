package dev.rollcall.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One setting of a database's address.
 *
 * @param name as written
 * @param raw the value as written, escapes and quotes included
 * @param value the value as the driver takes it
 * @param start where the name begins in the address
 * @param end where the value ends
 */
record JdbcSetting(String name, String raw, String value, int start, int end) {

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(?:password|passwd|passphrase|pwd|secret|token|credentials?$|key$).*");

  /** They end like secrets, and are names of files or of keys. */
  private static final Set<String> NO_SECRETS =
      Set.of(
          "sslkey",
          "clientkey",
          "allowpublickeyretrieval",
          "primarykey",
          "passwordcharacterencoding");

  private static final Pattern QUOTED = Pattern.compile("\\{.*}|\".*\"|'.*'", Pattern.DOTALL);

  /** Whether a setting of this name is nobody's business. */
  static boolean isSecret(String name) {
    return SECRET.matcher(name).matches() && !NO_SECRETS.contains(name.toLowerCase(Locale.ROOT));
  }

  boolean isSecret() {
    return isSecret(name);
  }

  /** Everything by which somebody could know the value. */
  Stream<String> forms() {
    return Stream.of(List.of(raw, value, decoded(raw), unquoted(raw)), words(value))
        .flatMap(List::stream)
        .filter(form -> !form.isBlank());
  }

  /** H2 takes the password of a file and that of a user as two words. */
  private static List<String> words(String value) {
    return List.of(value.split(" "));
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String unquoted(String text) {
    return QUOTED.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
  }

  /** Only the name: the value may be secret. */
  @Override
  public String toString() {
    return name;
  }
}
