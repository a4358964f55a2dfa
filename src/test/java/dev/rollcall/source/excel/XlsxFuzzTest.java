package dev.rollcall.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rollcall.model.Problem;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Reads spoiled workbooks: spoiled as files, and put together again from spoiled parts, of which
 * some refer to a server that must see nobody. How many is said by jqwik.tries.default, which the
 * profile fuzz raises: mvn -Pfuzz test.
 */
class XlsxFuzzTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Path file;
  private static ServerSocketChannel server;
  private static SpoiledWorkbooks spoiled;

  @BeforeContainer
  static void begin() throws IOException {
    file = Files.createTempFile("rollcall-fuzz", ".xlsx");
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    spoiled = new SpoiledWorkbooks("http://127.0.0.1:" + server.socket().getLocalPort() + "/");
  }

  @AfterContainer
  static void end() throws IOException {
    server.close();
    Files.delete(file);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void readsOrRefusesButNeverReadsNobodyInSilence(@ForAll("spoiled") byte[] bytes)
      throws IOException {
    Files.write(file, bytes);
    check(bytes);
  }

  @Provide
  Arbitrary<byte[]> spoiled() {
    return Arbitraries.randomValue(
        random -> random.nextBoolean() ? spoiled.file(random) : spoiled.ofParts(random));
  }

  private static void check(byte[] bytes) throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    try {
      assertTimeoutPreemptively(PATIENCE, XlsxFuzzTest::read);
      assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
      assertThat(isAsked()).isFalse();
    } catch (RuntimeException | Error e) {
      throw new AssertionError("spoiled workbook: " + Base64.getEncoder().encodeToString(bytes), e);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Whether anybody has connected to the server since the last time. */
  private static boolean isAsked() throws IOException {
    try (SocketChannel asking = server.accept()) {
      return asking != null;
    }
  }

  private static void read() {
    try {
      Gathered gathered = gathered();
      assertThat(gathered.people().size() + gathered.rejects().size() + gathered.leftOutRows())
          .isPositive();
    } catch (UnreadableSource e) {
      assertThat(e.problems()).isNotEmpty().allSatisfy(XlsxFuzzTest::isFitForPeople);
    }
  }

  private static void isFitForPeople(Problem problem) {
    assertThat(problem.where()).startsWith(file.getFileName().toString());
    assertThat(problem.what()).isNotBlank().hasSizeLessThan(4_000);
    assertThat(problem.toString()).doesNotContain("Exception", "\tat ", "\n");
  }

  private static Gathered gathered() {
    Gathering gathering = Given.gathering(List.of("hr"), OnConflict.PROBLEM);
    MappingSettings mapping =
        Given.mapping(
            "hr",
            Map.of(),
            StatusWords.USUAL,
            LocalDate.of(2026, 7, 1),
            WorkatoTerms.destination("dev"));
    int read = 0;
    try (Source.Rows rows = new ExcelSource(Given.excel("hr", file)).open()) {
      RowMapper mapper = RowMapper.of(mapping, rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        gathering.add(mapper.map(row));
        read++;
      }
      mapper.settle().forEach(row -> gathering.add(mapper.map(row)));
      rows.remarks().forEach(remark -> assertThat(remark).isNotBlank());
    }
    Gathered gathered = gathering.gathered();
    assertThat(gathered.rowsPerSource().get("hr") + gathered.leftOutRows()).isEqualTo(read);
    return gathered;
  }
}
