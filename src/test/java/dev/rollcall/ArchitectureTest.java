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

  /**
   * Each package, in the order in which they may import each other, with the packages of ours that
   * it may import beside {@link #EVERYWHERE}; {@code x..} stands for {@code x} and all below it.
   */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry(EVERYWHERE, List.of()),
          Map.entry("build", List.of("source.columns")),
          Map.entry("sandbox", List.of()),
          Map.entry("sandbox.workiva", List.of("sandbox")),
          Map.entry("sandbox.scim", List.of("sandbox")),
          Map.entry("model", List.of()),
          Map.entry("source", List.of("model")),
          Map.entry("source.columns", List.of("source", "model")),
          Map.entry("source.csv", List.of("source", "source.columns", "model")),
          Map.entry("source.excel", List.of("source", "source.columns", "model")),
          Map.entry("source.jdbc", List.of("source", "source.columns", "model")),
          Map.entry("source.mapping", List.of("source", "source.columns", "model")),
          Map.entry(
              "source.gather", List.of("source", "source.columns", "source.mapping", "model")),
          Map.entry("rules", List.of("source..", "model")),
          Map.entry("plan", List.of("model")),
          Map.entry("safety", List.of("plan", "model")),
          Map.entry("tenant", List.of("plan", "model")),
          Map.entry("tenant.http", List.of("tenant")),
          Map.entry("tenant.careful", List.of("tenant", "tenant.http", "plan", "model")),
          Map.entry("tenant.workato", clientOf("workato")),
          Map.entry("tenant.workato.payload", List.of("tenant.http")),
          Map.entry("tenant.workiva", clientOf("workiva")),
          Map.entry("tenant.workiva.payload", List.of("tenant.http")),
          Map.entry("tenant.scim", clientOf("scim")),
          Map.entry("tenant.scim.payload", List.of("tenant.http")),
          Map.entry("apply", List.of("tenant", "plan", "model")),
          Map.entry("journal", List.of("apply", "tenant", "safety", "plan", "model")),
          Map.entry(
              "report",
              List.of(
                  "journal", "apply", "tenant", "safety", "plan", "rules", "source..", "model")),
          Map.entry(
              "report.roster",
              List.of("report", "report.sheet", "safety", "plan", "rules", "source..", "model")),
          Map.entry("report.sheet", List.of("source..")),
          Map.entry("report.catalog", List.of("report", "tenant", "model")),
          Map.entry("report.review", List.of("report", "tenant", "source..", "model")),
          Map.entry("job.yaml", List.of("model")),
          Map.entry(
              "job.spec",
              List.of(
                  "job.yaml",
                  "report",
                  "journal",
                  "tenant..",
                  "safety",
                  "plan",
                  "source..",
                  "model")),
          Map.entry(
              "job",
              List.of(
                  "job.spec",
                  "job.yaml",
                  "report",
                  "journal",
                  "safety",
                  "plan",
                  "rules",
                  "source..",
                  "model")),
          Map.entry(
              "planning",
              List.of(
                  "job..",
                  "report..",
                  "journal",
                  "apply",
                  "tenant..",
                  "safety",
                  "plan",
                  "rules",
                  "source..",
                  "model",
                  "sandbox..")),
          Map.entry(
              "explain",
              List.of(
                  "planning",
                  "job..",
                  "report..",
                  "apply",
                  "tenant",
                  "safety",
                  "plan",
                  "rules",
                  "source..",
                  "model")),
          Map.entry(
              "review",
              List.of(
                  "planning",
                  "job..",
                  "report..",
                  "apply",
                  "tenant",
                  "safety",
                  "plan",
                  "source..",
                  "model")),
          Map.entry(
              "migration",
              List.of(
                  "planning",
                  "job..",
                  "report..",
                  "apply",
                  "tenant",
                  "plan",
                  "rules",
                  "source..",
                  "model")),
          Map.entry("starter", List.of("planning", "job..", "source..", "model")),
          Map.entry(
              "export",
              List.of(
                  "starter",
                  "planning",
                  "job..",
                  "report..",
                  "apply",
                  "tenant",
                  "plan",
                  "source..",
                  "model")),
          Map.entry(
              "batch",
              List.of(
                  "planning",
                  "job..",
                  "report..",
                  "journal",
                  "apply",
                  "tenant",
                  "safety",
                  "plan",
                  "rules",
                  "source..",
                  "model",
                  "sandbox..")),
          Map.entry(
              "cli",
              List.of(
                  "batch",
                  "export",
                  "explain",
                  "review",
                  "migration",
                  "starter",
                  "planning",
                  "job..",
                  "report..",
                  "journal",
                  "apply",
                  "tenant",
                  "safety",
                  "plan",
                  "rules",
                  "source..",
                  "model",
                  "sandbox..")));

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

  @ArchTest static final ArchRule onlyTheJobFileNamesWorkato = onlyTheJobFileNames("workato");

  @ArchTest static final ArchRule onlyTheJobFileNamesWorkiva = onlyTheJobFileNames("workiva");

  @ArchTest static final ArchRule onlyTheJobFileNamesScim = onlyTheJobFileNames("scim");

  private static ArchRule onlyTheJobFileNames(String vendor) {
    String itself = "dev.rollcall.tenant." + vendor + "..";
    return noClasses()
        .that()
        .resideOutsideOfPackages(itself, "dev.rollcall.job.spec..", "dev.rollcall.planning..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(itself);
  }

  private static List<String> clientOf(String vendor) {
    return List.of(
        "tenant",
        "tenant.http",
        "tenant.careful",
        "tenant." + vendor + ".payload",
        "plan",
        "model");
  }

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
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "dev.rollcall.model..",
              "dev.rollcall.security..");

  @ArchTest
  static final ArchRule jsonAndYamlStayAtTheEdges =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.rollcall.sandbox..",
              "dev.rollcall.tenant..",
              "dev.rollcall.journal..",
              "dev.rollcall.report..",
              "dev.rollcall.explain..",
              "dev.rollcall.migration..",
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
  static final ArchRule theHttpClientStaysInTenantHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "tenant.http")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..", "java.net.http..");

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
    List<String> allowed = ARROWS.get(from.get());
    if (allowed == null) {
      events.add(SimpleConditionEvent.violated(type, from.get() + " is no package of ours"));
      return;
    }
    type.getDirectDependenciesFromSelf().stream()
        .filter(use -> room(use.getTargetClass()).isPresent())
        .filter(use -> !isAllowed(room(use.getTargetClass()).orElseThrow(), from.get(), allowed))
        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
  }

  private static boolean isAllowed(String room, String from, List<String> allowed) {
    return room.equals(from)
        || room.equals(EVERYWHERE)
        || allowed.contains(room)
        || allowed.stream()
            .filter(each -> each.endsWith(".."))
            .map(each -> each.substring(0, each.length() - 2))
            .anyMatch(each -> room.equals(each) || room.startsWith(each + "."));
  }

  /** The package below the base, e.g. {@code tenant.workato}. */
  private static Optional<String> room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(BASE) ? Optional.of(name.substring(BASE.length())) : Optional.empty();
  }
}
