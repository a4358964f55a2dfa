package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a real process in the middle of a run, again and again, and lets {@code rollcall rerun}
 * finish: the organization must end as after an undisturbed run, and nothing is left to plan.
 */
@Tag("long")
class WorkivaKillTest {

  private static final Duration HELD = Duration.ofMinutes(5);
  private static final String SPACE = "/organizations/:id/workspaces/:id";
  private static final String SEAT = SPACE + "/memberships/:id";

  /** When the process dies: with a request held by the organization. */
  enum Moment {
    AFTER_AN_ACCOUNT(FaultDraft.resetAfter("POST", "/organizations/:id/users")),
    AFTER_A_GROUP_IS_MADE(FaultDraft.resetAfter("POST", SPACE + "/groups")),
    AFTER_A_MEMBERSHIP(
        FaultDraft.resetAfter("POST", SPACE + "/memberships/membershipCreation").nth(2)),
    AFTER_ROLES_ARE_GIVEN(FaultDraft.resetAfter("POST", SEAT + "/roles/assignment")),
    WHILE_AN_OPERATION_GOES_ON(FaultDraft.resetBefore("GET", "/operations/:id")),
    AFTER_SOMEBODY_IS_IN_A_GROUP(
        FaultDraft.resetAfter("POST", SPACE + "/groups/:id/members/modification")),
    AFTER_A_LEAVER_IS_OUT_OF_A_WORKSPACE(FaultDraft.resetAfter("DELETE", SEAT));

    private final FaultDraft fault;

    Moment(FaultDraft fault) {
      this.fault = fault.lasting(HELD);
    }
  }

  @TempDir Path folder;

  @Test
  void aRerunFinishesWhatWasKilled() throws IOException {
    String undisturbed = undisturbed();
    int cases = 0;
    for (Moment moment : Moment.values()) {
      Path own = Files.createDirectory(folder.resolve(moment.name()));
      try (AuditFirm firm = new AuditFirm(own)) {
        kill(moment, firm, new RealShell(own));
        assertThat(firm.state()).as(moment.name()).isEqualTo(undisturbed);
        Ran plan = firm.run("plan", "--detailed-exitcode");
        assertThat(plan.code()).as(moment + plan.out() + plan.err()).isZero();
        cases++;
      }
    }
    System.out.println("killed and finished: " + cases + " cases");
  }

  private String undisturbed() throws IOException {
    try (AuditFirm firm = new AuditFirm(Files.createDirectory(folder.resolve("undisturbed")))) {
      Ran sync = firm.run("sync");
      assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
      return firm.state();
    }
  }

  private static void kill(Moment moment, AuditFirm firm, RealShell shell) {
    firm.organization.fail(moment.fault.made());
    RealShell.Running sync = shell.start("sync", firm.job().toString());
    sync.until(
        moment.name(),
        () -> firm.organization.requests().stream().anyMatch(request -> request.status() == 0));
    sync.kill();
    firm.organization.clearFaults();
    RealShell.Running rerun = shell.start("rerun");
    assertThat(rerun.exitCode()).as(moment + rerun.told()).isZero();
  }
}
