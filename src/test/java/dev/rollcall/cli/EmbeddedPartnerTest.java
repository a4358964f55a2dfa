package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.docs.Manual;
import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.plan.Usual;
import dev.rollcall.planning.Tenants;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The customers' workspaces of a partner, kept in step by the job file that the manual shows. */
class EmbeddedPartnerTest {

  private static final String PEOPLE =
      """
      Email,Name,Status,role.dev,role.prod,Groups,Projects
      ana@example.com,Ana Silva,active,Environment admin,Environment admin,,
      bob@example.com,Bob Roy,active,Member,Environment manager,Finance builders,
      cara@example.com,Cara Moe,active,Member,Member,Finance builders,Billing@dev=Builder;Close@prod=Builder
      dan@example.com,Dan Poe,active,Member,,,
      """;

  @TempDir Path folder;
  private Sandbox sandbox =
      Sandbox.start(SandboxOptions.of().withSeed(Path.of("sample-data/partner.json")));

  @AfterEach
  void close() {
    sandbox.close();
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("people.csv"), PEOPLE);
    Files.writeString(folder.resolve("job.yaml"), shown());
    Files.writeString(
        folder.resolve("other.yaml"),
        shown()
            .replace("customer-a2300", "customer-north")
            .replaceFirst("id: \\{[^}]*\\}", "id: Enorthwind/eu")
            .replace("people.csv", "others.csv"));
    Files.writeString(
        folder.resolve("others.csv"),
        """
        Email,Name,Status,role.dev
        ana@example.com,Ana Silva,active,Environment admin
        bob@example.com,Bob Roy,active,Member
        cara@example.com,Cara Moe,active,Member
        """);
  }

  private String shown() {
    return Manual.page("workato.md")
            .blocks("Embedded partners")
            .get(0)
            .text()
            .replace("data-center: us", "url: " + sandbox.url() + "\n  rate: { per-minute: 6000 }")
        + "repository: jdbc:h2:file:./runs\n";
  }

  private Ran run(String verb, String job) {
    return Shell.in(
        Map.of("WORKATO_PARTNER_TOKEN", "sandbox-partner"), verb, folder.resolve(job).toString());
  }

  @Test
  void aCustomersWorkspaceIsKeptInStepAndNoOtherIsTouched() {
    String neighbour = sandbox.customerState("4455");

    Ran synced = run("sync", "job.yaml");

    assertThat(synced.code()).as(synced.toString()).isZero();
    assertThat(sandbox.customerState("3812"))
        .contains("member cara@example.com roles={dev=Member, prod=Member}")
        .contains("member bob@example.com roles={dev=Member, prod=Environment manager}")
        .contains("group Finance builders [bob@example.com, cara@example.com]")
        .contains("grant Close@prod cara@example.com = Builder");
    assertThat(sandbox.customerState("4455")).isEqualTo(neighbour);
    assertThat(sandbox.mails()).isEmpty();
    assertThat(run("plan", "job.yaml").out()).contains("0 to add, 0 to change, 0 to remove");
  }

  @Test
  void anotherCustomerHasAJobAndAMemoryOfItsOwn() {
    run("sync", "job.yaml");
    String first = sandbox.customerState("3812");

    Ran synced = run("sync", "other.yaml");

    assertThat(synced.code()).as(synced.toString()).isZero();
    assertThat(sandbox.customerState("4455"))
        .contains("member cara@example.com roles={dev=Member}");
    assertThat(sandbox.customerState("3812")).isEqualTo(first);
  }

  @Test
  void whoseAdditionWasNotAnsweredIsNotAddedTwice() {
    String path = "/api/managed_users/:id/members";
    sandbox.fail(FaultDraft.resetAfter("POST", path).containing("cara").made());

    Ran lost = run("sync", "job.yaml");
    Ran again = run("sync", "job.yaml");

    assertThat(lost.code()).as(lost.toString()).isEqualTo(3);
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(
            sandbox.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .filter(request -> request.body().contains("cara@example.com")))
        .hasSize(1);
    assertThat(sandbox.customerState("3812"))
        .contains("group Finance builders [bob@example.com, cara@example.com]")
        .contains("grant Close@prod cara@example.com = Builder");
  }

  @Test
  void allCustomersOfAPartnerShareTheQuotasThatAreRemembered() throws IOException {
    Set<String> asked = new ConcurrentSkipListSet<>();
    Tenants.Memory memory =
        new Tenants.Memory(
            Tenants.Memory.none().experience(),
            (quotas, lane, since) -> {
              asked.add(quotas);
              return List.of();
            },
            (workspace, email) -> Optional.empty());
    JobFileReader reader =
        new JobFileReader(
            new ReferenceSources(
                Map.of("WORKATO_PARTNER_TOKEN", "sandbox-partner"), Files::readString));

    for (String job : List.of("job.yaml", "other.yaml")) {
      try (var opened =
          Tenants.open(
              reader.read(folder.resolve(job), List.of()),
              memory,
              Clock.systemUTC(),
              () -> false)) {
        opened.identify();
        opened.workspace().snapshot(Usual.everything());
      }
    }

    assertThat(asked).containsExactly("127.0.0.1/480099");
  }
}
