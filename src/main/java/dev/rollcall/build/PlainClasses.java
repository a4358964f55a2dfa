package dev.rollcall.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of classes in which every lambda is of a class, and every method of a record is written
 * out. Java makes either by itself, when it first comes upon it, and anew in each process: a lambda
 * costs it five times as much as a class that lies in its archive, and a short run uses a thousand.
 */
final class PlainClasses {

  private static final String CLASS = ".class";

  private final Path from;
  private final Map<String, PlainClass> classes = new TreeMap<>();

  private PlainClasses(Path from) {
    this.from = from;
  }

  /** Copies one folder into another, which is emptied before. */
  public static void main(String[] folders) throws IOException {
    Path to = Path.of(folders[1]);
    empty(to);
    new PlainClasses(Path.of(folders[0])).writeTo(to);
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : below(folder)) {
        Files.delete(path);
      }
    }
  }

  /** What is inside comes before what it is in. */
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> all = new ArrayList<>(paths.toList());
      all.sort((one, other) -> other.compareTo(one));
      return all;
    }
  }

  private void writeTo(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.filter(Files::isRegularFile).forEach(file -> take(file, to));
    }
    Map<String, List<String>> members = new TreeMap<>();
    for (PlainClass each : classes.values()) {
      List<String> nest = members.computeIfAbsent(each.host(), host -> new ArrayList<>());
      each.lambdas().forEach(lambda -> nest.add(lambda.name()));
    }
    for (PlainClass each : classes.values()) {
      write(to, each.name(), each.hosting(members.getOrDefault(each.name(), List.of())));
      for (LambdaClass lambda : each.lambdas()) {
        write(to, lambda.name(), lambda.written(each.host()));
      }
    }
  }

  private void take(Path file, Path to) {
    try {
      if (file.toString().endsWith(CLASS)) {
        PlainClass plain = PlainClass.of(Files.readAllBytes(file));
        classes.put(plain.name(), plain);
      } else {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path to, String name, byte[] content) throws IOException {
    Path file = to.resolve(name + CLASS);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
