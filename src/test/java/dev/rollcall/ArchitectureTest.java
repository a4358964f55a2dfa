package dev.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the arrows between the packages: who may import whom. */
@AnalyzeClasses(packages = "dev.rollcall", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "dev.rollcall.";

  /** Plain Java that may be imported from everywhere. */
  private static final String EVERYWHERE = "security";

  /** Each package with the packages of ours that it may import, beside itself and that. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry(EVERYWHERE, List.of()),
          Map.entry("sandbox", List.of()),
          Map.entry("model", List.of()),
          Map.entry("source", List.of("model")),
          Map.entry("rules", List.of("source", "model")),
          Map.entry("plan", List.of("model")),
          Map.entry("safety", List.of("plan", "model")),
          Map.entry("target", List.of("plan", "model")),
          Map.entry("apply", List.of("target", "plan", "model")),
          Map.entry("journal", List.of("apply", "target", "safety", "plan", "model")),
          Map.entry(
              "report",
              List.of("journal", "apply", "target", "safety", "plan", "rules", "source", "model")),
          Map.entry(
              "job",
              List.of(
                  "report", "journal", "apply", "target", "safety", "plan", "rules", "source",
                  "model", "sandbox")),
          Map.entry(
              "batch",
              List.of(
                  "job", "report", "journal", "apply", "target", "safety", "plan", "rules",
                  "source", "model", "sandbox")),
          Map.entry(
              "cli",
              List.of(
                  "batch", "job", "report", "journal", "apply", "target", "safety", "plan", "rules",
                  "source", "model", "sandbox")));

  @ArchTest
  static final ArchRule arrowsGoOneWay =
      classes()
          .that()
          .resideInAPackage("dev.rollcall..")
          .should(
              new ArchCondition<>("import only what their package may import") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  checkArrows(type, events);
                }
              });

  @ArchTest
  static final ArchRule springStaysInBatch =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.rollcall.batch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule modelIsPlainJava =
      classes()
          .that()
          .resideInAnyPackage("dev.rollcall.model..", "dev.rollcall.security..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.rollcall.model..", "dev.rollcall.security..");

  @ArchTest
  static final ArchRule jsonAndYamlStayAtTheEdges =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.rollcall.sandbox..",
              "dev.rollcall.target..",
              "dev.rollcall.journal..",
              "dev.rollcall.report..",
              "dev.rollcall.job..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml..", "org.snakeyaml..");

  @ArchTest
  static final ArchRule celStaysInRules =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.rollcall.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");

  @ArchTest
  static final ArchRule onlyTheTerminalKnowsTheStreamsOfTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.rollcall.cli.Terminal")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule theCoreDoesNotLogOrReadTheClock =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.rollcall.model..", "dev.rollcall.plan..", "dev.rollcall.safety..")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<>("log, read files or tell the time") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getName().startsWith("org.slf4j")
                      || type.getName().startsWith("java.io.File")
                      || type.getName().startsWith("java.nio.file")
                      || type.getName().equals("java.time.Clock")
                      || type.getName().equals("java.util.Random");
                }
              });

  private static void checkArrows(JavaClass type, ConditionEvents events) {
    Optional<String> from = room(type);
    if (from.isEmpty()) {
      return;
    }
    type.getDirectDependenciesFromSelf().stream()
        .filter(use -> room(use.getTargetClass()).isPresent())
        .filter(use -> !room(use.getTargetClass()).equals(from))
        .filter(use -> !room(use.getTargetClass()).equals(Optional.of(EVERYWHERE)))
        .filter(use -> !ARROWS.get(from.get()).contains(room(use.getTargetClass()).orElseThrow()))
        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
  }

  /** The first package segment below the base, e.g. {@code target} of {@code target.workato}. */
  private static Optional<String> room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(BASE)
        ? Optional.of(name.substring(BASE.length()).split("\\.")[0])
        : Optional.empty();
  }
}
