package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real commands leave on the disk, where the process would let everybody do everything. */
class OwnerOnlyFilesTest {

  private static final Path JOBS = Path.of("jobs");
  private static final Path SAMPLES = Path.of("sample-data");

  @TempDir Path folder;

  /** The quickstart, as a user has it. */
  private RealShell quickstart() throws IOException {
    copy(JOBS.resolve("quickstart.yaml"));
    copy(SAMPLES.resolve("people.csv"));
    copy(SAMPLES.resolve("workspace.json"));
    return new RealShell(folder);
  }

  private void copy(Path file) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.copy(file, folder.resolve(file));
  }

  /** What was made, and how; what the shell writes for us is left out. */
  private Set<String> made() throws IOException {
    Set<String> made = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        String name = folder.relativize(each).toString();
        if (!name.isEmpty() && !name.matches("jobs.*|sample-data.*|\\d+\\.(out|err)")) {
          Set<PosixFilePermission> who = Files.getPosixFilePermissions(each);
          made.add(
              PosixFilePermissions.toString(who)
                  + (Files.isDirectory(each) ? " d " : " f ")
                  + name);
        }
      }
    }
    return made;
  }

  @Test
  void areTheirOwnersAloneWhateverTheUmask() throws IOException {
    RealShell shell = quickstart();

    RealShell.Running planned =
        shell.startUnder("000", "plan", "jobs/quickstart.yaml", "--out", "plan.json");
    assertThat(planned.exitCode()).as(planned.told()).isEqualTo(4);
    RealShell.Running synced = shell.startUnder("000", "sync", "jobs/quickstart.yaml");
    assertThat(synced.exitCode()).as(synced.told()).isEqualTo(4);
    RealShell.Running begun =
        shell.startUnder("000", "init", "sample-data/people.csv", "--out", "mine/first.yaml");
    assertThat(begun.exitCode()).as(begun.told()).isZero();

    assertThat(made())
        .hasSizeGreaterThan(10)
        .allMatch(each -> each.startsWith("rwx------ d ") || each.startsWith("rw------- f "))
        .anyMatch(each -> each.endsWith("plan.json"))
        .anyMatch(each -> each.endsWith("mine/first.yaml"))
        .anyMatch(each -> each.endsWith("runs.mv.db"))
        .anyMatch(each -> each.endsWith("quickstart-workspace.json"))
        .anyMatch(each -> each.endsWith("rejects.csv"));
  }

  @Test
  void letAGroupReadReportsWhereTheJobFileSaysSo() throws IOException {
    RealShell shell = quickstart();
    Path job = folder.resolve("jobs/quickstart.yaml");
    Files.writeString(job, Files.readString(job).replace("formats:", "mode: 0640, formats:"));

    RealShell.Running synced = shell.startUnder("077", "sync", "jobs/quickstart.yaml");
    assertThat(synced.exitCode()).as(synced.told()).isEqualTo(4);

    assertThat(made())
        .filteredOn(each -> each.contains(" reports"))
        .hasSizeGreaterThan(4)
        .allMatch(each -> each.startsWith("rwxr-x--- d ") || each.startsWith("rw-r----- f "));
    assertThat(made())
        .filteredOn(each -> each.contains(" .rollcall"))
        .allMatch(each -> each.startsWith("rwx------ d ") || each.startsWith("rw------- f "));
  }
}
