package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Finance builders,Finance builders,",
        " Finance builders,Finance builders,a blank too many",
        "Finance  builders,Finance builders,a blank too many",
        "Finance\u00A0builders,Finance builders,a no-break space",
        "Finance\u202Fbuilders,Finance builders,an unusual blank",
        "Finance\u3000builders,Finance builders,an unusual blank",
        "Finance\tbuilders,Finance builders,an unusual blank",
        "Fin\u200Bance builders\uFEFF,Finance builders,a character that nobody can see (U+200B)",
        "Fin\u00ADance,Finance,a character that nobody can see (U+00AD)",
        "Finance\u200E,Finance,a character that nobody can see (U+200E)",
        "Cafe\u0301,Caf\u00E9,letters that are composed otherwise",
        "\u1112\u1161\u11AB,\uD55C,letters that are composed otherwise",
        "\u4EBA\u4E8B\u90E8,\u4EBA\u4E8B\u90E8,",
        "\u0645\u06CC\u200C\u0634\u0648\u062F,\u0645\u06CC\u200C\u0634\u0648\u062F,",
        "Stra\u00DFe & S\u00F8n,Stra\u00DFe & S\u00F8n,",
        "\uFF26inance,\uFF26inance,",
        "FINANCE,FINANCE,",
        " \u00A0 ,'',a blank too many"
      })
  void aNameIsMatchedWithoutWhatNobodySees(String text, String name, String oddity) {
    assertThat(Naming.tidy(text)).isEqualTo(name);
    assertThat(Naming.same(text, name)).isTrue();
    if (oddity == null) {
      assertThat(Naming.oddity(text)).isEmpty();
    } else if (!name.isEmpty()) {
      assertThat(Naming.oddity(text)).contains(oddity);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FINANCE, finance, true",
    "Finance  Builders, FINANCE BUILDERS, true",
    "\uFF26inance, Finance, true",
    "O\u2019Brien\u2019s, o'brien's, true",
    "Close \u2013 prod, Close - prod, true",
    "STRASSE, Stra\u00DFe, true",
    "Finance, Finances, false",
    "Finance builders, Finance-builders, false",
    "Caf\u00E9, Cafe, false"
  })
  void someNamesCannotBeToldFromOneAnother(String one, String other, boolean same) {
    assertThat(Naming.look(one).equals(Naming.look(other))).isEqualTo(same);
  }

  @Test
  void everyRightIsNamedAsItIsMatched() {
    Environment dev = new Environment(" DEV\u00A0");

    assertThat(dev.name()).isEqualTo("dev");
    assertThat(WorkatoVocabulary.group("Ops\u00A0EU ").name()).isEqualTo("Ops EU");
    assertThat(WorkatoVocabulary.projectRole(" Close  team", dev, "Project\u00A0admin"))
        .isEqualTo(WorkatoVocabulary.projectRole("Close team", dev, "Project admin"));
    assertThat(WorkatoVocabulary.environmentRole(dev, "Environment  admin").role())
        .isEqualTo("Environment admin");
    assertThat(WorkatoVocabulary.environmentRole(dev, "No\u00A0access").isNoAccess()).isTrue();
    assertThat(WorkatoVocabulary.group("Ops ").name()).isEqualTo("Ops");
  }

  @Property
  void tidyingTwiceChangesNothing(@ForAll String text) {
    String once = Naming.tidy(text);

    assertThat(Naming.tidy(once)).isEqualTo(once);
    assertThat(Naming.oddity(once)).isEmpty();
    assertThat(Naming.look(Naming.look(once))).isEqualTo(Naming.look(once));
  }
}
