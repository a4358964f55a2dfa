package dev.rollcall.job.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keys and components of a record belong together by their order, and so by their names. */
class KeysTest {

  /** The key is a word of Java's own, which no component can be called. */
  private static final String OTHERWISE = "protectedAddresses";

  @Test
  void eachKeyOfTheJobFileIsCalledAsItsComponent() {
    List<Class<?>> records = records();

    assertThat(records).hasSizeGreaterThan(20);
    for (Class<?> type : records) {
      assertThat(keys(type)).as(type.getName()).isEqualTo(components(type));
    }
  }

  @Test
  void aRecordWithoutKeysIsAMistake() {
    record Mute(int number) {}

    assertThatThrownBy(() -> RecordParts.of(Mute.class)).hasMessageContaining("Mute");
  }

  @Test
  void aRecordWithMoreComponentsThanKeysIsAMistake() {
    record Torn(int one, int other) {
      static final Keys KEYS = Keys.of(Key.of("one", "The one."));
    }

    assertThatThrownBy(() -> RecordParts.of(Torn.class))
        .hasMessageContaining("Torn has other keys than components");
  }

  private static List<Class<?>> records() {
    return new ClassFileImporter()
        .importPackages("dev.rollcall.job.spec").stream()
            .filter(type -> type.tryGetField("KEYS").isPresent())
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  private static List<String> keys(Class<?> type) {
    return Keys.in(type).all().stream()
        .map(
            key ->
                key instanceof Key.Written written
                    ? written.name()
                    : ((Key.Inlined) key).component())
        .toList();
  }

  private static List<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.equals(OTHERWISE) ? "protected" : hyphenated(name))
        .toList();
  }

  private static String hyphenated(String name) {
    return name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
