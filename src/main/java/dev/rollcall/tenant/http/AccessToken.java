package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * A token that lives for a while: RFC 6749, section 5.1.
 *
 * @param until when it is no longer sent
 * @param scopes what it is good for, as far as it was said
 * @param secrets what hides it
 */
record AccessToken(BearerToken bearer, Instant until, Set<String> scopes, Secrets secrets) {

  /** So long before its end a token is not sent any more: the way there takes time, too. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private static final long USUAL_SECONDS = 300;
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads one that was given out then. */
  static AccessToken read(InputStream body, Instant now) {
    String token = "";
    long seconds = USUAL_SECONDS;
    Set<String> scopes = new TreeSet<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new StreamReadException(parser, "no object");
      }
      JsonFields fields = new JsonFields(parser, Secrets.none());
      while (fields.next()) {
        switch (fields.name()) {
          case "access_token" -> token = fields.text();
          case "expires_in" -> seconds = fields.isLong() ? fields.number() : whole(fields.text());
          case "scope" -> scopes.addAll(List.of(fields.text().strip().split("\\s+")));
          default -> fields.skip();
        }
      }
      if (BearerToken.fault(token).isPresent()) {
        throw new StreamReadException(parser, "no usable access_token");
      }
    }
    scopes.remove("");
    return new AccessToken(
        BearerToken.of(token), end(now, seconds), scopes, Secrets.of(List.of(token)));
  }

  boolean isGood(Instant now) {
    return now.isBefore(until);
  }

  /** A token that lives no longer than the margin is sent for half of its life. */
  private static Instant end(Instant now, long seconds) {
    Duration life = Duration.ofSeconds(Math.max(1, Math.min(seconds, 86_400)));
    Duration half = life.dividedBy(2);
    return now.plus(half.compareTo(MARGIN) < 0 ? half : life.minus(MARGIN));
  }

  private static long whole(String text) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : USUAL_SECONDS;
  }

  @Override
  public String toString() {
    return "***";
  }
}
