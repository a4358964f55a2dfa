package dev.rollcall.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** What is shipped does what was compiled, without anything that Java makes at its first use. */
class PlainClassesTest {

  private static final Path SAMPLE = Path.of("src/test/resources/build/Sample.java");

  @TempDir Path folder;
  private Path compiled;
  private Path plain;

  @BeforeEach
  void make() throws IOException {
    compiled = Files.createDirectory(folder.resolve("compiled"));
    plain = folder.resolve("plain");
    Files.createDirectories(plain.resolve("old"));
    Files.createFile(plain.resolve("old/Left.class"));
    int ended =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", compiled.toString(), SAMPLE.toString());
    assertThat(ended).isZero();
    Files.writeString(
        Files.createDirectory(compiled.resolve("words")).resolve("a.txt"), "as it is");
    PlainClasses.main(new String[] {compiled.toString(), plain.toString()});
  }

  @Test
  void doWhatWasCompiled() throws Exception {
    List<String> before = told(compiled);

    assertThat(before).hasSizeGreaterThan(40);
    assertThat(told(plain)).isEqualTo(before);
  }

  @Test
  void leaveNothingToBeMadeAtItsFirstUse() throws IOException {
    assertThat(mentioning(compiled, "LambdaMetafactory")).isNotEmpty();
    assertThat(mentioning(compiled, "ObjectMethods")).isNotEmpty();
    assertThat(mentioning(plain, "ObjectMethods")).isEmpty();
    assertThat(mentioning(plain, "metafactory")).isEmpty();
  }

  @Test
  void leaveAloneWhatWillBeSerialized() throws IOException {
    assertThat(mentioning(plain, "altMetafactory")).containsExactly("Sample.class");
  }

  @Test
  void haveAsManyClassesOfLambdasAsInterfacesOfThem() throws IOException {
    List<String> ofSample =
        files(plain).stream()
            .filter(file -> file.getFileName().toString().startsWith("Sample$Lambda"))
            .map(file -> implemented(file))
            .toList();

    assertThat(ofSample).containsOnlyOnce("java/util/function/Predicate");
    // One of them takes a number with it.
    assertThat(ofSample.stream().filter("java/util/function/Function"::equals)).hasSize(2);
  }

  private static String implemented(Path file) {
    try {
      return new ClassReader(Files.readAllBytes(file)).getInterfaces()[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areAloneInTheirFolderWithWhatIsNoClass() throws IOException {
    assertThat(plain.resolve("old")).doesNotExist();
    assertThat(plain.resolve("words/a.txt")).hasContent("as it is");
  }

  @Test
  void areTheSameEachTime() throws IOException {
    Path again = folder.resolve("again");
    PlainClasses.main(new String[] {compiled.toString(), again.toString()});

    for (Path file : files(plain)) {
      assertThat(again.resolve(plain.relativize(file))).hasSameBinaryContentAs(file);
    }
    assertThat(files(again)).hasSameSizeAs(files(plain));
  }

  @SuppressWarnings("unchecked")
  private static List<String> told(Path classes) throws Exception {
    URL[] urls = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      return (List<String>) loader.loadClass("Sample").getMethod("told").invoke(null);
    }
  }

  private static List<String> mentioning(Path classes, String word) throws IOException {
    return files(classes).stream()
        .filter(file -> text(file).contains(word))
        .map(file -> file.getFileName().toString())
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
