package dev.rollcall.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.rollcall.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The language that conditions are written in: CEL, without what makes lists, and within limits, so
 * that no condition can run away.
 */
final class ConditionLanguage {

  static final int LONGEST = 4_000;
  static final int MOST_ITERATIONS = 1_000;
  private static final int DEEPEST = 100;
  private static final int MOST_PATTERN_STEPS = 1_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .maxRegexProgramSize(MOST_PATTERN_STEPS)
          .build();

  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(OPTIONS)
          // Not has(): a missing attribute is blank. Not map and filter: they build lists.
          .setStandardMacros(
              CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
          .build();

  private static final List<CelVarDecl> VARIABLES =
      List.of(
          CelVarDecl.newVarDeclaration(
              "person", MapType.create(SimpleType.STRING, SimpleType.STRING)),
          CelVarDecl.newVarDeclaration("today", SimpleType.STRING));

  private final CalledFunctions functions = new CalledFunctions(OPTIONS, VARIABLES);

  /**
   * What a text says; only where no problem was added it is a sound one.
   *
   * @return empty where it says nothing
   */
  Optional<ConditionProgram> program(ConditionText text, List<Problem> problems) {
    ConditionErrors mistakes = new ConditionErrors(text);
    try {
      CelValidationResult parsed = PARSER.parse(text.text());
      if (parsed.hasError()) {
        problems.addAll(mistakes.of(parsed.getErrors()));
        return Optional.empty();
      }
      Set<String> called = CalledFunctions.in(parsed.getAst());
      CelValidationResult checked = functions.checker(called).check(parsed.getAst());
      if (checked.hasError()) {
        problems.addAll(mistakes.of(checked.getErrors()));
        return Optional.empty();
      }
      return decides(checked.getAst(), mistakes, problems)
          ? Optional.of(program(checked.getAst(), called, mistakes, problems))
          : Optional.empty();
    } catch (CelValidationException | CelEvaluationException e) {
      problems.add(mistakes.whole(ConditionProgram.firstLine(e), ""));
      return Optional.empty();
    }
  }

  private static boolean decides(
      CelAbstractSyntaxTree syntax, ConditionErrors mistakes, List<Problem> problems) {
    CelType result = syntax.getResultType();
    if (result.equals(SimpleType.BOOL) || result.equals(SimpleType.DYN)) {
      return true;
    }
    int offset = syntax.getSource().getPositionsMap().getOrDefault(syntax.getExpr().id(), 0);
    problems.add(mistakes.undecided(CelTypes.format(result), offset));
    return false;
  }

  private ConditionProgram program(
      CelAbstractSyntaxTree syntax,
      Set<String> called,
      ConditionErrors mistakes,
      List<Problem> problems)
      throws CelEvaluationException {
    ConditionReferences.checkPatterns(
        syntax,
        MOST_PATTERN_STEPS,
        (offset, what) -> problems.add(mistakes.at(offset, what, "write a smaller, valid one")));
    return new ConditionProgram(
        functions.runtime(called).createProgram(syntax), ConditionReferences.of(syntax));
  }
}
