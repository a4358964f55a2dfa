package dev.rollcall.tenant.scim;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A filter for one value of one attribute: all that every provider understands. What comes back is
 * compared again, for some do not look at it.
 */
record FilterText(String attribute, String value) {

  /** As it stands in a query; blanks as {@code %20}, for not everybody reads a plus as one. */
  String encoded() {
    return encoded(attribute + " eq \"" + escaped() + "\"");
  }

  private String escaped() {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A text as a part of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
