package dev.rollcall.job.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of problem that binding can find, on records that mean nothing. */
class BinderTest {

  /** A word of few. */
  enum Colour {
    RED,
    DARK_GREEN
  }

  /** A part with a rule of its own. */
  record Range(int from, int to) {

    static final Keys KEYS = Keys.of(Key.of("from", "The least."), Key.of("to", "The most."));

    Range {
      if (from > to) {
        throw new WrongValue("to", "is less than from", "write them the other way round");
      }
      if (from == to) {
        throw new WrongValue("", "spans nothing", "write two numbers");
      }
    }
  }

  /** Part of the whole, written on its level. */
  record Extras(boolean so) {

    static final Keys KEYS = Keys.of(Key.of("so", "Whether it is so.", "false"));
  }

  /** One of two. */
  sealed interface Animal {}

  /** The one. */
  record Dog(String name) implements Animal {

    static final Keys KEYS = Keys.ofVariant("dog", "A dog.", Key.of("name", "What it is called."));
  }

  /** The other. */
  record Cat(int lives) implements Animal {

    static final Keys KEYS = Keys.ofVariant("cat", "A cat.", Key.of("lives", "How many.", "9"));
  }

  /** A whole file. */
  record Sample(
      Located<String> name,
      int count,
      Colour colour,
      Optional<Range> range,
      Optional<Animal> animal,
      List<String> words,
      Optional<List<Range>> ranges,
      Map<String, Integer> sizes,
      Extras extras) {

    static final Keys KEYS =
        Keys.of(
            Key.of("name", "What it is called."),
            Key.of("count", "How many.", "3"),
            Key.of("colour", "How it looks.", "red"),
            Key.of("range", "What it spans."),
            Key.of("animal", "Who lives there."),
            Key.of("words", "Words.", "[]"),
            Key.of("ranges", "What must not be empty."),
            Key.of("sizes", "Numbers by name.", "{}"),
            Key.inlined("extras"));
  }

  private static Binder binder() {
    Map<String, String> variables = Map.of("EMPTY", "", "SEVEN", "7", "WORDS", "hush hush");
    return new Binder(
        new Bindings(),
        new References(new ReferenceSources(variables, BinderTest::file), Path.of("/job")));
  }

  private static Binder bind(String yaml) {
    Binder binder = binder();
    YamlText.parse("job.yaml", yaml, binder::problem)
        .ifPresent(tree -> binder.bindTo(Sample.class, new Node("", tree)));
    return binder;
  }

  private static String file(Path path) throws IOException {
    if (path.endsWith("locked")) {
      throw new AccessDeniedException(path.toString());
    }
    throw new NoSuchFileException(path.toString());
  }

  private static List<String> problems(String yaml) {
    return bind(yaml).problems().stream().map(Problem::toString).toList();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            "name: a\ncuont: 3", List.of("2:1: unknown key \"cuont\"; did you mean \"count\"?")),
        Arguments.of(
            "name: a\nzzz: 3",
            List.of(
                "2:1: unknown key \"zzz\"; there is \"animal\", \"colour\", \"count\", \"name\", \"range\", \"ranges\", \"sizes\", \"so\", \"words\"")),
        Arguments.of(
            "name: a\nrange: { from: 1, too: 2 }",
            List.of(
                "2:8: range needs \"to\"; that is: the most",
                "2:19: unknown key \"too\" in range; did you mean \"to\"?")),
        Arguments.of(
            "count: 3", List.of("1:1: the file needs \"name\"; that is: what it is called")),
        Arguments.of(
            "name: a\nrange: { to: 2 }", List.of("2:8: range needs \"from\"; that is: the least")),
        Arguments.of("name: a\nname: b", List.of("2:1: the key \"name\" is here twice; keep one")),
        Arguments.of(
            "name: a\nsizes: { x: 1, x: 2 }",
            List.of("2:16: \"x\" in sizes is here twice; keep one")),
        Arguments.of("name:", List.of("1:6: name has no value; it must be a text")),
        Arguments.of(
            "name: a\nwords:\n  # - one",
            List.of("2:7: words has no value; write one, or leave the key out, which means []")),
        Arguments.of(
            "name: a\nsizes: ~",
            List.of("2:8: sizes has no value; write one, or leave the key out")),
        Arguments.of(
            "name: a\nrange:", List.of("2:7: range has no value; write one, or leave the key out")),
        Arguments.of(
            "name: a\nranges:\n  -",
            List.of("3:4: ranges[0] has no value; it must be a mapping of keys to values")),
        Arguments.of(
            "name: ''", List.of("1:7: name must be a text, not \"\"; it must not be blank")),
        Arguments.of("name: [a]", List.of("1:7: name must be a text, not a list")),
        Arguments.of("name: { a: b }", List.of("1:7: name must be a text, not a mapping")),
        Arguments.of(
            "[a]", List.of("1:1: the file must be a mapping of keys to values, not a list")),
        Arguments.of(
            "just words",
            List.of("1:1: the file must be a mapping of keys to values, not a single value")),
        Arguments.of(
            "name: a\ncount: many",
            List.of("2:8: count must be a whole number, not \"many\"; write digits only")),
        Arguments.of(
            "name: a\ncount: '3'",
            List.of("2:8: count must be a whole number, not a text; write it without quotes")),
        Arguments.of(
            "name: a\ncount: -1",
            List.of("2:8: count must be a whole number, not \"-1\"; it must not be negative")),
        Arguments.of(
            "name: a\ncount: 1.5",
            List.of("2:8: count must be a whole number, not \"1.5\"; write digits only")),
        Arguments.of(
            "name: a\ncount: 99999999999",
            List.of(
                "2:8: count must be a whole number, not \"99999999999\"; it must be at most 2147483647")),
        Arguments.of(
            "name: a\nso: yes", List.of("2:5: so must be true or false, not \"yes\"; write true")),
        Arguments.of("name: a\nso: maybe", List.of("2:5: so must be true or false, not \"maybe\"")),
        Arguments.of(
            "name: a\ncolour: dark-gren",
            List.of(
                "2:9: colour must be red or dark-green, not \"dark-gren\"; did you mean \"dark-green\"?")),
        Arguments.of(
            "name: a\ncolour: DARK_GREEN",
            List.of(
                "2:9: colour must be red or dark-green, not \"DARK_GREEN\"; did you mean \"dark-green\"?")),
        Arguments.of(
            "name: a\ncolour: [red]", List.of("2:9: colour must be red or dark-green, not a list")),
        Arguments.of(
            "name: a\nwords: one", List.of("2:8: words must be a list, not a single value")),
        Arguments.of(
            "name: a\nwords: [one, [two], three]",
            List.of("2:14: words[1] must be a text, not a list")),
        Arguments.of(
            "name: a\nranges: one", List.of("2:9: ranges must be a list, not a single value")),
        Arguments.of(
            "name: a\nsizes: [1]",
            List.of("2:8: sizes must be a mapping of names to values, not a list")),
        Arguments.of(
            "name: a\nsizes: { x: big }",
            List.of("2:13: sizes.x must be a whole number, not \"big\"; write digits only")),
        Arguments.of(
            "name: a\nrange: { from: 2, to: 1 }",
            List.of("2:23: range.to is less than from; write them the other way round")),
        Arguments.of(
            "name: a\nrange: { from: 1, to: 1 }",
            List.of("2:8: range spans nothing; write two numbers")),
        Arguments.of(
            "name: a\nrange: 5",
            List.of("2:8: range must be a mapping of keys to values, not a single value")),
        Arguments.of(
            "name: a\nanimal: { name: Rex }",
            List.of("2:9: animal needs a type; it is one of dog, cat")),
        Arguments.of(
            "name: a\nanimal: { type: dgo, name: Rex }",
            List.of(
                "2:17: animal.type must be one of dog, cat, not \"dgo\"; did you mean \"dog\"?")),
        Arguments.of(
            "name: a\nanimal: { type: [dog] }",
            List.of("2:17: animal.type must be a text, not a list")),
        Arguments.of(
            "name: a\nanimal: { type: cat, name: Tom }",
            List.of("2:22: unknown key \"name\" in animal; there is \"lives\", \"type\"")),
        Arguments.of(
            "name: a\nanimal: dog",
            List.of("2:9: animal must be a mapping of keys to values, not a single value")),
        Arguments.of(
            "name: ${env:NOBODY}",
            List.of(
                "1:7: name needs the environment variable NOBODY, which is not set; set it, or write ${env:NOBODY:-default}")),
        Arguments.of(
            "name: ${env:EMPTY}",
            List.of(
                "1:7: name needs the environment variable EMPTY, which is empty; set it, or write ${env:EMPTY:-default}")),
        Arguments.of(
            "name: ${env:no-name}",
            List.of(
                "1:7: name names a variable as none can be named; write ${env:NAME} or ${env:NAME:-default}")),
        Arguments.of(
            "name: '${env:NOBODY'",
            List.of(
                "1:7: name holds a ${ that is not closed; write ${env:NAME}, ${env:NAME:-default} or ${file:/path}")),
        Arguments.of(
            "name: ${NOBODY}",
            List.of(
                "1:7: name holds a ${…} that names neither a variable nor a file; write ${env:NAME}, ${env:NAME:-default} or ${file:/path}")),
        Arguments.of(
            "name: ${file:none}",
            List.of(
                "1:7: name needs the file none, which does not exist; mount it, or correct its path")),
        Arguments.of(
            "name: ${file:locked}",
            List.of(
                "1:7: name needs the file locked, which may not be read; mount it, or correct its path")),
        Arguments.of(
            "name: a\ncount: ${env:NOBODY:-x}",
            List.of(
                "2:8: count must be a whole number, not \"${env:NOBODY:-x}\"; write digits only")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void eachKindIsToldWithItsPlaceAndWhatWouldBeRight(String yaml, List<String> expected) {
    assertThat(problems(yaml))
        .containsExactlyElementsOf(expected.stream().map("job.yaml:"::concat).toList());
  }

  @Test
  void allProblemsAreToldInOneGoFromTopToBottom() {
    List<String> problems =
        problems(
            """
            nmae: a
            range: { from: x, to: y }
            words: [[1], two, [3]]
            animal: { type: dog }
            """);

    assertThat(problems)
        .extracting(each -> each.replaceFirst("; .*", ""))
        .containsExactly(
            "job.yaml:1:1: unknown key \"nmae\"",
            "job.yaml:1:1: the file needs \"name\"",
            "job.yaml:2:16: range.from must be a whole number, not \"x\"",
            "job.yaml:2:23: range.to must be a whole number, not \"y\"",
            "job.yaml:3:9: words[0] must be a text, not a list",
            "job.yaml:3:19: words[2] must be a text, not a list",
            "job.yaml:4:9: animal needs \"name\"");
  }

  @Test
  void whatIsLeftOutHoldsAsItsKeySays() {
    Binder binder = bind("name: a");

    assertThat(binder.problems()).isEmpty();
    assertThat(bound("name: a"))
        .isEqualTo(
            new Sample(
                new Located<>("a", new Position("job.yaml", 1, 7)),
                3,
                Colour.RED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                new Extras(false)));
  }

  @Test
  void everythingMayBeWritten() {
    Sample sample =
        bound(
            """
            name: ${env:SEVEN}
            count: ${env:SEVEN}
            colour: dark-green
            range: { from: 1, to: "${env:SEVEN}" }
            animal: { type: cat }
            words: [one, "2", true]
            sizes: { "a b": 1, c: 2 }
            so: true
            """);

    assertThat(sample.name().value()).isEqualTo("7");
    assertThat(sample.count()).isEqualTo(7);
    assertThat(sample.colour()).isEqualTo(Colour.DARK_GREEN);
    assertThat(sample.range()).contains(new Range(1, 7));
    assertThat(sample.animal()).contains(new Cat(9));
    assertThat(sample.words()).containsExactly("one", "2", "true");
    assertThat(sample.sizes()).containsExactly(Map.entry("a b", 1), Map.entry("c", 2));
    assertThat(sample.extras().so()).isTrue();
  }

  @Test
  void whatAReferenceBringsInIsNeverRepeated() {
    assertThat(problems("name: a\ncount: ${env:WORDS}"))
        .containsExactly(
            "job.yaml:2:8: count must be a whole number, not \"${env:WORDS}\"; write digits only");
  }

  private static Sample bound(String yaml) {
    Tree tree =
        YamlText.parse(
                "job.yaml",
                yaml,
                problem -> {
                  throw new AssertionError(problem);
                })
            .orElseThrow();
    return binder().bindTo(Sample.class, new Node("", tree)).orElseThrow();
  }
}
