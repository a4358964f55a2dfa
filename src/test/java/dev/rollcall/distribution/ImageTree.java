package dev.rollcall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of the image, laid out in a folder by the instructions of its Dockerfile, on this
 * machine's programs and Java in place of the base image. What runs in it has this folder as its
 * root, in a mount namespace of its own.
 */
final class ImageTree {

  private static final Path DOCKERFILE = Path.of("src/image/Dockerfile");

  /** Puts the machine's programs and what is to be mounted where the tree is, then goes there. */
  private static final String ENTER =
      """
      set -eu
      root=$1 access=$2
      shift 2
      mount --bind "$root" "$root"
      for path in /usr /dev /proc /etc/ssl /etc/alternatives /etc/java*; do
        if [ -d "$path" ]; then
          mkdir -p "$root$path"
          mount --rbind "$path" "$root$path"
        fi
      done
      mount -o remount,bind,ro "$root/usr"
      mount --bind "$root.local" "$root/usr/local"
      mount --bind "$JAVA_HOME" "$root/opt/java/openjdk"
      while [ "$1" != -- ]; do
        mkdir -p "$root$2"
        mount --bind "$1" "$root$2"
        mount -o "remount,bind,$3" "$root$2"
        shift 3
      done
      shift
      mount -o "remount,bind,ro" "$root/opt/java/openjdk"
      for path in "$root/usr/local" "$root"; do
        mount -o "remount,bind,$access" "$path"
      done
      exec chroot "$root" "$@"
      """;

  /** As base images of Java have it. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/opt/java/openjdk/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
          "JAVA_HOME", "/opt/java/openjdk",
          "LANG", "C.UTF-8");

  private final Path root;
  private String user = "0:0";
  private String workDir = "/";
  private List<String> entryPoint = List.of();

  private ImageTree(Path root) {
    this.root = root;
    emptyBase();
  }

  /**
   * A folder of the machine that is seen in the tree.
   *
   * @param access {@code ro} or {@code rw}
   */
  record Mount(Path folder, String at, String access) {}

  /** Whether this machine lets us: as root, and with namespaces. */
  static boolean isPossible() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
          && new ProcessBuilder("unshare", "--mount", "setpriv", "--reuid=10001", "true")
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** Follows the Dockerfile. */
  static ImageTree laidOut(Path folder) throws IOException {
    ImageTree base = new ImageTree(folder.resolve("base"));
    ImageTree layers = new ImageTree(folder.resolve("layers"));
    ImageTree stage = base;
    for (String line : Files.readAllLines(DOCKERFILE)) {
      if (line.startsWith("FROM ")) {
        stage = line.endsWith(" AS layers") ? layers : base;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        stage.follow(line, layers);
      }
    }
    return base;
  }

  /** Runs its entry point as the Dockerfile's user, on a root that cannot be written. */
  ProcessBuilder started(Map<String, String> environment, List<Mount> mounts, List<String> args) {
    List<String> command = new ArrayList<>(List.of("env", "-i", "-C", workDir));
    ENVIRONMENT.forEach((name, value) -> command.add(name + "=" + value));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(entryPoint);
    command.addAll(args);
    return entered("ro", mounts, unprivileged(command));
  }

  private List<String> unprivileged(List<String> command) {
    String[] ids = user.split(":");
    List<String> all =
        new ArrayList<>(List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1]));
    all.addAll(List.of("--clear-groups", "--no-new-privs", "--bounding-set=-all"));
    all.addAll(command);
    return all;
  }

  private void follow(String line, ImageTree layers) {
    String[] words = line.split(" +");
    switch (words[0]) {
      case "COPY" -> copy(words, layers);
      case "RUN" -> run(line.substring("RUN ".length()));
      case "USER" -> user = words[1];
      case "WORKDIR" -> {
        workDir = words[1];
        run("mkdir -p " + workDir);
      }
      case "ENTRYPOINT" -> entryPoint = List.of(words[1].replaceAll("[\\[\\]\"]", ""));
      default -> throw new IllegalArgumentException("not followed here: " + line);
    }
  }

  private void copy(String[] words, ImageTree layers) {
    boolean staged = words[1].equals("--from=layers");
    Path from = staged ? layers.at(words[2]) : Path.of(words[1]);
    Path to = at(words[words.length - 1]);
    succeed(
        Files.isDirectory(from)
            ? List.of(
                "sh", "-c", "mkdir -p \"$2\" && cp -a \"$1\"/. \"$2\"", "", from + "", to + "")
            : List.of("cp", "-a", from.toString(), to.toString()));
  }

  private void run(String shell) {
    List<String> command = new ArrayList<>(List.of("env", "-i"));
    ENVIRONMENT.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of("sh", "-c", shell));
    succeed(entered("rw", List.of(), command));
  }

  private ProcessBuilder entered(String access, List<Mount> mounts, List<String> command) {
    List<String> all = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", ENTER, "enter"));
    all.addAll(List.of(root.toString(), access));
    mounts.forEach(it -> all.addAll(List.of(it.folder().toString(), it.at(), it.access())));
    all.add("--");
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private Path at(String path) {
    return root.resolve(path.substring(1));
  }

  /** Folders, and the links to programs that this machine has. */
  private void emptyBase() {
    succeed(
        List.of(
            "sh",
            "-c",
            """
            set -eu
            mkdir -p "$1/usr/local" "$1/opt/java/openjdk" "$1/etc" "$1.local/bin"
            for path in /bin /sbin /lib /lib64 /lib32; do
              if [ -L "$path" ]; then cp -a "$path" "$1"; fi
            done
            cp -a /etc/passwd /etc/group "$1/etc"
            """,
            "base",
            root.toString()));
  }

  private static void succeed(List<String> command) {
    succeed(new ProcessBuilder(command));
  }

  private static void succeed(ProcessBuilder builder) {
    try {
      Process process = builder.redirectErrorStream(true).start();
      String told = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor()).as("%s%n%s", builder.command(), told).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
