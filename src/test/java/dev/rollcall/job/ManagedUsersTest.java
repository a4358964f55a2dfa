package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.job.spec.WorkatoSpec;
import dev.rollcall.model.Vocabulary.Joining;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.ManagedPrefix;
import dev.rollcall.tenant.workato.ManagedWorkspace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code target.managed-users}: one customer's workspace of an embedded partner. */
class ManagedUsersTest {

  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");

  @TempDir Path folder;

  private Path job(String target) {
    return JobFiles.write(
        folder,
        """
        name: customer
        sources:
          - { name: hr, type: csv, path: people.csv }
        target:
          type: workato
          data-center: us
        """
            + target.indent(2));
  }

  private WorkatoSpec spec(String target) {
    return (WorkatoSpec) JobFiles.read(job(target)).target();
  }

  private ManagedWorkspace customer(String target) {
    return spec(target).managedUsers().orElseThrow().workspace();
  }

  @Test
  void oneTokenServesEveryEnvironmentThatHasAnId() {
    String target = "managed-users: { id: { DEV: 3812, prod: 'EA/23 00' }, token: '${env:TOKEN}' }";

    assertThat(customer(target).ids()).isEqualTo(Map.of(DEV, "3812", PROD, "EA/23 00"));
    assertThat(spec(target).tokens().keySet())
        .containsExactly(new PlaceName("dev"), new PlaceName("prod"));
    assertThat(spec(target).tokens().values())
        .allMatch(token -> token.reveal().equals("hush-token"));
  }

  @Test
  void oneIdIsThatOfAWorkspaceWithoutEnvironments() {
    assertThat(customer("managed-users: { id: EA2300, token: '${env:TOKEN}' }"))
        .isEqualTo(
            new ManagedWorkspace(Map.of(DEV, "EA2300"), ManagedPrefix.USUAL, Joining.INVITATION));
  }

  @Test
  void eachEnvironmentCanHaveATokenOfItsOwn() {
    WorkatoSpec spec =
        spec(
            """
            tokens: { dev: "${env:WORKATO_TOKEN_DEV}", prod: "${env:WORKATO_TOKEN_PROD}" }
            managed-users: { id: { prod: 2, dev: 1 } }
            """);

    assertThat(spec.tokens().values())
        .extracting(token -> token.reveal())
        .containsExactly("hush-dev", "hush-prod");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/managed_users, /managed_users, /managed_users",
    "/api/v2/managed_users/, /v2/managed_users, /v2/managed_users",
    "split, /managed_users, /v2/managed_users"
  })
  void thePrefixIsOneOfThoseOfTheVendorsPages(String written, String usual, String newest) {
    String target = "managed-users: { id: 1, token: '${env:TOKEN}', prefix: %s }";

    assertThat(customer(target.formatted(written)).prefix())
        .isEqualTo(new ManagedPrefix(usual, newest));
  }

  @Test
  void whoJoinsByAnAccountIsSaidInOtherWords() {
    WorkatoSpec spec = spec("managed-users: { id: 1, token: '${env:TOKEN}', join: add }");

    assertThat(spec.vocabulary().joining()).isEqualTo(Joining.ACCOUNT);
    assertThat(spec.offered()).isSameAs(spec.vocabulary());
    assertThat(spec("managed-users: { id: 1, token: '${env:TOKEN}' }").vocabulary().joining())
        .isEqualTo(Joining.INVITATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: A2300 | :24: target.managed-users.id must be the number | then write EA2300",
        "id: -3 | :24: target.managed-users.id must be the number | digits alone",
        "id: 007 | :24: target.managed-users.id must be the number | does not begin with 0",
        "id: E | :24: target.managed-users.id must be the number | then write EE",
        "id: EA%2F1 | :24: target.managed-users.id must be the number | encoded on its way",
        "id: { dev: 1, prod: x } | :40: target.managed-users.id.prod must be the number | write Ex",
        "id: { dev: 1, prod: 1 } | :40: target.managed-users.id.prod is the same id | id: 1 where",
        "id: { dev: 1, DEV: 2 } | :34: target.managed-users.id.dev is there twice | keep one",
        "id: {} | :24: target.managed-users.id must not be empty | such as 3812",
        "id: [1] | :24: target.managed-users.id must be a text | ",
        "join: add | :18: target.managed-users needs \"id\" | which one: its number",
        "id: 1, prefix: v2 | :35: target.managed-users.prefix must be /api/managed_users | most",
        "id: 1, join: invited | :33: target.managed-users.join must be add or invite | invite",
        "id: 1, oauth-id: Mail | :37: target.managed-users.oauth-id is told of people who | join: add",
        "id: 1, externl-id: Id | :27: unknown key \"externl-id\" | external-id"
      })
  void whatIsWrongIsToldWithItsPlace(String written, String problem, String remedy) {
    assertThat(
            JobFiles.problems(
                job("managed-users: { %s, token: '${env:TOKEN}' }".formatted(written))))
        .singleElement(STRING)
        .contains("job.yaml:7" + problem)
        .contains(remedy == null ? "" : remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "managed-users: { id: 1 } | target.managed-users needs a token of the partner",
        "managed-users: { id: 1, token: '${env:TOKEN}' }, tokens: { dev: '${env:TOKEN}' } | target.tokens stand beside managed-users.token",
        "managed-users: { id: 1 }, tokens: { prod: '${env:TOKEN}' } | target.tokens are of prod, but managed-users.id is of dev",
        "managed-users: { id: { dev: 1, prod: 2 } }, tokens: { dev: '${env:TOKEN}', prod: '${env:TOKEN}' } | written once, as target.managed-users.token",
        "managed-users: { id: 1, token: '${env:TOKEN}' }, rate: { per: token } | target.rate says per: token",
        "managed-users: { id: 1, token: abc } | target.managed-users.token holds a secret",
        "batch: 1 | target needs \"tokens\""
      })
  void tokensAreThoseOfThePartner(String target, String problem) {
    assertThat(
            JobFiles.problems(
                JobFiles.SMALLEST, "target={ type: workato, data-center: us, " + target + " }"))
        .singleElement(STRING)
        .contains(problem);
  }
}
