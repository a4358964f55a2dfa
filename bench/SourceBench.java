import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reading rosters, each kind of source in a Java of its own: it calls Rollcall's classes and those
 * of its tests beside the bare library, in turns within one process.
 */
final class SourceBench {

  private static final List<String> JVM =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:MaxNewSize=48m");

  private final Setting setting;
  private final Part part;

  SourceBench(Setting setting, Part part) {
    this.setting = setting;
    this.part = part;
  }

  String measured() throws IOException, InterruptedException {
    String classpath = built();
    StringBuilder tables = new StringBuilder();
    for (int rows : setting.order().people(part)) {
      List<String> command = new ArrayList<>(List.of(Setting.java()));
      command.addAll(JVM);
      command.addAll(
          List.of(
              "-cp", classpath, program(), String.valueOf(rows),
              String.valueOf(setting.order().runs(part))));
      tables.append(new Program(setting.work(), command.toArray(String[]::new)).output());
      tables.append('\n');
    }
    return tables + "All in one process, in a heap of 512 MB.\n";
  }

  private String program() {
    return switch (part) {
      case CSV -> "CsvBench";
      case EXCEL -> "ExcelBench";
      default -> "JdbcBench";
    };
  }

  /** The classpath of what is measured, of its tests and of the benchmark. */
  private String built() throws IOException, InterruptedException {
    Path target = setting.home().resolve("target");
    Path libraries = target.resolve("bench/classpath.txt");
    if (isOld(libraries)) {
      System.err.println("compiling Rollcall with its tests");
      Files.deleteIfExists(libraries);
      start(
          "mvn", "-q", "-B", "-Dspotless.check.skip=true", "test-compile",
          "dependency:build-classpath", "-Dmdep.outputFile=" + libraries);
    }
    String classpath =
        String.join(
            File.pathSeparator,
            Setting.classes(),
            target.resolve("classes").toString(),
            target.resolve("test-classes").toString(),
            Files.readString(libraries).strip());
    start(
        Setting.java() + "c", "-proc:none", "-encoding", "UTF-8", "-cp", classpath,
        "-sourcepath", "bench", "-d", Setting.classes(), "bench/" + program() + ".java");
    return classpath;
  }

  private void start(String... command) throws IOException, InterruptedException {
    new Program(setting.home(), command).output();
  }

  /** Maven writes it last, so that it is younger than all that was compiled. */
  private boolean isOld(Path libraries) throws IOException {
    if (Files.notExists(libraries)) {
      return true;
    }
    FileTime built = Files.getLastModifiedTime(libraries);
    try (Stream<Path> sources = Files.walk(setting.home().resolve("src"))) {
      return Stream.concat(sources, Stream.of(setting.home().resolve("pom.xml")))
          .anyMatch(file -> file.toFile().lastModified() > built.toMillis());
    }
  }
}
