package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * How many requests there may be in a second, those for tokens included; and how an answer says
 * when to come back.
 */
final class RequestLimit {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String RETRY_AFTER = "Retry-After";

  private final OrganizationState state;
  private final Deque<Instant> taken = new ArrayDeque<>();

  RequestLimit(OrganizationState state) {
    this.state = state;
  }

  /** Whether one more is let through now, which is counted then. */
  synchronized boolean take(Instant now) {
    if (state.is(OrganizationSwitch.LIMIT, "none")) {
      return true;
    }
    taken.removeIf(time -> time.isAfter(now) || !time.isAfter(now.minus(SECOND)));
    if (taken.size() >= Integer.parseInt(state.of(OrganizationSwitch.LIMIT))) {
      return false;
    }
    taken.add(now);
    return true;
  }

  /** What is said to one too many. */
  static Answer refused() {
    return new AdminRefusal(429, "Too many requests.")
        .answer()
        .withHeaders(Map.of(RETRY_AFTER, "1"));
  }

  /** The same answer with its seconds to wait as the switch has it. */
  Answer told(Answer answer, Instant now) {
    String seconds = answer.headers().getOrDefault(RETRY_AFTER, "");
    return switch (seconds.isEmpty() ? "seconds" : state.of(OrganizationSwitch.RETRY_AFTER)) {
      case "date" -> answer.withHeaders(Map.of(RETRY_AFTER, date(now, Long.parseLong(seconds))));
      case "none" -> answer.withoutHeader(RETRY_AFTER);
      default -> answer;
    };
  }

  /** A date knows no part of a second. */
  private static String date(Instant now, long seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        now.plusMillis(999).plusSeconds(seconds).atZone(ZoneOffset.UTC));
  }
}
