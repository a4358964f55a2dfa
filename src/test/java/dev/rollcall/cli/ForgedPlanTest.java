package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan file is an order, not a program: whoever can write it can neither run anything, nor send a
 * token elsewhere, nor have done what nothing asks for.
 */
class ForgedPlanTest {

  private static final String CHANGED =
      Workbench.EVERYBODY.replace(
              "cy@example.com,Cy Moe,active,Member,No access",
              "cy@example.com,Cy Moe,active,Member,Member")
          + "flo@example.com,Flo Ray,active,Member,,Finance,\n";

  private static final String STRANGER =
      """
      {"kind":"join","email":"%s","name":"M","by":"INVITATION","rights":[
        {"kind":"workato:environment","path":["dev"],"level":"Environment admin"}]}
      """;
  private static final String SUSPENSION =
      """
      {"kind":"suspend","email":"bob@example.com","by":"WITHOUT_RIGHTS","before":[
        {"kind":"workato:environment","path":["dev"],"level":"Member"},
        {"kind":"workato:environment","path":["prod"],"level":"Member"}]}
      """;

  @TempDir Path folder;
  private Workbench bench;
  private Path plan;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench
        .people(CHANGED)
        .with("scope: { emails: [\"*@example.com\"] }\nsafety: { protected: [bob@example.com] }");
    plan = folder.resolve("plan.json");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** What is wrong with the file alone is said before anything is opened or asked. */
  @Test
  void aProgramInAPlanIsNeverRun() {
    try (Deaf elsewhere = new Deaf()) {
      Path marker = folder.resolve("marker");
      String code =
          "--set=repository=jdbc:h2:mem:x;INIT=CREATE TABLE T AS SELECT FILE_WRITE('x', '%s')"
              .formatted(marker);
      List<Consumer<Forgery>> programs =
          List.of(
              forged -> forged.json().putArray("arguments").add(code),
              forged ->
                  forged.json().putArray("arguments").add("--set=target.url=" + elsewhere.url()),
              forged -> forged.json().put("job_file", folder.resolve("evil.yaml").toString()),
              forged -> forged.json().put("repository", "jdbc:h2:mem:x;INIT=" + code),
              forged -> forged.at("limits").putArray("set").add(code),
              forged -> forged.at("limits", "allow").put("target.url", 1),
              forged -> old(forged, code));
      bench.write(
          "evil.yaml", bench.jobText().replaceAll("http://127.0.0.1:\\d+", elsewhere.url()));
      for (Consumer<Forgery> program : programs) {
        planned();
        Forgery.of(plan, program);

        refusedUnasked("plan.json");
      }
      assertThat(marker).doesNotExist();
      assertThat(elsewhere.wasAsked()).isFalse();
    }
  }

  /** As plans were written before: a program, with a checksum that is right. */
  private static void old(Forgery forged, String code) {
    ObjectNode json = forged.json();
    json.put("format_version", "1.1");
    json.put("job_file", "job.yaml");
    json.putArray("arguments").add(code);
    json.remove(List.of("limits", "grounds", "overridden"));
  }

  @Test
  void aPlanOfAnotherJobWorkspaceOrTimeIsRefusedUnasked() {
    Instant now = Instant.now();
    List<Consumer<Forgery>> others =
        List.of(
            forged -> forged.at("plan").put("job", "other"),
            forged -> forged.at("plan").put("workspace", "www.workato.com/7001"),
            forged -> forged.json().put("inputs", "0".repeat(64)),
            forged -> forged.json().put("applyable", false),
            forged -> forged.at("plan").put("made_at", now.minus(Duration.ofHours(13)).toString()),
            forged -> forged.at("plan").put("made_at", now.plus(Duration.ofMinutes(9)).toString()),
            forged -> forged.at("plan").put("made_at", "+1000000000-12-31T23:59:59Z"));
    for (Consumer<Forgery> other : others) {
      planned();
      Forgery.of(plan, other);

      refusedUnasked("plan");
    }
  }

  @Test
  void anotherJobFileThanThatOfThePlanIsRefusedUnasked() {
    planned();
    try (Deaf elsewhere = new Deaf()) {
      bench.write(
          "evil.yaml", bench.jobText().replaceAll("http://127.0.0.1:\\d+", elsewhere.url()));

      Ran ran = Shell.run("apply", plan.toString(), folder.resolve("evil.yaml").toString());

      refused(ran, "job file has changed");
      assertThat(elsewhere.wasAsked()).isFalse();
      assertThat(bench.requests()).isEmpty();
    }
  }

  @Test
  void aPlanOfAnotherWorkspaceAtTheSameHostIsRefused() {
    planned();
    Forgery.of(plan, forged -> forged.at("plan").put("workspace", "127.0.0.1/7002"));

    refused(apply(), "not for workspace 127.0.0.1/7001");
    assertThat(bench.requests()).allMatch(request -> request.method().equals("GET"));
  }

  /** Each with what the forger would have to know to look like the truth. */
  @Test
  void whatNobodyAsksForIsRefusedAsAWhole() {
    List<Consumer<Forgery>> inventions =
        List.of(
            forged -> invite(forged, "mallory@example.com"),
            forged -> invite(forged, "mallory@evil.test"),
            forged -> invite(forged, "owner@example.com"),
            ForgedPlanTest::asAdministrator,
            forged ->
                forged.add(
                    "REVOCATIONS",
                    "MOVER",
                    """
                    {"kind":"set","email":"cy@example.com",
                     "before":{"kind":"workato:group","path":["Ops"]}}
                    """,
                    ""),
            forged ->
                forged.add(
                    "ADDITIONS",
                    "MOVER",
                    """
                    {"kind":"set","email":"cy@example.com","after":{
                      "kind":"workato:project","path":["prod","Close"],"level":"Project admin"}}
                    """,
                    ""));
    for (Consumer<Forgery> invention : inventions) {
      planned();
      Forgery.of(plan, invention);

      refused(apply(), "neither rosters nor job file ask for");
    }
    assertThat(bench.look("rerun").out()).contains("No run has left anything.");
  }

  private static void invite(Forgery forged, String whom) {
    forged.add("ADDITIONS", "JOINER", STRANGER.formatted(whom), forged.standing("flo@example.com"));
  }

  private static void asAdministrator(Forgery forged) {
    forged
        .operations()
        .forEach(
            planned -> {
              ObjectNode operation = (ObjectNode) planned.path("operation");
              if (operation.path("after") instanceof ObjectNode after
                  && after.path("kind").asString().equals("workato:environment")) {
                after.put("level", "Environment admin");
              }
            });
  }

  @Test
  void anAddressThatWasReplacedEverywhereIsRefused() throws IOException {
    planned();
    Files.writeString(
        plan, Files.readString(plan).replace("flo@example.com", "mallory@example.com"));
    Forgery.of(plan, forged -> {});

    refused(apply(), "invite for \"mallory@example.com\"");
  }

  /** Somebody whose standing the forger cannot know, or who says that all has moved. */
  @Test
  void whatPretendsThatAllHasMovedIsSetAsideAndNeverSent() {
    List<Consumer<Forgery>> pretences =
        List.of(
            forged -> forged.add("REMOVALS", "LEAVER", SUSPENSION, "unknown"),
            forged -> {
              invite(forged, "mallory@example.com");
              forged.at("grounds").put("asked", "unknown");
            });
    for (Consumer<Forgery> pretence : pretences) {
      planned();
      Forgery.of(plan, pretence);
      keepOnlyTheLast();

      Ran ran = apply();

      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(bench.writes()).isEmpty();
      assertThat(ran.out()).contains("changed since the plan was made");
    }
    assertThat(bench.mails()).isEmpty();
  }

  private void keepOnlyTheLast() {
    Forgery.of(
        plan,
        forged -> {
          while (forged.operations().size() > 1) {
            forged.operations().remove(0);
          }
        });
  }

  @Test
  void aProtectedPersonWhoHasLeftStaysProtected() {
    bench.people(CHANGED.replace("Bob Roy,active", "Bob Roy,left"));
    Ran dry = bench.run("plan", "--out", plan.toString());
    assertThat(dry.code()).as(dry.toString()).isEqualTo(4);
    bench.forget();
    Forgery.of(plan, forged -> forged.json().putObject("held"));

    Ran ran = apply();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
    assertThat(bench.sandbox.comparableState())
        .contains("member bob@example.com roles={dev=Member, prod=Member}");
  }

  @Test
  void whatSafetyHoldsStaysHeldWhateverTheFileSays() {
    List<Consumer<Forgery>> reliefs =
        List.of(
            forged -> forged.json().putObject("held"),
            forged -> forged.at("limits", "allow").put("admin-grants", 100),
            forged -> forged.at("facts").putArray("violations"));
    for (Consumer<Forgery> relief : reliefs) {
      bench.people(
          Workbench.EVERYBODY
              .replace("Cy Moe,active,Member", "Cy Moe,active,Environment admin")
              .replace("Dee Poe,active,Member", "Dee Poe,active,Environment admin")
              .replace("Bob Roy,active,Member", "Bob Roy,active,Environment admin"));
      assertThat(bench.run("plan", "--out", plan.toString()).code()).isEqualTo(4);
      bench.forget();
      Forgery.of(plan, relief);

      Ran ran = apply();

      assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
      assertThat(ran.out()).contains("admin-grants");
      assertThat(bench.writes()).isEmpty();
    }
  }

  @Test
  void withoutItsLimitsAPlanStillDoesNoMoreThanItSays() {
    bench.run("plan", "--out", plan.toString(), "--only", "flo@*", "--no-removals");
    bench.forget();
    Forgery.of(
        plan,
        forged -> {
          forged.at("limits").putArray("only");
          forged.at("limits").putArray("leave_out");
        });

    Ran ran = apply();

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(bench.sandbox.comparableState())
        .contains("member cy@example.com roles={dev=Member}");
  }

  @Test
  void nobodyIsPutIntoAGroupThatThePlanDoesNotCreate() {
    bench.rules("groups: { Builders: { description: Build } }");
    bench.people(
        Workbench.EVERYBODY
            + "flo@example.com,Flo Ray,active,Member,,Builders,\n"
            + "gus@example.com,Gus Orr,active,Member,,,\n");
    planned();
    Forgery.of(plan, forged -> forged.operations().remove(0));

    Ran ran = apply();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out()).contains("flo@example.com", "its group or role is missing by now");
    assertThat(bench.mails()).containsExactly("gus@example.com");
    assertThat(bench.sandbox.comparableState()).doesNotContain("Builders");
  }

  @Test
  void whatIsOutsideItsOwnLimitsIsRefused() {
    planned();
    Forgery.of(plan, forged -> forged.at("limits").putArray("leave_out").add("invites"));

    refused(apply(), "invite for \"flo@example.com\"");
  }

  @Test
  void aUsedPlanStaysUsedInEveryDisguise() throws IOException {
    planned();
    byte[] original = Files.readAllBytes(plan);
    assertThat(apply().code()).isZero();
    List<String> mails = bench.mails();
    List<Consumer<Forgery>> disguises =
        List.of(
            forged -> {},
            forged -> forged.at("plan").put("made_at", Instant.now().minusSeconds(90).toString()),
            forged -> forged.json().putObject("facts"),
            forged -> forged.at("limits", "allow").put("invites", 7),
            forged -> forged.at("plan").putArray("findings"));
    for (Consumer<Forgery> disguise : disguises) {
      Files.write(plan, original);
      bench.forget();
      Forgery.of(plan, disguise);

      refused(apply(), "applied before");
    }
    assertThat(bench.mails()).isEqualTo(mails);
  }

  private void planned() {
    Ran ran = bench.run("plan", "--out", plan.toString());
    assertThat(ran.code()).as(ran.toString()).isZero();
    bench.forget();
  }

  private Ran apply(String... options) {
    return Shell.run(
        Stream.concat(Stream.of("apply", plan.toString(), bench.job.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private void refusedUnasked(String why) {
    refused(apply(), why);
    assertThat(bench.requests()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();
  }

  private void refused(Ran ran, String why) {
    assertThat(ran.code()).as(ran.toString()).isEqualTo(7);
    assertThat(ran.complaints()).as(ran.toString()).hasSize(1);
    assertThat(ran.err()).contains(why);
    assertThat(bench.writes()).isEmpty();
  }
}
