package dev.rollcall.tenant.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of an answer that a vendor's client has a use for: no other is kept. */
final class AnswerHeaders {

  /** RFC 9110: where the rest is, when to ask, and which version of a resource it is. */
  private static final Set<String> KEPT = Set.of("location", "retry-after", "etag");

  private AnswerHeaders() {}

  /** By their names in lower case; of one that came twice the first. */
  static Map<String, String> of(Stream<Map.Entry<String, String>> headers) {
    return headers
        .filter(header -> KEPT.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (first, second) -> first));
  }
}
