package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the test engines run side by side: Jupiter, its parameters, and jqwik. */
class BuildTest {

  @ParameterizedTest
  @ValueSource(strings = {"model", "plan"})
  void everyRoomHasItsDescription(String room) {
    assertThat(getClass().getResource("/dev/rollcall/" + room + "/package-info.class")).isNotNull();
  }

  @Property(tries = 20)
  boolean propertiesRun(@ForAll int number) {
    return number + 0L == number;
  }
}
