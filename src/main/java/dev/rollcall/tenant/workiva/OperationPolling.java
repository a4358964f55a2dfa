package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.RetryAfter;
import dev.rollcall.tenant.http.Waiting;
import dev.rollcall.tenant.workiva.payload.LongOperation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Follows what was accepted and goes on for a while to its end. One that ends otherwise than well
 * is a refusal, for it does all or nothing; of one that does not end nobody knows whether it will
 * happen.
 */
final class OperationPolling {

  /** So often a server that asks for no pause is asked without one. */
  private static final int WITHOUT_PAUSE = 10;

  private static final Duration USUAL = Duration.ofSeconds(2);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int STILL_ACCEPTED = 202;

  private final WorkivaApi api;
  private final WorkivaSettings settings;
  private final Waiting waiting;

  OperationPolling(WorkivaApi api, WorkivaSettings settings, Waiting waiting) {
    this.api = api;
    this.settings = settings;
    this.waiting = waiting;
  }

  /** How a request ended that may have begun something. */
  FinishedCall<String> followed(FinishedCall<String> asked) {
    if (!(asked.last() instanceof CallOutcome.Accepted<String> accepted)
        || accepted.headers().get("location") == null) {
      return asked;
    }
    return new FinishedCall<>(followed(accepted), asked.attempts());
  }

  private CallOutcome<String> followed(CallOutcome.Accepted<String> accepted) {
    URI place;
    try {
      place =
          new WorkivaLinks(settings)
              .follow(URI.create(settings.root()), accepted.headers().getOrDefault("location", ""));
    } catch (TenantUnavailable e) {
      return new CallOutcome.NoAnswer<>("was taken up, and cannot be followed: " + e.getMessage());
    }
    Instant end = waiting.clock().instant().plus(settings.operationTimeout());
    Duration pause = pause(accepted.headers(), 0);
    for (int polls = 1; ; polls++) {
      Instant next = waiting.clock().instant().plus(pause);
      if (next.isAfter(end)) {
        return new CallOutcome.NoAnswer<>(
            "was taken up, and the operation has not ended within "
                + settings.operationTimeout().toSeconds()
                + " s");
      }
      if (!waiting.until(next)) {
        return new CallOutcome.NoAnswer<>("was taken up; stopped before the operation had ended");
      }
      CallOutcome<LongOperation> polled = api.operation(place).last();
      if (!(polled instanceof CallOutcome.Accepted<LongOperation> answer)) {
        return new CallOutcome.NoAnswer<>(
            "was taken up, and its operation could not be read: " + WorkivaErrors.why(polled));
      }
      if (answer.value().hasEnded()) {
        return ended(answer.value());
      }
      pause = pause(answer.headers(), polls);
    }
  }

  private static CallOutcome<String> ended(LongOperation operation) {
    if (operation.hasDoneAll()) {
      return new CallOutcome.Accepted<>(STILL_ACCEPTED, "");
    }
    String why =
        "the operation ended as %s%s%s"
            .formatted(
                operation.status(),
                operation.details().isEmpty() ? "" : ": " + String.join(" ", operation.details()),
                operation.request().isBlank() ? "" : " (request " + operation.request() + ")");
    return new CallOutcome.Rejected<>(STILL_ACCEPTED, why, Optional.empty());
  }

  private Duration pause(Map<String, String> headers, int polls) {
    Duration pause =
        RetryAfter.parse(headers.getOrDefault("retry-after", ""), waiting.clock().instant())
            .orElse(USUAL);
    if (pause.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    return pause.isZero() && polls >= WITHOUT_PAUSE ? SHORTEST : pause;
  }
}
