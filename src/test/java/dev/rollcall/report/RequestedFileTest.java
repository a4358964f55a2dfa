package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rollcall.security.UnfinishedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be written over, and what is left where writing fails. */
class RequestedFileTest {

  private static final Overwriting UNFORCED = Overwriting.onlyForced(false);
  private static final Overwriting FORCED = Overwriting.onlyForced(true);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("asked.json");
  }

  private static RequestedFile asked(Path file, Overwriting overwriting) {
    return RequestedFile.of("--out", file, overwriting);
  }

  private static void write(RequestedFile file, String text) {
    file.checked().write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Path> there() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void isItsOwnersAloneAndNothingIsBesideIt() throws IOException {
    write(asked(file, UNFORCED), "all");

    assertThat(file).hasContent("all");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(there()).containsExactly(file);
  }

  @Test
  void staysAsItWasUnlessThatIsForced() throws IOException {
    Files.writeString(file, "somebody's work");

    assertThatThrownBy(() -> write(asked(file, UNFORCED), "new"))
        .isInstanceOf(CannotWrite.class)
        .hasMessage("--out " + file + ": is there already; name another, or say --force");
    assertThat(file).hasContent("somebody's work");

    write(asked(file, FORCED), "new");
    assertThat(file).hasContent("new");
  }

  @Test
  void withNothingInItIsAsGoodAsNone() throws IOException {
    Files.createFile(file);

    write(asked(file, UNFORCED), "new");

    assertThat(file).hasContent("new");
  }

  @Test
  void thatIsWrittenAgainAndAgainMayGoAndNoOther() throws IOException {
    Overwriting plans = UNFORCED.or("plan", each -> each.toFile().length() < 5);
    Files.writeString(file, "plan");
    write(asked(file, plans), "a longer one");

    assertThatThrownBy(() -> write(asked(file, plans), "new"))
        .hasMessageContaining("is there already, and is no plan; name another, or say --force");
    assertThat(file).hasContent("a longer one");
  }

  @Test
  void thatTheCommandNeedsItselfStaysHoweverItIsForced() throws IOException {
    Files.writeString(file, "name: nightly");

    assertThatThrownBy(() -> write(asked(file, FORCED.never(file::equals)), "new"))
        .hasMessageContaining("is the job itself, or a file that it needs; name another");
    assertThat(file).hasContent("name: nightly");
  }

  @Test
  void isNoFolderAndNoDeviceAndInAFolderThatThereIs() {
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();

    assertThat(asked(folder, FORCED).objection().orElseThrow().what()).isEqualTo("is a folder");
    assertThat(asked(device, FORCED).objection().orElseThrow().what())
        .isEqualTo("is no file that could be replaced");
    assertThat(asked(folder.resolve("no/asked.json"), FORCED).objection().orElseThrow().what())
        .isEqualTo("has no folder to be in");
  }

  @Test
  void makesItsFolderWhereThatIsWanted() {
    Path within = folder.resolve("jobs/first.yaml");

    write(RequestedFile.withFolder("--out", within, UNFORCED), "name: first");

    assertThat(within).hasContent("name: first");
  }

  @Test
  void isNotWrittenOverWhatCameMeanwhile() throws IOException {
    RequestedFile asked = asked(file, UNFORCED).checked();
    Files.writeString(file, "somebody was quicker");

    assertThatThrownBy(() -> write(asked, "new"))
        .hasMessageContaining("has come to be there meanwhile");
    assertThat(file).hasContent("somebody was quicker");
    assertThat(there()).containsExactly(file);
  }

  @Test
  void leavesNothingOnAFullDiskAndSaysThatItIsFull() throws IOException {
    Files.writeString(file, "the former one");
    IOException full = new IOException("No space left on device");

    for (RequestedFile.Content content :
        List.<RequestedFile.Content>of(
            out -> {
              out.write("ana@example.com".getBytes(StandardCharsets.UTF_8));
              throw full;
            },
            out -> {
              throw new UncheckedIOException(full);
            })) {
      assertThatThrownBy(() -> asked(file, FORCED).write(content))
          .isInstanceOf(CannotWrite.class)
          .hasMessage(
              "--out "
                  + file
                  + ": could not be written: the disk is full; see that its folder can be written"
                  + " and has room, or name another");
    }
    assertThat(file).hasContent("the former one");
    assertThat(there()).containsExactly(file);
  }

  @Test
  void isNoLongerThereWhereItIsGivenUp() throws IOException {
    try (UnfinishedFile unfinished = asked(file, UNFORCED).begin()) {
      assertThat(unfinished.path()).exists().isNotEqualTo(file);
      assertThat(unfinished.path().getFileName().toString()).startsWith(".").endsWith(".json");
    }

    assertThat(there()).isEmpty();
  }
}
