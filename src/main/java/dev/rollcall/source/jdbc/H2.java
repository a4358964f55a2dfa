package dev.rollcall.source.jdbc;

import dev.rollcall.model.Problem;
import dev.rollcall.source.UnreadableSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** H2: files are opened so that nothing can be written; elsewhere what is written is undone. */
final class H2 implements Dialect {

  @Override
  public boolean reads(String url) {
    return url.startsWith("jdbc:h2:");
  }

  @Override
  public String url(String url) {
    String existing = with(url, "IFEXISTS=TRUE");
    boolean elsewhere =
        Stream.of("mem:", "tcp:", "ssl:")
            .anyMatch(place -> url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:" + place));
    return elsewhere ? existing : with(existing, "ACCESS_MODE_DATA=r");
  }

  private static String with(String url, String setting) {
    String key = ";" + setting.substring(0, setting.indexOf('=') + 1);
    return url.toUpperCase(Locale.ROOT).contains(key) ? url : url + ";" + setting;
  }

  @Override
  public Map<String, String> properties(JdbcSettings settings) {
    if (settings.login().tls().effective().isPresent()) {
      throw new UnreadableSource(
          new Problem(
              settings.name(), "tls: means nothing to H2", "remove it, or write jdbc:h2:ssl:"));
    }
    return Dialect.with(new HashMap<>(), settings.login());
  }
}
