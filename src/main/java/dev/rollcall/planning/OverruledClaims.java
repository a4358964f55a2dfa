package dev.rollcall.planning;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.job.JobRules;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Attribution;
import dev.rollcall.model.Email;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Finding;
import dev.rollcall.rules.DesiredEntitlements;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Claims that were overruled, by a cell or an earlier rule. They are told of those whom the plan
 * changes, and asked of the rules again, so that nothing has to be kept of everybody else.
 */
public final class OverruledClaims {

  private static final int MOST = 1_000;

  private OverruledClaims() {}

  /** One finding a claim that lost; at most a thousand, and then how many more there are. */
  public static List<Finding> of(LoadedJob job, JudgedPlan planned) {
    if (job.file().rules().isEmpty()) {
      return List.of();
    }
    Set<Email> changed =
        planned.plan().operations().stream()
            .map(each -> each.operation().assignee())
            .filter(Assignee.Person.class::isInstance)
            .map(assignee -> ((Assignee.Person) assignee).email())
            .collect(toSet());
    RuleBook rules =
        JobRules.book(job, LocalDate.ofInstant(planned.plan().madeAt(), job.file().timeZone()));
    List<Finding> findings = new ArrayList<>();
    int more = 0;
    for (PersonRecord person : planned.gathered().people()) {
      if (changed.contains(person.email()) && person.status() != Status.LEFT) {
        DesiredEntitlements entitled = rules.entitle(person, new ArrayList<>());
        for (Claim lost : entitled.overruled()) {
          if (findings.size() < MOST) {
            findings.add(finding(person.email(), lost, entitled.winnerOver(lost)));
          } else {
            more++;
          }
        }
      }
    }
    if (more > 0) {
      findings.add(
          new Finding(
              Finding.Kind.OVERRULED,
              "",
              more + " more; rollcall explain tells them person by person",
              ""));
    }
    return findings;
  }

  private static Finding finding(Email email, Claim lost, Claim winner) {
    return new Finding(
        Finding.Kind.OVERRULED,
        email.address(),
        "%s would give \"%s\", but %s gives \"%s\""
            .formatted(
                said(lost.because()),
                lost.entitlement(),
                said(winner.because()),
                winner.entitlement()),
        winner.because().origin().toString());
  }

  private static String said(Attribution because) {
    return because.rule().isEmpty()
        ? "the cell " + because.origin()
        : "rule \"" + because.rule() + "\" (" + because.origin() + ")";
  }
}
