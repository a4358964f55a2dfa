package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.SeedBuilder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Requests are scarce: an invitation a joiner, and a hundred places or roles in one. */
class RequestsTest {

  private static final int MEMBERS = 230;
  private static final int JOINERS = 12;

  @TempDir Path folder;
  private Workbench bench;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aHundredPlacesOrRolesGoInOneRequest() {
    bench = new Workbench(folder, RequestsTest::crowd).with("safety: { seats: 300 }");
    bench.people(
        Workbench.EVERYBODY
            + rows("m", MEMBERS, "Member,,Finance;Ops,Billing@dev = Builder; Close@dev = Builder")
            + rows("j", JOINERS, "Member,Member,Finance;Ops,"));

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    Map<String, Long> writes =
        bench.writes().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    // Three full requests, and on each target at most one that tries small first.
    assertThat(writes).containsEntry("POST /api/member_invitations", (long) JOINERS);
    assertThat(writes.get("POST /api/user_groups/:id/members")).isBetween(6L, 8L);
    assertThat(writes.get("PUT /api/projects/:id/project_grants")).isBetween(6L, 8L);
    assertThat(writes).hasSize(3);
    assertThat(bench.mails()).hasSize(JOINERS).doesNotHaveDuplicates();

    JsonNode report = bench.report();
    assertThat(report.path("requests_sent").asInt()).isEqualTo(bench.writes().size());
    JsonNode price = report.path("price");
    assertThat(price.path("read_before").asInt() + price.path("requests").asInt())
        .isEqualTo(bench.requests().size());
    int byLane = 0;
    for (JsonNode lane : price.path("lanes")) {
      byLane += lane.asInt();
    }
    assertThat(byLane).isEqualTo(price.path("requests").asInt());
    assertThat(price.path("lanes").path("invitations").asInt()).isEqualTo(JOINERS);
    assertThat(price.path("fewest_requests").asInt())
        .isBetween(JOINERS + 6 + 6, price.path("requests").asInt());
    assertThat(ran.out())
        .contains(
            "%d requests, about 0 s at 60,000 a minute, after %d that read the workspace; seats"
                .formatted(price.path("requests").asInt(), price.path("read_before").asInt()));
  }

  @Test
  void whatIsInStepIsOnlyRead() {
    bench = new Workbench(folder, RequestsTest::crowd).with("safety: { seats: 300 }");
    bench.people(Workbench.EVERYBODY + rows("m", MEMBERS, "Member,,,"));

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.requests()).hasSizeLessThan(30);
    assertThat(bench.report().path("requests_sent").asInt()).isZero();
  }

  private static SeedBuilder crowd(SeedBuilder seed) {
    for (int i = 0; i < MEMBERS; i++) {
      seed.member(
          "m%d@example.com".formatted(i),
          "M %d".formatted(i),
          Collections.singletonMap("dev", "Member"));
    }
    return seed;
  }

  private static String rows(String prefix, int many, String rest) {
    return IntStream.range(0, many)
        .mapToObj(i -> "%s%d@example.com,P %d,active,%s\n".formatted(prefix, i, i, rest))
        .collect(Collectors.joining());
  }
}
