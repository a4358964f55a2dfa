package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.ResourceCreations;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Lane;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an operation is sent, and with what it can share a request.
 *
 * @param kind empty where it always stands alone
 * @param target operations of one lane and target can share a request
 * @param most so many at most
 */
record Placement(Lane lane, Optional<BatchKind> kind, String target, int most, boolean repeatable) {

  private static final int MOST_GRANTS = 100;

  /** The groups that are created by these operations. */
  static Set<String> created(Collection<PlannedOperation> operations) {
    Set<String> created = new HashSet<>();
    for (PlannedOperation planned : operations) {
      ResourceCreations.of(planned).map(Resource::name).ifPresent(created::add);
    }
    return created;
  }

  /** Finds placements. */
  static final class Of {
    private final Lanes lanes;
    private final int batch;

    Of(WorkatoSettings settings) {
      this.lanes = new Lanes(settings);
      this.batch = settings.batch();
    }

    /**
     * The placement of an operation.
     *
     * @param created groups that other operations of the stage create: what is given to them must
     *     come behind, and so goes in the same lane
     */
    Placement of(Operation operation, Set<String> created) {
      return WorkatoOperation.of(operation).accept(new Visitor(created));
    }

    private final class Visitor implements WorkatoOperation.Visitor<Placement> {
      private final Set<String> created;

      private Visitor(Set<String> created) {
        this.created = created;
      }

      @Override
      public Placement createGroup(WorkatoOperation.CreateGroup operation) {
        return alone(Lanes.GROUPS, "create " + operation.group(), false);
      }

      @Override
      public Placement invite(WorkatoOperation.Invite operation) {
        return alone(Lanes.INVITATIONS, "invite " + operation.email(), false);
      }

      @Override
      public Placement setEnvironmentRole(WorkatoOperation.SetEnvironmentRole operation) {
        return roles(operation.email());
      }

      @Override
      public Placement suspend(WorkatoOperation.Suspend operation) {
        return roles(operation.email());
      }

      @Override
      public Placement reinstate(WorkatoOperation.Reinstate operation) {
        return roles(operation.email());
      }

      private Placement roles(Email email) {
        return new Placement(
            Lanes.MEMBERS,
            Optional.of(Batches.SET_ENVIRONMENT_ROLES),
            "roles " + email,
            Integer.MAX_VALUE,
            true);
      }

      @Override
      public Placement addToGroup(WorkatoOperation.AddToGroup operation) {
        return group(Batches.ADD_MEMBERS, operation.group());
      }

      @Override
      public Placement removeFromGroup(WorkatoOperation.RemoveFromGroup operation) {
        return group(Batches.REMOVE_MEMBERS, operation.group());
      }

      @Override
      public Placement withdrawFromGroup(WorkatoOperation.WithdrawFromGroup operation) {
        return group(Batches.REMOVE_MEMBERS, operation.group());
      }

      private Placement group(BatchKind kind, String group) {
        return new Placement(Lanes.GROUPS, Optional.of(kind), kind + " " + group, batch, true);
      }

      @Override
      public Placement setProjectRole(WorkatoOperation.SetProjectRole operation) {
        String project = operation.project() + "@" + operation.environment();
        boolean behind =
            operation.assignee().group().filter(on -> created.contains(on.name())).isPresent();
        Lane lane = behind ? Lanes.GROUPS : lanes.of(Lanes.PROJECT_GRANTS, operation.environment());
        return operation.after().isEmpty()
            ? alone(lane, "revoke " + project + " " + operation.assignee(), true)
            : new Placement(
                lane,
                Optional.of(Batches.GRANT_PROJECT_ROLES),
                "grant " + project,
                Math.min(batch, MOST_GRANTS),
                true);
      }

      @Override
      public Placement remove(WorkatoOperation.Remove operation) {
        return alone(Lanes.MEMBERS, "remove " + operation.email(), true);
      }

      private Placement alone(Lane lane, String target, boolean repeatable) {
        return new Placement(lane, Optional.empty(), target, 1, repeatable);
      }
    }
  }
}
