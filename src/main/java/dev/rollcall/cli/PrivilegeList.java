package dev.rollcall.cli;

import dev.rollcall.model.Problem;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Errand;
import dev.rollcall.tenant.Inspection;
import dev.rollcall.tenant.Privilege;
import dev.rollcall.tenant.Privilege.State;
import dev.rollcall.tenant.ReadOnlyTenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which privileges a job needs: those that are missing, and those that nobody can try. */
final class PrivilegeList {

  private final Terminal terminal;
  private final boolean inDetail;

  PrivilegeList(Terminal terminal, boolean inDetail) {
    this.terminal = terminal;
    this.inDetail = inDetail;
  }

  /**
   * All that is missing, where that is why a workspace could not be read.
   *
   * @throws AccessRefused the same again, where it has another reason
   */
  List<Problem> explaining(AccessRefused failure, OpenedTenant target, Errand errand) {
    Inspection inspection =
        new ReadOnlyTenant(target.workspace())
            .inspection()
            .filter(each -> each.isForPrivileges(failure))
            .orElseThrow(() -> failure);
    return told(inspection.privileges(errand), inspection.screen());
  }

  /** All that is missing, of a workspace that could be read. */
  List<Problem> tell(OpenedTenant target, Errand errand) {
    return new ReadOnlyTenant(target.workspace())
        .inspection()
        .map(each -> told(each.privileges(errand), each.screen()))
        .orElse(List.of());
  }

  private List<Problem> told(List<Privilege> privileges, String screen) {
    List<Problem> problems =
        together(privileges, State.MISSING).entrySet().stream()
            .map(each -> problem(each.getKey(), each.getValue(), screen))
            .toList();
    problems.forEach(problem -> terminal.line(problem.toString()));
    write(State.SPARED, "is missing, and can be done without", privileges);
    write(State.UNTOLD, "could not be tried", privileges);
    if (inDetail) {
      write(State.GRANTED, "is there", privileges);
    }
    long there = privileges.stream().filter(each -> each.state() == State.GRANTED).count();
    terminal.line("Privileges: " + there + " that only read were tried, and are there.");
    if (privileges.stream().anyMatch(each -> each.state() == State.UNASKABLE)) {
      terminal.line(
          "What changes something cannot be tried beforehand; this job needs, under "
              + screen
              + ":");
      write(State.UNASKABLE, "", privileges);
    }
    return problems;
  }

  private static Problem problem(Privilege missing, String tokens, String screen) {
    return new Problem(
        tokens,
        "may not %s (%s)".formatted(missing.call(), missing.detail()),
        "tick \"%s\" in the role of its API client, under %s".formatted(missing.tick(), screen));
  }

  private void write(State state, String what, List<Privilege> privileges) {
    together(privileges, state)
        .forEach((each, tokens) -> terminal.line("  " + tokens + ": " + words(each, what)));
  }

  private static String words(Privilege privilege, String what) {
    String remark = privilege.detail().isEmpty() ? what : what + ": " + privilege.detail();
    return "%s, \"%s\"%s"
        .formatted(privilege.call(), privilege.tick(), remark.isEmpty() ? "" : " (" + remark + ")");
  }

  /** One of each with all whose it is: {@code token of dev, test, prod}. */
  private static Map<Privilege, String> together(List<Privilege> privileges, State state) {
    Map<List<String>, Privilege> first = new LinkedHashMap<>();
    Map<Privilege, String> together = new LinkedHashMap<>();
    for (Privilege each : privileges) {
      if (each.state() == state) {
        Privilege one = first.computeIfAbsent(List.of(each.call(), each.detail()), key -> each);
        together.merge(one, "token of " + each.place(), (all, more) -> all + ", " + each.place());
      }
    }
    return together;
  }
}
