package dev.rollcall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What knows only what is called: it finds and answers the same as what knows everything. */
class CalledFunctionsTest {

  /** What the interpreter does by itself, and former names that no parser writes. */
  private static final Set<String> NOT_CALLED =
      Set.of(
          "_&&_", "_||_", "_?_:_", "type", "@not_strictly_false", "__not_strictly_false__", "_in_");

  private static final List<CelVarDecl> DECLARED =
      List.of(
          CelVarDecl.newVarDeclaration(
              "person", MapType.create(SimpleType.STRING, SimpleType.STRING)),
          CelVarDecl.newVarDeclaration("today", SimpleType.STRING));

  private static final Map<String, Object> VARIABLES =
      Map.of("person", Map.of("name", "Ada", "age", "36", "city", ""), "today", "2026-03-02");

  private final CelOptions options = CelOptions.current().build();
  private final CelStringExtensions extensions =
      CelExtensions.strings(
          CelStringExtensions.Function.LOWER_ASCII, CelStringExtensions.Function.TRIM);
  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(options)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVarDeclarations(DECLARED)
          .addLibraries(extensions)
          .build();

  @Test
  void knowsEveryFunctionThatCanBeCalled() {
    Set<String> callable =
        Arrays.stream(StandardFunction.values())
            .map(StandardFunction::functionName)
            .filter(name -> !NOT_CALLED.contains(name))
            .collect(Collectors.toSet());

    assertThat(StandardFunctions.BY_NAME.keySet()).isEqualTo(callable);
    assertThat(StandardFunctions.BY_NAME)
        .hasSize(CelStandardFunctions.ALL_STANDARD_FUNCTIONS.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person.name == 'Ada' && person.city != 'Rome'",
        "person.name in ['Ada', 'Bea'] || person.nobody == ''",
        "'name' in person ? person['name'] : 'none'",
        "!(today < '2026-01-01') && today <= '2026-03-02' && today > '' && today >= 'a'",
        "int(person.age) + 3 - 1 * 2 / 1 % 7 == 36",
        "int(person.name) == 1",
        "-int('5') == -5 && -1.5 < 0.0",
        "double('1.5') * 2.0 == 3.0 && double(3) / 2.0 > 1.0",
        "int(3.7) == 3 && int(7u) == 7 && int(9) == 9 && uint(4) == 4u && uint('5') == 5u",
        "string(3) + string(2.5) + string(true) + string(b'x')",
        "bytes('x') == b'x' && size(b'abc') == 3 && size('é😀') == 2 && size([1, 2]) == 2",
        "person.size() == 3 && [1] + [2] == [1, 2] && {'a': 1}['a'] == 1 && [5, 6][1] == 6",
        "bool('true') && !bool('false')",
        "bool('maybe')",
        "person.name.startsWith('A') && person.name.endsWith('a') && person.name.contains('d')",
        "person.name.matches('^A.a$') && matches(person.name, 'd')",
        "person.name.lowerAscii() == 'ada' && ' x '.trim() == 'x'",
        "['a', 'b'].exists(x, x == 'b') && ['a'].all(x, x != '') && [1, 1].exists_one(x, x > 1)",
        "[1, 2].map(x, x * 2) == [2, 4] && [1, 2].filter(x, x > 1) == [2]",
        "timestamp('2026-03-02T10:11:12.5Z').getFullYear() == 2026",
        "timestamp(today + 'T00:00:00Z').getMonth() == 2",
        "timestamp('2026-03-02T10:11:12.5Z').getDate() + timestamp('1970-01-01T00:00:00Z').getDayOfMonth()",
        "timestamp('2026-03-02T10:11:12.5Z').getDayOfYear('Europe/Paris')",
        "timestamp('2026-03-02T10:11:12.5Z').getDayOfWeek() + duration('90m').getHours()",
        "timestamp('2026-03-02T10:11:12.5Z').getMinutes() + duration('90s').getSeconds()",
        "timestamp('2026-03-02T10:11:12.5Z').getMilliseconds() + duration('1.5s').getMilliseconds()",
        "timestamp('2026-03-02T10:11:12Z') + duration('1h') > timestamp('2026-03-02T10:11:12Z')",
        "timestamp(today)",
        "string(timestamp('2026-03-02T10:11:12Z') - timestamp('2026-03-01T10:11:12Z'))",
        "dyn(1) == dyn(1.0)",
        "dyn('a') < dyn('b') && dyn(2) > dyn(1)",
        "dyn(person.name) + 'x'",
        "int(dyn(3)) + int(dyn('4'))",
        "type(person.name) == string && type(1) != type('1')",
        "9223372036854775807 + 1",
        "1 / 0",
        "[1][3]",
        "person.nobody",
      })
  void answersLikeTheWholeLibrary(String condition) throws Exception {
    CalledFunctions functions = new CalledFunctions(options, DECLARED);
    Set<String> called = CalledFunctions.in(compiler.parse(condition).getAst());
    CelAbstractSyntaxTree syntax =
        functions.checker(called).check(compiler.parse(condition).getAst()).getAst();
    CelRuntime whole =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(options)
            .addLibraries(extensions)
            .build();

    Object answer = answer(functions.runtime(called), syntax);

    assertThat(syntax).isEqualTo(compiler.compile(condition).getAst());
    assertThat(answer).isEqualTo(answer(whole, syntax));
    assertThat(String.valueOf(answer)).doesNotContain("overload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "persn.name == 'x'",
        "startWith(person.name, 'x') || person.name.trimm() == '' || trim(person.name) == ''",
        "person.age == 3 || today < 3 || 1 < 2.0 || 1u >= 2 || 1 + 1.0 > today",
        "person.country in 'US' || 'US' in person.country",
        "!person.active && -person.age > 3 || person.age",
        "person.a.b == '' || person.startsWith('x') || size(3) > int([]) + double(true)",
        "timestamp(3) < today || duration(3) > 1 || timestamp('x').getHours(3) == 1",
        "[1, 2].all(x, x.lowerAscii()) || ['a'].exists_one(x, x > 1) || [1].map(x, x + 'a') == []",
        "person.name.matches(3) || bool(1) || uint('x') == dyn(person.name, 3) || bytes(3) == b''",
        "string(person) == '' ? 1 : today",
        "int == string || type(int) == 3 || null_type(3) || list == map || __not_strictly_false__(1)",
      })
  void findsTheSameMistakes(String condition) throws Exception {
    assertThat(mistakes(condition)).isEqualTo(compiler.compile(condition).getErrors()).isNotEmpty();
  }

  /** Of something that nobody takes, all is named that could be taken in its place. */
  @Test
  void declaresTheSameOfEachFunction() throws Exception {
    Stream<String> calls =
        Stream.of("%s()", "%s(null)", "%s(null, 1u)", "null.%s()", "null.%s(null)")
            .flatMap(
                call ->
                    StandardFunctions.BY_NAME.keySet().stream()
                        .filter(name -> Character.isLetter(name.charAt(0)))
                        .map(call::formatted));
    Stream<String> operators =
        Stream.of("+", "-", "*", "/", "%", "<", "<=", ">", ">=", "in")
            .map(operator -> "null " + operator + " {}");
    Stream<String> others = Stream.of("1 == ''", "1 != ''", "!1", "-''", "1[2]", "''.trim(1)");
    List<String> told = new ArrayList<>();

    for (String wrong : Stream.of(calls, operators, others).flatMap(all -> all).toList()) {
      List<CelIssue> mistakes = mistakes(wrong);
      assertThat(mistakes).as(wrong).isEqualTo(compiler.compile(wrong).getErrors());
      mistakes.forEach(mistake -> told.add(mistake.getMessage()));
    }

    assertThat(told)
        .filteredOn(message -> message.contains("candidates: "))
        .hasSizeGreaterThan(StandardFunctions.BY_NAME.size());
  }

  private List<CelIssue> mistakes(String condition) throws CelValidationException {
    CelAbstractSyntaxTree parsed = compiler.parse(condition).getAst();
    CelChecker checker = new CalledFunctions(options, DECLARED).checker(CalledFunctions.in(parsed));
    return checker.check(parsed).getErrors();
  }

  private static Object answer(CelRuntime runtime, CelAbstractSyntaxTree syntax) {
    try {
      return runtime.createProgram(syntax).eval(VARIABLES);
    } catch (CelEvaluationException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
