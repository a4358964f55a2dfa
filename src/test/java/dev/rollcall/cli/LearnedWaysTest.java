package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a workspace does with requests is found out once, used, and told where it is nothing. */
class LearnedWaysTest {

  private static final int MANY = 8;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench =
        new Workbench(
            folder,
            seed -> {
              IntStream.range(0, MANY)
                  .forEach(i -> seed.member(mail(i), "P " + i, Map.of("dev", "Member")));
              return seed;
            });
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String mail(int number) {
    return "p" + number + "@example.com";
  }

  /** The first so many have the group and the role on the project, the others have neither. */
  private void givenTo(int first) {
    bench.people(
        Workbench.EVERYBODY
            + IntStream.range(0, MANY)
                .mapToObj(
                    i ->
                        mail(i)
                            + ",P %d,active,Member,".formatted(i)
                            + (i < first ? "Member,Ops,Billing@dev = Builder" : "No access,,"))
                .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void whatWasFoundOutInOneRunIsUsedInTheNext() {
    bench.sandbox.behave(
        Map.of(
            Switch.GROUP_PARAMETERS.key(), "brackets",
            Switch.PUT_GRANTS.key(), "replaces",
            Switch.GRANT_PARAMETERS.key(), "indexed-query",
            Switch.PUT_MEMBER.key(), "drops-groups"));
    givenTo(4);
    Ran first = bench.run("sync");
    inStep(first);
    long tried = bench.requests().stream().filter(LearnedWaysTest::isRefused).count();
    bench.forget();
    givenTo(MANY);

    Ran second = bench.run("sync");

    JsonNode price = bench.report().path("price");
    assertThat(price.path("read_before").asInt() + price.path("requests").asInt())
        .isEqualTo(bench.requests().size());
    assertThat(tried).isPositive();
    assertThat(bench.requests()).noneMatch(LearnedWaysTest::isRefused);
    inStep(second);
    assertThat(bench.sandbox.comparableState())
        .contains("group Finance [bob@example.com]")
        .contains("grant Billing@dev bob@example.com = Builder");
  }

  private void inStep(Ran done) {
    assertThat(done.code()).as(done.toString()).isZero();
    Ran planned = bench.run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as(planned.toString()).isZero();
  }

  private static boolean isRefused(RecordedRequest request) {
    return request.status() == 400;
  }

  @Test
  void whatWasFoundOutIsFoundOutAnewWhereItIsNotSoAnyMore() {
    givenTo(4);
    assertThat(bench.run("sync").code()).isZero();
    bench.sandbox.behave(
        Map.of(
            Switch.GROUP_PARAMETERS.key(), "brackets",
            Switch.GRANT_PARAMETERS.key(), "query"));
    givenTo(MANY);

    Ran ran = bench.run("sync");

    inStep(ran);
  }

  @Test
  void whatDoesNotShowInTheEndIsTriedSmallInTheNextRun() {
    givenTo(4);
    assertThat(bench.run("sync").code()).isZero();
    bench.sandbox.behave(Map.of(Switch.GROUP_IDS.key(), "last"));
    givenTo(MANY);

    Ran differs = bench.run("sync");
    Ran mended = bench.run("sync");

    assertThat(differs.code()).as(differs.toString()).isEqualTo(3);
    inStep(mended);
  }

  @Test
  void whatIsAcceptedAndNotDoneIsToldAsThatAndNotAsAWorkspaceThatIsAway() {
    bench.sandbox.behave(Map.of(Switch.GROUP_ADD.key(), "ignored"));
    givenTo(MANY);

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.out())
        .contains("8 accepted by the workspace, which did nothing of it")
        .contains("answered that all is well, but nothing changed there");
    assertThat(bench.report().at("/summary/operations/by_state").path("ignored").asInt())
        .isEqualTo(MANY);
    bench.sandbox.behave(Map.of(Switch.GROUP_ADD.key(), "adds"));
    assertThat(bench.look("rerun").code()).isZero();
  }

  @Test
  void whatTheServerCallsARequestStandsInEveryReport() throws IOException {
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,,");
    bench.sandbox.fail(
        FaultDraft.status("POST", "/api/member_invitations", 500)
            .withBody("{\"message\":\"Server error\",\"id\":\"7f31-aa\"}")
            .withHeader("X-Request-Id", "req-8c1d")
            .made());

    Ran ran = bench.run("sync");

    assertThat(ran.out()).contains("Server error (id 7f31-aa) (request req-8c1d)");
    for (String file : new String[] {"report.json", "operations.csv", "report.html"}) {
      assertThat(Files.readString(bench.newestReport().resolve(file)))
          .as(file)
          .contains("7f31-aa", "req-8c1d");
    }
  }
}
