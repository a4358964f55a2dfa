package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.HostileServer;
import dev.rollcall.testing.Mischief;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever answers for the workspace gives back every secret there is: nobody gets to read one. */
class HostileAnswersTest {

  /** Longer than anything is tried again. */
  private static final Duration TOO_LATE = Duration.ofMinutes(5);

  private static final Predicate<String> ALWAYS = request -> true;
  private static final Predicate<String> LISTS =
      request -> request.startsWith("GET") && !request.contains("/users/me");
  private static final Predicate<String> WRITES = request -> !request.startsWith("GET");

  private static final String JOINED =
      """
      flo@example.com,Flo Ray,active,Member,Member,Finance;Ops,Billing@dev = Builder
      """;

  private static String database;
  private static int runs;
  private static int leaks;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    database = SecretJob.database();
  }

  @AfterAll
  static void tell() {
    System.out.println(runs + " runs against hostile answers, " + leaks + " leaks");
    assertThat(runs).isGreaterThanOrEqualTo(100);
    assertThat(leaks).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatIsWrittenHoldsASecret(Mischief mischief) {
    try (SecretJob job = new SecretJob(folder);
        HostileServer server = HostileServer.before(job.bench.sandbox.url())) {
      server.saying(SecretJob.all()).then(() -> job.bench.advance(TOO_LATE));
      job.at(server.url(), database);
      job.bench.joined(JOINED.strip());

      commands(job, server, mischief);

      job.lookIntoFiles(mischief.name());
      runs += job.runs();
      leaks += job.leaks.size();
    }
  }

  private static void commands(SecretJob job, HostileServer server, Mischief mischief) {
    String file = job.bench.job.toString();
    String plan = job.bench.folder.resolve("plan.json").toString();

    server.turn(mischief, ALWAYS);
    job.run("plan", "plan", file, "--verbose", "--log-format=json");
    server.turn(mischief, LISTS);
    job.run("validate", "validate", "--online", file);
    job.run("explain", "explain", file, "bob@example.com", "--format=json");
    server.turn(mischief, request -> false);
    job.run("plan", "plan", file, "--out=" + plan);
    server.turn(mischief, WRITES);
    job.run("apply", apply(plan, file));
    job.run("rerun", "rerun", "--repository=" + job.repository());
    server.turn(mischief, mischief.ordinal() % 2 == 0 ? WRITES : LISTS);
    job.run("sync", "sync", file, "--format=json", "--verbose");
  }

  private static String[] apply(String plan, String file) {
    return new String[] {"apply", plan, file};
  }
}
