package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.job.spec.PolicySpec.LeftSpec;
import dev.rollcall.job.spec.RosterSpec;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.spec.ScopeSpec;
import dev.rollcall.job.spec.Secret;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.job.spec.SourceSpec.CsvSpec;
import dev.rollcall.job.spec.SourceSpec.ExcelSpec;
import dev.rollcall.job.spec.SourceSpec.JdbcSpec;
import dev.rollcall.job.spec.WorkatoSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Policy.Leaving;
import dev.rollcall.plan.Scope;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.jdbc.FurtherDrivers;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobFileReaderTest {

  private static final Path NIGHTLY = JobFiles.FOLDER.resolve("nightly.yaml");

  @TempDir Path folder;

  @Test
  void bindsEveryKeyOfTheDocumentedExample() {
    LoadedJob loaded = JobFiles.reader().read(NIGHTLY, List.of());
    JobFile job = loaded.file();

    assertThat(loaded.label()).isEqualTo("src/test/resources/jobs/nightly.yaml");
    assertThat(loaded.warnings()).isEmpty();
    assertThat(job.name().text()).isEqualTo("nightly");
    assertThat(job.sources())
        .hasExactlyElementsOfTypes(CsvSpec.class, ExcelSpec.class, JdbcSpec.class);
    assertThat(job.safety().seats()).isEqualTo(100);
    assertThat(job.safety().protectedAddresses())
        .extracting(Located::value)
        .containsExactly(new Email("owner@example.com"));
    assertThat(((WorkatoSpec) job.target()).workspace()).contains("acme");
  }

  @Test
  void readsColumnsAndStatusWords() {
    RosterSpec roster = JobFiles.reader().read(NIGHTLY, List.of()).file().sources().get(0).roster();

    assertThat(roster.columns().keySet())
        .containsExactly("email", "name", "status", "groups", "role.dev");
    assertThat(roster.columns().get("email").value()).isEqualTo(ColumnSpec.of("Work Email"));
    assertThat(roster.columns().get("name").value())
        .isEqualTo(new ColumnSpec.Template("{First Name} {Last Name}"));
    assertThat(roster.columns().get("role.dev").position())
        .hasToString("src/test/resources/jobs/nightly.yaml:12:17");
    assertThat(roster.status().orElseThrow().left()).containsExactly("Terminated", "Inactive");
  }

  @Test
  void readsSecretsOfWorkbooksAndDatabases() {
    List<SourceSpec> sources = JobFiles.reader().read(NIGHTLY, List.of()).file().sources();

    assertThat(((ExcelSpec) sources.get(1)).password().orElseThrow().reveal())
        .isEqualTo("hush-contractors");
    assertThat(((JdbcSpec) sources.get(2)).password().orElseThrow().reveal()).isEqualTo("hush-hr");
  }

  @Test
  void everythingThatIsComplainedAboutLaterKnowsItsLine() {
    JobFile job = JobFiles.reader().read(NIGHTLY, List.of()).file();
    RuleSpec rule = job.rules().get(0);

    assertThat(rule.name().position().line()).isEqualTo(27);
    assertThat(rule.when().position().line()).isEqualTo(28);
    assertThat(rule.when().text()).startsWith("person.department == \"Finance\"");
    assertThat(rule.grant().roles().get(new PlaceName("prod")).position().line()).isEqualTo(30);
    assertThat(rule.grant().groups().get(0).origin())
        .hasToString("src/test/resources/jobs/nightly.yaml:31");
    assertThat(rule.grant().projects().get(0).position().line()).isEqualTo(32);
    assertThat(
            job.groups()
                .get("Finance builders")
                .value()
                .projects()
                .orElseThrow()
                .get(0)
                .position()
                .line())
        .isEqualTo(37);
  }

  @Test
  void neverPrintsASecret() {
    LoadedJob loaded = JobFiles.reader().read(NIGHTLY, List.of());

    assertThat(loaded.toString()).contains("***").doesNotContain("hush");
    assertThat(Secret.of("hush")).isNotEqualTo(Secret.of("hush"));
  }

  @Test
  void pathsAreRelativeToTheJobFileAndKeepHowTheyWereWritten() {
    CsvSpec csv =
        (CsvSpec) JobFiles.read(JobFiles.SMALLEST, "sources[hr].path=../a/b.csv").sources().get(0);

    assertThat(csv.path().label()).isEqualTo("../a/b.csv");
    assertThat(csv.path().path()).isEqualTo(Path.of("src/test/resources/a/b.csv").toAbsolutePath());
  }

  @Test
  void databaseFilesAreRelativeToTheJobFileToo() {
    Path jobs = JobFiles.FOLDER.toAbsolutePath();

    assertThat(repository("jdbc:h2:file:./x/runs;LOCK_TIMEOUT=500;WRITE_DELAY=0"))
        .isEqualTo("jdbc:h2:file:" + jobs + "/x/runs;LOCK_TIMEOUT=500;WRITE_DELAY=0");
    assertThat(repository("jdbc:h2:./runs")).isEqualTo("jdbc:h2:file:" + jobs + "/runs");
    assertThat(repository("jdbc:h2:file:/var/runs")).isEqualTo("jdbc:h2:file:/var/runs");
    assertThat(repository("jdbc:h2:mem:runs")).isEqualTo("jdbc:h2:mem:runs");
    assertThat(repository("jdbc:postgresql://db/runs")).isEqualTo("jdbc:postgresql://db/runs");
  }

  private static String repository(String url) {
    return JobFiles.read(JobFiles.SMALLEST, "repository=" + url).repository().reveal();
  }

  @Test
  void databasesPrintWithoutPasswords() {
    JobFile job = JobFiles.read(withRepository("jdbc:postgresql://db/runs?user=u&password=hush"));

    assertThat(job.repository()).hasToString("jdbc:postgresql://db/runs?user=u&password=***");
    assertThat(job.toString()).doesNotContain("hush");
  }

  @Test
  void aPasswordWrittenIntoAnAddressIsWarnedAbout() {
    String written = "jdbc:postgresql://db/runs?user=u&password=hush";

    assertThat(JobFiles.reader().read(withRepository(written), List.of()).warnings())
        .singleElement()
        .extracting(Problem::what, Problem::remedy)
        .containsExactly(
            "a password is written into repository", "write ${env:NAME} or ${file:/path} instead");
    assertThat(
            JobFiles.reader()
                .read(withRepository(written.replace("hush", "${env:TOKEN}")), List.of())
                .warnings())
        .isEmpty();
  }

  private Path withRepository(String url) {
    return JobFiles.write(
        folder,
        """
        name: nightly
        sources: [ { name: a, type: csv, path: a } ]
        target: { type: sandbox }
        repository: '%s'
        """
            .formatted(url));
  }

  @Test
  void aDatabaseIsReadAsItsSourceSays(@TempDir Path folder) {
    String hr =
        "{ name: hr, type: jdbc, url: 'jdbc:mariadb://db/hr', query-file: people.sql,"
            + " password: '${env:TOKEN}', query-timeout: 30s, tls: { ca: ca.pem },"
            + " properties: { keyPassword: '${env:TOKEN}', useCompression: true } }";
    Path file =
        JobFiles.write(
            folder,
            "name: a\nsources:\n  - "
                + hr
                + "\ntarget: { type: workato, data-center: us, tokens: { dev: sandbox-dev } }\n");

    SourceSpec.JdbcSpec spec = (SourceSpec.JdbcSpec) JobFiles.read(file).sources().get(0);

    assertThat(spec.queryFile().orElseThrow().path()).isEqualTo(folder.resolve("people.sql"));
    assertThat(spec.drivers()).isEqualTo(FurtherDrivers.NONE);
    assertThat(spec.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(spec.queryTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(spec.properties().get("useCompression").reveal()).isEqualTo("true");
    assertThat(spec.properties().get("keyPassword").reveal()).isEqualTo("hush-token");
    assertThat(spec.toString()).doesNotContain("hush");
  }

  @Test
  void aQuotaMayBeOfASecond() {
    assertThat(
            JobFiles.read(JobFiles.SMALLEST, "target.rate={ per-second: 10 }")
                .target()
                .rate()
                .limit())
        .contains(RequestQuota.perSecond(10));
    assertThat(
            JobFiles.read(JobFiles.SMALLEST, "target.rate={ per-minute: 30 }")
                .target()
                .rate()
                .limit())
        .contains(RequestQuota.perMinute(30));
    assertThat(JobFiles.read(JobFiles.SMALLEST).target().rate().limit()).isEmpty();
  }

  @Test
  void leaversMayBeSuspendedFirstAndRemovedLater() {
    assertThat(
            JobFiles.read(JobFiles.SMALLEST, "policy.left={ suspend: now, remove-after: 2w }")
                .policy()
                .left())
        .contains(new LeftSpec(Leaving.SUSPEND, Optional.of(Duration.ofDays(14))));
  }

  @Test
  void peopleWhoAreLeftAloneKeepTheirRolesInEnvironments() {
    JobFile file = JobFiles.read(JobFiles.SMALLEST, "policy.people=leave-alone");

    assertThat(file.scope().managedByIdp().roles()).isTrue();
    assertThat(file.policy().toPolicy(file.vocabulary()))
        .isEqualTo(
            JobFiles.read(JobFiles.SMALLEST, "policy.invite=false")
                .policy()
                .toPolicy(file.vocabulary())
                .membershipsOnly());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "policy.left=remove",
        "policy.absent=remove",
        "policy.left={ suspend: now, remove-after: 2w }"
      })
  void peopleWhoAreLeftAloneAreNotRemoved(String other) {
    assertThat(JobFiles.problems(JobFiles.SMALLEST, "policy.people=leave-alone", other))
        .singleElement(STRING)
        .contains("removes people, whom \"people: leave-alone\" leaves", "memberships or report");
  }

  @Test
  void resolvesTheScope() {
    ScopeSpec spec =
        JobFiles.read(
                JobFiles.SMALLEST,
                "scope.emails=['*@example.com']",
                "scope.projects=[Bill*]",
                "scope.managed-by-idp={ roles: true, groups: [SSO*] }")
            .scope();

    Scope scope =
        spec.resolve(
            WorkatoVocabulary.VOCABULARY,
            WorkatoTerms.mentioned(List.of("Ops"), List.of()),
            NamePatterns.ALL);

    assertThat(scope.covers(new Email("a@example.com"))).isTrue();
    assertThat(scope.covers(new Email("a@example.org"))).isFalse();
    assertThat(scope.covers(WorkatoVocabulary.group("Ops"))).isTrue();
    assertThat(scope.covers(WorkatoVocabulary.group("Dev"))).isFalse();
    assertThat(scope.covers(WorkatoTerms.project("Billing@dev"))).isTrue();
    assertThat(scope.isByIdentityProvider(WorkatoVocabulary.resource(new Environment("dev"))))
        .isTrue();
    assertThat(scope.isByIdentityProvider(WorkatoVocabulary.group("SSO people"))).isTrue();
  }

  @Test
  void warnsOfSecretsWrittenIntoTheFileSaveThoseOfTheSandbox() {
    Path file =
        JobFiles.write(
            folder,
            """
            name: nightly
            sources: [ { name: a, type: csv, path: a } ]
            target: { type: workato, data-center: us, tokens: { dev: sandbox-dev, prod: hush } }
            """);

    assertThat(JobFiles.reader().read(file, List.of()).warnings())
        .extracting(Problem::what)
        .containsExactly("target.tokens.prod is written into the job file");
  }

  @Test
  void anAddressMayBeUnencryptedOnThisMachineOnly() {
    assertThat(url("http://127.0.0.1:8080")).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(url("https://workato.example.com/api/"))
        .isEqualTo(URI.create("https://workato.example.com"));
    assertThat(
            JobFiles.problems(
                JobFiles.SMALLEST, "target={ type: workato, url: 'http://localhost.example.com' }"))
        .anyMatch(problem -> problem.contains("must not travel without encryption"));
  }

  private static URI url(String url) {
    return ((WorkatoSpec)
            JobFiles.read(
                    JobFiles.SMALLEST,
                    "target={ type: workato, url: '" + url + "', tokens: { dev: sandbox-dev } }")
                .target())
        .baseUrl();
  }

  @Test
  void theDigestFollowsTheFileTheOverridesAndTheReferencesButNoSecret() {
    String digest = digest(JobFiles.SMALLEST);

    assertThat(digest).isEqualTo(digest(JobFiles.SMALLEST)).hasSize(64);
    assertThat(digest(JobFiles.SMALLEST, "safety.seats=5")).isNotEqualTo(digest);
    assertThat(digest(NIGHTLY.resolveSibling("smallest.yaml"))).isEqualTo(digest);
    assertThat(withToken("one")).isEqualTo(withToken("two"));
    assertThat(withZone("UTC")).isNotEqualTo(withZone("Europe/Berlin"));
  }

  private static String digest(Path file, String... overrides) {
    return JobFiles.reader().read(file, List.of(overrides)).inputsDigest();
  }

  private static String withToken(String token) {
    return new JobFileReader(JobFiles.surroundings(Map.of("TOKEN", token)))
        .read(JobFiles.SMALLEST, List.of())
        .inputsDigest();
  }

  private static String withZone(String zone) {
    return new JobFileReader(JobFiles.surroundings(Map.of("TOKEN", "t", "ZONE", zone)))
        .read(JobFiles.SMALLEST, List.of("time-zone=${env:ZONE}"))
        .inputsDigest();
  }

  @Test
  void refusesWhatIsNoTextFile() throws IOException {
    assertThat(refusal(folder.resolve("none.yaml"))).contains("does not exist");
    assertThat(refusal(folder)).contains("is a folder");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'n', ':', ' ', (byte) 0xe9});
    assertThat(refusal(latin)).contains("is not written in UTF-8");
    Path wide = Files.write(folder.resolve("wide.yaml"), "name: a".getBytes(UTF_16));
    assertThat(refusal(wide)).contains("wide.yaml: is not written in UTF-8; save it as UTF-8");
    Path blank = Files.writeString(folder.resolve("blank.yaml"), "\uFEFF\n");
    assertThat(refusal(blank)).contains("blank.yaml: the file is empty; write a job into it");
    Path huge = Files.write(folder.resolve("huge.yaml"), new byte[2 * 1024 * 1024]);
    assertThat(refusal(huge)).contains("is larger than 1 MiB");
  }

  private static String refusal(Path file) {
    return catchThrowableOfType(InvalidJobFile.class, () -> JobFiles.reader().read(file, List.of()))
        .getMessage();
  }

  @Test
  void readsAByteOrderMarkAndWindowsLineEnds() {
    Path file =
        JobFiles.write(
            folder,
            """
            \uFEFFname: nightly
            sources:
              - { name: hr, type: csv, path: a }
            target: { type: sandbox }
            """
                .replace("\n", "\r\n"));

    assertThat(JobFiles.read(file).name().text()).isEqualTo("nightly");
  }

  @Test
  void sharedPiecesMayBeAnchored() {
    Path file =
        JobFiles.write(
            folder,
            """
            name: nightly
            sources:
              - { name: a, type: csv, path: a, columns: &columns { email: Mail } }
              - { name: b, type: csv, path: b, columns: *columns }
            target: { type: sandbox }
            """);

    assertThat(JobFiles.read(file).sources())
        .allMatch(source -> source.roster().columns().containsKey("email"));
  }

  @Test
  void noComplaintRepeatsWhatMayBeAPassword() {
    List<String> problems =
        JobFiles.problems(
            JobFiles.SMALLEST,
            "target.tokens={ a: 'x${hush}', b: '${env:A-hush}', c: [hush], d: '' }",
            "repository=postgresql://u:hush@db/runs?password=hush");

    assertThat(problems)
        .hasSize(5)
        .contains(
            "--set repository: repository must be a JDBC address, not"
                + " \"postgresql://***@db/runs?password=***\"; it begins with jdbc:postgresql:,"
                + " jdbc:h2: or the like")
        .allMatch(problem -> !problem.contains("hush"));
  }

  @Test
  void fallsBackToTheDefaultOfAReference() {
    JobFileReader reader =
        new JobFileReader(JobFiles.surroundings(Map.of("TOKEN", "t", "EMPTY", "")));

    assertThat(zone(reader, "${env:NONE:-Europe/Berlin}")).isEqualTo("Europe/Berlin");
    assertThat(zone(reader, "${env:EMPTY:-Europe/Berlin}")).isEqualTo("Europe/Berlin");
  }

  private static String zone(JobFileReader reader, String zone) {
    return reader.read(JobFiles.SMALLEST, List.of("time-zone=" + zone)).file().timeZone().getId();
  }

  @Test
  void numbersAndTruthMayComeFromReferences() {
    JobFileReader reader =
        new JobFileReader(JobFiles.surroundings(Map.of("TOKEN", "t", "SEATS", "7", "NO", "false")));

    JobFile job =
        reader
            .read(
                JobFiles.SMALLEST,
                List.of("safety={ seats: '${env:SEATS}' }", "policy.invite=${env:NO}"))
            .file();

    assertThat(job.safety().seats()).isEqualTo(7);
    assertThat(job.policy().invite()).isFalse();
  }
}
