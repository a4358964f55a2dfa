package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "*@example.com,     ana@example.com,       true",
    "*@example.com,     ana@example.org,       false",
    "*@example.com,     @example.com,          true",
    "*@example.com,     ana@example.com.evil,  false",
    "*@EXAMPLE.com,     ana@example.com,       true",
    "ana?@example.com,  ana1@example.com,      true",
    "ana?@example.com,  ana@example.com,       false",
    "?,                 𝔞,                     true",
    "*.com,             anaxcom,               false",
    "*team*lead*,       The Team's first LEAD, true",
    "*aab,              aaaab,                 true",
    "ÉQUIPE *,          Équipe Ventes,         true",
    "Finance,           Finance builders,      false",
    "*,                 '',                    true",
    "'',                '',                    true",
    "'',                a,                     false"
  })
  void matchesWholeTexts(String pattern, String text, boolean matches) {
    assertThat(NamePattern.of(pattern).matches(text)).isEqualTo(matches);
  }

  @Property
  void matchesWhatTheSameRegularExpressionDoes(
      @ForAll @StringLength(max = 8) @Chars({'a', 'B', '*', '?'}) String pattern,
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'b') String text) {
    Pattern same =
        Pattern.compile(pattern.replace("*", ".*").replace("?", "."), Pattern.CASE_INSENSITIVE);

    assertThat(NamePattern.of(pattern).matches(text)).isEqualTo(same.matcher(text).matches());
  }
}
