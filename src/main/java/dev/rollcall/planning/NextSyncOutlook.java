package dev.rollcall.planning;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.job.Onboarding;
import dev.rollcall.job.spec.PolicySpec;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Policy;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.source.Reject;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The outlook on the next sync: what the job's own rosters say of people who are brought in beside
 * them. That sync goes by those alone, and must not undo in silence what is done now.
 */
final class NextSyncOutlook {

  /** What is found about people who are not brought in. */
  private static final Set<Finding.Kind> STAY_AWAY =
      Set.of(
          Finding.Kind.PERSON_HELD,
          Finding.Kind.NOT_INVITABLE,
          Finding.Kind.JOINS_BY_SINGLE_SIGN_ON);

  private final Onboarding onboarding;
  private final JudgedPlan planned;
  private final List<PersonRecord> newcomers;
  private final List<Reject> leftAlone;

  /**
   * Looks at those who are to have access by a plan.
   *
   * @param leftAlone the rows of those who are not, to be handed back
   */
  NextSyncOutlook(Onboarding onboarding, JudgedPlan planned, List<Reject> leftAlone) {
    this.onboarding = onboarding;
    this.planned = planned;
    this.newcomers = newcomers();
    this.leftAlone = List.copyOf(leftAlone);
  }

  private List<PersonRecord> newcomers() {
    Set<String> away =
        planned.plan().findings().stream()
            .filter(finding -> STAY_AWAY.contains(finding.kind()))
            .map(Finding::subject)
            .collect(toSet());
    return planned.gathered().people().stream()
        .filter(person -> person.status() == Status.ACTIVE)
        .filter(person -> planned.scope().plans(person.email()))
        .filter(person -> !away.contains(person.email().address()))
        .toList();
  }

  /** Reads the rosters; where that does not work, says so. */
  PlanNotes against(RosterReading rosters) {
    List<String> notes = new ArrayList<>();
    notes.add(head());
    notes.addAll(nameless());
    try (rosters) {
      rosters.gatherAll();
      return told(rosters.seal(), notes);
    } catch (UnreadableSource | UnusableRules e) {
      notes.add(unread(e.problems()));
    }
    return new PlanNotes(notes, List.of(), leftAlone);
  }

  private String head() {
    int people = planned.gathered().people().size();
    int rows = planned.gathered().rejects().size() + leftAlone.size();
    return "Onboards "
        + counted(people, "person", "people")
        + " of "
        + onboarding.intake().told()
        + (rows == 0 ? "" : "; " + counted(rows, "row is", "rows are") + " handed back")
        + ". Nobody else is planned for, and nothing is taken.";
  }

  private List<String> nameless() {
    long nameless =
        planned.plan().operations().stream()
            .flatMap(each -> Joins.of(each).stream())
            .filter(join -> join.name().isBlank())
            .count();
    return nameless == 0
        ? List.of()
        : List.of(
            nameless == 1
                ? "1 of them has no name in the sheet and is invited under the address."
                : nameless
                    + " of them have no name in the sheet and are invited under their address.");
  }

  private String unread(List<Problem> problems) {
    String why = problems.isEmpty() ? "" : " (" + problems.get(0) + ")";
    return "The job's rosters could not be read"
        + why
        + ": nobody can tell which of these people are in none of them; policy.absent: "
        + word(policy().absent());
  }

  /** Everybody in the rosters, held people included. */
  private static Map<Email, Status> statuses(Gathered rosters) {
    Map<Email, Status> statuses = new TreeMap<>();
    rosters.held().keySet().forEach(email -> statuses.put(email, Status.ACTIVE));
    statuses.putAll(
        rosters.people().stream()
            .filter(person -> !rosters.held().containsKey(person.email()))
            .collect(toMap(PersonRecord::email, PersonRecord::status)));
    return statuses;
  }

  private PlanNotes told(Gathered rosters, List<String> notes) {
    Map<Email, Status> statuses = statuses(rosters);
    SortedMap<Email, List<Entitlement>> extra =
        new NextSyncLosses(onboarding.standing(), planned.situation()).by(rosters);
    List<PersonRecord> inNone = those(person -> !statuses.containsKey(person.email()));
    List<PersonRecord> left = those(person -> statuses.get(person.email()) == Status.LEFT);
    List<PersonRecord> given = those(person -> extra.containsKey(person.email()));
    if (!inNone.isEmpty()) {
      notes.add(
          of(inNone.size())
              + " in none of the job's rosters; policy.absent: "
              + next(policy().absent(), inNone.size()));
    }
    if (!left.isEmpty()) {
      notes.add(
          of(left.size())
              + " marked as left in the job's rosters; policy.left: "
              + next(policy().left(onboarding.standing().file().vocabulary()).now(), left.size()));
    }
    if (!given.isEmpty()) {
      notes.add(takenBack(given.size()));
    }
    List<Finding> findings = new ArrayList<>();
    inNone.forEach(person -> findings.add(finding(person, "is in none of the job's rosters")));
    left.forEach(person -> findings.add(finding(person, "has left, by the job's rosters")));
    given.forEach(
        person ->
            findings.add(finding(person, beyond(extra.getOrDefault(person.email(), List.of())))));
    return new PlanNotes(notes, findings, leftAlone);
  }

  private String takenBack(int people) {
    return (people == 1 ? "1 of them gets" : people + " of them get")
        + " rights that the job's rosters do not give; policy.extra: "
        + policy().extra().name().toLowerCase(Locale.ROOT)
        + ": the next sync of "
        + onboarding.standing().file().name()
        + " takes those back.";
  }

  private static String beyond(List<Entitlement> rights) {
    return "the job's rosters do not give "
        + rights.stream().map(Entitlement::toString).collect(joining(", "));
  }

  private List<PersonRecord> those(Predicate<PersonRecord> which) {
    return newcomers.stream().filter(which).toList();
  }

  private String next(Policy.Leaving leaving, int people) {
    return word(leaving)
        + ": the next sync of "
        + onboarding.standing().file().name()
        + " "
        + what(leaving, people, onboarding.standing().file().vocabulary().tenant())
        + ".";
  }

  private static Finding finding(PersonRecord person, String detail) {
    return new Finding(
        Finding.Kind.NOT_KEPT, person.email().address(), detail, person.row().toString());
  }

  private static String what(Policy.Leaving leaving, int people, Noun tenant) {
    String them = people == 1 ? "this person" : "these people";
    return switch (leaving) {
      case REPORT -> "reports " + them + ", and leaves their access as it is";
      case MEMBERSHIPS -> "takes " + them + " out of groups and projects";
      case SUSPEND -> "takes the access of " + them + " away";
      case REMOVE -> "removes " + them + " from the " + tenant;
    };
  }

  private PolicySpec policy() {
    return onboarding.standing().file().policy();
  }

  private static String word(Policy.Leaving leaving) {
    return leaving.name().toLowerCase(Locale.ROOT);
  }

  private static String of(int people) {
    return people + (people == 1 ? " of them is" : " of them are");
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
