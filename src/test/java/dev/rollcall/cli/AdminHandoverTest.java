package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All administrators of a workspace go, and others come: never is it without any. */
class AdminHandoverTest {

  private static final String ALLOWED = "--allow=admin-grants=4";
  private static final String BOB = "/api/members/70003";
  private static final String CY = "/api/members/70004";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void begin() {
    bench = new Workbench(folder, seed -> seed.environmentRole("Release captain"));
    bench.with("safety: { removals: { count: 9, share: 100% }, losses: { share: 100% } }");
    assertThat(bench.run("sync").code()).isZero();
  }

  @AfterEach
  void end() {
    bench.close();
  }

  /** Bob and Cy are to be the administrators of dev and prod; Ana and Eve so. */
  private void roster(String anaAndEve) {
    String going = anaAndEve.equals("left") ? "left,," : "active," + anaAndEve + "," + anaAndEve;
    bench.people(
        Workbench.HEADER
            + """
            ana@example.com,Ana Silva,%s,,
            eve@example.com,Eve Lund,%s,,
            bob@example.com,Bob Roy,active,Environment admin,Environment admin,Finance,Billing@dev = Builder
            cy@example.com,Cy Moe,active,Environment admin,Environment admin,Ops,
            dee@example.com,Dee Poe,active,Member,No access,,
            """
                .formatted(going, going));
  }

  private List<String> admins() {
    return bench
        .sandbox
        .comparableState()
        .lines()
        .filter(line -> line.startsWith("member ") && line.contains("Environment admin"))
        .map(line -> line.substring("member ".length(), line.indexOf('@')))
        .toList();
  }

  private void fails(int status) {
    for (String member : List.of(BOB, CY)) {
      bench.sandbox.fail(FaultDraft.status("PUT", member, status).always().made());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Member", "Release captain", "left"})
  void nobodyGoesBeforeTheNewOnesAreThereThoughTheyAreRefusedOrIgnored(String anaAndEve) {
    for (int status : List.of(422, 200)) {
      roster(anaAndEve);
      fails(status);

      Ran sync = bench.run("sync", ALLOWED);

      assertThat(sync.code()).as(sync.toString()).isEqualTo(3);
      assertThat(admins()).contains("ana", "eve");
      assertThat(sync.out())
          .contains(
              "blocked: minimum-admins: 0 administrators would be left in \"dev\", of now 2; at least 2 must stay;")
          .containsPattern("those who were to become one first are none \\(#\\d+, #\\d+\\)");
      bench.sandbox.clearFaults();
    }

    Ran rerun = bench.look("rerun", ALLOWED);

    assertThat(rerun.code()).as(rerun.toString()).isZero();
    assertThat(admins()).containsExactly("bob", "cy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Member", "Release captain", "left"})
  void allGoInTheSameRunOnceTheNewOnesAreThere(String anaAndEve) {
    roster(anaAndEve);

    Ran sync = bench.run("sync", ALLOWED);

    assertThat(sync.code()).as(sync.toString()).isZero();
    assertThat(admins()).containsExactly("bob", "cy");
    assertThat(sync.out()).contains("Plan: 0 to invite");
  }

  @Test
  void soManyGoAsStandInForThem() {
    roster("left");
    bench.sandbox.fail(FaultDraft.status("PUT", CY, 422).always().made());

    Ran sync = bench.run("sync", ALLOWED, "--allow=minimum-admins=1");

    assertThat(sync.code()).as(sync.toString()).isEqualTo(3);
    assertThat(admins()).containsExactly("bob");
  }

  @Test
  void aRunThatGoesOnLooksAgainWhoIsThereByThen() throws Exception {
    roster("left");
    bench.forget();
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/members", 503)
            .withHeader("Retry-After", "0")
            .nth(2)
            .always()
            .made());
    Ran sync = bench.run("sync", ALLOWED);
    assertThat(sync.code()).as(sync.toString()).isEqualTo(9);
    assertThat(admins()).containsExactly("ana", "bob", "cy", "eve");
    bench.sandbox.clearFaults();
    somebodyMakesAMemberOf(BOB);

    Ran rerun = bench.look("rerun");

    assertThat(rerun.code()).as(rerun.toString()).isEqualTo(3);
    assertThat(rerun.err()).contains("Going on with run");
    assertThat(rerun.out())
        .contains("minimum-admins: 1 administrator would be left in \"dev\", of now 3");
    assertThat(admins()).containsExactly("ana", "cy", "eve");
  }

  private void somebodyMakesAMemberOf(String member) throws IOException, InterruptedException {
    String roles =
        "{\"env_roles\":[{\"environment_type\":\"dev\",\"name\":\"Member\",\"role_type\":\"environment\"},{\"environment_type\":\"prod\",\"name\":\"Member\",\"role_type\":\"environment\"}]}";
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(bench.sandbox.url() + member))
            .header("Authorization", "Bearer " + Workbench.token("dev"))
            .PUT(BodyPublishers.ofString(roles))
            .build();
    assertThat(HttpClient.newHttpClient().send(put, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void nothingMoreIsReadWhereNobodyTakesOverFromAnybody() {
    bench.people(
        Workbench.EVERYBODY
            .replace("Roy,active,Member", "Roy,active,Environment admin")
            .replace("Dee Poe,active", "Dee Poe,left"));
    bench.forget();

    Ran sync = bench.run("sync", ALLOWED);

    assertThat(sync.code()).as(sync.toString()).isZero();
    assertThat(bench.requests())
        .filteredOn(request -> request.endpoint().equals("GET /api/members"))
        .hasSize(2);
  }
}
