package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.Seed;
import dev.rollcall.testing.Leaks;
import dev.rollcall.testing.Postgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A job with a secret in every place that can hold one, and a watch over everything that its
 * commands write: the terminal, the log, and every file under its folder.
 */
final class SecretJob implements AutoCloseable {

  /** Each with the signs that somebody has to escape, but for those that stand in an address. */
  private static final Map<String, String> SECRETS = new LinkedHashMap<>();

  static {
    SECRETS.put("token-dev", "wrk/dEv+7f31=Qx&Zz%9<kJ\"y'8:Lm==");
    SECRETS.put("token-prod", "eyJwUk9k/Xq5=+Tn&u%2Fv<w>\"R0;pS1=");
    SECRETS.put("secret-url", "hR.rEad-Me_In~AdDress9");
    SECRETS.put("secret-source", "hR/pAss=w0rd+&%of<the>\"source;");
    SECRETS.put("secret-property", "sSl=kEy/pAss%phrase&\"tUlip\"9");
    SECRETS.put("secret-workbook", "wOrkb00k/oPen=seSame&%<oR not>\"");
    SECRETS.put("secret-repository", "vAu1t-k33per_Vi0let~four");
  }

  private static final Leaks LEAKS = Leaks.of(SECRETS.values());

  final Workbench bench;
  final List<String> leaks = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream stderr = System.err;
  private int runs;

  SecretJob(Path folder) {
    bench =
        new Workbench(
            folder,
            seed ->
                seed.token(new Seed.Token(token("dev"), "dev", Optional.empty(), Optional.empty()))
                    .token(
                        new Seed.Token(token("prod"), "prod", Optional.empty(), Optional.empty())));
    SECRETS.forEach((name, secret) -> write(name, secret + "\n"));
    workbook(folder.resolve("more.xlsx"));
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  private static String token(String environment) {
    return SECRETS.get("token-" + environment);
  }

  /** All of them in a row, as somebody says it who has seen them. */
  static String all() {
    return String.join(" ", SECRETS.values());
  }

  static Collection<String> secrets() {
    return SECRETS.values();
  }

  /** Writes the job file. */
  SecretJob at(URI workspace, String database) {
    bench.sources(
        """
        sources:
          - name: hr
            type: csv
            path: people.csv
            columns: { email: Email, name: Name, status: Status, role.dev: DEV, role.prod: PROD, groups: Groups, projects: Projects }
            status: { active: [active], left: [left] }
          - name: contractors
            type: jdbc
            url: "DATABASE&password=${file:secret-url}"
            query: "SELECT 'pia@example.com' AS email, 'Pia Roe' AS name, 'Member' AS dev"
            columns: { email: email, name: name, role.dev: dev }
          - name: interns
            type: jdbc
            url: "DATABASE"
            password: "${file:secret-source}"
            properties: { sslpassword: "${file:secret-property}" }
            query: "SELECT 'ivo@example.com' AS email, 'Ivo Lee' AS name, 'Member' AS dev"
            columns: { email: email, name: name, role.dev: dev }
          - name: guests
            type: excel
            path: more.xlsx
            password: "${file:secret-workbook}"
            columns: { email: Email, name: Name, role.dev: DEV }
        """
            .replace("DATABASE", database));
    return write(
        "job.yaml",
        bench
            .jobText()
            .replace(bench.sandbox.url().toString(), workspace.toString())
            .replace(
                "repository: jdbc:h2:file:./runs",
                "repository: \"jdbc:h2:file:./runs;USER=keeper;PASSWORD=${file:secret-repository}\""));
  }

  /** Its repository, as {@code --repository} takes it. */
  String repository() {
    return bench.repository() + ";USER=keeper;PASSWORD=" + SECRETS.get("secret-repository");
  }

  /** A file beside the job file; what is called token or secret is not looked into. */
  SecretJob write(String name, String text) {
    bench.write(name, text);
    return this;
  }

  private static void workbook(Path file) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      List<List<String>> rows =
          List.of(List.of("Email", "Name", "DEV"), List.of("gus@example.com", "Gus Fry", "Member"));
      Sheet sheet = workbook.createSheet("People");
      for (List<String> cells : rows) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        cells.forEach(cell -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell));
      }
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a command, and looks at what it says. */
  Ran run(String what, String... arguments) {
    return watched(
        what + ": " + String.join(" ", arguments).replaceAll("PASSWORD=\\S*", ""),
        () -> Shell.run(arguments));
  }

  private Ran watched(String what, Supplier<Ran> command) {
    log.reset();
    Ran ran = command.get();
    runs++;
    look(what, ran.all() + log.toString(StandardCharsets.UTF_8));
    if (ran.code() == 1) {
      leaks.add(what + " ended as a bug: " + ran);
    }
    return ran;
  }

  private void look(String what, String text) {
    LEAKS.in(text).stream().distinct().limit(3).forEach(leak -> leaks.add(what + ": " + leak));
  }

  /** Looks into all files but those that hold secrets by themselves. */
  void lookIntoFiles(String what) {
    try (Stream<Path> files = Files.walk(bench.folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("token-") && !name.startsWith("secret-")) {
          look(what + ": " + file, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int runs() {
    return runs;
  }

  /** The database that the sources read. */
  static String database() {
    return Postgres.freshDatabase();
  }

  @Override
  public void close() {
    System.setErr(stderr);
    bench.close();
    assertThat(leaks).as("leaks in %d runs", runs).isEmpty();
  }
}
