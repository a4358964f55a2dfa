package dev.rollcall.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.distribution.Unpacked.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java's archive of classes: made beside the first command, used by the next, never by one that
 * somebody else could have written, and never in the way.
 */
class ClassDataTest {

  private static final String VERSION = "--version";

  @TempDir private static Path shared;
  private static Path unpackedIn;
  private static Path made;
  private static List<Said> firstOnes;

  @TempDir private Path folder;
  private Path cache;
  private Path archive;

  /** Two at once, where an archive of an earlier build lies. */
  @BeforeAll
  static void giveTheFirstCommands() throws IOException, InterruptedException {
    unpackedIn = Files.createDirectory(shared.resolve("unpacked"));
    Path caches = shared.resolve("cache");
    Unpacked unpacked = Unpacked.into(unpackedIn, "tar.gz").with("ROLLCALL_CACHE", caches);
    String place = unpacked.home().toRealPath().toString().substring(1).replace('/', ',');
    made = Files.createDirectories(caches.resolve(place));
    Files.setPosixFilePermissions(caches, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
    Files.createFile(made.resolve("0123456789abcdef-1.jsa"));

    Process one = unpacked.started(shared, VERSION).start();
    Said other = unpacked.run(shared, VERSION);
    String out = new String(one.getInputStream().readAllBytes());
    String err = new String(one.getErrorStream().readAllBytes());
    firstOnes = List.of(new Said(one.waitFor(), out, err), other);
    untilMade();
  }

  private static void untilMade() throws IOException {
    Instant end = Instant.now().plusSeconds(600);
    while (!isMade()) {
      assertThat(Instant.now()).as("an archive in %s, in time", made).isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static boolean isMade() throws IOException {
    try (Stream<Path> files = Files.list(made)) {
      List<String> names = files.map(it -> it.getFileName().toString()).toList();
      return names.size() == 1 && names.get(0).matches("(?!0123).*-\\d+\\.\\d+\\.jsa");
    }
  }

  /** A cache of one's own, in which no archive is made anew. */
  @BeforeEach
  void copy() throws IOException {
    cache = folder.resolve("cache");
    Said copied =
        Unpacked.said(
            new ProcessBuilder("cp", "-a", made.getParent().toString(), cache.toString()));
    assertThat(copied.code()).isZero();
    try (Stream<Path> files = Files.list(cache.resolve(made.getFileName()))) {
      archive = files.findFirst().orElseThrow();
    }
    Files.createFile(Path.of(archive.toString().replaceFirst("\\.\\d+\\.[a-z]+$", ".none")));
  }

  @Test
  void theFirstCommandsSayWhatLaterOnesSay() throws IOException {
    Said later = unpacked().with("ROLLCALL_CACHE", cache).run(folder, VERSION);

    assertThat(later.code()).isZero();
    assertThat(later.err()).isEmpty();
    assertThat(firstOnes).containsExactly(later, later);
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
  }

  @Test
  void isUsed() throws IOException {
    assertThat(isUsedFrom(cache)).isTrue();
  }

  @Test
  void isUsedFromTheFoldersWhereCachesAre() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    permit(home, "rwx------");
    permit(Files.createDirectory(home.resolve(".cache")), "rwx------");
    Files.move(cache, home.resolve(".cache/rollcall"));

    assertThat(isUsed(unpacked().without("ROLLCALL_CACHE").with("HOME", home))).isTrue();
    assertThat(
            isUsed(
                unpacked()
                    .without("ROLLCALL_CACHE")
                    .with("XDG_CACHE_HOME", home.resolve(".cache"))))
        .isTrue();
    assertThat(isUsed(unpacked().with("HOME", home))).isFalse();
  }

  @Test
  void isNotUsedWhereOthersCanWriteIt() throws IOException {
    permit(archive, "rw-rw----");
    assertThat(isUsedFrom(cache)).isFalse();
    permit(archive, "rw-----w-");
    assertThat(isUsedFrom(cache)).isFalse();
  }

  @Test
  void isNotUsedWhereOthersCanPutAnotherInItsPlace() throws IOException {
    permit(archive.getParent(), "rwxrwx---");
    assertThat(isUsedFrom(cache)).isFalse();
    permit(archive.getParent(), "rwx------");
    permit(cache, "rwx---rwx");
    assertThat(isUsedFrom(cache)).isFalse();
    permit(cache, "rwx------");
    permit(folder, "rwxrwxrwx");
    assertThat(isUsedFrom(cache)).isFalse();
    permit(folder, "rwx------");
    assertThat(isUsedFrom(cache)).isTrue();
  }

  @Test
  void isNotUsedThroughALink() throws IOException {
    Path elsewhere = Files.move(archive, folder.resolve("elsewhere"));
    Files.createSymbolicLink(archive, elsewhere);

    assertThat(isUsedFrom(cache)).isFalse();
  }

  @Test
  void isNotUsedWhereItIsSomebodyElses() throws IOException {
    assumeTrue(ImageTree.isPossible(), "needs root, to give a file to somebody else");
    Files.setAttribute(archive, "unix:uid", 10001);

    assertThat(isUsedFrom(cache)).isFalse();
  }

  @Test
  void isNotUsedWhereTheJarIsNewer() throws IOException {
    Files.setLastModifiedTime(archive, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    assertThat(isUsedFrom(cache)).isFalse();
  }

  @Test
  void aBrokenOneIsNotInTheWay() throws IOException {
    try (var bytes = Files.newByteChannel(archive, StandardOpenOption.WRITE)) {
      bytes.truncate(1_000_000);
    }

    Said said = unpacked().with("ROLLCALL_CACHE", cache).run(folder, VERSION);

    assertThat(said).isEqualTo(firstOnes.get(0));
  }

  @Test
  void aFolderThatCannotBeIsNotInTheWay() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(unpacked().with("ROLLCALL_CACHE", file).run(folder, VERSION))
        .isEqualTo(firstOnes.get(0));
    assertThat(unpacked().without("ROLLCALL_CACHE").run(folder, VERSION))
        .isEqualTo(firstOnes.get(0));
    assertThat(unpacked().without("ROLLCALL_CACHE").with("HOME", "/proc").run(folder, VERSION))
        .isEqualTo(firstOnes.get(0));
  }

  private boolean isUsedFrom(Path where) throws IOException {
    return isUsed(unpacked().with("ROLLCALL_CACHE", where));
  }

  private boolean isUsed(Unpacked unpacked) throws IOException {
    Path log = folder.resolve("classes");
    Said said =
        unpacked.with("ROLLCALL_JAVA_OPTS", "-Xlog:class+load:file=" + log).run(folder, VERSION);
    assertThat(said).isEqualTo(firstOnes.get(0));
    try (Stream<String> lines = Files.lines(log)) {
      return lines.anyMatch(it -> it.endsWith("dev.rollcall.cli.Main source: shared objects file"));
    } finally {
      Files.delete(log);
    }
  }

  private static Unpacked unpacked() throws IOException {
    return Unpacked.in(unpackedIn);
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
