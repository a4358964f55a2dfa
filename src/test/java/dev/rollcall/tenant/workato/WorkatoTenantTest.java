package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantContract;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A workspace, in the environments dev and prod, with the roles Member and Environment admin, the
 * project Billing in both, and its role Builder:
 *
 * <pre>
 * ana   dev:Environment admin  prod:Member   Finance builders        Billing@dev:Builder
 * bob   dev:Member             prod:Member   Finance builders; Ops   Billing@dev:Builder
 * cy    dev:Member                           Ops
 * dee
 * </pre>
 */
class WorkatoTenantTest extends TenantContract {

  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");
  private static final Email ANA = new Email("ana@example.com");
  private static final Email BOB = new Email("bob@example.com");
  private static final Email CY = new Email("cy@example.com");
  private static final Email DEE = new Email("dee@example.com");
  private static final Email NEW = new Email("new@example.com");

  private WorkspaceWithClient company = new WorkspaceWithClient();

  @Override
  protected void begin() {
    company.close();
    company = new WorkspaceWithClient();
  }

  @AfterEach
  void close() {
    company.close();
  }

  @Override
  protected WritableTenant workspace() {
    return company.workspace();
  }

  @Override
  protected Instant now() {
    return company.clock.instant();
  }

  @Override
  protected Roster company() {
    Entitlement finance = WorkatoVocabulary.membership("Finance builders");
    Entitlement ops = WorkatoVocabulary.membership("Ops");
    return Roster.of(
        List.of(
            member(
                ANA,
                "Ana Silva",
                role(DEV, "Environment admin"),
                role(PROD, "Member"),
                finance,
                builds()),
            member(
                BOB, "Bob Roy", role(DEV, "Member"), role(PROD, "Member"), finance, ops, builds()),
            member(CY, "Cy Moe", role(DEV, "Member"), ops),
            Member.of(DEE, "Dee Poe", Status.SUSPENDED, List.of())),
        List.of(
            new Group(WorkatoVocabulary.group("Finance builders"), "", List.of()),
            new Group(WorkatoVocabulary.group("Ops"), "", List.of())));
  }

  @Override
  protected Map<Kind, Set<String>> offered() {
    return Map.of(
        WorkatoVocabulary.ENVIRONMENT, Set.of("dev", "prod"),
        WorkatoVocabulary.GROUP, Set.of("Finance builders", "Ops"),
        WorkatoVocabulary.PROJECT, Set.of("Billing@dev", "Billing@prod"));
  }

  @Test
  void rolesAndWhatIsWithinReachAreNamedToo() {
    Catalogue catalogue = workspace().snapshot(Usual.everything()).catalogue();

    assertThat(catalogue.of(WorkatoVocabulary.ENVIRONMENT).levels())
        .contains("Member", "Environment admin");
    assertThat(catalogue.of(WorkatoVocabulary.PROJECT).levels()).contains("Builder");
    assertThat(catalogue.of(WorkatoVocabulary.PROJECT).within())
        .containsExactlyInAnyOrder(
            WorkatoVocabulary.resource(DEV), WorkatoVocabulary.resource(PROD));
  }

  @Test
  void nothingIsReadTwiceToKnowWhatIsBeyondTheScope() {
    Snapshot seen = workspace().snapshot(opsAndBilling());
    List<String> before = calls();

    workspace().beyond(opsAndBilling(), seen);

    assertThat(calls()).hasSize(before.size() + 1).startsWith(before.toArray(String[]::new));
    assertThat(before).doesNotContain(calls().get(before.size()));
  }

  @Test
  void rightsOfAGroupBeyondTheScopeAreKnownWhereverTheyWereRead() {
    company.close();
    company =
        new WorkspaceWithClient(
            seed -> seed.groupProject("Finance builders", "Billing@dev", "Builder"));

    Snapshot seen = workspace().snapshot(opsAndBilling());
    Snapshot whole = workspace().beyond(opsAndBilling(), seen);

    assertThat(whole.actual().group(WorkatoVocabulary.group("Finance builders")).orElseThrow())
        .returns(List.of(builds()), Group::rights);
  }

  private List<String> calls() {
    return company.sandbox.requests().stream()
        .map(each -> each.method() + each.path() + "?" + each.query() + "@" + each.environment())
        .toList();
  }

  private static Scope opsAndBilling() {
    return new Scope(
        NamePatterns.ALL,
        Map.of(
            WorkatoVocabulary.GROUP, NamePatterns.exactly(Set.of("Ops")),
            WorkatoVocabulary.PROJECT, NamePatterns.exactly(Set.of("Billing"))),
        Map.of(),
        NamePatterns.ALL);
  }

  @Override
  protected List<Operation> operations() {
    Assignee cy = new Assignee.Person(CY);
    Assignee ana = new Assignee.Person(ANA);
    Assignee ops = WorkatoTerms.groupNamed("Ops");
    Optional<String> builder = Optional.of("Builder");
    return List.of(
        WorkatoTerms.createGroup("Auditors", "Look only"),
        new Operation.Define(
            WorkatoVocabulary.group("Ops"),
            Optional.of(new Definition("")),
            new Definition("Runs it")),
        new Operation.Define(
            WorkatoVocabulary.group("Operations"),
            Optional.of(WorkatoVocabulary.group("Ops")),
            Optional.of(new Definition("")),
            new Definition("")),
        WorkatoTerms.setEnvironmentRole(CY, PROD, Optional.empty(), Optional.of("Member")),
        WorkatoTerms.setEnvironmentRole(BOB, PROD, Optional.of("Member"), Optional.empty()),
        WorkatoTerms.addToGroup(CY, "Finance builders"),
        WorkatoTerms.removeFromGroup(BOB, "Finance builders"),
        WorkatoTerms.setProjectRole(cy, "Billing", DEV, Optional.empty(), builder),
        WorkatoTerms.setProjectRole(ana, "Billing", DEV, builder, Optional.of("Project admin")),
        WorkatoTerms.setProjectRole(ana, "Billing", DEV, builder, Optional.empty()),
        WorkatoTerms.setProjectRole(ops, "Billing", PROD, Optional.empty(), builder),
        WorkatoTerms.suspend(BOB, Map.of(DEV, "Member", PROD, "Member")),
        WorkatoTerms.reinstate(DEE, Map.of(DEV, "Member", PROD, "Member")),
        new Operation.Remove(CY, List.of()));
  }

  @Override
  protected List<Operation> impossible() {
    return List.of(
        WorkatoTerms.addToGroup(NEW, "Ops"), WorkatoTerms.addToGroup(ANA, "No such group"));
  }

  @Override
  protected List<Operation> needless() {
    return List.of(new Operation.Remove(NEW, List.of()), WorkatoTerms.removeFromGroup(NEW, "Ops"));
  }

  @Test
  void anInvitationIsNotRepeatedButAnswered() {
    WritableTenant workspace = workspace();
    workspace.snapshot(Usual.everything());
    Operation invitation =
        WorkatoTerms.invite(
            NEW,
            "New Face",
            new TreeMap<>(Map.of(DEV, "Member")),
            new TreeSet<>(List.of("Finance builders")));

    assertThat(apply(workspace, List.of(invitation))).containsExactly(new Outcome.Applied());
    assertThat(apply(workspace, List.of(invitation)).get(0)).isInstanceOf(Outcome.Deferred.class);
    assertThat(workspace.settle(planned(1, invitation), now())).isEqualTo(Settled.HAPPENED);
  }

  private static Entitlement role(Environment environment, String role) {
    return WorkatoVocabulary.environmentRole(environment, role);
  }

  private static Entitlement builds() {
    return WorkatoVocabulary.projectRole("Billing", DEV, "Builder");
  }

  private static Member member(Email email, String name, Entitlement... held) {
    return Member.of(email, name, Status.ACTIVE, List.of(held));
  }
}
