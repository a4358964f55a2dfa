package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.TenantUnavailable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Links in answers, which are followed as they are: to the same host, or to another one of the
 * vendor's, and never anywhere else, for the token goes along.
 */
final class WorkivaLinks {

  private static final String VENDOR = ".wdesk.com";

  private final URI base;

  WorkivaLinks(WorkivaSettings settings) {
    this.base = URI.create(settings.root());
  }

  /**
   * Where a link leads that stands in the answer to a request. One that is no address is a cursor.
   *
   * @throws TenantUnavailable where it leads elsewhere
   */
  URI follow(URI from, String link) {
    if (link.startsWith("/")) {
      return parsed(root() + link);
    }
    if (!link.matches("(?i)https?://.*")) {
      String separator = from.getRawQuery() == null ? "?" : "&";
      return URI.create(
          from + separator + "%24next=" + URLEncoder.encode(link, StandardCharsets.UTF_8));
    }
    URI uri = parsed(link);
    if (!isTrusted(uri)) {
      throw new TenantUnavailable(
          "an answer points to another server (%s); it is not followed, for the token would go there"
              .formatted(uri.getHost()));
    }
    return uri;
  }

  private static URI parsed(String link) {
    try {
      // A dollar sign is as good as its escape, and a bar or a bracket is none of an address.
      return URI.create(link.replace("|", "%7C").replace("[", "%5B").replace("]", "%5D"));
    } catch (IllegalArgumentException e) {
      throw new TenantUnavailable("an answer holds a link that is no address");
    }
  }

  private boolean isTrusted(URI uri) {
    String host = host(uri);
    boolean sameServer = host.equals(host(base)) && uri.getPort() == base.getPort();
    boolean sameScheme = scheme(uri).equals(scheme(base));
    return sameScheme && (sameServer || host.endsWith(VENDOR) && host(base).endsWith(VENDOR));
  }

  private static String host(URI uri) {
    return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private String root() {
    return base.getScheme() + "://" + base.getRawAuthority();
  }
}
