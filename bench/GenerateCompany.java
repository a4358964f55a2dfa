import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Invents a company of any size: its people as a roster, its workspace as a seed of the sandbox,
 * and a job file that brings both together. The same arguments give the same files, byte by byte.
 *
 * <pre>
 * java bench/GenerateCompany.java --people 50000 --joiners 500 --leavers 200 --movers 1000 --out /tmp/company
 * ./rollcall plan /tmp/company/company.yaml
 * </pre>
 *
 * <p>Of the people in the roster, joiners are not in the workspace yet, leavers still are, and
 * movers hold something else there. Everybody else holds exactly what the roster says, so that a
 * company without joiners, leavers and movers gives an empty plan.
 */
public final class GenerateCompany {

  private static final String USAGE =
      "usage: java GenerateCompany.java --people N --out DIR"
          + " [--joiners N] [--leavers N] [--movers N] [--seed N]";

  private static final List<String> ENVIRONMENTS = List.of("dev", "test", "prod");

  /** What was asked for. */
  private record Order(int people, int joiners, int leavers, int movers, long seed, Path out) {

    static Order of(String[] arguments) {
      Map<String, String> options = new HashMap<>();
      Set<String> known =
          Set.of("--people", "--joiners", "--leavers", "--movers", "--seed", "--out");
      for (int i = 0; i < arguments.length; i += 2) {
        if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
          throw new IllegalArgumentException(USAGE);
        }
        options.put(arguments[i], arguments[i + 1]);
      }
      return new Order(
          number(options, "--people", -1),
          number(options, "--joiners", 0),
          number(options, "--leavers", 0),
          number(options, "--movers", 0),
          number(options, "--seed", 1),
          Path.of(options.getOrDefault("--out", "")));
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
      try {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(otherwise)));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " takes a number\n" + USAGE, e);
      }
    }

    Order {
      if (people < 1 || joiners < 0 || leavers < 0 || movers < 0 || out.toString().isEmpty()) {
        throw new IllegalArgumentException(USAGE);
      }
      if ((long) joiners + leavers + movers > people) {
        throw new IllegalArgumentException("more joiners, leavers and movers than people");
      }
    }
  }

  /** How somebody's two sides differ. */
  private enum Story {
    STAYS,
    JOINS,
    LEAVES,
    MOVES
  }

  /** What somebody holds on one side. */
  private record Holdings(
      SortedMap<String, String> roles,
      SortedSet<String> groups,
      SortedMap<String, String> projects) {}

  private record Person(
      String email,
      String first,
      String last,
      String department,
      String country,
      Story story,
      Holdings desired,
      Holdings actual) {}

  private final Order order;
  private final Random random;
  private final List<String> groups;
  private final List<String> projects;

  private GenerateCompany(Order order) {
    this.order = order;
    this.random = new Random(order.seed());
    this.groups = numbered("Team", Math.max(5, order.people() / 400));
    this.projects = numbered("Project", Math.max(4, order.people() / 1000));
  }

  /** Makes up what the command line says. */
  public static void main(String[] arguments) throws IOException {
    try {
      System.out.println(make(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Writes {@code people.csv}, {@code workspace.json} and {@code company.yaml}, and tells how many
   * people are in them.
   */
  static String make(String... arguments) throws IOException {
    return new GenerateCompany(Order.of(arguments)).write();
  }

  private String write() throws IOException {
    List<Person> people = new ArrayList<>();
    List<Story> stories = stories();
    for (int i = 0; i < order.people(); i++) {
      people.add(person(i, stories.get(i)));
    }
    Files.createDirectories(order.out());
    writeRoster(people);
    writeWorkspace(people);
    Files.writeString(order.out().resolve("company.yaml"), jobFile());
    return "%s: %,d people in the roster, %,d members"
        .formatted(order.out(), people.size(), people.size() - order.joiners());
  }

  /** One story a person, evenly spread, so that no page of members is spared. */
  private List<Story> stories() {
    List<Story> stories = new ArrayList<>();
    IntStream.range(0, order.joiners()).forEach(i -> stories.add(Story.JOINS));
    IntStream.range(0, order.leavers()).forEach(i -> stories.add(Story.LEAVES));
    IntStream.range(0, order.movers()).forEach(i -> stories.add(Story.MOVES));
    while (stories.size() < order.people()) {
      stories.add(Story.STAYS);
    }
    Collections.shuffle(stories, random);
    return stories;
  }

  private Person person(int number, Story story) {
    String first = any(Names.FIRST);
    String last = any(Names.LAST);
    Holdings desired = holdings(number, story);
    return new Person(
        ascii(first) + "." + ascii(last) + (number + 1) + "@example.com",
        first,
        last,
        any(Names.DEPARTMENTS),
        any(Names.COUNTRIES),
        story,
        desired,
        story == Story.MOVES ? moved(number, desired) : desired);
  }

  private Holdings holdings(int number, Story story) {
    SortedMap<String, String> roles = new TreeMap<>(Map.of("dev", "Member"));
    if (random.nextInt(100) < 60) {
      roles.put("test", random.nextInt(20) == 0 ? "Environment manager" : "Member");
    }
    if (random.nextInt(100) < 40) {
      roles.put("prod", "Member");
    }
    // Few administrators, who stay: what a plan does with them is another question than its speed.
    if (number % 1000 == 0 && story == Story.STAYS) {
      ENVIRONMENTS.forEach(environment -> roles.put(environment, "Environment admin"));
    }
    SortedSet<String> joined = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      joined.add(any(groups));
    }
    return new Holdings(roles, joined, projectRoles(roles.keySet()));
  }

  private SortedMap<String, String> projectRoles(Set<String> environments) {
    SortedMap<String, String> direct = new TreeMap<>();
    for (String environment : environments) {
      if (random.nextInt(4) == 0) {
        direct.put(any(projects) + "@" + environment, any(Names.PROJECT_ROLES));
      }
    }
    return direct;
  }

  /** What a mover held before: one role, group or project role differs, in turn. */
  private Holdings moved(int number, Holdings desired) {
    SortedMap<String, String> roles = new TreeMap<>(desired.roles());
    SortedSet<String> joined = new TreeSet<>(desired.groups());
    SortedMap<String, String> direct = new TreeMap<>(desired.projects());
    switch (number % 3) {
      case 0 -> roles.put("dev", "Environment manager");
      case 1 -> {
        String group = groups.get(number % groups.size());
        if (!joined.remove(group)) {
          joined.add(group);
        }
      }
      default ->
          direct.merge(
              projects.get(number % projects.size()) + "@dev",
              "Builder",
              (held, builder) -> held.equals(builder) ? "Project operator" : builder);
    }
    return new Holdings(roles, joined, direct);
  }

  private void writeRoster(List<Person> people) throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(order.out().resolve("people.csv"))) {
      csv.write(
          "Work Email,First Name,Last Name,Department,Country,Status,"
              + "DEV role,TEST role,PROD role,Groups,Projects\n");
      for (Person person : people) {
        csv.write(String.join(",", cells(person)));
        csv.write('\n');
      }
    }
  }

  private static List<String> cells(Person person) {
    List<String> cells = new ArrayList<>();
    cells.add(person.email());
    cells.add(person.first());
    cells.add(person.last());
    cells.add('"' + person.department() + '"');
    cells.add(person.country());
    cells.add(person.story() == Story.LEAVES ? "Terminated" : "Active");
    ENVIRONMENTS.forEach(
        environment -> cells.add(person.desired().roles().getOrDefault(environment, "")));
    cells.add(String.join("; ", person.desired().groups()));
    cells.add(
        String.join(
            "; ",
            person.desired().projects().entrySet().stream()
                .map(role -> role.getKey() + " = " + role.getValue())
                .toList()));
    return cells;
  }

  private void writeWorkspace(List<Person> people) throws IOException {
    try (BufferedWriter json = Files.newBufferedWriter(order.out().resolve("workspace.json"))) {
      json.write("{\n \"workspace\": {\"id\": 480012, \"name\": \"Generated\"},\n");
      json.write(" \"quota-per-minute\": 1000000,\n \"environments\": [\n");
      json.write(
          lines(
              ENVIRONMENTS.stream()
                  .map(
                      type ->
                          "{\"type\": %s, \"projects\": %s}".formatted(text(type), texts(projects)))
                  .toList()));
      json.write(" ],\n \"groups\": [\n");
      json.write(
          lines(groups.stream().map(name -> "{\"name\": %s}".formatted(text(name))).toList()));
      json.write(" ],\n \"members\": [\n");
      json.write(
          lines(
              people.stream()
                  .filter(person -> person.story() != Story.JOINS)
                  .map(GenerateCompany::member)
                  .toList()));
      json.write(" ]\n}\n");
    }
  }

  private static String member(Person person) {
    return "{\"email\": %s, \"name\": %s, \"roles\": %s, \"groups\": %s, \"projects\": %s}"
        .formatted(
            text(person.email()),
            text(person.first() + " " + person.last()),
            object(person.actual().roles()),
            texts(person.actual().groups()),
            object(person.actual().projects()));
  }

  private String jobFile() {
    return """
    name: company
    sources:
      - name: hr
        type: csv
        path: people.csv
        columns:
          email: Work Email
          name: "{First Name} {Last Name}"
          status: Status
          role.dev: DEV role
          role.test: TEST role
          role.prod: PROD role
          groups: Groups
          projects: Projects
        status: { active: [Active], left: [Terminated] }
    target: { type: sandbox, seed: workspace.json, state: state.json }
    scope: { emails: ["*@example.com"] }
    safety:
      removals: { count: %1$d }
      losses: { count: %1$d }
      invites: { count: %1$d }
      protected: [owner@example.com]
      seats: %1$d
    repository: jdbc:h2:file:./runs
    report: { folder: reports, formats: [json, csv] }
    """
        .formatted(10 * order.people());
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static List<String> numbered(String word, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> word + " " + number).toList();
  }

  /** Names are invented here, so only the letters that occur need an ASCII form. */
  private static String ascii(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String text(String value) {
    return '"' + value + '"';
  }

  private static String texts(Iterable<String> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(value -> quoted.add(text(value)));
    return "[" + String.join(", ", quoted) + "]";
  }

  private static String object(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(text(name) + ": " + text(value)));
    return "{" + String.join(", ", pairs) + "}";
  }

  private static String lines(List<String> objects) {
    return objects.isEmpty() ? "" : "  " + String.join(",\n  ", objects) + "\n";
  }

  /** What invented companies are made of. */
  private static final class Names {

    static final List<String> FIRST =
        words(
            "Ada Amir Björn Carla Chloé Dana Emil Farah Goran Hana Inés Jonas Kwame Lena Mateo"
                + " Nadia Omar Priya Quentin Rosa Sven Tariq Uma Vera Wen Ximena Yara Zoë");

    static final List<String> LAST =
        words(
            "Adler Berg Castillo Dahl Eriksen Fontaine García Haddad Ivanova Jansen Kaya Larsen"
                + " Moreau Novak Okafor Petrov Quist Rossi Sommer Tanaka Ueda Vargas Weiß Xu"
                + " Yıldız Zeman");

    static final List<String> DEPARTMENTS =
        List.of("Finance", "Sales", "People", "Research, Development", "Operations", "Legal");

    static final List<String> COUNTRIES = List.of("US", "CA", "DE", "FR", "IN", "JP", "NG", "BR");

    static final List<String> PROJECT_ROLES =
        List.of("Project operator", "Builder", "Advanced builder");

    private Names() {}

    private static List<String> words(String text) {
      return List.of(text.split(" "));
    }
  }
}
