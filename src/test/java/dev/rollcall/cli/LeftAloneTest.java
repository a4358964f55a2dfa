package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.SeedMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/**
 * A run that leaves people alone because of a problem is not done, says how many, and stops before
 * it writes where they are too many; over real HTTP.
 */
class LeftAloneTest {

  private static final String TWENTY =
      Workbench.EVERYBODY
          + Stream.iterate(1, number -> number + 1)
              .limit(20)
              .map("new%1$d@example.com,New %1$d,active,Member,,,%n"::formatted)
              .reduce("", String::concat);

  /**
   * A way in which somebody is left alone.
   *
   * @param rows beside those of people who are all right
   * @param count how many people that leaves alone
   * @param words what everybody is told
   */
  record Way(String name, List<String> rows, int count, String words, Consumer<Workbench> more) {

    Way(String name, List<String> rows, int count, String words) {
      this(name, rows, count, words, bench -> {});
    }

    void in(Workbench bench) {
      bench.people(TWENTY + String.join("\n", rows) + "\n");
      more.accept(bench);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Way> WAYS =
      List.of(
          new Way(
              "a status that nobody mapped",
              List.of("gus@example.com,Gus Orr,on holiday,Member,,,"),
              1,
              "\"on holiday\""),
          new Way(
              "an address that is none",
              List.of("gus(at)example.com,Gus Orr,active,Member,,,"),
              1,
              "gus(at)example.com"),
          new Way(
              "an unknown environment role",
              List.of("gus@example.com,Gus Orr,active,Membr,,,"),
              1,
              "the workspace has no environment role \"Membr\""),
          new Way(
              "an unknown group",
              List.of(
                  "gus@example.com,Gus Orr,active,Member,,Finanse,",
                  "hal@example.com,Hal Orr,active,Member,,Finanse,"),
              2,
              "there is no group \"Finanse\""),
          new Way(
              "an unknown project",
              List.of("gus@example.com,Gus Orr,active,Member,,,Biling@dev = Builder"),
              1,
              "there is no project \"Biling\""),
          new Way(
              "a contradiction between two rows",
              List.of(
                  "gus@example.com,Gus Orr,active,Member,,,",
                  "gus@example.com,Gus Orr,active,Operator,,,"),
              1,
              "gus@example.com"),
          new Way(
              "a rule that cannot be judged",
              List.of("gus@example.com,Gus Orr,active,Member,,,"),
              1,
              "rule \"Senior\"",
              bench ->
                  bench.rules(
                      """
                      rules:
                        - name: Senior
                          when: person.name == "Gus Orr" && int(person.name) > 3
                          grant: { roles: { prod: Member } }
                      """)),
          new Way(
              "a group that could not be read whole",
              List.of("gus@example.com,Gus Orr,active,Member,,Finance,"),
              3,
              "could not be read whole",
              bench ->
                  bench.sandbox.fail(
                      FaultDraft.status("GET", "/api/user_groups/:id/members", 200)
                          .withBody("{\"data\":[],\"total\":9}")
                          .always()
                          .made())));

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("WAYS")
  void theRestIsDoneButTheRunIsNotAndEveryReportSaysSo(Way way) throws IOException {
    try (Workbench bench = new Workbench(folder)) {
      way.in(bench);

      Ran ran = bench.run("sync", "--set", "safety.bad-rows=20%");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(bench.mails()).hasSizeGreaterThanOrEqualTo(20);
      String people = way.count() == 1 ? "1 person was" : way.count() + " people were";
      assertThat(ran.out())
          .contains(way.words())
          .contains("Exit 3: " + people + " left alone because of a problem: mend it, then");
      JsonNode summary = bench.report().path("summary");
      assertThat(summary.path("left_alone").path("count").asInt()).isEqualTo(way.count());
      assertThat(Files.readString(bench.newestReport().resolve("report.html")))
          .contains(people + " left alone because of a problem");
      assertThat(bench.look("runs").out()).containsPattern("finished +3 .* " + way.count() + "\n");
      assertThat(bench.look("show", bench.newestReport().getFileName().toString()).out())
          .contains(people + " left alone because of a problem");
    }
  }

  @ParameterizedTest
  @FieldSource("WAYS")
  void soManyMayBeLeftAloneInARunThatIsDone(Way way) {
    try (Workbench bench = new Workbench(folder)) {
      way.in(bench);
      String counted = "safety.left-alone=" + way.count();

      Ran first = bench.run("sync", "--set", "safety.bad-rows=20%", "--set", counted);
      Ran second =
          bench.run("sync", "--set", "safety.bad-rows=20%", "--set", "safety.left-alone.share=10%");
      Ran third =
          bench.run("sync", "--set", "safety.bad-rows=20%", "--allow", "left-alone=" + way.count());

      assertThat(List.of(first.code(), second.code(), third.code()))
          .as(first.toString() + second + third)
          .containsOnly(0);
      assertThat(first.out()).contains("left alone because of a problem, as safety.left-alone");
    }
  }

  @ParameterizedTest
  @FieldSource("WAYS")
  void tooManyStopTheRunBeforeItWrites(Way way) {
    try (Workbench bench = new Workbench(folder)) {
      way.in(bench);

      Ran ran = bench.run("sync", "--set", "safety.bad-rows=0%");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(bench.writes()).isEmpty();
      assertThat(ran.err()).contains(way.words()).contains("bad-rows");
      assertThat(bench.run("plan", "--set", "safety.bad-rows=0%").code()).isEqualTo(5);
    }
  }

  @Test
  void whereEverybodyIsToBeInvitedIntoAGroupThatIsMisspeltNothingIsDone() {
    try (Workbench bench = new Workbench(folder)) {
      bench.people(
          Workbench.HEADER
              + Stream.iterate(1, number -> number + 1)
                  .limit(50)
                  .map("new%1$d@example.com,New %1$d,active,Member,,Finanse,%n"::formatted)
                  .reduce("", String::concat));

      Ran ran = bench.run("sync");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(bench.writes()).isEmpty();
      assertThat(ran.complaints())
          .hasSize(2)
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains(
                          "there is no group \"Finanse\" (50 people: people.csv:2, 3, 4 …); did"
                              + " you mean \"Finance\"?"))
          .anySatisfy(line -> assertThat(line).contains("50 of 55 people"));
    }
  }

  @Test
  void aRefusedInvitationIsNoGreenRun() {
    try (Workbench bench = new Workbench(folder)) {
      bench.sandbox.fail(
          FaultDraft.status("POST", "/api/member_invitations", 422)
              .withBody("{\"message\":\"Invitation is not possible\"}")
              .always()
              .made());
      bench.joined("flo@example.com,Flo Ray,active,Member,,,");

      Ran ran = bench.run("sync");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
      assertThat(ran.out()).contains("Exit 3: some operations are left over: rollcall rerun.");
    }
  }

  @Test
  void whatARuleOfOursPutsOffIsGreen() {
    try (Workbench bench = new Workbench(folder)) {
      bench.with("safety: { seats: 5 }").joined("flo@example.com,Flo Ray,active,Member,,,");

      Ran ran = bench.run("sync");

      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(ran.out()).contains("1 deferred, a later run sends them");
    }
  }

  @Test
  void aRerunIsForThosePeopleToo() {
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("gus@example.com,Gus Orr,active,Membr,,,");
      bench.run("sync");
      bench.joined("gus@example.com,Gus Orr,active,Member,,,");

      Ran ran = bench.look("rerun");

      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(bench.mails()).containsExactly("gus@example.com");
    }
  }

  @Test
  void thoseWhoAreOutOfScopeAreNotCounted() {
    try (Workbench bench = new Workbench(folder)) {
      bench
          .with("scope: { emails: [\"*@example.com\"] }")
          .joined("gus@example.org,Gus Orr,active,Membr,,,");

      Ran ran = bench.run("sync");

      assertThat(ran.code()).as(ran.toString()).isZero();
    }
  }

  @Test
  void explainSaysWhyInTheSameWords() {
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("gus@example.com,Gus Orr,active,Membr,,,");

      Ran told = bench.run("explain", "gus@example.com");
      Ran refused = bench.run("explain", "gus@example.com", "--set", "safety.bad-rows=0%");

      assertThat(told.code()).as(told.toString()).isZero();
      assertThat(told.out())
          .containsIgnoringCase("left as is: the workspace has no environment role \"Membr\"");
      assertThat(refused.code()).as(refused.toString()).isEqualTo(5);
      assertThat(refused.out()).contains("No run would go on with these rosters");
    }
  }

  @Test
  void equalProblemsAreToldOnceByValidateAndRoster() {
    try (Workbench bench = new Workbench(folder)) {
      bench.people(
          TWENTY
              + Stream.iterate(1, number -> number + 1)
                  .limit(4)
                  .map("odd%1$d@example.com,Odd %1$d,on holiday,Member,,,%n"::formatted)
                  .reduce("", String::concat));

      Ran validated = bench.run("validate");
      Ran roster = bench.run("roster");

      assertThat(validated.out()).containsOnlyOnce("\"on holiday\"").contains("(4 people: ");
      assertThat(roster.err())
          .containsOnlyOnce("\"on holiday\"")
          .contains("people.csv:27, 28, 29 …");
    }
  }

  @Test
  void aMemberOfAGroupThatIsReadAgainWholeIsDoneByTheRerun() {
    try (Workbench bench =
        new Workbench(
            folder,
            company ->
                company.member(
                    SeedMember.of("zoe@example.com", "Zoe Ray", Map.of("dev", "Member"))))) {
      bench.joined("zoe@example.com,Zoe Ray,active,Member,,Finance,");
      bench.sandbox.fail(
          FaultDraft.status("GET", "/api/user_groups/:id/members", 200)
              .withBody("{\"data\":[],\"total\":9}")
              .times(2)
              .made());
      Ran first = bench.run("sync", "--set", "safety.bad-rows=50%");

      Ran again = bench.look("rerun");

      assertThat(first.code()).as(first.toString()).isEqualTo(3);
      assertThat(again.code()).as(again.toString()).isZero();
      assertThat(bench.sandbox.comparableState()).contains("zoe@example.com");
    }
  }

  @Test
  void listsThatCouldNotBeReadWholeAreNamedWhereTheRunIsRefused() {
    try (Workbench bench = new Workbench(folder)) {
      bench.joined("gus@example.com,Gus Orr,active,Member,,Finance; Ops,");
      bench.sandbox.fail(
          FaultDraft.status("GET", "/api/user_groups/:id/members", 200)
              .withBody("{\"data\":[],\"total\":9}")
              .always()
              .made());

      Ran ran = bench.run("sync", "--set", "safety.bad-rows=1%");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.complaints())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains(
                          "what the workspace lists for \"Finance\", \"Ops\" could not be read whole"));
    }
  }
}
