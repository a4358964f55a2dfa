package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.docs.Manual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the benchmarks, which are no part of the build, to the code that they measure. */
class BenchTest {

  private static final List<String> PARTS =
      List.of("start", "plan", "sync", "quota", "growth", "csv", "excel", "jdbc");

  @TempDir private static Path classes;

  private record Said(int code, String out, String err) {}

  @BeforeAll
  static void allOfThemCompile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("bench"))) {
      compile(classes, files.filter(file -> file.toString().endsWith(".java")).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GenerateCompany.java", "SampleWorkbook.java"})
  void aProgramThatIsStartedByItselfNeedsNoOther(String program, @TempDir Path alone)
      throws IOException {
    compile(alone, List.of(Path.of("bench", program)));
  }

  private static void compile(Path folder, List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      List<String> options = List.of("-proc:none", "-nowarn", "-d", folder.toString());
      boolean compiled =
          compiler
              .getTask(
                  null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as("%s", found.getDiagnostics()).isTrue();
    }
  }

  @Test
  void theEntryExplainsEveryPart() throws Exception {
    Said said = said(List.of("sh", "bench/run", "--help"));

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains(PARTS).contains("--against COMMIT", "--people N", "--runs N");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plann                            | there is no part or option \"plann\"",
        "plan --agains HEAD               | there is no part or option \"--agains\"",
        "plan --against                   | --against takes a value",
        "plan --against --print           | --against takes a value",
        "growth csv --against HEAD        | --against is of start, plan and sync",
        "start --people 2000              | --people is of all parts but start",
        "plan --people 1000,many          | --people takes a number from 1000 to 1000000, not \"many\"",
        "plan --people 999                | not \"999\"",
        "plan --runs 0                    | --runs takes a number from 1 to 99, not \"0\"",
      })
  void aWrongCommandLineGetsOneLineAndMeasuresNothing(String words, String line) throws Exception {
    Said said = bench(words.split(" "));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines()).singleElement().asString().startsWith("bench/run: ");
    assertThat(said.err()).contains(line);
  }

  @Test
  void thePageOfFiguresSaysWhatMeasuresEachPartAgain() {
    assertThat(Manual.page("performance.md").blocks())
        .extracting(block -> block.text().split("[ \n]")[1])
        .containsExactlyElementsOf(PARTS);
  }

  private static Said bench(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                "-Dbench.home=" + Path.of("").toAbsolutePath(),
                "Bench"));
    command.addAll(Arrays.asList(words));
    return said(command);
  }

  private static Said said(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out, err);
  }
}
