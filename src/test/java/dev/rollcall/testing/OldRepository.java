package dev.rollcall.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository as an earlier release kept it, of format 1.1 and without what later migrations make:
 * written by that release itself, with three runs of yesterday that are over and one of which it
 * was killed between two requests.
 */
public final class OldRepository {

  /** The format of its plans. */
  public static final String FORMAT = "1.1";

  private static final Pattern INSERT =
      Pattern.compile("(?s)INSERT INTO \"ROLLCALL\"\\.(\"\\w+\"\\([^)]*\\))(.*)");

  private final String url;
  private final LocalDate day;

  private OldRepository(String url, LocalDate day) {
    this.url = url;
    this.day = day;
  }

  /**
   * Makes it in an H2 file.
   *
   * @param job the job file of its runs, unchanged since
   * @param inputs what was noted of that
   * @param now when the plan of the last run was made
   */
  public static OldRepository inH2(String url, Path job, String inputs, Instant now) {
    OldRepository old = at(url, now);
    old.execute(kept(old.day, job, inputs, now));
    return old;
  }

  /** Makes the same on a PostgreSQL server, in tables made by the scripts of that release. */
  public static OldRepository inPostgres(String url, Path job, String inputs, Instant now) {
    OldRepository old = at(url, now);
    List<String> all =
        new ArrayList<>(List.of("CREATE SCHEMA rollcall", "SET search_path TO rollcall"));
    all.addAll(script("/org/springframework/batch/core/schema-postgresql.sql"));
    all.addAll(script("/db/migration/V2__journal.sql"));
    all.addAll(script("/db/migration/V3__known_addresses.sql"));
    all.add(
        "CREATE TABLE flyway_schema_history (installed_rank INT NOT NULL PRIMARY KEY,"
            + " version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL,"
            + " script VARCHAR(1000) NOT NULL, checksum INTEGER, installed_by VARCHAR(100) NOT NULL,"
            + " installed_on TIMESTAMP NOT NULL DEFAULT now(), execution_time INTEGER NOT NULL,"
            + " success BOOLEAN NOT NULL)");
    for (String each : kept(old.day, job, inputs, now)) {
      Matcher insert = INSERT.matcher(each);
      if (insert.matches()) {
        all.add("INSERT INTO " + insert.group(1).toLowerCase(Locale.ROOT) + insert.group(2));
      }
    }
    for (String sequence :
        List.of(
            "batch_job_instance_seq",
            "batch_job_execution_seq",
            "batch_step_execution_seq",
            "requests_id_seq",
            "invitations_id_seq")) {
      all.add("ALTER SEQUENCE " + sequence + " RESTART WITH 100");
    }
    old.execute(all);
    return old;
  }

  private static OldRepository at(String url, Instant now) {
    return new OldRepository(url, now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
  }

  private static List<String> kept(LocalDate day, Path job, String inputs, Instant now) {
    String basic = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    return Arrays.stream(text("/repository/format-1.1.sql").split(";\n"))
        .map(each -> each.replace("${day}", basic).replace("${date}", day.toString()))
        .map(each -> each.replace("${job-file}", job.toString()).replace("${inputs}", inputs))
        .map(each -> each.replace("${now}", now.toString()))
        .toList();
  }

  private static List<String> script(String resource) {
    return Arrays.stream(text(resource).replaceAll("--[^\\n]*", "").split(";"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static String text(String resource) {
    try (InputStream in = OldRepository.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run that is over, and did all it was to do. */
  public String done() {
    return id("023340-e1b8");
  }

  /** The run whose only invitation was put off by the workspace. */
  public String deferred() {
    return id("023342-96c2");
  }

  /** The run whose only operation was refused. */
  public String refused() {
    return id("023343-0982");
  }

  /** The run that was killed: one operation applied, one sent, one not sent yet. */
  public String killed() {
    return id("023343-6947");
  }

  private String id(String rest) {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + rest;
  }

  /** Changes it as somebody with a database tool would. */
  public void execute(List<String> statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
