package dev.rollcall;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Proves what every package is held to, and that the test engines run side by side: Jupiter and
 * jqwik.
 */
class BuildTest {

  private static final String DESCRIPTION = "package-info.java";

  @Test
  void everyPackageHasItsDescriptionAndKnowsNoNulls() {
    Set<JavaPackage> without =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.rollcall")
                .stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .collect(toSet());
    assertThat(without).isEmpty();
  }

  @Test
  void noClassHasTheNameOfAnother() throws IOException {
    try (Stream<Path> ours = Files.walk(Path.of("src"));
        Stream<Path> benchmarks = Files.walk(Path.of("bench"))) {
      Map<String, List<Path>> named =
          Stream.concat(ours, benchmarks)
              .filter(file -> file.toString().endsWith(".java") && !file.endsWith(DESCRIPTION))
              .collect(groupingBy(file -> file.getFileName().toString()));
      assertThat(named).isNotEmpty();
      assertThat(named.values()).filteredOn(alike -> alike.size() > 1).isEmpty();
    }
  }

  @Property(tries = 20)
  boolean propertiesRun(@ForAll int number) {
    return number + 0L == number;
  }
}
