package dev.rollcall.tenant.workiva;

import static dev.rollcall.tenant.workiva.WorkivaVocabulary.file;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.group;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.organizationRole;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.role;
import static dev.rollcall.tenant.workiva.WorkivaVocabulary.workspace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.sandbox.InjectedFault;
import dev.rollcall.sandbox.InjectedFault.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each request that writes or follows, with each fault: in the end all is as it was to be. */
class WorkivaFaultMatrixTest {

  private static final String SPACE = "/organizations/:id/workspaces/:id";

  private static final List<String> REQUESTS =
      List.of(
          "POST /organizations/:id/users",
          "POST /organizations/:id/users/:id/roles/assignment",
          "POST /organizations/:id/users/:id/roles/revocation",
          "POST " + SPACE + "/memberships/membershipCreation",
          "DELETE " + SPACE + "/memberships/:id",
          "POST " + SPACE + "/memberships/:id/roles/assignment",
          "POST " + SPACE + "/memberships/:id/roles/revocation",
          "POST " + SPACE + "/groups/:id/members/modification",
          "POST /documents/:id/permissions/modification",
          "GET /operations/:id",
          "GET /organizations/:id/users",
          "POST /oauth2/token");

  /** An effect with the status that it answers. */
  private record Fault(Effect effect, int status) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(Effect.STATUS, 429),
          new Fault(Effect.STATUS, 500),
          new Fault(Effect.STATUS, 503),
          new Fault(Effect.STATUS_AFTER, 503),
          new Fault(Effect.RESET_BEFORE, 0),
          new Fault(Effect.RESET_AFTER, 0),
          new Fault(Effect.TRUNCATED, 0),
          new Fault(Effect.GARBAGE, 0),
          new Fault(Effect.HTML, 502),
          new Fault(Effect.STATUS, 401));

  private static final Resource FY26 = workspace("FY26");
  private static final Resource AUDIT = workspace("Audit");

  @TempDir Path folder;

  private static List<Member> people() {
    return List.of(
        new Member(
            new Email("ana@example.com"),
            "Ana Silva",
            Status.ACTIVE,
            List.of(
                organizationRole("Org Security Admin").membership(),
                FY26.membership(),
                role(FY26, "Workspace Owner").membership(),
                group(FY26, "Certifiers").membership(),
                file("10-K").at("Owner"))),
        new Member(
            new Email("bob@example.com"),
            "Bob Roy",
            Status.ACTIVE,
            List.of(
                AUDIT.membership(),
                role(AUDIT, "Editor").membership(),
                group(AUDIT, "Controllers").membership())),
        new Member(
            new Email("new@example.com"),
            "New Face",
            Status.ACTIVE,
            List.of(
                FY26.membership(),
                role(FY26, "Editor").membership(),
                role(FY26, "Viewer").membership(),
                group(FY26, "Controllers").membership())));
  }

  @Test
  void allIsAsItWasToBeWhateverGoesWrongOnce() {
    String undisturbed = stateAfter(Optional.empty(), "nothing");
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String request : REQUESTS) {
      // Without a token nobody is let in: that ends a run, and there is nothing to come right.
      for (Fault fault : request.contains("/oauth2/") ? FAULTS.subList(0, 9) : FAULTS) {
        String name = request + " " + fault;
        String state = stateAfter(Optional.of(injected(request, fault)), name);
        if (!state.equals(undisturbed)) {
          wrong.add(name + "\n" + state);
        }
        cases++;
      }
    }
    System.out.println("requests with faults: " + cases + " cases");
    assertThat(wrong).isEmpty();
  }

  private String stateAfter(Optional<InjectedFault> fault, String name) {
    try (OrganizationWithClient organization = new OrganizationWithClient(folder)) {
      organization.turned("polls", "1");
      RosterApplied roster = new RosterApplied(organization, people());
      var plan = roster.plan();
      assertThat(plan.problems()).isEmpty();
      if (name.contains("/oauth2/token")) {
        organization.sandbox.endTokens();
      }
      fault.ifPresent(organization.sandbox::fail);
      roster.apply(plan);
      assertThat(roster.plan().operations()).as(name).isEmpty();
      return organization.sandbox.comparableState();
    }
  }

  private static InjectedFault injected(String request, Fault fault) {
    String[] parts = request.split(" ");
    return new InjectedFault(
        parts[0],
        parts[1],
        "",
        1,
        1,
        fault.effect(),
        fault.status(),
        Map.of(),
        Optional.empty(),
        Duration.ZERO);
  }
}
