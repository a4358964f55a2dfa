package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that go wrong on their way: nothing happens twice, and a rerun does what is left. */
class LostAnswersTest {

  private static final String INVITE = "/api/member_invitations";
  private static final Duration LATER = Duration.ofMinutes(23);

  /** A way in which a request goes wrong once. */
  private enum Trouble {
    RESET_BEFORE {
      @Override
      FaultDraft on(String method, String path) {
        return FaultDraft.resetBefore(method, path);
      }
    },
    RESET_AFTER {
      @Override
      FaultDraft on(String method, String path) {
        return FaultDraft.resetAfter(method, path);
      }
    },
    SERVER_ERROR {
      @Override
      FaultDraft on(String method, String path) {
        return FaultDraft.status(method, path, 500).withHeader("Retry-After", "0");
      }
    },
    GATEWAY_ERROR {
      @Override
      FaultDraft on(String method, String path) {
        return FaultDraft.statusAfter(method, path, 502).withHeader("Retry-After", "0");
      }
    },
    TOO_MANY {
      @Override
      FaultDraft on(String method, String path) {
        return FaultDraft.status(method, path, 429).withHeader("Retry-After", "0");
      }
    };

    abstract FaultDraft on(String method, String path);
  }

  /** One operation of every kind. */
  private static final String EVERY_KIND =
      Workbench.HEADER
          + """
          ana@example.com,Ana Silva,active,Environment admin,Environment admin,,
          eve@example.com,Eve Lund,active,Environment admin,Environment admin,,
          bob@example.com,Bob Roy,active,Member,Member,Finance,
          cy@example.com,Cy Moe,active,Member,Member,Builders,Close@dev = Builder
          dee@example.com,Dee Poe,left,,,,
          flo@example.com,Flo Ray,active,Member,Member,Finance;Ops,
          """;

  private static final List<String> WRITES =
      List.of(
          "POST /api/user_groups",
          "PUT /api/projects/:id/project_grants",
          "POST /api/member_invitations",
          "PUT /api/members/:id",
          "POST /api/user_groups/:id/members",
          "DELETE /api/user_groups/:id/members",
          "DELETE /api/project_grants/:id",
          "DELETE /api/members/:id");

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theRosterOfEveryKindNeedsEveryRequest() {
    everyKind();

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(new TreeSet<>(bench.writes())).isEqualTo(new TreeSet<>(WRITES));
    everythingIsDoneOnce();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void nothingHappensTwiceAndARerunDoesTheRest(Trouble trouble) {
    everyKind();
    for (String write : WRITES) {
      String[] parts = write.split(" ");
      bench.sandbox.fail(trouble.on(parts[0], parts[1]).made());
    }

    Ran first = bench.run("sync");
    assertThat(first.code()).as(first.toString()).isIn(0, 3);
    Ran last = first;
    for (int i = 0; i < 3 && last.code() == 3; i++) {
      bench.advance(LATER);
      last = bench.look("rerun");
    }

    assertThat(last.code()).as(first + "\n" + last).isZero();
    bench.advance(LATER);
    Ran deferred = bench.run("sync");
    assertThat(deferred.code()).as(deferred.toString()).isZero();
    everythingIsDoneOnce();
    bench.forget();
    Ran again = bench.run("sync");
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void anInvitationWhoseAnswerWasLostIsFoundInTheAuditLog() {
    joiner();
    bench.sandbox.fail(FaultDraft.resetAfter("POST", INVITE).made());

    Ran first = bench.run("sync");
    Ran rerun = first.code() == 0 ? first : bench.look("rerun");

    assertThat(first.code()).as(first.toString()).isIn(0, 3);
    assertThat(rerun.code()).as(rerun.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void anInvitationThatNeverArrivedIsSentAgainAfterTwentyMinutes() {
    joiner();
    bench.sandbox.fail(FaultDraft.resetBefore("POST", INVITE).made());

    Ran first = bench.run("sync");
    Ran early = bench.look("rerun");
    assertThat(bench.mails()).isEmpty();
    bench.advance(LATER);
    Ran late = bench.look("rerun");

    assertThat(first.code()).as(first.toString()).isEqualTo(3);
    assertThat(first.out()).contains("flo@example.com").contains("rollcall rerun");
    assertThat(early.code()).as(early.toString()).isEqualTo(3);
    assertThat(late.code()).as(late.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void whereTheAuditLogIsUnreadableOnlyAPersonDecides() {
    joiner();
    bench.with("policy: { earlier-invitations: none }");
    bench.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());
    bench.sandbox.fail(FaultDraft.resetBefore("POST", INVITE).made());

    Ran first = bench.run("sync");
    bench.advance(LATER);
    Ran again = bench.look("rerun");
    assertThat(bench.mails()).isEmpty();
    Ran sync = bench.run("sync");
    assertThat(bench.mails()).isEmpty();
    Ran resent = bench.look("rerun", "--resend", "Flo@Example.com");

    assertThat(first.code()).as(first.toString()).isEqualTo(3);
    assertThat(again.code()).as(again.toString()).isEqualTo(3);
    assertThat(again.out()).contains("rollcall rerun --resend flo@example.com");
    assertThat(sync.code()).as(sync.toString()).isEqualTo(3);
    assertThat(resent.code()).as(resent.toString()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void anUnreadableAuditLogHoldsInvitationsOfANewRepository() {
    joiner();
    bench.sandbox.fail(FaultDraft.status("GET", "/api/activity_logs", 403).always().made());

    Ran first = bench.run("sync");
    Ran second = bench.run("sync");

    assertThat(first.code()).as(first.toString()).isEqualTo(4);
    assertThat(first.out()).contains("nobody can tell").contains("policy.earlier-invitations");
    assertThat(second.code()).as(second.toString()).isEqualTo(4);
    assertThat(second.out()).contains("nobody can tell");
    assertThat(bench.mails()).isEmpty();

    bench.with("policy: { earlier-invitations: none }");
    assertThat(bench.run("sync").code()).isZero();
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  private void joiner() {
    bench.joined("flo@example.com,Flo Ray,active,Member,Member,Finance,");
  }

  private void everyKind() {
    bench
        .people(EVERY_KIND)
        .with("policy: { left: remove }")
        .rules(
            """
            groups:
              Builders:
                description: Builds
                projects: [ { project: Billing, environment: dev, role: Builder } ]
            """);
  }

  private void everythingIsDoneOnce() {
    assertThat(bench.mails()).containsExactly("flo@example.com");
    assertThat(bench.sandbox.comparableState())
        .isEqualTo(
            """
            grant Billing@dev group Builders = Builder
            grant Close@dev cy@example.com = Builder
            group Builders [cy@example.com]
            group Finance [bob@example.com]
            group Ops []
            invited flo@example.com roles={dev=Member, prod=Member} groups=[Finance, Ops]
            member ana@example.com roles={dev=Environment admin, prod=Environment admin}
            member bob@example.com roles={dev=Member, prod=Member}
            member cy@example.com roles={dev=Member, prod=Member}
            member eve@example.com roles={dev=Environment admin, prod=Environment admin}
            """);
  }
}
