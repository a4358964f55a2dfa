package dev.rollcall.rules;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelVarDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What checks and evaluates conditions, with those functions that they call: to declare and set up
 * all of them takes longer than the conditions, and the first anew for each.
 */
final class CalledFunctions {

  /** The names of functions that are no part of the standard library. */
  static final Set<String> OF_TEXTS = Set.of("lowerAscii", "trim");

  private final CelOptions options;
  private final List<CelVarDecl> variables;
  private final RuntimeEquality equality;
  private final Map<Set<String>, CelChecker> checkers = new HashMap<>();
  private final Map<Set<String>, CelRuntime> runtimes = new HashMap<>();

  /** The same for all, whatever they call. */
  CalledFunctions(CelOptions options, List<CelVarDecl> variables) {
    this.options = options;
    this.variables = List.copyOf(variables);
    this.equality = RuntimeEquality.create(RuntimeHelpers.create(), options);
  }

  /** The names of what is called there, whether or not there is such a function. */
  static Set<String> in(CelAbstractSyntaxTree syntax) {
    return CelNavigableAst.fromAst(syntax)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
        .map(node -> node.call().function())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** One that finds what was called wrongly, or is not there. */
  CelChecker checker(Set<String> called) {
    return checkers.computeIfAbsent(called, this::checking);
  }

  /** One that answers what was called. */
  CelRuntime runtime(Set<String> called) {
    return runtimes.computeIfAbsent(called, this::answering);
  }

  private CelChecker checking(Set<String> called) {
    CelCheckerBuilder checker =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(options)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(StandardFunctions.declared(called))
            .addVarDeclarations(variables);
    // Not what comes out of it, which setResultType can say: that sets up Protocol Buffers.
    return callsTexts(called) ? checker.addLibraries(Extensions.OF_TEXTS).build() : checker.build();
  }

  private CelRuntime answering(Set<String> called) {
    CelRuntimeBuilder runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(options)
            .setStandardEnvironmentEnabled(false)
            .addFunctionBindings(StandardFunctions.bound(called, options, equality));
    return callsTexts(called) ? runtime.addLibraries(Extensions.OF_TEXTS).build() : runtime.build();
  }

  private static boolean callsTexts(Set<String> called) {
    return OF_TEXTS.stream().anyMatch(called::contains);
  }

  /** Takes all extensions of CEL with it. */
  private static final class Extensions {
    static final CelStringExtensions OF_TEXTS =
        CelExtensions.strings(
            CelStringExtensions.Function.LOWER_ASCII, CelStringExtensions.Function.TRIM);
  }
}
