package dev.rollcall.rules;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.rollcall.model.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The references of a condition to what it speaks of, read off its syntax.
 *
 * @param attributes the attributes it names, each with its place in the text
 * @param anyAttribute whether it may look at attributes whose names it computes
 * @param compared the names of attributes that it compares with today or with a day written out
 */
record ConditionReferences(List<Attribute> attributes, boolean anyAttribute, Set<String> compared) {

  private static final Set<String> COMPARISONS =
      Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_");
  private static final java.util.regex.Pattern DAY =
      java.util.regex.Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

  private static final String PERSON = "person";
  private static final String TODAY = "today";

  /** An attribute with the offset of its name in the text, in code points; -1 where unknown. */
  record Attribute(String name, int offset) {

    /** As it is written behind {@code person}. */
    String access() {
      return isIdentifier(name) ? "." + name : "[\"" + name + "\"]";
    }

    /** What was probably meant, of all that is known. */
    String nearest(Set<String> known) {
      return Nearest.remedy(
          name,
          isIdentifier(name) ? known.stream().filter(Attribute::isIdentifier).toList() : known);
    }

    private static boolean isIdentifier(String name) {
      return name.matches("\\w+");
    }
  }

  ConditionReferences {
    attributes = List.copyOf(attributes);
    compared = Set.copyOf(compared);
  }

  /** Whether it may look at an attribute that has one of these names. */
  boolean mayBe(Set<String> names) {
    return anyAttribute || attributes.stream().anyMatch(each -> names.contains(each.name()));
  }

  /** Whether it compares an attribute that has one of these names with a day. */
  boolean mayCompare(Set<String> names) {
    return compared.stream().anyMatch(names::contains);
  }

  /** The attributes it names that are not among these. */
  List<Attribute> unknown(Set<String> known) {
    return attributes.stream().filter(each -> !known.contains(each.name())).toList();
  }

  static ConditionReferences of(CelAbstractSyntaxTree syntax) {
    List<Attribute> attributes =
        nodes(syntax).flatMap(node -> attribute(node, syntax).stream()).distinct().toList();
    long bare = nodes(syntax).filter(ConditionReferences::isPerson).count();
    return new ConditionReferences(
        attributes,
        bare > nodes(syntax).filter(ConditionReferences::namesOne).count(),
        nodes(syntax).flatMap(ConditionReferences::comparedWithDay).collect(toUnmodifiableSet()));
  }

  private static Stream<String> comparedWithDay(CelExpr node) {
    if (node.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL
        || !COMPARISONS.contains(node.call().function())) {
      return Stream.empty();
    }
    List<CelExpr> sides = node.call().args();
    return sides.stream().anyMatch(ConditionReferences::isDay)
        ? sides.stream()
            .flatMap(
                side ->
                    selected(side)
                        .or(() -> indexed(side).map(key -> key.constant().stringValue()))
                        .stream())
        : Stream.empty();
  }

  private static boolean isDay(CelExpr side) {
    boolean isToday =
        side.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
            && side.ident().name().equals(TODAY);
    return isToday || isText(side) && DAY.matcher(side.constant().stringValue()).matches();
  }

  private static Stream<CelExpr> nodes(CelAbstractSyntaxTree syntax) {
    return CelNavigableAst.fromAst(syntax).getRoot().allNodes().map(CelNavigableExpr::expr);
  }

  private static boolean isPerson(CelExpr node) {
    return node.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        && node.ident().name().equals(PERSON);
  }

  private static boolean namesOne(CelExpr node) {
    return selected(node).isPresent() || indexed(node).isPresent();
  }

  private static Optional<Attribute> attribute(CelExpr node, CelAbstractSyntaxTree syntax) {
    // A selection is placed at its dot, a constant at its quote.
    return selected(node)
        .map(name -> new Attribute(name, after(offset(node, syntax))))
        .or(
            () ->
                indexed(node)
                    .map(key -> new Attribute(key.constant().stringValue(), offset(key, syntax))));
  }

  private static int after(int offset) {
    return offset < 0 ? offset : offset + 1;
  }

  private static int offset(CelExpr node, CelAbstractSyntaxTree syntax) {
    return syntax.getSource().getPositionsMap().getOrDefault(node.id(), -1);
  }

  private static Optional<String> selected(CelExpr node) {
    return node.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
            && isPerson(node.select().operand())
        ? Optional.of(node.select().field())
        : Optional.empty();
  }

  /** The name in {@code person["cost center"]}. */
  private static Optional<CelExpr> indexed(CelExpr node) {
    if (node.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
      return Optional.empty();
    }
    CelCall call = node.call();
    boolean index = call.function().equals("_[_]") && isPerson(call.args().get(0));
    return index && isText(call.args().get(1)) ? Optional.of(call.args().get(1)) : Optional.empty();
  }

  private static boolean isText(CelExpr node) {
    return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  /**
   * Tells of every pattern that is none, is too large, or would only be known from the rosters.
   *
   * @param complaints takes the offset in the text and what is wrong
   */
  static void checkPatterns(
      CelAbstractSyntaxTree syntax, int mostSteps, BiConsumer<Integer, String> complaints) {
    nodes(syntax)
        .filter(node -> node.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL)
        .map(CelExpr::call)
        .filter(call -> call.function().equals("matches"))
        .forEach(
            call -> {
              CelExpr pattern = call.args().get(call.args().size() - 1);
              wrong(pattern, mostSteps)
                  .ifPresent(what -> complaints.accept(offset(pattern, syntax), what));
            });
  }

  private static Optional<String> wrong(CelExpr pattern, int mostSteps) {
    if (!isText(pattern)) {
      return Optional.of("the pattern of matches must be written out, as a text in quotes");
    }
    try {
      int steps = Pattern.compile(pattern.constant().stringValue()).programSize();
      return steps > mostSteps
          ? Optional.of(
              "the pattern of matches is too large: %s steps, %s are allowed"
                  .formatted(steps, mostSteps))
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("the pattern of matches is none: " + e.getDescription());
    }
  }
}
