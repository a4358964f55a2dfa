package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the benchmarks, which are no part of the build, to the code that they measure. */
class BenchTest {

  @TempDir private Path classes;

  @ParameterizedTest
  @MethodSource
  void everyBenchmarkCompiles(Path program) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
      boolean compiled =
          compiler
              .getTask(null, files, found, options, null, files.getJavaFileObjects(program))
              .call();
      assertThat(compiled).as("%s", found.getDiagnostics()).isTrue();
    }
  }

  private static List<Path> everyBenchmarkCompiles() throws IOException {
    try (Stream<Path> programs = Files.list(Path.of("bench"))) {
      return programs.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
