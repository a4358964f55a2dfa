package dev.rollcall.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.columns.Lexicon;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words in what is shipped are those that people have written, each as it is compared. */
class PlainWordsTest {

  @TempDir Path folder;

  @Test
  void meanTheSameInEachSection() throws Exception {
    PlainWords.main(new String[] {folder.toString()});
    URL compiled = Lexicon.class.getProtectionDomain().getCodeSource().getLocation();
    List<String> sections =
        Lexicon.plainText().lines().filter(line -> line.startsWith("[")).map(this::name).toList();
    assertThat(sections).hasSizeGreaterThan(50).contains("email", "status.gone");

    URL[] shipped = {folder.toUri().toURL(), compiled};
    try (URLClassLoader loader =
        new URLClassLoader(shipped, ClassLoader.getPlatformClassLoader())) {
      Class<?> lexicon = loader.loadClass(Lexicon.class.getName());
      assertThat(lexicon.getMethod("plainText").invoke(null)).isEqualTo(Lexicon.plainText());
      for (String section : sections) {
        Object words =
            lexicon.getMethod("of", String[].class).invoke(null, (Object) new String[] {section});
        assertThat(words).as(section).isEqualTo(Lexicon.of(section));
      }
    }
  }

  private String name(String line) {
    return line.substring(1, line.length() - 1);
  }
}
