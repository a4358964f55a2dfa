package dev.rollcall.report;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Thousands;
import dev.rollcall.tenant.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers, times and names as people read them, the same in every report. */
public final class ReportTexts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ReportTexts() {}

  /** {@code 1,934}. */
  public static String number(int value) {
    return Thousands.of(value);
  }

  /** {@code 1 request}, {@code 231 requests}. */
  public static String counted(int value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  /** {@code 3 min 52 s}, {@code 2 h 5 min}, {@code 40 s}. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds >= 3600) {
      return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
    return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
  }

  /** {@code 2026-11-22 03:31:01 UTC}. */
  public static String time(Instant time) {
    return TIME.format(time);
  }

  /** A constant's name as a word of the report's format: {@code already_so}. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A constant's name for people: {@code already so}. */
  public static String words(Enum<?> constant) {
    return key(constant).replace('_', ' ');
  }

  /**
   * {@code 231 requests, about 3 min 52 s at 60 a minute, after 28 that read the workspace; seats
   * 87 + 9 invited + 4 of 100.}
   */
  static String price(RunReport report) {
    RunFacts facts = report.facts();
    String requests = counted(facts.price().requests(), "request", "requests");
    String lasting =
        facts.price().requests() == 0
            ? ""
            : ", about %s at %s a minute"
                .formatted(duration(facts.price().duration()), number(facts.price().perMinute()));
    int before = facts.price().readBefore();
    String reading =
        before == 0
            ? ""
            : ", after %s that read the %s".formatted(number(before), report.plan().tenant());
    return requests
        + lasting
        + reading
        + "; "
        + facts.seats().inWords(report.plan().vocabulary().invites())
        + ".";
  }

  /** {@code By lane: groups 12, members 40.}; nothing where there are no requests. */
  static Optional<String> lanes(RunReport report) {
    Map<Lane, Integer> lanes = report.facts().price().lanes();
    return lanes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lanes.entrySet().stream()
                .map(lane -> lane.getKey() + " " + number(lane.getValue()))
                .collect(joining(", ", "By lane: ", ".")));
  }

  /** {@code , 4 people left alone}; nothing where nobody is. */
  static String alone(RunFacts facts) {
    int count = facts.leftAlone().count();
    return count == 0 ? "" : ", " + counted(count, "person", "people") + " left alone";
  }
}
