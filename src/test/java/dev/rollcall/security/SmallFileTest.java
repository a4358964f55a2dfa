package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {

  private static final int MOST = 1024;
  private static final String NO_FILE = "is a device or a pipe, not a file";

  @TempDir Path folder;

  @Test
  void aFileOfTheLargestSizeIsReadAndOneByteMoreIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("secret"), new byte[MOST]);
    assertThat(SmallFile.read(file, MOST)).hasSize(MOST);

    Files.write(file, new byte[MOST + 1]);
    refused(file, "is larger than 1 KiB");
  }

  @Test
  void linksAsKubernetesMakesThemAreFollowed() throws IOException {
    Path data = Files.createDirectories(folder.resolve("..2026_11_29"));
    Files.writeString(data.resolve("token"), "the token");
    Files.createSymbolicLink(folder.resolve("..data"), data.getFileName());
    Path mounted = Files.createSymbolicLink(folder.resolve("token"), Path.of("..data", "token"));

    assertThat(new String(SmallFile.read(mounted, MOST), StandardCharsets.UTF_8))
        .isEqualTo("the token");
  }

  @Test
  void whatIsNoFileIsRefusedWithoutWaiting() throws Exception {
    Path pipe = pipe();

    refused(folder, "is a folder");
    refused(Path.of("/dev/zero"), NO_FILE);
    refused(pipe, NO_FILE);
    refused(Files.createSymbolicLink(folder.resolve("link"), pipe), NO_FILE);
    assertThatThrownBy(() -> SmallFile.read(folder.resolve("nowhere"), MOST))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void filesThatTellNoSizeAreBoundedToo() {
    refused(Path.of("/proc/self/smaps"), "is larger than 1 KiB");
  }

  @Test
  void aPipeThatTheProcessWasHandedIsRead() throws Exception {
    Path pipe = pipe();
    try (RandomAccessFile open = new RandomAccessFile(pipe.toFile(), "rw")) {
      open.write(new byte[MOST + 1]);

      refused(handed(pipe), "is larger than 1 KiB");
    }
  }

  private static Path handed(Path file) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(each -> leadsTo(each, file)).findFirst().orElseThrow();
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException e) {
      return false;
    }
  }

  private Path pipe() throws Exception {
    Path pipe = folder.toRealPath().resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> SmallFile.read(file, MOST))
        .isInstanceOf(SmallFile.Unfit.class)
        .hasMessage(why);
  }
}
