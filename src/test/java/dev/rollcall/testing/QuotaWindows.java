package dev.rollcall.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When requests of each quota category came to a stand-in, and whether that was within quotas. */
public final class QuotaWindows {

  private static final Duration WINDOW = Duration.ofSeconds(61);

  private final int quota;
  private final Map<String, List<Instant>> byCategory;

  private QuotaWindows(int quota, Map<String, List<Instant>> byCategory) {
    this.quota = quota;
    this.byCategory = byCategory;
  }

  /** The categories that the vendor's pages name; what has no quota is left out. */
  public static QuotaWindows of(int quota, Collection<RecordedRequest> requests) {
    assertThat(requests).noneMatch(request -> request.status() == 429);
    return new QuotaWindows(
        quota,
        requests.stream()
            .filter(request -> category(request).isPresent())
            .collect(
                groupingBy(
                    request -> category(request).orElseThrow(),
                    TreeMap::new,
                    mapping(RecordedRequest::time, toList()))));
  }

  private static Optional<String> category(RecordedRequest request) {
    String pattern = request.pattern();
    return pattern.contains("member_invitations")
        ? Optional.of("invitations")
        : pattern.startsWith("/api/members")
            ? Optional.of("members")
            : pattern.startsWith("/api/user_groups")
                ? Optional.of("groups")
                : pattern.contains("project_grants") ? Optional.of("grants") : Optional.empty();
  }

  /** Fails where more than the quota came within a window. */
  public QuotaWindows isNeverExceeded() {
    byCategory.forEach(
        (category, times) -> {
          for (int i = quota; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - quota), times.get(i)))
                .as("%d requests of %s", quota + 1, category)
                .isGreaterThanOrEqualTo(WINDOW);
          }
        });
    return this;
  }

  /** How long the quotas make the longest category last, from its first request to its last. */
  public Duration longest() {
    return byCategory.values().stream()
        .map(this::lasting)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** How long all would last one after the other. */
  public Duration sum() {
    return byCategory.values().stream().map(this::lasting).reduce(Duration.ZERO, Duration::plus);
  }

  private Duration lasting(List<Instant> times) {
    return WINDOW.multipliedBy((times.size() - 1) / quota);
  }
}
