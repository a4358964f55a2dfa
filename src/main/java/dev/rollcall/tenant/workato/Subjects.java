package dev.rollcall.tenant.workato;

import static dev.rollcall.tenant.workato.Subject.Change.FEWER;
import static dev.rollcall.tenant.workato.Subject.Change.MORE;
import static dev.rollcall.tenant.workato.Subject.Change.OTHERWISE;
import static java.util.Collections.nCopies;

import dev.rollcall.model.Email;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.workato.Subject.Change;
import java.util.List;
import java.util.Optional;

/** Finds the subject of an operation, as the workspace was when it was read last. */
record Subjects(WorkatoIndex index, Roster actual, Lanes lanes) {

  /** Empty for what always is a request of its own. */
  Optional<Subject> of(Operation operation) {
    return WorkatoOperation.of(operation).accept(new Visitor());
  }

  private final class Visitor implements WorkatoOperation.Visitor<Optional<Subject>> {

    @Override
    public Optional<Subject> createGroup(WorkatoOperation.CreateGroup operation) {
      return Optional.empty();
    }

    @Override
    public Optional<Subject> invite(WorkatoOperation.Invite operation) {
      return Optional.empty();
    }

    @Override
    public Optional<Subject> remove(WorkatoOperation.Remove operation) {
      return Optional.empty();
    }

    @Override
    public Optional<Subject> setEnvironmentRole(WorkatoOperation.SetEnvironmentRole operation) {
      Change change =
          operation.after().isEmpty() ? FEWER : operation.before().isEmpty() ? MORE : OTHERWISE;
      return roles(operation.email(), List.of(change));
    }

    @Override
    public Optional<Subject> suspend(WorkatoOperation.Suspend operation) {
      return roles(operation.email(), nCopies(operation.before().size(), FEWER));
    }

    @Override
    public Optional<Subject> reinstate(WorkatoOperation.Reinstate operation) {
      return roles(operation.email(), nCopies(operation.roles().size(), MORE));
    }

    private Optional<Subject> roles(Email email, List<Change> changes) {
      int held =
          actual
              .person(email)
              .map(member -> member.of(WorkatoVocabulary.ENVIRONMENT).size())
              .orElse(0);
      return Optional.of(
          new Subject(
              Batches.SET_ENVIRONMENT_ROLES,
              "roles " + email,
              Lanes.MEMBERS,
              new Extent(held, WorkatoApi.PAGE),
              false,
              changes));
    }

    @Override
    public Optional<Subject> addToGroup(WorkatoOperation.AddToGroup operation) {
      return group(Batches.ADD_MEMBERS, operation.group(), MORE);
    }

    @Override
    public Optional<Subject> removeFromGroup(WorkatoOperation.RemoveFromGroup operation) {
      return group(Batches.REMOVE_MEMBERS, operation.group(), FEWER);
    }

    @Override
    public Optional<Subject> withdrawFromGroup(WorkatoOperation.WithdrawFromGroup operation) {
      return group(Batches.REMOVE_MEMBERS, operation.group(), FEWER);
    }

    private Optional<Subject> group(BatchKind kind, String name, Change change) {
      return Optional.of(
          new Subject(
              kind, "group " + name, Lanes.GROUPS, index.groupSize(name), true, List.of(change)));
    }

    @Override
    public Optional<Subject> setProjectRole(WorkatoOperation.SetProjectRole operation) {
      if (operation.after().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Subject(
              Batches.GRANT_PROJECT_ROLES,
              "project " + operation.project() + "@" + operation.environment(),
              lanes.of(Lanes.PROJECT_GRANTS, operation.environment()),
              index.grantSize(operation.project(), operation.environment()),
              true,
              List.of(operation.before().isEmpty() ? MORE : OTHERWISE)));
    }
  }
}
