import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** When requests came to a stand-in, by lane, in the order in which they came. */
record Arrivals(Map<Requests.Lane, List<Instant>> byLane, int tooMany) {

  private static final Pattern REQUEST =
      Pattern.compile(
          "\"time\":\"([^\"]+)\",\"method\":\"(\\w+)\",\"path\":\"(?:[^\"\\\\]|\\\\.)*\","
              + "\"query\":\"(?:[^\"\\\\]|\\\\.)*\",\"pattern\":\"([^\"]+)\",\"status\":(\\d+)");
  private static final int TOO_MANY = 429;

  /** Those in a stand-in's journal behind the first so many. */
  static Arrivals of(String journal, int former) {
    Map<Requests.Lane, List<Instant>> byLane = new EnumMap<>(Requests.Lane.class);
    int tooMany = 0;
    for (MatchResult found : REQUEST.matcher(journal).results().skip(former).toList()) {
      byLane
          .computeIfAbsent(
              Requests.Lane.of(found.group(2) + " " + found.group(3)), lane -> new ArrayList<>())
          .add(Instant.parse(found.group(1)));
      tooMany += Integer.parseInt(found.group(4)) == TOO_MANY ? 1 : 0;
    }
    return new Arrivals(byLane, tooMany);
  }

  int all() {
    return byLane.values().stream().mapToInt(List::size).sum();
  }

  int count(Requests.Lane lane) {
    return times(lane).size();
  }

  /** The most that came within any window of that length. */
  int most(Requests.Lane lane, Duration window) {
    List<Instant> times = times(lane);
    int most = 0;
    int first = 0;
    for (int i = 0; i < times.size(); i++) {
      while (!times.get(i).isBefore(times.get(first).plus(window))) {
        first++;
      }
      most = Math.max(most, i - first + 1);
    }
    return most;
  }

  /** From the first of a lane to the last, in seconds. */
  double seconds(Requests.Lane lane) {
    List<Instant> times = times(lane);
    return times.isEmpty()
        ? 0
        : Duration.between(times.get(0), times.get(times.size() - 1)).toMillis() / 1e3;
  }

  private List<Instant> times(Requests.Lane lane) {
    return byLane.getOrDefault(lane, List.of());
  }
}
