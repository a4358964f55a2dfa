package dev.rollcall.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.rollcall.model.Problem;
import java.util.List;
import java.util.Optional;

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

  private static final CelStringExtensions EXTENSIONS =
      CelExtensions.strings(Function.LOWER_ASCII, Function.TRIM);

  /** Made once, for that takes longer than any condition. */
  private static final CelCompiler CEL =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          // Not has(): a missing attribute is blank. Not map and filter: they build lists.
          .setStandardMacros(
              CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
          .addVar("person", MapType.create(SimpleType.STRING, SimpleType.STRING))
          .addVar("today", SimpleType.STRING)
          .addLibraries(EXTENSIONS)
          // Not what comes out of it, which setResultType can say: that sets up Protocol Buffers.
          .build();

  private final StandardFunctions functions = new StandardFunctions(OPTIONS, EXTENSIONS);

  /**
   * What a text says; only where no problem was added it is a sound one.
   *
   * @return empty where it says nothing
   */
  Optional<ConditionProgram> program(ConditionText text, List<Problem> problems) {
    ConditionErrors mistakes = new ConditionErrors(text);
    try {
      CelValidationResult checked = CEL.compile(text.text());
      if (checked.hasError()) {
        problems.addAll(mistakes.of(checked.getErrors()));
        return Optional.empty();
      }
      return program(checked.getAst(), mistakes, problems);
    } catch (CelValidationException | CelEvaluationException e) {
      problems.add(mistakes.whole(ConditionProgram.firstLine(e), ""));
      return Optional.empty();
    }
  }

  private Optional<ConditionProgram> program(
      CelAbstractSyntaxTree syntax, ConditionErrors mistakes, List<Problem> problems)
      throws CelEvaluationException {
    CelType result = syntax.getResultType();
    if (!result.equals(SimpleType.BOOL) && !result.equals(SimpleType.DYN)) {
      int offset = syntax.getSource().getPositionsMap().getOrDefault(syntax.getExpr().id(), 0);
      problems.add(mistakes.undecided(CelTypes.format(result), offset));
      return Optional.empty();
    }
    ConditionReferences.checkPatterns(
        syntax,
        MOST_PATTERN_STEPS,
        (offset, what) -> problems.add(mistakes.at(offset, what, "write a smaller, valid one")));
    return Optional.of(
        new ConditionProgram(
            functions.neededBy(syntax).createProgram(syntax), ConditionReferences.of(syntax)));
  }
}
