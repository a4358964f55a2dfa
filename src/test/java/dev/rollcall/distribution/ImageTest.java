package dev.rollcall.distribution;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the CronJob's command in the image's files: as its user, on a root that cannot be written,
 * with the mounts of the manifest and no others.
 */
class ImageTest {

  private static final String INVITE = "/api/member_invitations";
  private static final String NIGHT = "rollcall-nightly-29380457";

  @TempDir private static Path image;
  private static ImageTree tree;

  @TempDir private Path folder;
  private final CronJobPod pod;

  ImageTest() throws IOException {
    pod = new CronJobPod();
  }

  @BeforeAll
  static void layOut() throws IOException {
    assumeTrue(
        ImageTree.isPossible(), "needs root and mount namespaces, to stand in for a cluster");
    tree = ImageTree.laidOut(image);
  }

  /** What a night came to. */
  private record Ending(int code, String state, Map<String, Long> mails, List<String> reports) {}

  @Test
  void aNightWhosePodIsKilledInTheMiddleEndsAsAnUndisturbedOne() throws Exception {
    Ending undisturbed;
    try (Sandbox sandbox = company()) {
      Path volumes = volumes("undisturbed", sandbox);
      undisturbed = ending(ended(pod(volumes)), sandbox, volumes);
    }
    assertThat(undisturbed.code()).isEqualTo(4);
    assertThat(undisturbed.mails()).hasSize(8);
    assertThat(undisturbed.reports())
        .contains("report.html", "report.json", "operations.csv", "rejects.csv");

    try (Sandbox sandbox = company()) {
      Path volumes = volumes("killed", sandbox);
      sandbox.fail(FaultDraft.slow("POST", INVITE, Duration.ofSeconds(3)).nth(3).made());
      Process killed = pod(volumes);
      // Done and not answered. Killed a moment earlier, it would be in doubt for 21 minutes.
      until(killed, volumes, () -> sandbox.mails().size() >= 3);
      killed.destroyForcibly().waitFor();

      assertThat(ending(ended(pod(volumes)), sandbox, volumes)).isEqualTo(undisturbed);
      assertThat(Files.readString(volumes.resolve("err"))).contains("Going on with run");
    }
  }

  @Test
  void startsFromTheArchiveMadeInIt() throws Exception {
    Path tmp = Files.createDirectory(folder.resolve("tmp"));
    open(tmp);
    String log = "-Xlog:class+load:file=/tmp/classes";

    Process process =
        tree.started(
                Map.of("ROLLCALL_JAVA_OPTS", log),
                List.of(new ImageTree.Mount(tmp, "/tmp", "rw")),
                List.of("--version"))
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told).startsWith("rollcall ");
    try (Stream<String> classes = Files.lines(tmp.resolve("classes"))) {
      assertThat(classes.filter(it -> it.contains(" dev.rollcall.") && !it.contains("$$")))
          .isNotEmpty()
          .allMatch(it -> it.contains("shared objects file"));
    }
  }

  private static Sandbox company() {
    return Sandbox.start(SandboxOptions.of().withSeed(Path.of("sample-data/workspace.json")));
  }

  /** What the manifest mounts, and who may write it. */
  private Path volumes(String name, Sandbox sandbox) throws IOException {
    Path volumes = Files.createDirectory(folder.resolve(name));
    for (ImageTree.Mount mount : pod.mounts(volumes)) {
      Files.createDirectory(mount.folder());
      if (mount.access().equals("rw")) {
        open(mount.folder());
      }
    }
    Files.writeString(
        volumes.resolve("job/nightly.yaml"),
        pod.jobFile()
            .replace(
                "data-center: us",
                "url: %s\n  rate: { per: workspace, per-minute: 6000 }".formatted(sandbox.url())));
    for (Map.Entry<String, String> token : sandbox.tokens().entrySet()) {
      Files.writeString(volumes.resolve("tokens/" + token.getKey()), token.getValue());
    }
    Files.copy(Path.of("sample-data/people.csv"), volumes.resolve("rosters/people.csv"));
    return volumes;
  }

  /** As a volume is, that belongs to nobody yet and is opened to the group of the pod. */
  private static void open(Path folder) throws IOException {
    Files.setAttribute(folder, "unix:gid", 10001);
    Files.setAttribute(folder, "unix:mode", 02770);
  }

  private Process pod(Path volumes) throws IOException {
    return tree.started(pod.environment(NIGHT), pod.mounts(volumes), pod.args())
        .redirectOutput(volumes.resolve("out").toFile())
        .redirectError(volumes.resolve("err").toFile())
        .start();
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private static Ending ending(int code, Sandbox sandbox, Path volumes) throws IOException {
    assertThat(volumes.resolve("err")).content().doesNotContain("\tat ");
    try (Stream<Path> runs = Files.list(volumes.resolve("reports"))) {
      List<Path> folders = runs.toList();
      assertThat(folders).as(Files.readString(volumes.resolve("err"))).hasSize(1);
      try (Stream<Path> reports = Files.list(folders.get(0))) {
        return new Ending(
            code,
            sandbox.comparableState(),
            sandbox.mails().stream().collect(groupingBy(Mail::email, counting())),
            reports.map(it -> it.getFileName().toString()).sorted().toList());
      }
    }
  }

  private static void until(Process process, Path volumes, BooleanSupplier holds)
      throws IOException {
    while (!holds.getAsBoolean()) {
      assertThat(process.isAlive()).as(Files.readString(volumes.resolve("err"))).isTrue();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
