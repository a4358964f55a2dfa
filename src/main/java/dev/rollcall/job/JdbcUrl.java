package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a database. It may hold a password, so it prints without. */
public final class JdbcUrl {

  private static final Pattern H2_FILE =
      Pattern.compile("(?i)(jdbc:h2:)(file:)?([^;]+)(;.*)?", Pattern.DOTALL);
  private static final List<String> H2_ELSEWHERE =
      List.of("mem:", "tcp:", "ssl:", "zip:", "nio:", "niomapped:", "async:", "split:", "~");
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)((?:password|passwd|pwd|secret|token|key)[a-z]*=)[^&;]*");
  private static final Pattern USER_INFO = Pattern.compile("//[^/@?;]*@");

  private final String url;

  private JdbcUrl(String url) {
    this.url = requireNonNull(url, "url");
  }

  /** A relative file of H2 is relative to the folder; its options stay as they are. */
  static JdbcUrl of(String text, Path folder) {
    if (!text.startsWith("jdbc:") || text.indexOf(':', 5) < 0) {
      throw new IllegalArgumentException("it begins with jdbc:postgresql:, jdbc:h2: or the like");
    }
    return new JdbcUrl(resolve(text, folder));
  }

  private static String resolve(String text, Path folder) {
    Matcher h2 = H2_FILE.matcher(text);
    if (!h2.matches() || H2_ELSEWHERE.stream().anyMatch(h2.group(3)::startsWith)) {
      return text;
    }
    Path file = folder.resolve(h2.group(3)).toAbsolutePath().normalize();
    return h2.group(1) + "file:" + file + (h2.group(4) == null ? "" : h2.group(4));
  }

  /** The whole address, for the one place that connects. */
  public String reveal() {
    return url;
  }

  /** The address without passwords. */
  @Override
  public String toString() {
    return USER_INFO
        .matcher(PASSWORD.matcher(url).replaceAll("$1***"))
        .replaceAll(Matcher.quoteReplacement("//***@"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JdbcUrl that && url.equals(that.url);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }
}
