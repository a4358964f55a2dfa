package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.rollcall.job.yaml.Masks;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of a database. It may hold a password, so it prints without. */
public final class JdbcUrl {

  private static final Pattern H2_FILE =
      Pattern.compile("(?i)(jdbc:h2:)(file:)?([^;]+)(;.*)?", Pattern.DOTALL);
  private static final Pattern SETTING =
      Pattern.compile("(?i)(?:password|passwd|pwd|secret|token|key)[a-z]*\\s*=([^&;)\\s]+)");
  private static final Pattern LOGIN =
      Pattern.compile("(?://|:thin:|:oci:)[^:/@\\s]*[:/]([^\\s]*)@");
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

  /** What must not be seen of it. */
  List<String> secrets() {
    return secretsIn(url);
  }

  /** The same of a text that may be such an address. */
  public static List<String> secretsIn(String url) {
    return Stream.of(SETTING, LOGIN)
        .flatMap(kind -> kind.matcher(url).results())
        .flatMap(found -> Stream.of(found.group(1), URLDecoder.decode(found.group(1), UTF_8)))
        .toList();
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
