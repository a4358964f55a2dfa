package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's workspace as a roster, and what is told of what a roster cannot say. */
class ExportTest {

  private static final String NOTHING = "Plan: 0 to invite, 0 to change, 0 to remove";

  /** An address whose first letter is Cyrillic. */
  private static final String IMPOSTOR = "\u0430na@example.com";

  @TempDir Path folder;
  private Optional<Workbench> opened = Optional.empty();

  private Workbench bench(UnaryOperator<SeedBuilder> changes) {
    Workbench bench = new Workbench(folder, changes);
    opened = Optional.of(bench);
    return bench;
  }

  @AfterEach
  void close() {
    opened.ifPresent(Workbench::close);
  }

  private String in(String file) {
    return folder.resolve(file).toString();
  }

  private Ran export(Workbench bench, String out, String... more) {
    return bench.run(
        "export",
        Stream.concat(Stream.of("--out=" + in(out)), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void aRosterAndAJobFileStandForTheWorkspace() throws IOException {
    Workbench bench =
        bench(
            seed ->
                seed.groupProject("Finance", "Close@prod", "Project operator")
                    .member("guest@example.net", "Guest", Map.of("dev", "Member"))
                    .member(
                        SeedMember.of("mod@example.com", "Mod", Map.of("dev", "Member"))
                            .as("federation_manager")));
    bench.with("scope: { emails: ['*@example.com'] }\npolicy: { absent: suspend, left: remove }");

    Ran ran = export(bench, "roster.csv", "--job-file=" + in("adopted.yaml"));

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            "Exported 5 people to %s, with 2 groups in %s; 2 more are not in it: outside the scope, no member, or the owner.%n"
                .formatted(in("roster.csv"), in("adopted.yaml")));
    assertThat(ran.err()).contains("who is invited and has not accepted is not in it");
    assertThat(Files.readString(folder.resolve("roster.csv")))
        .isEqualTo(
            """
            \uFEFFemail,name,status,role.dev,role.prod,groups,projects
            ana@example.com,Ana Silva,active,Environment admin,Environment admin,,
            bob@example.com,Bob Roy,active,Member,Member,Finance,Billing@dev = Builder
            cy@example.com,Cy Moe,active,Member,No access,Ops,
            dee@example.com,Dee Poe,active,Member,No access,,
            eve@example.com,Eve Lund,active,Environment admin,Environment admin,,
            """);
    assertThat(Files.readString(folder.resolve("adopted.yaml")))
        .contains("name: adopted", "path: roster.csv", "absent: suspend", "token-dev")
        .contains("{ project: \"Close\", environment: \"prod\", role: \"Project operator\" }")
        .doesNotContain("people.csv", "All collaborators");
    assertThat(Shell.run("plan", in("adopted.yaml")).out()).contains(NOTHING);
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();
  }

  @Test
  void oneFileIsNotTheRosterAndTheJobFileBoth() {
    Workbench bench = bench(seed -> seed);

    Ran ran = export(bench, "same.csv", "--job-file=" + folder.resolve("x/../same.csv"), "--force");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).singleElement().asString().contains("is the file of --out");
    assertThat(folder.resolve("same.csv")).doesNotExist();
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void aWorkbookHoldsTextsAndIsItsOwnersAlone() throws IOException {
    Workbench bench =
        bench(
            seed ->
                seed.group("=1+1", "")
                    .member(
                        SeedMember.of("eq@example.com", "@Eq", Map.of("dev", "Member"))
                            .in("=1+1")));

    Ran ran = export(bench, "roster.xlsx", "--job-file=" + in("adopted.yaml"));

    assertThat(ran.code()).as(ran.toString()).isZero();
    for (String file : List.of("roster.xlsx", "adopted.yaml")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
    try (XSSFWorkbook book =
        new XSSFWorkbook(Files.newInputStream(folder.resolve("roster.xlsx")))) {
      Sheet sheet = book.getSheet("People");
      assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(7);
      sheet.forEach(
          row ->
              row.forEach(
                  cell -> {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
                    assertThat(cell.getStringCellValue())
                        .doesNotStartWith("=")
                        .doesNotStartWith("@");
                  }));
    }
    assertThat(Shell.run("plan", in("adopted.yaml")).out()).contains(NOTHING);
    assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".rollcall-"));
  }

  @Test
  void everybodyMeansThoseOutsideTheScopeToo() throws IOException {
    Workbench bench =
        bench(seed -> seed.member("guest@example.net", "Guest", Map.of("dev", "Member")));
    bench.with("scope: { emails: ['*@example.com', '*@nobody.test'] }");

    Ran scoped = export(bench, "scoped.csv", "--job-file=" + in("scoped.yaml"));
    Ran all = export(bench, "all.csv", "--job-file=" + in("all.yaml"), "--everybody");

    assertThat(scoped.err()).contains("scope.emails of the job file is without \"*@nobody.test\"");
    assertThat(Files.readString(folder.resolve("scoped.csv"))).doesNotContain("guest@");
    assertThat(Files.readString(folder.resolve("all.csv"))).contains("guest@example.net");
    assertThat(all.code()).as(all.toString()).isZero();
    assertThat(Shell.run("plan", in("scoped.yaml")).out()).contains(NOTHING);
    assertThat(Shell.run("plan", in("all.yaml")).out()).contains(NOTHING);
  }

  @Test
  void stdoutHasNothingButTheRoster() {
    Workbench bench = bench(seed -> seed);

    Ran ran = bench.run("export", "--out=-");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).startsWith("email,name,status,role.dev,role.prod,groups,projects\nana@");
    assertThat(ran.lines()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "there.csv||--out FOLDER/there.csv: is there already; name another, or say --force",
        "roster.ods||is neither .xlsx nor .csv",
        "missing/roster.csv||has no folder to be in",
        "new.csv|job.yaml|is the job itself",
        "new.csv|sub/adopted.yaml|is in another folder than",
      })
  void whatCannotBeWrittenIsSaidBeforeAnybodyIsAsked(String out, String jobFile, String why)
      throws IOException {
    Workbench bench = bench(seed -> seed);
    Files.createDirectory(folder.resolve("sub"));
    bench.write("there.csv", "mine");
    bench.forget();

    Ran ran =
        jobFile == null ? export(bench, out) : export(bench, out, "--job-file=" + in(jobFile));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains(why.replace("FOLDER", folder.toString()));
    assertThat(bench.requests()).isEmpty();
    assertThat(folder.resolve("there.csv")).hasContent("mine");
    assertThat(folder.resolve("new.csv")).doesNotExist();
  }

  @Test
  void forceOverwritesAndTheJobItselfIsNeverOverwritten() {
    Workbench bench = bench(seed -> seed);
    bench.write("roster.csv", "mine");

    Ran forced = export(bench, "roster.csv", "--force");
    Ran itself = export(bench, "roster.csv", "--force", "--job-file=" + in("job.yaml"));
    Ran nowhere = bench.run("export", "--out=-", "--job-file=" + in("adopted.yaml"));

    assertThat(forced.code()).as(forced.toString()).isZero();
    assertThat(folder.resolve("roster.csv")).content().contains("bob@example.com");
    assertThat(itself.code()).isEqualTo(5);
    assertThat(itself.err()).contains("is the job itself");
    assertThat(nowhere.code()).isEqualTo(5);
    assertThat(nowhere.err()).contains("would read a roster that is in no file");
  }

  /** What a roster cannot say, and what is told of it. */
  record Unsayable(String what, UnaryOperator<SeedBuilder> there, String told) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Unsayable> unsayable() {
    return List.of(
        new Unsayable(
            "two groups of one name",
            seed ->
                seed.group("Twin  set", "")
                    .group("Twin set", "")
                    .member(
                        SeedMember.of("t@example.com", "T", Map.of("dev", "Member"))
                            .in("Twin set")),
            "group \"Twin set\": several are called so, and nobody can tell which is meant"),
        new Unsayable(
            "two projects of one name",
            seed ->
                seed.environment("test", "Twin  project", "Twin project")
                    .token(
                        new Seed.Token(
                            Workbench.token("test"), "test", Optional.empty(), Optional.empty()))
                    .member(
                        SeedMember.of("t@example.com", "T", Map.of("dev", "Member"))
                            .on("Twin project@test", "Builder")),
            "project \"Twin project@test\": several are called so"),
        new Unsayable(
            "groups that look alike",
            seed -> seed.group("OPS", ""),
            "group \"Ops\": looks like \"OPS\": left out of groups: in the job file"),
        new Unsayable(
            "a group that a job file would take for a reference",
            seed -> seed.group("${env:HOME}", ""),
            "group \"${env:HOME}\": has ${ in its name"),
        new Unsayable(
            "roles that differ by a blank",
            seed ->
                seed.environmentRole("Odd  role")
                    .environmentRole("Odd role")
                    .member("o@example.com", "O", Map.of("dev", "Odd role")),
            "environment role \"dev Odd role\": several environment roles are called \"Odd role\": left blank for 1 person"),
        new Unsayable(
            "an address that looks like another",
            seed -> seed.member(IMPOSTOR, "Ana", Map.of("dev", "Member")),
            "only looks like ana@example.com, a member too"));
  }

  @ParameterizedTest
  @MethodSource("unsayable")
  void whatARosterCannotSayIsLeftOutAndTold(Unsayable each) {
    Workbench bench = bench(each.there());
    if (each.what().contains("projects")) {
      bench.write("token-test", Workbench.token("test"));
      bench.tokens(
          "tokens: { dev: \"${file:%s}\", prod: \"${file:%s}\", test: '${file:token-test}' }");
    }

    Ran ran = export(bench, "roster.csv", "--job-file=" + in("adopted.yaml"));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.err()).contains(each.told());
    Ran plan = Shell.run("plan", in("adopted.yaml"), "--detailed-exitcode");
    assertThat(plan.code()).as(plan.toString()).isZero();
    assertThat(plan.out()).contains(NOTHING);
  }

  @Test
  void whatIsNotReadWholeIsLeftOutEverywhereAndTheEndSaysSo() {
    Workbench bench =
        bench(
            seed ->
                seed.member(
                    SeedMember.of("x@example.com", "X", Map.of("dev", "Member"))
                        .on("Billing@prod", "Builder")));
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/projects/:id/project_grants", 200)
            .withBody("{\"data\":[],\"total\":7,\"page\":{\"number\":1,\"size\":100}}")
            .times(2)
            .made());

    Ran ran = export(bench, "roster.csv");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.err()).contains("who holds something there could not be read whole: left out");
    assertThat(folder.resolve("roster.csv")).content().doesNotContain("Billing");
  }

  @Test
  void aRosterThatWouldTakeSomethingIsNotGivenOut() {
    Workbench bench = bench(seed -> seed.member(IMPOSTOR, "Ana", Map.of("dev", "Member")));
    bench.with("policy: { absent: suspend }");

    Ran ran = export(bench, "roster.csv");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("with this roster, a plan would");
    assertThat(folder.resolve("roster.csv")).doesNotExist();
  }

  @Test
  void nobodyInScopeIsNoRoster() {
    Workbench bench = bench(seed -> seed);
    bench.with("scope: { emails: ['*@nobody.test'] }");

    Ran ran = export(bench, "roster.csv");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("no member of the workspace is in the scope of this job");
  }

  @Test
  void columnsThatWouldNotBeRecognisedAreNamed() {
    Workbench bench =
        bench(
            seed ->
                seed.group("x", "")
                    .member(SeedMember.of("n@example.com", "N", Map.of("dev", "Member")).in("x")));

    Ran ran = export(bench, "roster.csv", "--set=scope.emails=[n@example.com]");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.err())
        .contains("so a job has to name them: columns: { email: email, name: name");
  }

  @Test
  void aJobFileThatIsOneLineCannotBeTakenOver() {
    Workbench bench = bench(seed -> seed);
    bench.write(
        "flow.yaml",
        "{ name: flow, sources: [{ name: hr, type: csv, path: people.csv }], target: { type: workato, url: '%s', tokens: { dev: '${file:token-dev}' } } }"
            .formatted(bench.sandbox.url()));

    Ran ran =
        Shell.run(
            "export",
            in("flow.yaml"),
            "--out=" + in("roster.csv"),
            "--job-file=" + in("adopted.yaml"));

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("is not written with each of its parts on lines of its own");
    assertThat(folder.resolve("roster.csv")).doesNotExist();
  }

  @Test
  void anEnvironmentWithoutATokenIsNotInItAndSaid() {
    Workbench bench = bench(seed -> seed);
    bench.tokens("tokens: { dev: \"${file:%s}\" }");
    bench.sources("sources: [{ name: hr, type: csv, path: people.csv }]");

    Ran ran = export(bench, "roster.csv", "--job-file=" + in("adopted.yaml"));

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.err())
        .contains("roles in the environment \"prod\" are not in it, for it has no token");
    assertThat(Shell.run("plan", in("adopted.yaml")).out()).contains(NOTHING);
  }

  @Test
  void aPrivilegeThatIsMissingIsNamed() {
    Workbench bench =
        bench(
            seed ->
                seed.token(
                    new Seed.Token(
                        Shell.MARKER + "-narrow",
                        "dev",
                        Optional.empty(),
                        Optional.of(List.of("GET /api/users/me", "GET /api/members")))));
    bench.write("token-dev", Shell.MARKER + "-narrow");

    Ran ran = export(bench, "roster.csv");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("tick \"Admin > Environment roles > List environment roles\"");
  }
}
