package dev.rollcall.journal;

import static dev.rollcall.testing.TestingRepository.clock;
import static dev.rollcall.testing.TestingRepository.id;
import static dev.rollcall.testing.TestingRepository.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.apply.RepositoryUnusable;
import dev.rollcall.testing.TestingRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Repositories that are there and of no use: what is said, and that nothing is made of them. */
class FaultyRepositoryTest {

  private static final String FORGETS =
      "Moved away, it would forget which invitations were sent, how large rosters were, which plans"
          + " were used and which runs are unfinished";

  @TempDir Path folder;
  private int copies;

  private RepositorySettings plain() {
    return RepositorySettings.of("jdbc:h2:file:" + folder.resolve("runs").toAbsolutePath());
  }

  private RepositorySettings encrypted(String passwords) {
    return RepositorySettings.of(plain().url() + ";CIPHER=AES;USER=keeper;PASSWORD=" + passwords);
  }

  /** The same words for reading and for writing; H2 keeps hold of what it could not open. */
  private String refusal(RepositorySettings settings) throws IOException {
    RepositoryUnusable read =
        catchThrowableOfType(
            RepositoryUnusable.class, () -> Repository.openExisting(copy(settings), clock()));
    RepositoryUnusable written =
        catchThrowableOfType(
            RepositoryUnusable.class, () -> Repository.open(copy(settings), clock()));
    String words = read.getMessage().replaceAll("copy\\d+/", "");
    assertThat(written.getMessage().replaceAll("copy\\d+/", "")).isEqualTo(words);
    StringWriter trace = new StringWriter();
    written.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("tulip", "[2.4", "Wrong user");
    return words;
  }

  private RepositorySettings copy(RepositorySettings settings) throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("copy" + copies++));
    Path file = plain().databaseFile();
    if (Files.isDirectory(file)) {
      Files.createDirectory(fresh.resolve("runs.mv.db"));
    } else {
      Files.copy(file, fresh.resolve("runs.mv.db"));
    }
    return RepositorySettings.of(settings.url().replace(folder + "/runs", fresh + "/runs"));
  }

  /** Whatever lies in a copy and is not the file as it was. */
  private List<Path> leftBehind() throws IOException {
    List<Path> left = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        boolean same =
            each.endsWith("runs.mv.db") && Files.mismatch(each, plain().databaseFile()) == -1;
        if (!same && !each.endsWith("plain")) {
          left.add(each);
        }
      }
    }
    return left;
  }

  static Stream<Arguments> damages() {
    Random random = new Random(7);
    return Stream.of(
        damage("another text", bytes -> "no database".getBytes(StandardCharsets.UTF_8)),
        damage("nothing but zeros", bytes -> new byte[bytes.length]),
        damage("zero pages", bytes -> over(bytes, 2 * 4096, new byte[bytes.length])),
        damage("garbage pages", bytes -> over(bytes, 2 * 4096, random(random, bytes.length))),
        damage("bytes here and there", FaultyRepositoryTest::sprinkled),
        damage("garbage", bytes -> random(random, bytes.length)),
        damage("no header", bytes -> over(bytes, bytes.length - 8192, bytes, 0)));
  }

  private static Arguments damage(String name, UnaryOperator<byte[]> change) {
    return Arguments.of(name, change);
  }

  private static byte[] random(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** What H2 mends in silence when it may write: by going back to what was there at first. */
  private static byte[] sprinkled(byte[] bytes) {
    byte[] changed = bytes.clone();
    for (int i = 9000; i < changed.length; i += 97) {
      changed[i] ^= 0x5a;
    }
    return changed;
  }

  private static byte[] over(byte[] bytes, int from, byte[] others) {
    byte[] changed = bytes.clone();
    System.arraycopy(others, 0, changed, from, bytes.length - from);
    return changed;
  }

  /** Its end in place of its beginning. */
  private static byte[] over(byte[] bytes, int end, byte[] others, int at) {
    byte[] changed = bytes.clone();
    System.arraycopy(others, end, changed, at, bytes.length - end);
    return changed;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedFileIsToldAndKept(String name, UnaryOperator<byte[]> change) throws IOException {
    TestingRepository.at(plain()).close();
    Path file = plain().databaseFile();
    byte[] damaged = change.apply(Files.readAllBytes(file));
    Files.write(file, damaged);

    assertThat(refusal(plain()))
        .startsWith("the repository at " + plain() + " cannot be used: its file is damaged")
        .contains(FORGETS);
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void anEncryptedFileNeedsItsPasswords() throws IOException {
    TestingRepository.at(encrypted("tulip1 tulip2")).close();

    assertThat(refusal(plain())).contains("its file is encrypted; add ;CIPHER=AES");
    assertThat(refusal(encrypted("tulipX tulip2")))
        .contains("its file is encrypted, with another password than the address says");
    assertThat(refusal(encrypted("tulip1 tulipX"))).contains("it refuses the user or the password");
    assertThat(RepositorySettings.problem("", encrypted("a b").address())).isEmpty();
    Repository.openExisting(encrypted("tulip1 tulip2"), clock()).orElseThrow().close();

    byte[] damaged = Files.readAllBytes(plain().databaseFile());
    Arrays.fill(damaged, 3 * 4096, damaged.length, (byte) 7);
    Files.write(plain().databaseFile(), damaged);

    assertThat(refusal(encrypted("tulip1 tulip2"))).contains("is damaged").contains(FORGETS);
  }

  @Test
  void aPlainFileIsNotTakenForAnEncryptedOne() throws IOException {
    TestingRepository.at(plain()).close();

    assertThat(refusal(encrypted("tulip1 tulip2"))).contains("its file is not encrypted");
  }

  @Test
  void nothingOfAnEncryptedFileCanBeRead() throws IOException {
    try (TestingRepository repository = TestingRepository.at(encrypted("tulip1 tulip2"))) {
      repository.journal().begin(record(1, "nightly", "ana@example.com/1"));
    }
    String bytes =
        Files.readString(plain().databaseFile(), StandardCharsets.ISO_8859_1)
            + new String(Files.readAllBytes(plain().databaseFile()), StandardCharsets.UTF_16BE);

    assertThat(bytes).doesNotContain("ana@example.com", "nightly", "FLYWAY", "tulip");
    try (Repository again =
        Repository.openExisting(encrypted("tulip1 tulip2"), clock()).orElseThrow()) {
      assertThat(again.journal().run(id(1))).isPresent();
    }
  }

  @Test
  void anEncryptedFileIsGivenTwoPasswords() {
    assertThat(
            RepositorySettings.refused(
                dev.rollcall.security.JdbcAddress.of(plain().url() + ";CIPHER=AES;PASSWORD=tulip")))
        .singleElement()
        .satisfies(
            refused -> assertThat(refused.what()).contains("has two passwords"),
            refused -> assertThat(refused.toString()).doesNotContain("tulip"));
  }

  @Test
  void aRepositoryOfANewerVersionIsLeftAlone() throws SQLException, IOException {
    TestingRepository.at(plain()).close();
    try (Connection connection = DriverManager.getConnection(plain().url(), "rollcall", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO rollcall.\"flyway_schema_history\" SELECT 99, '99', 'later', \"type\","
              + " \"script\", \"checksum\", \"installed_by\", \"installed_on\","
              + " \"execution_time\", TRUE FROM rollcall.\"flyway_schema_history\""
              + " WHERE \"version\" = '1'");
    }

    assertThat(refusal(plain())).contains("it was kept by a newer version of Rollcall; use that");
  }

  @Test
  void aFolderThatIsAFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("plain"), "");

    assertThat(
            catchThrowableOfType(
                RepositoryUnusable.class,
                () ->
                    TestingRepository.at(
                        RepositorySettings.of(
                            "jdbc:h2:file:" + file.resolve("x/runs").toAbsolutePath()))))
        .hasMessageContaining("cannot be made: " + file + " is a file, not a folder");
    Files.createDirectories(folder.resolve("runs.mv.db"));
    assertThat(refusal(plain())).contains("its file cannot be opened or made");
  }

  @Test
  void h2KeepsNoTraceOfItsOwn() throws IOException {
    try (TestingRepository repository = TestingRepository.at(plain())) {
      repository.journal().begin(record(1, "nightly", "example.com/1"));
      for (int i = 0; i < 2; i++) {
        try {
          repository.journal().begin(record(1, "nightly", "example.com/1"));
        } catch (RuntimeException e) {
          assertThat(e).isNotNull();
        }
      }
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .isSubsetOf(List.of("runs.mv.db", "holder.json"));
      }
    }
  }
}
