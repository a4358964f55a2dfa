package dev.rollcall;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Proves what every package is held to, and that the test engines run side by side: Jupiter and
 * jqwik.
 */
class BuildTest {

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

  @Property(tries = 20)
  boolean propertiesRun(@ForAll int number) {
    return number + 0L == number;
  }
}
