package dev.rollcall.tenant.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server calls a request, by a header of its answer: whoever asks its vendor about one is
 * asked for that.
 */
final class RequestReference {

  private static final Pattern NAME =
      Pattern.compile("(?i)(.*-)?(request|correlation|trace)-?id|(?i)traceparent|(?i)cf-ray");

  private static final int LONGEST = 100;

  private RequestReference() {}

  /** The first that is found; nothing that is no plain word. */
  static Optional<String> in(Stream<Map.Entry<String, String>> headers) {
    return headers
        .filter(header -> NAME.matcher(header.getKey()).matches())
        .map(header -> header.getValue().strip())
        .filter(value -> value.matches("[\\w.:;=+/-]{1," + LONGEST + "}"))
        .findFirst();
  }
}
