package dev.rollcall.batch;

import dev.rollcall.apply.RunRecord;
import dev.rollcall.job.GivenRights;
import dev.rollcall.job.OnboardingRequest;
import dev.rollcall.job.RunOptions;
import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.job.yaml.Overrides;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.report.RunHead;
import dev.rollcall.safety.Allowances;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options of a run as a repository remembers them. Of overrides only those are kept, and obeyed
 * when read back, that say how far a run may go; of all others the path alone, because whoever can
 * write into the repository must not be able to say where tokens are sent or what is opened.
 */
public final class KeptOptions {

  private static final Set<String> KEPT = Set.of("safety", "policy", "scope");
  private static final Pattern REFERENCE_OR_BREAK = Pattern.compile("\\$\\{|[\\r\\n]");

  private static final String SET = "--set=";
  private static final String SET_AGAIN = "--set-again=";
  private static final String ALLOW = "--allow=";
  private static final String NO_INVITES = "--no-invites";
  private static final String NO_CHANGES = "--no-changes";
  private static final String NO_REMOVALS = "--no-removals";
  private static final String REVIEWED = "--reviewed";
  private static final String SHEET = "--sheet=";
  private static final String DIGEST = "--onboard-digest=";
  private static final String ROLE = GivenRights.ROLE + "=";
  private static final String GROUPS = GivenRights.GROUPS + "=";

  private final String run;
  private final List<String> lines;

  private KeptOptions(String run, List<String> lines) {
    this.run = run;
    this.lines = List.copyOf(lines);
  }

  /** The text under which the options of a run are kept. */
  static String text(RunOrder order) {
    List<String> lines = new ArrayList<>();
    order.job().onboarding().ifPresent(onboarding -> lines.addAll(lines(onboarding.intake())));
    if (order.mode() == RunHead.Mode.APPLY) {
      lines.add(REVIEWED);
    }
    order.name().ifPresent(name -> lines.add(RunRecord.NAMED + name));
    order.options().overrides().stream().map(KeptOptions::line).forEach(lines::add);
    lines.addAll(order.options().limitArguments());
    return String.join("\n", lines);
  }

  private static List<String> lines(OnboardingRequest intake) {
    List<String> lines = new ArrayList<>();
    lines.add(RunRecord.ONBOARDS + intake.file());
    lines.add(DIGEST + intake.digest());
    intake.sheet().ifPresent(sheet -> lines.add(SHEET + sheet));
    lines.addAll(intake.rights().arguments());
    return lines;
  }

  private static String line(String override) {
    return isKept(override) ? SET + override : SET_AGAIN + path(override);
  }

  private static boolean isKept(String override) {
    return Overrides.key(override).filter(KEPT::contains).isPresent()
        && !REFERENCE_OR_BREAK.matcher(override).find();
  }

  private static String path(String override) {
    return Overrides.path(override).orElse("").replaceAll("[\\r\\n]", " ");
  }

  /**
   * Those of a run, as they were found.
   *
   * @throws WrongInput where they are none that a run can have had
   */
  public static KeptOptions of(RunRecord record) {
    KeptOptions kept = new KeptOptions(record.id().toString(), record.flags().lines().toList());
    kept.limits();
    return kept;
  }

  /** Whether the run carries out a plan that somebody reviewed, and nothing else. */
  boolean isReviewed() {
    return lines.contains(REVIEWED);
  }

  /**
   * The spreadsheet whose people the run brings in, if it does. A file is only ever opened again
   * where it holds what it held then: so whoever can write into the repository learns nothing from
   * naming another.
   *
   * @throws WrongInput where it is none that a run can have had
   */
  public Optional<OnboardingRequest> intake() {
    Optional<String> file = values(RunRecord.ONBOARDS).stream().findFirst();
    GivenRights.Parsed given = GivenRights.parse(values(ROLE), values(GROUPS));
    Optional<String> digest = values(DIGEST).stream().findFirst();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (digest.isEmpty() || !given.problems().isEmpty()) {
        throw new IllegalArgumentException("not whole");
      }
      Path path = Path.of(file.get());
      return Optional.of(
          new OnboardingRequest(
              path,
              path.toString(),
              values(SHEET).stream().findFirst(),
              given.rights(),
              digest.get()));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  /**
   * The options to go on with: what is kept, and what is given anew. The order of overrides stays,
   * so that equal ones are seen to be equal.
   *
   * @param given overrides of the command line
   * @param allow limits of the command line, each instead of one that is kept
   * @throws WrongInput where an override must be given again
   */
  public RunOptions with(List<String> given, List<String> allow) {
    List<String> left = new ArrayList<>(given);
    List<String> missing = new ArrayList<>();
    List<String> overrides = new ArrayList<>();
    for (String line : lines) {
      Optional<String> again = mustBeGiven(line);
      if (again.isPresent()) {
        take(again.get(), left).ifPresentOrElse(overrides::add, () -> missing.add(again.get()));
      } else if (line.startsWith(SET)) {
        overrides.add(line.substring(SET.length()));
      }
    }
    refuse(missing);
    overrides.addAll(left);
    RunOptions limits = limits();
    return new RunOptions(overrides, allowances(allow), limits.only(), limits.switches());
  }

  /**
   * Looks whether all overrides are among these that must be.
   *
   * @throws WrongInput where one is not
   */
  void check(List<String> given) {
    List<String> left = new ArrayList<>(given);
    refuse(
        lines.stream()
            .flatMap(line -> mustBeGiven(line).stream())
            .filter(path -> take(path, left).isEmpty())
            .toList());
  }

  /** The path of an override that is not obeyed, whoever wrote it down. */
  private static Optional<String> mustBeGiven(String line) {
    if (line.startsWith(SET_AGAIN)) {
      return Optional.of(line.substring(SET_AGAIN.length()));
    }
    return line.startsWith(SET) && !isKept(line.substring(SET.length()))
        ? Optional.of(path(line.substring(SET.length())))
        : Optional.empty();
  }

  private static Optional<String> take(String path, List<String> given) {
    Optional<String> found = given.stream().filter(each -> path(each).equals(path)).findFirst();
    found.ifPresent(given::remove);
    return found;
  }

  private void refuse(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new WrongInput(
          missing.stream()
              .distinct()
              .map(
                  path ->
                      new Problem(
                          "--set " + path.replaceAll("\\p{C}", "?"),
                          "was given when run " + run + " was started, and is not kept",
                          "give it again, or start a new run"))
              .toList());
    }
  }

  private Allowances allowances(List<String> anew) {
    List<String> flags = new ArrayList<>(anew);
    List<String> rules = anew.stream().map(KeptOptions::rule).toList();
    values(ALLOW).stream().filter(flag -> !rules.contains(rule(flag))).forEach(flags::add);
    Allowances.Parsed parsed = Allowances.parse(flags);
    if (!parsed.problems().isEmpty()) {
      throw new WrongInput(parsed.problems());
    }
    return parsed.allowances();
  }

  private static String rule(String flag) {
    return flag.replaceFirst("=.*", "").strip();
  }

  private RunOptions limits() {
    try {
      List<String> only = values(RunRecord.LIMITED);
      only.forEach(EmailGlob::new);
      lines.forEach(KeptOptions::checkKnown);
      return new RunOptions(
          List.of(),
          allowances(List.of()),
          only,
          new OperationSwitches(
              !lines.contains(NO_INVITES),
              !lines.contains(NO_CHANGES),
              !lines.contains(NO_REMOVALS)));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private WrongInput unknown() {
    return new WrongInput(
        "what the repository remembers of the options of run "
            + run
            + " are no options; start a new run");
  }

  private static void checkKnown(String line) {
    boolean isFlag = Set.of(NO_INVITES, NO_CHANGES, NO_REMOVALS, REVIEWED).contains(line);
    boolean hasValue =
        List.of(
                SET,
                SET_AGAIN,
                ALLOW,
                RunRecord.LIMITED,
                RunRecord.ONBOARDS,
                RunRecord.NAMED,
                DIGEST,
                SHEET,
                ROLE,
                GROUPS)
            .stream()
            .anyMatch(start -> line.startsWith(start) && line.length() > start.length());
    if (!isFlag && !hasValue) {
      throw new IllegalArgumentException("no option");
    }
  }

  private List<String> values(String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }
}
