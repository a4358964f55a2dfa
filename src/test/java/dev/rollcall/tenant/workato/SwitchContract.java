package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Stop;
import dev.rollcall.model.Email;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;

/**
 * However the workspace behaves where its documents are silent: the roster is reached, nobody else
 * is touched, the next plan is empty, and nobody is mailed twice. Where that cannot be, it is told
 * before anything is written, or of what was ignored.
 */
abstract class SwitchContract {

  /** What a case comes to. */
  private enum Verdict {
    /** The roster is reached. */
    REACHED,
    /** Nothing was written, because nothing that was read can be relied on. */
    NOT_BEGUN,
    /** What the workspace accepted and did not do is told as that; all else is done. */
    TOLD
  }

  /** The member list cannot be relied on, or whose grants are read. */
  private static final Map<Switch, Set<String>> UNRELIABLE =
      Map.of(
          Switch.MEMBERS_TOTAL, Set.of("missing", "null", "too-high", "too-low"),
          Switch.MEMBERS_DATA, Set.of("null", "missing", "empty", "half"),
          Switch.GRANT_PLACE, Set.of("other-environment"));

  /** Requests are accepted, and what they ask for does not happen, or not there. */
  private static final Map<Switch, Set<String>> FUTILE =
      Map.of(
          Switch.PUT_MEMBER, Set.of("ignored"),
          Switch.GROUP_ADD, Set.of("ignored"),
          Switch.GROUP_REMOVE, Set.of("nobody"),
          Switch.PUT_GRANTS, Set.of("ignored"),
          Switch.GRANT_PLACE, Set.of("other-project"));

  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final List<String> wrong = new ArrayList<>();
  private final List<String> reached = new ArrayList<>();

  /** The company whose workspace behaves so. */
  abstract SwitchedCompany open(Map<Switch, String> turned);

  /** Who is sent a mail. */
  abstract List<Email> mailed();

  /** What is accepted in vain, beside what is everywhere. */
  Map<Switch, Set<String>> futile() {
    return Map.of();
  }

  @BeforeEach
  void reachedAsAssumed() {
    try (SwitchedCompany company = open(Map.of())) {
      run(company);
      reached.addAll(company.state());
    }
  }

  /** Values of all switches. */
  final Map<Switch, String> combination(Random random) {
    Map<Switch, String> turned = new TreeMap<>();
    for (Switch each : Switch.values()) {
      List<String> values =
          each.positions().stream()
              .filter(value -> !isOneOf(UNRELIABLE, each, value) || random.nextInt(40) == 0)
              .filter(value -> !isFutile(each, value) || random.nextInt(40) == 0)
              .toList();
      if (!values.isEmpty()) {
        turned.put(each, values.get(random.nextInt(values.size())));
      }
    }
    withoutContradictions(turned);
    return turned;
  }

  /** Of some servers nobody could ever have made the workspace that is there at the start. */
  private static void withoutContradictions(Map<Switch, String> turned) {
    // Where those added replace the others, and one id is taken, or who is there must not be named,
    // no group has two members.
    instead(turned, Switch.GROUP_ADD, "replaces", Switch.GROUP_IDS, "all");
    instead(turned, Switch.GROUP_ADD, "replaces", Switch.ADD_PRESENT, "200");
    // What is taken from others can be given back only where anything can be given.
    instead(turned, Switch.GROUP_ADD, "ignored", Switch.GROUP_REMOVE, "named");
    instead(turned, Switch.GROUP_ADD, "ignored", Switch.PUT_MEMBER, "selective");
    instead(turned, Switch.PUT_GRANTS, "ignored", Switch.PUT_MEMBER, "selective");
    // What is taken from a project that nobody asked about shows nowhere.
    instead(turned, Switch.GRANT_PLACE, "other-project", Switch.PUT_GRANTS, "upserts");
    instead(turned, Switch.GRANT_PLACE, "other-project", Switch.PUT_MEMBER, "selective");
    // Where nothing says which environment it is, RightEnvironmentTest says what becomes of it.
    instead(turned, Switch.GRANT_PLACE, "other-environment", Switch.GRANT_ENVIRONMENT, "shown");
  }

  private static void instead(
      Map<Switch, String> turned, Switch where, String is, Switch other, String position) {
    if (is.equals(turned.get(where))) {
      turned.put(other, position);
    }
  }

  private boolean isFutile(Switch which, String value) {
    return isOneOf(FUTILE, which, value) || isOneOf(futile(), which, value);
  }

  /** Plays the company, and notes what is wrong. */
  final void judge(Map<Switch, String> turned) {
    Verdict expected =
        hasAny(UNRELIABLE, turned)
            ? Verdict.NOT_BEGUN
            : turned.entrySet().stream().anyMatch(each -> isFutile(each.getKey(), each.getValue()))
                ? Verdict.TOLD
                : Verdict.REACHED;
    try (SwitchedCompany company = open(turned)) {
      List<String> before = company.others();
      String neighbour = company.neighbour();
      Optional<String> problem =
          switch (expected) {
            case REACHED -> notReached(company);
            case NOT_BEGUN -> begun(company);
            case TOLD -> untold(company);
          };
      Optional<String> harm =
          company.others().equals(before) && company.neighbour().equals(neighbour)
              ? Optional.empty()
              : Optional.of(
                  "others were touched: "
                      + before
                      + " became "
                      + company.others()
                      + company.left());
      problem.or(() -> harm).ifPresent(text -> wrong.add(turned + ": " + text));
      verdicts.merge(expected, 1, Integer::sum);
    } catch (RuntimeException e) {
      wrong.add(turned + ": " + e);
    }
  }

  private Optional<String> notReached(SwitchedCompany company) {
    run(company);
    List<String> left =
        company.plan().operations().stream()
            .map(planned -> planned.operation().toString())
            .toList();
    if (!left.isEmpty()) {
      return Optional.of("still to do: " + left + " after " + company.left());
    }
    if (!company.state().equals(reached)) {
      List<String> more = new ArrayList<>(company.state());
      more.removeAll(reached);
      List<String> less = new ArrayList<>(reached);
      less.removeAll(company.state());
      return Optional.of("ends with " + more + " in place of " + less);
    }
    return mailed(company);
  }

  private Optional<String> mailed(SwitchedCompany company) {
    List<String> joiners = mailed().stream().map(Email::address).sorted().toList();
    return company.mails().equals(joiners)
        ? Optional.empty()
        : Optional.of("mailed " + company.mails());
  }

  private static Optional<String> begun(SwitchedCompany company) {
    try {
      company.run();
    } catch (TenantUnavailable | AccessRefused e) {
      return company.writes() == 0 ? Optional.empty() : Optional.of("something was written");
    }
    return Optional.of("it began");
  }

  private Optional<String> untold(SwitchedCompany company) {
    run(company);
    if (company.stopped().isPresent()) {
      return Optional.of("was given up: " + company.stopped().map(Stop.Cause::name));
    }
    boolean told = company.became().contains(OperationState.IGNORED);
    return told ? mailed(company) : Optional.of("did not say what was ignored");
  }

  /** A run, another one once the invited have come, and none is needed after that. */
  private static void run(SwitchedCompany company) {
    company.run();
    company.accept();
    company.run();
  }

  private static boolean hasAny(Map<Switch, Set<String>> values, Map<Switch, String> turned) {
    return turned.entrySet().stream()
        .anyMatch(each -> isOneOf(values, each.getKey(), each.getValue()));
  }

  private static boolean isOneOf(Map<Switch, Set<String>> values, Switch which, String value) {
    return values.getOrDefault(which, Set.of()).contains(value);
  }

  /** Tells how many cases there were. */
  final void tell(String what) {
    System.out.println(
        getClass().getSimpleName()
            + ", "
            + what
            + ": "
            + verdicts.values().stream().mapToInt(Integer::intValue).sum()
            + " cases, "
            + verdicts
            + ", "
            + wrong.size()
            + " wrong");
    assertThat(wrong).isEmpty();
  }
}
