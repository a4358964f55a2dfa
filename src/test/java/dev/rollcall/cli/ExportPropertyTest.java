package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Naming;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.sandbox.Switch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a workspace holds: exported and read again, it comes to itself. */
class ExportPropertyTest {

  private static final List<String> ENVIRONMENTS = List.of("dev", "test", "prod");

  /** What a list cell, a workbook, a spreadsheet or a job file could take for something else. */
  private static final List<String> NASTY =
      List.of(
          "A; B",
          "A = B, C = D",
          "one\\; two",
          "ends with \\",
          "\\=x",
          "x@y",
          "Close@dev",
          "=HYPERLINK(\"x\")",
          "+1",
          "-",
          "@role",
          "'quoted'",
          "\"quoted\"",
          "two\nlines",
          "  blanks  ",
          "n/a",
          "No access to anything",
          "${env:HOME}",
          "#ref",
          "a: b",
          "\u202Eturned",
          "joined\u200D",
          "\uD83D\uDE00",
          "Ｆｉｎａｎｃｅ",
          "e\u0301",
          "_x0041_",
          "true",
          "1900-01-01",
          "ops",
          "OPS");

  /** A group, what its members are called by index, and what it may do. */
  record Team(String name, String about, List<Integer> members, List<Access> access) {}

  /** A role on a project in an environment, by their places in lists. */
  record Access(int project, int environment, int role) {}

  /** A person: a role an environment, -1 for none, and direct grants. */
  record Person(String name, List<Integer> roles, List<Access> access) {}

  /** Something that the vendor's documents leave open. */
  record Quirk(Switch which, String position) {}

  /**
   * A workspace in names; without groups and roles on projects where its model is the older one.
   */
  record World(
      boolean isOlder,
      List<String> roles,
      List<String> projectRoles,
      List<String> projects,
      List<Team> teams,
      List<Person> people) {

    World older() {
      return new World(
          true,
          roles.stream().distinct().toList(),
          List.of(),
          projects,
          List.of(),
          people.stream()
              .map(person -> new Person(person.name(), person.roles(), List.of()))
              .toList());
    }
  }

  /** One export, and whether it goes into a workbook. */
  record Trial(World world, Quirk quirk, boolean asWorkbook) {}

  @Property(tries = 25)
  void exportedAndReadAgainNothingIsLeftToDo(@ForAll("trials") Trial trial) {
    holds(trial);
  }

  /** The profile combinations raises how many. */
  @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void soItIsWithManyMore(@ForAll("series") List<Trial> trials) {
    trials.forEach(ExportPropertyTest::holds);
  }

  private static void holds(Trial trial) {
    World world = trial.world();
    Path folder = folder();
    try (Sandbox sandbox = Sandbox.start(seed(world, trial.quirk()), SandboxOptions.of())) {
      for (String environment : ENVIRONMENTS) {
        Files.writeString(folder.resolve("token-" + environment), token(environment));
      }
      Files.writeString(folder.resolve("job.yaml"), job(sandbox));
      String roster = folder.resolve(trial.asWorkbook() ? "roster.xlsx" : "roster.csv").toString();
      String adopted = folder.resolve("adopted.yaml").toString();

      Ran exported =
          Shell.run(
              "export",
              folder.resolve("job.yaml").toString(),
              "--out=" + roster,
              "--job-file=" + adopted);
      Ran planned = Shell.run("plan", adopted, "--detailed-exitcode");

      assertThat(exported.code()).as("%s%n%s", trial, exported).isIn(0, 3);
      assertThat(planned.code()).as("%s%n%s%n%s", trial, exported, planned).isZero();
      assertThat(planned.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
      if (exported.code() == 0) {
        assertThat(stated(adopted)).isEqualTo(held(world));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileSystemUtils.deleteRecursively(folder.toFile());
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("export");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String job(Sandbox sandbox) {
    return """
        name: source
        sources: [{ name: none, type: csv, path: none.csv }]
        target:
          type: workato
          url: %s
          tokens:
            dev: "${file:token-dev}"
            test: "${file:token-test}"
            prod: "${file:token-prod}"
          rate: { per-minute: 60000 }
        policy: { absent: suspend, left: suspend, extra: revoke }
        repository: jdbc:h2:file:./runs
        """
        .formatted(sandbox.url());
  }

  private static String token(String environment) {
    return Shell.MARKER + "-" + environment;
  }

  private static Seed seed(World world, Quirk quirk) {
    SeedBuilder seed =
        new SeedBuilder().quotaPerMinute(0).behaviour(quirk.which(), quirk.position());
    String[] teams = world.teams().stream().map(Team::name).toArray(String[]::new);
    Map<String, String> some = Map.of("dev", world.roles().get(0));
    seed.member(
        SeedMember.of("mod@example.com", "Moderator", some).in(teams).as("federation_manager"));
    seed.invitation(
        new Seed.Invitation(
            "pending@example.com", "Pending", some, List.of(teams), Optional.empty()));
    for (String environment : ENVIRONMENTS) {
      seed.environment(environment, world.projects().toArray(String[]::new));
      seed.token(
          new Seed.Token(token(environment), environment, Optional.empty(), Optional.empty()));
    }
    if (world.isOlder()) {
      seed.legacy(world.roles().toArray(String[]::new));
    } else {
      world.roles().forEach(seed::environmentRole);
    }
    world.projectRoles().forEach(seed::projectRole);
    for (Team team : world.teams()) {
      seed.group(team.name(), team.about());
      access(world, team.access())
          .forEach((project, role) -> seed.groupProject(team.name(), project, role));
    }
    for (int i = 0; i < world.people().size(); i++) {
      seed.member(member(world, i));
    }
    return seed.build();
  }

  private static SeedMember member(World world, int number) {
    Person person = world.people().get(number);
    Map<String, String> roles = new LinkedHashMap<>();
    for (int at = 0; at < ENVIRONMENTS.size(); at++) {
      int role = person.roles().get(at);
      if (role >= 0) {
        roles.put(ENVIRONMENTS.get(at), world.roles().get(role % world.roles().size()));
      }
    }
    SeedMember member =
        SeedMember.of(address(number), person.name(), roles)
            .in(teams(world, number).map(Team::name).toArray(String[]::new));
    for (Map.Entry<String, String> each : access(world, person.access()).entrySet()) {
      member = member.on(each.getKey(), each.getValue());
    }
    return member;
  }

  private static String address(int number) {
    return number == 0 ? "+a'=b@example.com" : "p" + number + "@example.com";
  }

  private static Stream<Team> teams(World world, int person) {
    return world.teams().stream().filter(team -> team.members().contains(person));
  }

  private static Map<String, String> access(World world, List<Access> access) {
    Map<String, String> byProject = new LinkedHashMap<>();
    for (Access each : access) {
      byProject.put(
          world.projects().get(each.project() % world.projects().size())
              + "@"
              + ENVIRONMENTS.get(each.environment()),
          world.projectRoles().get(each.role() % world.projectRoles().size()));
    }
    return byProject;
  }

  /** What everybody holds, each as one text. */
  private static List<String> held(World world) {
    List<String> held = new ArrayList<>();
    for (int i = 0; i < world.people().size(); i++) {
      Seed.Member member = member(world, i).made();
      String who = member.email() + " ";
      for (String environment : ENVIRONMENTS) {
        String role = member.roles().getOrDefault(environment, "No access");
        held.add(who + environment + " / " + Naming.tidy(role));
      }
      member.groups().forEach(group -> held.add(who + Naming.tidy(group) + " / "));
      member
          .projects()
          .forEach((project, role) -> held.add(who + path(project) + " / " + Naming.tidy(role)));
    }
    Collections.sort(held);
    return held;
  }

  private static String path(String project) {
    int at = project.lastIndexOf('@');
    return project.substring(at + 1) + "/" + Naming.tidy(project.substring(0, at));
  }

  private static List<String> stated(String job) {
    JsonNode roster = JsonMapper.shared().readTree(Shell.run("roster", job, "--format=json").out());
    List<String> stated = new ArrayList<>();
    for (JsonNode person : roster.path("people")) {
      for (JsonNode right : person.path("entitlements")) {
        stated.add(
            person.path("email").asString()
                + " "
                + String.join("/", texts(right.path("path")))
                + " / "
                + right.path("level").asString(""));
      }
    }
    Collections.sort(stated);
    return stated;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Provide
  Arbitrary<List<Trial>> series() {
    return trials().list().ofSize(Integer.getInteger("export.worlds", 1));
  }

  @Provide
  Arbitrary<Trial> trials() {
    return Combinators.combine(worlds(), quirks(), Arbitraries.of(false, true)).as(Trial::new);
  }

  private static Arbitrary<Quirk> quirks() {
    return Arbitraries.of(
        new Quirk(Switch.OWNER_LISTED, "yes"),
        new Quirk(Switch.NO_ACCESS_ROW, "omitted"),
        new Quirk(Switch.PENDING_IN_GROUPS, "with-invitation-id"),
        new Quirk(Switch.PENDING_IN_GROUPS, "hidden"),
        new Quirk(Switch.GRANT_ENVIRONMENT, "omitted"),
        new Quirk(Switch.PROJECT_ENVIRONMENT, "shown"));
  }

  private static Arbitrary<World> worlds() {
    Arbitrary<List<String>> names = names().list().ofMinSize(1).ofMaxSize(5).uniqueElements();
    Arbitrary<Access> access =
        Combinators.combine(number(0, 4), number(0, 2), number(0, 4)).as(Access::new);
    Arbitrary<Team> team =
        Combinators.combine(
                names(),
                Arbitraries.oneOf(names(), Arbitraries.of("", " ")),
                number(0, 5).list().ofMaxSize(6),
                access.list().ofMaxSize(3))
            .as(
                (name, about, who, what) ->
                    new Team(name, about, List.copyOf(new TreeSet<>(who)), what));
    Arbitrary<Person> person =
        Combinators.combine(names(), number(-1, 4).list().ofSize(3), access.list().ofMaxSize(3))
            .as(Person::new);
    return Combinators.combine(
            Arbitraries.of(false, true, false),
            names,
            names,
            names,
            team.list().ofMaxSize(5).uniqueElements(Team::name),
            person.list().ofMinSize(1).ofMaxSize(6))
        .as(
            (isOlder, roles, projectRoles, projects, teams, people) -> {
              World world = new World(false, roles, projectRoles, projects, teams, people);
              return isOlder ? world.older() : world;
            });
  }

  private static Arbitrary<Integer> number(int from, int to) {
    return Arbitraries.integers().between(from, to);
  }

  private static Arbitrary<String> names() {
    Arbitrary<String> random =
        Arbitraries.strings()
            .withChars(";=@'\"\\,|\t\n +-{}[]<>&$%#:xYé\u200D\u00A0")
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(name -> !Naming.tidy(name).isEmpty());
    Arbitrary<String> plain = Arbitraries.of("Finance", "Close", "Builder", "Order to cash");
    return Arbitraries.oneOf(plain, Arbitraries.of(NASTY), random);
  }
}
