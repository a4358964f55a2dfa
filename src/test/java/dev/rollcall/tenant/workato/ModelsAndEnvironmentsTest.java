package dev.rollcall.tenant.workato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary.Joining;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantContract;
import dev.rollcall.tenant.WritableTenant;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Workspaces of both permission models, with one environment, two, three and four. */
class ModelsAndEnvironmentsTest {

  @Nested
  class AnOlderWorkspaceWithoutEnvironments extends Company {
    AnOlderWorkspaceWithoutEnvironments() {
      super(PermissionModel.LEGACY, "dev");
    }
  }

  @Nested
  class AnOlderWorkspaceWithTwoEnvironments extends Company {
    AnOlderWorkspaceWithTwoEnvironments() {
      super(PermissionModel.LEGACY, "dev", "prod");
    }
  }

  @Nested
  class AnOlderWorkspaceWithThreeEnvironments extends Company {
    AnOlderWorkspaceWithThreeEnvironments() {
      super(PermissionModel.LEGACY, "dev", "test", "prod");
    }
  }

  @Nested
  class ANewerWorkspaceWithoutEnvironments extends Company {
    ANewerWorkspaceWithoutEnvironments() {
      super(PermissionModel.RBAC, "dev");
    }
  }

  @Nested
  class ANewerWorkspaceWithTwoEnvironments extends Company {
    ANewerWorkspaceWithTwoEnvironments() {
      super(PermissionModel.RBAC, "dev", "prod");
    }
  }

  @Nested
  class ANewerWorkspaceWithThreeEnvironments extends Company {
    ANewerWorkspaceWithThreeEnvironments() {
      super(PermissionModel.RBAC, "dev", "test", "prod");
    }
  }

  @Nested
  class ANewerWorkspaceWithAnEnvironmentOfItsOwn extends Company {
    ANewerWorkspaceWithAnEnvironmentOfItsOwn() {
      super(PermissionModel.RBAC, "dev", "test", "staging", "prod");
    }
  }

  @Nested
  class ACustomersOlderWorkspaceWithoutEnvironments extends Company {
    ACustomersOlderWorkspaceWithoutEnvironments() {
      super(PermissionModel.LEGACY, Owner.CUSTOMER, "dev");
    }
  }

  @Nested
  class ACustomersNewerWorkspaceWithThreeEnvironments extends Company {
    ACustomersNewerWorkspaceWithThreeEnvironments() {
      super(PermissionModel.RBAC, Owner.CUSTOMER, "dev", "test", "prod");
    }
  }

  /** Whose workspace it is. */
  private enum Owner {
    ONESELF,
    CUSTOMER
  }

  /**
   * The same few people in each: ana administers all environments, bob has a role in each, cy one
   * in dev, dee none.
   */
  abstract static class Company extends TenantContract {

    private static final Email ANA = new Email("ana@example.com");
    private static final Email BOB = new Email("bob@example.com");
    private static final Email CY = new Email("cy@example.com");
    private static final Email DEE = new Email("dee@example.com");
    private static final Email NEW = new Email("new@example.com");

    private final PermissionModel model;
    private final List<Environment> environments;
    private final String admin;
    private final String low;
    private final String custom;
    private WorkspaceWithClient company;

    private final Owner owner;

    Company(PermissionModel model, String... environments) {
      this(model, Owner.ONESELF, environments);
    }

    Company(PermissionModel model, Owner owner, String... environments) {
      this.owner = owner;
      this.model = model;
      this.environments = Stream.of(environments).map(Environment::new).toList();
      this.admin = isNew() ? "Environment admin" : "Admin";
      this.low = isNew() ? "Member" : "Operator";
      this.custom = "Release captain";
      this.company = opened();
    }

    private WorkspaceWithClient opened() {
      return switch (owner) {
        case ONESELF -> new WorkspaceWithClient(seed().build());
        case CUSTOMER ->
            new WorkspaceWithClient(
                seed(), new ManagedWorkspace(ids(), ManagedPrefix.USUAL, Joining.INVITATION));
      };
    }

    private Map<Environment, String> ids() {
      Map<Environment, String> ids = new LinkedHashMap<>();
      environments.forEach(each -> ids.put(each, "E" + each));
      return ids;
    }

    private boolean isNew() {
      return model == PermissionModel.RBAC;
    }

    private SeedBuilder seed() {
      SeedBuilder seed = new SeedBuilder().workspace(9001, "Acme", "owner@example.com");
      environments.forEach(each -> seed.environment(each.name(), "Billing"));
      SeedMember cy = SeedMember.of(CY.address(), "Cy Moe", Map.of("dev", low));
      if (isNew()) {
        seed.group("Ops", "").environmentRole(custom);
      } else {
        seed.legacy(custom);
      }
      return seed.member(ANA.address(), "Ana Silva", everywhere(admin))
          .member(BOB.address(), "Bob Roy", everywhere(low))
          .member(isNew() ? cy.in("Ops") : cy)
          .member(DEE.address(), "Dee Poe", Map.of());
    }

    private Map<String, String> everywhere(String role) {
      Map<String, String> roles = new LinkedHashMap<>();
      environments.forEach(each -> roles.put(each.name(), role));
      return roles;
    }

    private Map<Environment, String> inEach(String role) {
      Map<Environment, String> roles = new HashMap<>();
      environments.forEach(each -> roles.put(each, role));
      return roles;
    }

    private Environment last() {
      return environments.get(environments.size() - 1);
    }

    @AfterEach
    void close() {
      company.close();
    }

    @Override
    protected void begin() {
      company.close();
      company = opened();
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
      List<Entitlement> cys = new ArrayList<>();
      cys.add(WorkatoVocabulary.environmentRole(new Environment("dev"), low));
      if (isNew()) {
        cys.add(WorkatoVocabulary.membership("Ops"));
      }
      return Roster.of(
          List.of(
              Member.of(ANA, "Ana Silva", Status.ACTIVE, roles(admin)),
              Member.of(BOB, "Bob Roy", Status.ACTIVE, roles(low)),
              Member.of(CY, "Cy Moe", Status.ACTIVE, cys),
              Member.of(DEE, "Dee Poe", Status.SUSPENDED, List.of())),
          isNew() ? List.of(new Group(WorkatoVocabulary.group("Ops"), "", List.of())) : List.of());
    }

    private List<Entitlement> roles(String role) {
      return environments.stream()
          .map(each -> WorkatoVocabulary.environmentRole(each, role))
          .toList();
    }

    @Override
    protected Map<Kind, Set<String>> offered() {
      Map<Kind, Set<String>> offered = new TreeMap<>();
      offered.put(
          WorkatoVocabulary.ENVIRONMENT,
          environments.stream().map(Environment::name).collect(Collectors.toSet()));
      if (isNew()) {
        offered.put(WorkatoVocabulary.GROUP, Set.of("Ops"));
        offered.put(
            WorkatoVocabulary.PROJECT,
            environments.stream().map(each -> "Billing@" + each).collect(Collectors.toSet()));
      }
      return offered;
    }

    @Override
    protected List<Operation> operations() {
      List<Operation> operations = new ArrayList<>();
      operations.add(
          WorkatoTerms.setEnvironmentRole(BOB, last(), Optional.of(low), Optional.of(custom)));
      operations.add(
          WorkatoTerms.setEnvironmentRole(BOB, last(), Optional.of(low), Optional.empty()));
      operations.add(
          WorkatoTerms.setEnvironmentRole(DEE, last(), Optional.empty(), Optional.of(admin)));
      operations.add(WorkatoTerms.suspend(BOB, inEach(low)));
      operations.add(WorkatoTerms.reinstate(DEE, inEach(low)));
      operations.add(new Operation.Remove(CY, List.of()));
      if (isNew()) {
        operations.add(WorkatoTerms.addToGroup(BOB, "Ops"));
        operations.add(
            WorkatoTerms.setProjectRole(
                WorkatoTerms.groupNamed("Ops"),
                "Billing",
                last(),
                Optional.empty(),
                Optional.of("Builder")));
      }
      return operations;
    }

    @Override
    protected List<Operation> impossible() {
      return List.of(
          WorkatoTerms.setEnvironmentRole(NEW, last(), Optional.empty(), Optional.of(low)));
    }

    @Override
    protected List<Operation> needless() {
      return List.of(
          new Operation.Remove(NEW, List.of()),
          WorkatoTerms.setEnvironmentRole(NEW, last(), Optional.of(low), Optional.empty()));
    }

    @Test
    void theModelIsFoundAndItsRolesAreOffered() {
      assertThat(workspace().snapshot(Usual.everything()).vocabulary())
          .isSameAs(model.vocabulary());
      assertThat(
              workspace()
                  .snapshot(Usual.everything())
                  .catalogue()
                  .of(WorkatoVocabulary.ENVIRONMENT)
                  .levels())
          .contains(admin, low, custom)
          .hasSize(4);
    }

    @Test
    void anInvitationNamesARoleInEachEnvironmentAndIsNotRepeated() {
      WritableTenant workspace = workspace();
      workspace.snapshot(Usual.everything());
      Operation invitation =
          WorkatoTerms.invite(NEW, "New Face", new TreeMap<>(inEach(custom)), new TreeSet<>());

      assertThat(apply(workspace, List.of(invitation))).containsExactly(new Outcome.Applied());
      assertThat(workspace.settle(planned(1, invitation), now())).isEqualTo(Settled.HAPPENED);
      company.sandbox.acceptAll();

      assertThat(workspace.readBack(Usual.everything()).person(NEW).orElseThrow().entitlements())
          .containsExactlyInAnyOrderElementsOf(roles(custom));
    }
  }
}
