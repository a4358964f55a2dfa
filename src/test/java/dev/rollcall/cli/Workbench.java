package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with a job file and a roster, and a small company's workspace over HTTP, which counts
 * what is asked of it. In step with {@link #EVERYBODY} from the start.
 */
final class Workbench implements AutoCloseable {

  static final String HEADER = "Email,Name,Status,DEV,PROD,Groups,Projects\n";

  /** The roster that changes nothing. */
  static final String EVERYBODY =
      HEADER
          + """
          ana@example.com,Ana Silva,active,Environment admin,Environment admin,,
          eve@example.com,Eve Lund,active,Environment admin,Environment admin,,
          bob@example.com,Bob Roy,active,Member,Member,Finance,Billing@dev = Builder
          cy@example.com,Cy Moe,active,Member,No access,Ops,
          dee@example.com,Dee Poe,active,Member,No access,,
          """;

  private static final String HR =
      """
      sources:
        - name: hr
          type: csv
          path: people.csv
          columns:
            email: Email
            name: Name
            status: Status
            role.dev: DEV
            role.prod: PROD
            groups: Groups
            projects: Projects
          status: { active: [active], left: [left] }
      """;

  final Path folder;
  final Path job;
  final Sandbox sandbox;
  private String sources = HR;
  private String rules = "";
  private String more = "";
  private String tokens = "tokens: { dev: \"${file:%s}\", prod: \"${file:%s}\" }";
  private String repository = "jdbc:h2:file:./runs";
  private int asked;

  Workbench(Path folder) {
    this(folder, seed -> seed);
  }

  Workbench(Path folder, UnaryOperator<SeedBuilder> changes) {
    this.folder = folder;
    this.job = folder.resolve("job.yaml");
    this.sandbox = Sandbox.start(changes.apply(company()).build(), SandboxOptions.of());
    write("token-dev", token("dev"));
    write("token-prod", token("prod"));
    people(EVERYBODY);
    writeJob();
  }

  private static SeedBuilder company() {
    return new SeedBuilder()
        .quotaPerMinute(0)
        .workspace(7001, "Acme", "owner@example.com")
        .environment("dev", "Billing", "Close")
        .environment("prod", "Billing", "Close")
        .token(new Seed.Token(token("dev"), "dev", Optional.empty(), Optional.empty()))
        .token(new Seed.Token(token("prod"), "prod", Optional.empty(), Optional.empty()))
        .group("Finance", "")
        .group("Ops", "")
        .member("ana@example.com", "Ana Silva", both("Environment admin"))
        .member("eve@example.com", "Eve Lund", both("Environment admin"))
        .member(
            SeedMember.of("bob@example.com", "Bob Roy", both("Member"))
                .in("Finance")
                .on("Billing@dev", "Builder"))
        .member(SeedMember.of("cy@example.com", "Cy Moe", Map.of("dev", "Member")).in("Ops"))
        .member("dee@example.com", "Dee Poe", Map.of("dev", "Member"));
  }

  private static Map<String, String> both(String role) {
    return Map.of("dev", role, "prod", role);
  }

  /** The token that the job file names for an environment. */
  static String token(String environment) {
    return Shell.MARKER + "-" + environment;
  }

  /** Replaces the roster. */
  Workbench people(String csv) {
    return write("people.csv", csv);
  }

  /** The roster that changes nothing, and these rows. */
  Workbench joined(String... rows) {
    return people(EVERYBODY + String.join("\n", rows) + "\n");
  }

  /** Replaces {@code sources:}. */
  Workbench sources(String yaml) {
    sources = yaml;
    return writeJob();
  }

  /** Replaces {@code rules:} and {@code groups:}. */
  Workbench rules(String yaml) {
    rules = yaml;
    return writeJob();
  }

  /** Adds sections such as {@code policy:} and {@code safety:}. */
  Workbench with(String yaml) {
    more = yaml;
    return writeJob();
  }

  /** Replaces the tokens, as YAML. */
  Workbench tokens(String yaml) {
    tokens = yaml;
    return writeJob();
  }

  /** Writes a file beside the job file. */
  Workbench write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Workbench writeJob() {
    return write("job.yaml", jobText());
  }

  /** The job file as it is. */
  String jobText() {
    return """
        name: small
        %s
        %s
        target:
          type: workato
          url: %s
          %s
          rate: { per: workspace, per-minute: 60000 }
        %s
        repository: %s
        report: { folder: reports, formats: [html, json, csv] }
        """
        .formatted(
            sources,
            rules,
            sandbox.url(),
            tokens.formatted(folder.resolve("token-dev"), folder.resolve("token-prod")),
            more,
            repository);
  }

  /** The repository, as {@code --repository} takes it. */
  String repository() {
    return repository.replace("./", folder + "/");
  }

  /** Keeps runs in another one from now on. */
  Workbench repositoryAt(String url) {
    repository = url;
    return writeJob();
  }

  /** Gives a command about the job file. */
  Ran run(String command, String... options) {
    return Shell.run(line(command, job.toString(), options));
  }

  /** Gives a command about the repository: rerun, runs, show. */
  Ran look(String command, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--repository=" + repository());
    return Shell.run(line(command, "", all.toArray(String[]::new)));
  }

  private static String[] line(String command, String argument, String... options) {
    return Stream.concat(Stream.of(command, argument), Stream.of(options))
        .filter(each -> !each.isEmpty())
        .toArray(String[]::new);
  }

  /** Everybody who was sent a mail, in order. */
  List<String> mails() {
    return sandbox.mails().stream().map(Mail::email).toList();
  }

  /** Requests since the last {@link #forget}. */
  List<RecordedRequest> requests() {
    List<RecordedRequest> all = sandbox.requests();
    return all.subList(asked, all.size());
  }

  /** Requests that were to change something, since the last {@link #forget}. */
  List<String> writes() {
    return requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .map(RecordedRequest::endpoint)
        .toList();
  }

  /** Begins to count requests anew. */
  void forget() {
    asked = sandbox.requests().size();
  }

  /** Moves the clocks of both sides on, until {@link #close}. */
  void advance(Duration duration) {
    Duration before = Duration.parse(System.getProperty(Clocks.OFFSET, "PT0S"));
    System.setProperty(Clocks.OFFSET, before.plus(duration).toString());
    sandbox.advance(duration);
  }

  /** The newest run's {@code report.json}. */
  JsonNode report() {
    return JsonMapper.shared().readTree(newestReport().resolve("report.json").toFile());
  }

  /** The folder of the newest run's report. */
  Path newestReport() {
    return reports().get(reports().size() - 1);
  }

  /** The folders of reports, oldest first. */
  List<Path> reports() {
    Path reports = folder.resolve("reports");
    try (Stream<Path> all = Files.exists(reports) ? Files.list(reports) : Stream.empty()) {
      return all.filter(Files::isDirectory)
          .sorted(Comparator.comparing(each -> each.toFile().lastModified()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a repository was made. */
  boolean hasRepository() {
    return Files.exists(folder.resolve("runs.mv.db"));
  }

  /** Ends, and makes sure that no file but those with the tokens holds a token. */
  @Override
  public void close() {
    System.clearProperty(Clocks.OFFSET);
    sandbox.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().startsWith("token-")) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertThat(text.contains(Shell.MARKER)).as("%s holds a token", file).isFalse();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
