import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An invented company that many join at once, with three groups and two project roles each, in a
 * workspace whose quotas are of a second; a few people are there already.
 */
record JoinerCompany(Path folder, int joiners) {

  static final int PER_SECOND = 60;

  /** What one list, and one request, hold at most. */
  private static final int PAGE = 100;

  private static final List<String> ENVIRONMENTS = List.of("dev", "prod");
  private static final int STAFF = 16;
  private static final int GROUPS = 12;
  private static final int PROJECTS = 8;
  private static final List<String> ROLES = List.of("Builder", "Project operator");

  /**
   * What a run has to ask of a lane.
   *
   * @param needed by whoever reads everything once and sends the changes in as few requests as hold
   *     them
   * @param tries to begin with one item where nobody knows yet what many do
   * @param readBack to see that what was sent is so
   */
  record Expected(int needed, int tries, int readBack) {

    int all() {
      return needed + tries + readBack;
    }
  }

  /** Makes it up. */
  static JoinerCompany made(Path folder, int joiners) throws IOException {
    JoinerCompany company = new JoinerCompany(folder, joiners);
    Files.createDirectories(folder);
    company.write();
    return company;
  }

  Path workspace() {
    return folder.resolve("workspace.json");
  }

  private void write() throws IOException {
    List<String> roster = new ArrayList<>(List.of("Email,Name,DEV role,PROD role,Groups,Projects"));
    List<String> members = new ArrayList<>();
    for (int i = 0; i < STAFF + joiners; i++) {
      roster.add(
          "%s,Person %d,Member,Member,%s,%s"
              .formatted(email(i), i, String.join("; ", groups(i)), cell(projectRoles(i))));
      if (i < STAFF) {
        members.add(member(i));
      }
    }
    Files.write(folder.resolve("people.csv"), roster);
    Files.writeString(workspace(), seed(members));
  }

  private static String member(int person) {
    List<String> roles = new ArrayList<>();
    projectRoles(person).forEach((place, role) -> roles.add("\"" + place + "\": \"" + role + "\""));
    return """
    {"email": "%s", "roles": {"dev": "Member", "prod": "Member"}, "groups": [%s], "projects": {%s}}"""
        .formatted(email(person), quoted(groups(person)), String.join(", ", roles));
  }

  private static String seed(List<String> members) {
    return """
    {"quota-per-minute": %d, "behaviour": {"quota-window": "second"},
     "environments": [%s],
     "groups": [%s],
     "members": [
    %s]}
    """
        .formatted(
            PER_SECOND,
            String.join(
                ", ",
                ENVIRONMENTS.stream()
                    .map(
                        type ->
                            "{\"type\": \"%s\", \"projects\": [%s]}"
                                .formatted(type, quoted(numbered("Project", PROJECTS))))
                    .toList()),
            String.join(
                ", ",
                numbered("Team", GROUPS).stream().map("{\"name\": \"%s\"}"::formatted).toList()),
            String.join(",\n", members));
  }

  /** Its job, for a workspace that listens somewhere. */
  Path job(String url) throws IOException {
    return Files.writeString(
        folder.resolve("joiners.yaml"),
        """
        name: joiners
        sources:
          - name: hr
            type: csv
            path: people.csv
        target:
          type: workato
          url: %s
          rate: { per-second: %d }
          tokens: { dev: sandbox-dev, prod: sandbox-prod }
        scope: { emails: ["*@example.com"] }
        safety:
          invites: { count: %3$d }
          protected: [owner@example.com]
          seats: %3$d
        repository: jdbc:h2:file:./runs
        report: { folder: reports, formats: [json, csv] }
        """
            .formatted(url, PER_SECOND, 2 * (joiners + STAFF)));
  }

  /** What inviting everybody has to ask. */
  Map<Requests.Lane, Expected> inviting() {
    Map<Requests.Lane, Expected> lanes = reading(STAFF);
    lanes.put(Requests.Lane.INVITATIONS, new Expected(joiners, 0, 0));
    return lanes;
  }

  /** What giving them their project roles has to ask, once everybody has accepted. */
  Map<Requests.Lane, Expected> granting() {
    Map<Requests.Lane, Expected> lanes = reading(STAFF + joiners);
    int sent = pages(count(this::places, STAFF, STAFF + joiners));
    int before = pages(count(this::places, 0, STAFF));
    // One request with one grant, and its list before, after it, and after the first with many.
    lanes.put(
        Requests.Lane.PROJECT_GRANTS,
        new Expected(before + sent, 4, pages(count(this::places, 0, STAFF + joiners))));
    return lanes;
  }

  private Map<Requests.Lane, Expected> reading(int members) {
    Map<Requests.Lane, Expected> lanes = new EnumMap<>(Requests.Lane.class);
    lanes.put(Requests.Lane.MEMBERS, new Expected(1, 0, 1));
    lanes.put(
        Requests.Lane.GROUPS,
        new Expected(1 + pages(count(JoinerCompany::groups, 0, members)), 0, 0));
    lanes.put(Requests.Lane.ENVIRONMENT_ROLES, new Expected(1, 0, 0));
    lanes.put(Requests.Lane.PROJECT_ROLES, new Expected(1, 0, 0));
    lanes.put(
        Requests.Lane.PROJECT_GRANTS,
        new Expected(pages(count(this::places, 0, STAFF)), 0, 0));
    // Which workspace it is and its projects, by each token; whether the audit log can be read.
    lanes.put(Requests.Lane.UNLIMITED, new Expected(2 * ENVIRONMENTS.size() + 1, 0, 0));
    return lanes;
  }

  private interface Lists {
    List<String> of(int person);
  }

  private static Map<String, Integer> count(Lists lists, int from, int to) {
    Map<String, Integer> counts = new TreeMap<>();
    IntStream.range(from, to)
        .forEach(i -> lists.of(i).forEach(list -> counts.merge(list, 1, Integer::sum)));
    return counts;
  }

  private static int pages(Map<String, Integer> lists) {
    return lists.values().stream().mapToInt(size -> (size + PAGE - 1) / PAGE).sum();
  }

  private static String email(int person) {
    return "person" + person + "@example.com";
  }

  private static List<String> groups(int person) {
    return IntStream.range(0, 3).mapToObj(i -> "Team " + (person + 5 * i) % GROUPS).toList();
  }

  private List<String> places(int person) {
    return List.copyOf(projectRoles(person).keySet());
  }

  private static Map<String, String> projectRoles(int person) {
    Map<String, String> roles = new TreeMap<>();
    for (int i = 0; i < ENVIRONMENTS.size(); i++) {
      String project = "Project " + (person + 3 * i) % PROJECTS;
      roles.put(project + "@" + ENVIRONMENTS.get(i), ROLES.get(i));
    }
    return roles;
  }

  private static String cell(Map<String, String> roles) {
    return String.join(
        "; ", roles.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
  }

  private static List<String> numbered(String word, int count) {
    return IntStream.range(0, count).mapToObj(i -> word + " " + i).toList();
  }

  private static String quoted(List<String> words) {
    return String.join(", ", words.stream().map(word -> "\"" + word + "\"").toList());
  }
}
