package dev.rollcall.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The tables of keys in the manual are those of the code. With {@code -Drollcall.accept=true} they
 * are written anew, to be looked at in the diff.
 */
class KeyTablesTest {

  private static final Manual.Page PAGE = Manual.page("job-file.md");

  @Test
  void theManualHasTheTablesOfTheCode() throws IOException {
    String written = KeyTables.ofTheJobFile().in(PAGE.text());

    if (Boolean.getBoolean("rollcall.accept")) {
      Files.writeString(PAGE.path(), written);
    }
    assertThat(Files.readString(PAGE.path())).isEqualTo(written);
  }

  @Test
  void noKeyIsLeftOut() {
    assertThat(KeyTables.rows()).hasSizeGreaterThan(50);
    assertThat(KeyTables.ofTheJobFile().in(PAGE.text()).lines()).containsAll(KeyTables.rows());
  }

  @Test
  void noTableOfKeysIsWrittenByHand() {
    assertThat(KeyTables.without(PAGE.text())).doesNotContain("| key | default |");
    assertThat(Manual.pages())
        .filteredOn(page -> !page.path().equals(PAGE.path()))
        .noneMatch(page -> page.text().contains("| key | default |"));
  }

  @Test
  void aPlaceForATableThatIsNoneIsAMistake() {
    assertThatThrownBy(
            () -> KeyTables.ofTheJobFile().in("<!-- keys: sources ldap -->\n<!-- end -->"))
        .hasMessageContaining("sources ldap")
        .hasMessageContaining("sources jdbc");
  }
}
