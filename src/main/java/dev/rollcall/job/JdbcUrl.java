package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import dev.rollcall.job.yaml.Masks;
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

  private final String url;

  private JdbcUrl(String url) {
    this.url = requireNonNull(url, "url");
  }

  /** Whether the text is such an address. */
  static boolean isOne(String text) {
    return text.startsWith("jdbc:") && text.indexOf(':', "jdbc:".length()) > 0;
  }

  /** A relative file of H2 is relative to the folder; its options stay as they are. */
  static JdbcUrl of(String text, Path folder) {
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
    return Masks.apply(url);
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
