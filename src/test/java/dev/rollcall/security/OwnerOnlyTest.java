package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerOnlyTest {

  @TempDir Path folder;

  @BeforeEach
  void everybodyMayLookIn() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String of(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private Path readableByAll(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "before");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
  }

  @Test
  void makesAllThatIsMissingForTheOwnerAlone() throws IOException {
    Path deep = OwnerOnly.ALONE.folder(folder.resolve("a/b"));
    Path file = OwnerOnly.ALONE.file(deep.resolve("file"));

    assertThat(of(deep)).isEqualTo("rwx------");
    assertThat(of(deep.getParent())).isEqualTo("rwx------");
    assertThat(of(file)).isEqualTo("rw-------");
    assertThat(of(OwnerOnly.ALONE.temporaryFile(folder, "a", ".tmp"))).isEqualTo("rw-------");
    assertThat(of(OwnerOnly.ALONE.temporaryFolder(folder, "a"))).isEqualTo("rwx------");
  }

  @Test
  void leavesAFolderThatSomebodyElseMadeAsItIs() throws IOException {
    OwnerOnly.ALONE.folder(folder);

    assertThat(of(folder)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void tightensWhatIsOursAndThereAlready() throws IOException {
    Path kept = OwnerOnly.ALONE.file(readableByAll("kept"));
    Path written = readableByAll("written");
    try (Writer out = OwnerOnly.ALONE.writer(written)) {
      assertThat(of(written)).isEqualTo("rw-------");
      out.write("new");
    }
    OwnerOnly.ALONE.tighten(readableByAll("tightened"));

    assertThat(of(OwnerOnly.ALONE.own(folder))).isEqualTo("rwx------");
    assertThat(of(kept)).isEqualTo("rw-------");
    assertThat(kept).hasContent("before");
    assertThat(written).hasContent("new");
    assertThat(of(folder.resolve("tightened"))).isEqualTo("rw-------");
  }

  @Test
  void followsNoLinkToWhatIsNotOurs() throws IOException {
    Path others = readableByAll("others");
    Path link = Files.createSymbolicLink(folder.resolve("link"), others);

    OwnerOnly.ALONE.tighten(link);

    assertThat(of(others)).isEqualTo("rw-rw-rw-");
  }

  @ParameterizedTest
  @CsvSource({
    "0600, rw-------, rwx------",
    "0640, rw-r-----, rwxr-x---",
    "0o640, rw-r-----, rwxr-x---",
    "0660, rw-rw----, rwxrwx---"
  })
  void letsAGroupInWhereItIsTold(String mode, String ofFile, String ofFolder) throws IOException {
    OwnerOnly access = OwnerOnly.of(FileMode.parse(mode));

    Path made = access.folder(folder.resolve("made"));
    Path file = access.file(made.resolve("file"));

    assertThat(of(made)).isEqualTo(ofFolder);
    assertThat(of(file)).isEqualTo(ofFile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0644",
        "0666",
        "0601",
        "0602",
        "0750",
        "0700",
        "0400",
        "0040",
        "0000",
        "0620",
        "640",
        "00640",
        "0o0640",
        "1640",
        "0680",
        "rw-r-----",
        "u=rw",
        "-0640",
        "0x1a0",
        "416",
        ""
      })
  void refusesWhatIsNoneOrLetsEverybodyIn(String mode) {
    assertThatIllegalArgumentException().isThrownBy(() -> FileMode.parse(mode));
  }

  @Test
  void saysWhatIsWrongWithAMode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileMode.parse("0644"))
        .withMessageContaining("everybody else must stay outside");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileMode.parse("0750"))
        .withMessageContaining("folders are made to fit");
    assertThat(FileMode.parse("0640")).hasToString("0640");
  }
}
