package dev.rollcall.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.distribution.Unpacked.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Does with the archives what people do who download one: check, unpack, try, use. */
class UnpackedTest {

  private static final int SOMEBODY_ELSE = 10001;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tar.gz", "zip"})
  void itsChecksumIsAsToolsReadIt(String ending) throws Exception {
    Path archive = Unpacked.archive(ending);

    assertThat(archive.resolveSibling(archive.getFileName() + ".sha256"))
        .hasContent(sha256(archive) + " *" + archive.getFileName() + "\n");
  }

  @Test
  void bothArchivesHoldTheSame() throws Exception {
    Unpacked tar = Unpacked.into(Files.createDirectory(folder.resolve("tar")), "tar.gz");
    Unpacked zip = Unpacked.into(Files.createDirectory(folder.resolve("zip")), "zip");

    assertThat(contents(tar.home())).hasSizeGreaterThan(100).isEqualTo(contents(zip.home()));
    assertThat(contents(tar.home())).isEqualTo(contents(Path.of("target/rollcall")));
    assertThat(tar.home().getFileName()).isEqualTo(zip.home().getFileName());
  }

  @Test
  void runsTheQuickstartWithoutMaven() throws IOException {
    Unpacked unpacked = Unpacked.into(folder, "tar.gz");

    Said plan = unpacked.run(unpacked.home(), "plan", "jobs/quickstart.yaml");
    Said sync = unpacked.run(unpacked.home(), "sync", "jobs/quickstart.yaml");

    assertThat(plan.code()).as(plan.err()).isEqualTo(4);
    assertThat(plan.out()).contains("Plan: 10 to invite, 43 to change, 6 to remove");
    assertThat(sync.code()).as(sync.err()).isEqualTo(4);
    assertThat(sync.out()).contains("Applied 67 of 70");
    assertThat(unpacked.home().resolve("reports")).isNotEmptyDirectory();
  }

  @Test
  void takesPathsOfAnyLanguageWhereNoLanguageIsSet() throws IOException {
    Unpacked unpacked = Unpacked.into(folder, "tar.gz").with("LC_ALL", "C");
    Path jobs = unpacked.home().resolve("jobs");
    String job = Files.readString(jobs.resolve("quickstart.yaml"));
    Files.writeString(jobs.resolve("März.yaml"), job.replace("../.rollcall/runs", "../räpo/runs"));

    Said sync = unpacked.run(unpacked.home(), "sync", "jobs/März.yaml");

    assertThat(sync.code()).as(sync.err()).isEqualTo(4);
    assertThat(unpacked.home().resolve("räpo")).isNotEmptyDirectory();
  }

  /** What the launcher says by itself gives way: Java would refuse both together. */
  @ParameterizedTest
  @ValueSource(
      strings = {"-XX:+UseG1GC", "-XX:TieredStopAtLevel=4", "-XX:CICompilerCount=3", "-Xint"})
  void letsJavaBeToldOtherwise(String option) throws IOException {
    Unpacked unpacked = Unpacked.into(folder, "tar.gz").with("ROLLCALL_JAVA_OPTS", option);

    Said version = unpacked.run(folder, "--version");

    assertThat(version.code()).as(version.err()).isZero();
    assertThat(version.out()).startsWith("rollcall ");
  }

  @Test
  void runsByItsJarAndByALinkToItsLauncher() throws IOException {
    Unpacked unpacked = Unpacked.into(folder, "tar.gz");
    Path link =
        Files.createSymbolicLink(folder.resolve("r"), unpacked.home().resolve("bin/rollcall"));
    Path linked = Files.createSymbolicLink(folder.resolve("s"), Path.of("r"));
    String jar = unpacked.home().resolve("lib/rollcall.jar").toString();

    Said byJar = Unpacked.said(new ProcessBuilder("java", "-jar", jar, "--version"));
    Said byLink = Unpacked.said(new ProcessBuilder(linked.toString(), "--version"));

    assertThat(link).isExecutable();
    assertThat(byJar.out()).startsWith("rollcall ");
    assertThat(byLink).isEqualTo(byJar);
  }

  @Test
  void runsReadOnlyAndAsSomebodyElse() throws IOException {
    assumeTrue(ImageTree.isPossible(), "needs root, to be somebody else");
    Unpacked unpacked = Unpacked.into(folder, "tar.gz").as(SOMEBODY_ELSE);
    Said closed = Unpacked.said(new ProcessBuilder("chmod", "-R", "a-w,a+rX", folder.toString()));
    assertThat(closed.code()).isZero();
    Path own = Files.createTempDirectory("somebody");
    Files.setAttribute(own, "unix:uid", SOMEBODY_ELSE);

    Said plan = unpacked.run(own, "plan", unpacked.home() + "/jobs/quickstart.yaml");
    Said sync =
        unpacked.run(
            own,
            "sync",
            unpacked.home() + "/jobs/quickstart.yaml",
            "--set=target.state=" + own + "/workspace.json",
            "--set=repository=jdbc:h2:file:" + own + "/runs",
            "--set=report.folder=" + own + "/reports");
    Said del = Unpacked.said(new ProcessBuilder("rm", "-r", own.toString()));

    assertThat(plan.code()).as(plan.err()).isEqualTo(4);
    assertThat(sync.code()).as(sync.err()).isEqualTo(4);
    assertThat(sync.out()).contains("Applied 67 of 70");
    assertThat(del.code()).isZero();
  }

  @Test
  void itsCompletionsForBashCompleteCommandsOptionsAndValues() throws IOException {
    String script =
        """
        . target/rollcall/completions/rollcall.bash
        compopt() { :; }
        completed() {
          COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
          _complete_rollcall
          echo "${COMPREPLY[*]}"
        }
        completed rollcall s
        completed rollcall sync --no-i
        completed rollcall plan --format j
        """;

    Said said = Unpacked.said(new ProcessBuilder("bash", "-c", script));

    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines()).containsExactly("sync show sandbox", "--no-invites", "json");
  }

  @Test
  void saysWhatIsMissingWhereThereIsNoJava() throws IOException {
    Unpacked unpacked = Unpacked.into(folder, "tar.gz").with("JAVA_HOME", "/nowhere");

    Said said = unpacked.run(folder, "--version");

    assertThat(said.code()).isEqualTo(5);
    assertThat(said.err())
        .isEqualTo("rollcall: no java found; install a Java 17 or newer, or set JAVA_HOME\n");
  }

  private static Map<String, String> contents(Path home) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> walked = Files.walk(home)) {
      all = walked.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      String name = home.relativize(file).toString();
      if (!name.startsWith("cache/")) {
        contents.put(name, sha256(file));
      }
    }
    return contents;
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
