package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is limited to some people: what later runs remember of all others is as if it had
 * never been.
 */
class LimitedRunTest {

  private static final String ABSENT = "policy: { absent: suspend }";
  private static final String DEE = "dee@example.com,Dee Poe,active,Member,No access,,\n";

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Ran done(String command, String... options) {
    Ran ran = bench.run(command, options);
    assertThat(ran.code()).as(ran.toString()).isZero();
    return ran;
  }

  @Test
  void theFirstRunForEverybodyIsTheFirstOne() {
    bench.with(ABSENT).people(Workbench.EVERYBODY.replace(DEE, ""));

    done("sync", "--only", "ana@*");
    Ran first = done("sync");
    Ran second = done("sync");

    assertThat(first.out()).contains("nothing is done about it in the first run");
    assertThat(second.out()).contains("dee@example.com").contains("1 to remove");
  }

  @Test
  void aRosterThatLostItsPeopleIsNotAcceptedForEverybody() {
    bench.with(ABSENT);
    done("sync");
    bench.people(Workbench.HEADER + Workbench.EVERYBODY.lines().skip(1).findFirst().orElseThrow());

    done("sync", "--only", "ana@*", "--allow", "shrink=80");

    assertThat(bench.run("plan").out()).contains("shrink: source \"hr\" has 1 person, 5 were");
  }

  @Test
  void aGroupThatNobodyMentionsAnyMoreIsToldOnceEverybodyIsPlannedFor() {
    done("sync");
    bench.people(Workbench.EVERYBODY.replace(",Ops,", ",,"));

    done("sync", "--only", "ana@*");

    assertThat(done("sync").out()).contains("this group is no longer mentioned anywhere");
  }

  @Test
  void whoHadWhichAddressIsLearntOfNobody() {
    bench.write(
        "job.yaml", bench.jobText().replace("name: Name\n", "name: Name\n      employee-id: ID\n"));
    bench.people(withIds("104"));
    done("sync");
    bench.people(withIds("900"));

    bench.run("sync", "--only", "ana@*");

    assertThat(bench.run("plan").out()).contains("had employee-id 104 and has 900 now");
  }

  /** Everybody with an id, the last of whom has this one. */
  private static String withIds(String last) {
    StringBuilder csv = new StringBuilder("ID,").append(Workbench.HEADER);
    int id = 100;
    for (String row : Workbench.EVERYBODY.lines().skip(1).toList()) {
      csv.append(row.startsWith("dee@") ? last : String.valueOf(id++)).append(',').append(row);
      csv.append('\n');
    }
    return csv.toString();
  }
}
