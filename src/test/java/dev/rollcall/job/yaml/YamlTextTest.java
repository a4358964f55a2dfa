package dev.rollcall.job.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever makes a text no tree is told once, with its place and what helps. */
class YamlTextTest {

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("empty", "", "job.yaml", "the file is empty"),
        Arguments.of("comments alone", "# nothing\n", "job.yaml", "the file is empty"),
        Arguments.of(
            "a second document",
            "a: 1\n---\nb: 2\n",
            "job.yaml:2:1",
            "a second document begins here"),
        Arguments.of(
            "a tab", "a:\n\tb: 1\n", "job.yaml:2:1", "a tab stands where blanks are needed"),
        Arguments.of(
            "an open quote", "a: \"x\nb: 1\n", "job.yaml:3:1", "a text in quotes does not end"),
        Arguments.of(
            "an open bracket", "a: [1, 2\nb: 1\n", "job.yaml:2:2", "a [ is not closed properly"),
        Arguments.of(
            "an open brace", "a: { b: 1\nc: 1\n", "job.yaml:2:2", "a { is not closed properly"),
        Arguments.of(
            "a colon too many", "a: b: c\n", "job.yaml:1:5", "a colon is not expected here"),
        Arguments.of(
            "a key without colon", "a: 1\nb\nc: 2\n", "job.yaml:3:1", "a key has no colon"),
        Arguments.of(
            "indentation",
            "a:\n    b: 1\n  c: 2\n",
            "job.yaml:3:3",
            "the indentation does not fit"),
        Arguments.of(
            "an unquoted star",
            "a: [*@example.com]\n",
            "job.yaml:1:14",
            "a text that begins with * must be in quotes"),
        Arguments.of("an unquoted at", "a: @x\n", "job.yaml:1:4", "a text must not begin so"),
        Arguments.of(
            "a control character",
            "a: \u0001\n",
            "job.yaml:1:4",
            "has a character that YAML does not allow"),
        Arguments.of(
            "an alias of nothing",
            "a: *b\n",
            "job.yaml:1:4",
            "\"*b\" refers to nothing written before it, or to itself"),
        Arguments.of(
            "an alias of itself",
            "a: &a [*a]\n",
            "job.yaml:1:8",
            "\"*a\" refers to nothing written before it, or to itself"),
        Arguments.of(
            "a key that is a list", "[a, b]: 1\n", "job.yaml:1:1", "a key must be a single word"),
        Arguments.of(
            "a merge key",
            "a: &a { x: 1 }\nb:\n  <<: *a\n  y: 2\n",
            "job.yaml:3:3",
            "the merge key << is not known here"),
        Arguments.of(
            "very deep",
            "a: " + "[".repeat(60) + "]".repeat(60) + "\n",
            "job.yaml:1:44",
            "is nested more than 40 levels deep"),
        Arguments.of(
            "too deep for any parser",
            "[".repeat(100_000),
            "job.yaml:1:42",
            "is nested more than 40 levels deep"),
        Arguments.of(
            "an alias bomb", bomb(), "job.yaml:6:10", "says too much: more than 200000 values"));
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      text.append("a%d: &a%d [".formatted(i, i));
      text.append("*a%d, ".formatted(i - 1).repeat(10)).append("x]\n");
    }
    return text.toString();
  }

  private static List<Problem> problems(String text) {
    List<Problem> problems = new ArrayList<>();
    assertThat(YamlText.parse("job.yaml", text, problems::add)).isEmpty();
    return problems;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void isToldOnceWithPlaceAndRemedy(String name, String text, String where, String what) {
    assertThat(problems(text))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo(where);
              assertThat(problem.what()).endsWith(what);
              assertThat(problem.remedy()).isNotBlank();
            });
  }

  @Test
  void anAliasIsTheValueItNames() {
    List<Problem> problems = new ArrayList<>();

    Tree tree = YamlText.parse("job.yaml", "a: &a { x: 1 }\nb: *a\n", problems::add).orElseThrow();

    assertThat(problems).isEmpty();
    assertThat(PlainTree.of(tree).toString()).isEqualTo("{a={x=1}, b={x=1}}");
  }

  @Test
  void aQuotedMergeKeyIsAName() {
    assertThat(YamlText.parse("job.yaml", "\"<<\": 1\n", problem -> {})).isPresent();
  }
}
