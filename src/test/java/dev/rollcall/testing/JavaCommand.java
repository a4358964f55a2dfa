package dev.rollcall.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The command line of a process that has Rollcall's classes and those of its tests.
 *
 * <p>As in the finished distribution, Rollcall's classes are in a jar and come from an archive of
 * Java's class data, with which a process starts in half the time. Both are made once a build, by
 * whichever test needs them first, in a folder of the build.
 */
public final class JavaCommand {

  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
  private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();
  private static final Path FOLDER = Path.of("target", "product").toAbsolutePath();
  private static final Path JAR = FOLDER.resolve("classes.jar");
  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
  private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final List<String> options;

  private JavaCommand(List<String> options) {
    this.options = options;
  }

  /** Java with these options of its own. */
  public static JavaCommand with(String... options) {
    return new JavaCommand(List.of(options));
  }

  /** The whole line: with the class to start and its arguments. */
  public List<String> of(Class<?> main, String... arguments) {
    Made.once();
    List<String> line = new ArrayList<>(List.of(java()));
    line.addAll(QUICK);
    line.addAll(List.of("-Xlog:disable", "-Xlog:all=warning,cds*=off:stderr"));
    line.add("-XX:SharedArchiveFile=" + ARCHIVE);
    line.addAll(options);
    line.addAll(List.of("-cp", classPath(), main.getName()));
    line.addAll(List.of(arguments));
    return line;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The jar first and folders last: Java archives only what comes before any folder. */
  private static String classPath() {
    return String.join(File.pathSeparator, archived(), TEST_CLASSES.toString());
  }

  private static String archived() {
    List<String> path = new ArrayList<>(List.of(JAR.toString()));
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .forEach(path::add);
    return String.join(File.pathSeparator, path);
  }

  /** Makes them, unless those of an earlier process are of today's classes. */
  private static final class Made {

    private static final String OF = Made.make();

    private Made() {}

    static void once() {
      if (OF.isEmpty()) {
        throw new IllegalStateException("no class in " + CLASSES);
      }
    }

    private static String make() {
      try (BuildLock held = BuildLock.on(FOLDER)) {
        return upToDate(held);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String upToDate(BuildLock held) throws IOException {
      String now = newestClass();
      Path mark = FOLDER.resolve("made-of");
      if (!Files.exists(mark) || !Files.readString(mark).equals(now)) {
        Files.deleteIfExists(mark);
        pack();
        rehearse();
        Files.writeString(mark, now);
      }
      return now;
    }

    private static String newestClass() throws IOException {
      try (Stream<Path> files = Files.walk(CLASSES)) {
        List<Path> classes = files.filter(Files::isRegularFile).toList();
        return classes.size() + " " + classes.stream().mapToLong(Made::changed).max().orElse(0);
      }
    }

    private static long changed(Path file) {
      return file.toFile().lastModified();
    }

    private static void pack() throws IOException {
      try (OutputStream out = Files.newOutputStream(JAR);
          JarOutputStream jar = new JarOutputStream(out);
          Stream<Path> files = Files.walk(CLASSES)) {
        jar.setLevel(0);
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          jar.putNextEntry(new JarEntry(CLASSES.relativize(file).toString()));
          Files.copy(file, jar);
        }
      }
    }

    /** The usual commands, in a folder of their own; what they need of classes is archived. */
    private static void rehearse() throws IOException {
      Path folder = Files.createTempDirectory(FOLDER, "rehearsal");
      for (String needed : List.of("jobs", "sample-data")) {
        copy(Path.of(needed).toAbsolutePath(), folder.resolve(needed));
      }
      List<String> line = new ArrayList<>(List.of(java()));
      line.addAll(QUICK);
      line.add("-XX:ArchiveClassesAtExit=" + ARCHIVE);
      line.addAll(List.of("-cp", archived(), "dev.rollcall.cli.Rehearsal"));
      Process process =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      process.onExit().join();
    }

    private static void copy(Path from, Path to) throws IOException {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              Files.createDirectories(to.resolve(from.relativize(folder)));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.copy(file, to.resolve(from.relativize(file)));
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
