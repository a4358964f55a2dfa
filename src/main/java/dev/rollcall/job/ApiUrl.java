package dev.rollcall.job;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the address of an API: over HTTPS, as a token goes with every request. */
final class ApiUrl {

  static final String EXPECTED = "an https address such as https://www.workato.com/api/";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private ApiUrl() {}

  static URI parse(String text) {
    URI url = URI.create(text.endsWith("/") ? text : text + "/");
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (host.isEmpty() || url.getRawUserInfo() != null || url.getRawQuery() != null) {
      throw new IllegalArgumentException("write https://host/api/");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(host))) {
      throw new IllegalArgumentException("the tokens must not travel without encryption");
    }
    return url;
  }
}
