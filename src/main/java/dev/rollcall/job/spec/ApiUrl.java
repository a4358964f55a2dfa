package dev.rollcall.job.spec;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the address of an API: over HTTPS, as a token goes with every request. */
final class ApiUrl {

  static final String EXPECTED = "an https address such as " + TargetSpec.EXAMPLE_ADDRESS;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private ApiUrl() {}

  /** The address without {@code /api}, which belongs to the endpoints. */
  static URI parse(String text) {
    URI url = uri(text.replaceFirst("(/api)?/*$", ""));
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (host.isEmpty() || hasMore(url)) {
      throw new IllegalArgumentException("write https://host");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(host))) {
      throw new IllegalArgumentException("tokens must not travel without encryption");
    }
    return url;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("write https://host", e);
    }
  }

  private static boolean hasMore(URI url) {
    return url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null;
  }
}
