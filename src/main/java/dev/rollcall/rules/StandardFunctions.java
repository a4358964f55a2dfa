package dev.rollcall.rules;

import static java.util.Map.entry;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelOptions;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.standard.AddOperator;
import dev.cel.runtime.standard.BoolFunction;
import dev.cel.runtime.standard.BytesFunction;
import dev.cel.runtime.standard.CelStandardFunction;
import dev.cel.runtime.standard.ContainsFunction;
import dev.cel.runtime.standard.DivideOperator;
import dev.cel.runtime.standard.DoubleFunction;
import dev.cel.runtime.standard.DurationFunction;
import dev.cel.runtime.standard.DynFunction;
import dev.cel.runtime.standard.EndsWithFunction;
import dev.cel.runtime.standard.EqualsOperator;
import dev.cel.runtime.standard.GetDateFunction;
import dev.cel.runtime.standard.GetDayOfMonthFunction;
import dev.cel.runtime.standard.GetDayOfWeekFunction;
import dev.cel.runtime.standard.GetDayOfYearFunction;
import dev.cel.runtime.standard.GetFullYearFunction;
import dev.cel.runtime.standard.GetHoursFunction;
import dev.cel.runtime.standard.GetMillisecondsFunction;
import dev.cel.runtime.standard.GetMinutesFunction;
import dev.cel.runtime.standard.GetMonthFunction;
import dev.cel.runtime.standard.GetSecondsFunction;
import dev.cel.runtime.standard.GreaterEqualsOperator;
import dev.cel.runtime.standard.GreaterOperator;
import dev.cel.runtime.standard.InOperator;
import dev.cel.runtime.standard.IndexOperator;
import dev.cel.runtime.standard.IntFunction;
import dev.cel.runtime.standard.LessEqualsOperator;
import dev.cel.runtime.standard.LessOperator;
import dev.cel.runtime.standard.LogicalNotOperator;
import dev.cel.runtime.standard.MatchesFunction;
import dev.cel.runtime.standard.ModuloOperator;
import dev.cel.runtime.standard.MultiplyOperator;
import dev.cel.runtime.standard.NegateOperator;
import dev.cel.runtime.standard.NotEqualsOperator;
import dev.cel.runtime.standard.SizeFunction;
import dev.cel.runtime.standard.StartsWithFunction;
import dev.cel.runtime.standard.StringFunction;
import dev.cel.runtime.standard.SubtractOperator;
import dev.cel.runtime.standard.TimestampFunction;
import dev.cel.runtime.standard.UintFunction;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The functions of CEL's standard library, as far as they are called.
 *
 * @see <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md">the functions</a>
 */
final class StandardFunctions {

  /**
   * By the names under which syntax trees call them; what decides by itself, as && does, is not
   * called.
   */
  static final Map<String, Supplier<CelStandardFunction>> BY_NAME =
      Map.ofEntries(
          entry("!_", LogicalNotOperator::create),
          entry("-_", NegateOperator::create),
          entry("@in", InOperator::create),
          entry("_!=_", NotEqualsOperator::create),
          entry("_%_", ModuloOperator::create),
          entry("_*_", MultiplyOperator::create),
          entry("_+_", AddOperator::create),
          entry("_-_", SubtractOperator::create),
          entry("_/_", DivideOperator::create),
          entry("_<=_", LessEqualsOperator::create),
          entry("_<_", LessOperator::create),
          entry("_==_", EqualsOperator::create),
          entry("_>=_", GreaterEqualsOperator::create),
          entry("_>_", GreaterOperator::create),
          entry("_[_]", IndexOperator::create),
          entry("bool", BoolFunction::create),
          entry("bytes", BytesFunction::create),
          entry("contains", ContainsFunction::create),
          entry("double", DoubleFunction::create),
          entry("duration", DurationFunction::create),
          entry("dyn", DynFunction::create),
          entry("endsWith", EndsWithFunction::create),
          entry("getDate", GetDateFunction::create),
          entry("getDayOfMonth", GetDayOfMonthFunction::create),
          entry("getDayOfWeek", GetDayOfWeekFunction::create),
          entry("getDayOfYear", GetDayOfYearFunction::create),
          entry("getFullYear", GetFullYearFunction::create),
          entry("getHours", GetHoursFunction::create),
          entry("getMilliseconds", GetMillisecondsFunction::create),
          entry("getMinutes", GetMinutesFunction::create),
          entry("getMonth", GetMonthFunction::create),
          entry("getSeconds", GetSecondsFunction::create),
          entry("int", IntFunction::create),
          entry("matches", MatchesFunction::create),
          entry("size", SizeFunction::create),
          entry("startsWith", StartsWithFunction::create),
          entry("string", StringFunction::create),
          entry("timestamp", TimestampFunction::create),
          entry("uint", UintFunction::create));

  private StandardFunctions() {}

  /** The declarations of those among them that are called. */
  static CelStandardDeclarations declared(Set<String> called) {
    return CelStandardDeclarations.newBuilder()
        .filterFunctions(
            (function, overload) ->
                called.contains(function.functionName()) && !isOptional(overload))
        .build();
  }

  /** What CEL declares only where it is asked to. */
  private static boolean isOptional(StandardOverload overload) {
    return overload == Overload.Conversions.INT64_TO_TIMESTAMP
        || overload instanceof Overload.Comparison comparison
            && comparison.isHeterogeneousComparison();
  }

  /** What is done where they are called. */
  static Set<CelFunctionBinding> bound(
      Set<String> called, CelOptions options, RuntimeEquality equality) {
    Set<CelFunctionBinding> bindings = new HashSet<>();
    BY_NAME.forEach(
        (name, function) -> {
          if (called.contains(name)) {
            bindings.addAll(function.get().newFunctionBindings(options, equality));
          }
        });
    return bindings;
  }
}
