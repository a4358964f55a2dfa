import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How many requests were made of each lane, and the fewest minutes the vendor lets them last. */
record Requests(Map<Lane, Integer> byLane) {

  /** Each category of requests has a quota of its own. */
  static final int PER_MINUTE = 60;

  /** The categories, by what the addresses begin with; the rest has no quota. */
  enum Lane {
    INVITATIONS("/api/member_invitations"),
    MEMBERS("/api/members"),
    GROUPS("/api/user_groups"),
    ENVIRONMENT_ROLES("/api/environment_roles"),
    PROJECT_ROLES("/api/project_roles"),
    PROJECT_GRANTS("/api/project_grants"),
    UNLIMITED("/api/");

    private final String path;

    Lane(String path) {
      this.path = path;
    }

    static Lane of(String request) {
      String address = request.substring(request.indexOf(' ') + 1);
      if (address.matches("/api/projects/[^/]+/project_grants")) {
        return PROJECT_GRANTS;
      }
      for (Lane lane : values()) {
        if (address.startsWith(lane.path)) {
          return lane;
        }
      }
      return UNLIMITED;
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  Requests {
    byLane = new EnumMap<>(byLane);
  }

  /** Those that came between two looks at the stand-in's counters. */
  static Requests between(Map<String, Integer> before, Map<String, Integer> after) {
    Map<Lane, Integer> byLane = new HashMap<>(Map.of(Lane.UNLIMITED, 0));
    after.forEach(
        (request, count) ->
            byLane.merge(Lane.of(request), count - before.getOrDefault(request, 0), Integer::sum));
    return new Requests(byLane);
  }

  int all() {
    return byLane.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The lane whose quota lasts the longest. */
  Lane longest() {
    return byLane.keySet().stream()
        .filter(lane -> lane != Lane.UNLIMITED)
        .max(Comparator.comparing(byLane::get))
        .orElse(Lane.UNLIMITED);
  }

  int longestCount() {
    return byLane.getOrDefault(longest(), 0);
  }

  /** The fewest minutes in which they can be made, all lanes at the same time. */
  int minutesSideBySide() {
    return minutes(longest());
  }

  /** The fewest minutes in which they can be made, one lane after the other. */
  int minutesInARow() {
    return byLane.keySet().stream().mapToInt(this::minutes).sum();
  }

  /** The first of them leave at once, as many as a minute allows. */
  private int minutes(Lane lane) {
    return lane == Lane.UNLIMITED ? 0 : Math.max(0, byLane.get(lane) - 1) / PER_MINUTE;
  }
}
