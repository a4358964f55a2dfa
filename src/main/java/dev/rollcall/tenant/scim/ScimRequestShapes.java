package dev.rollcall.tenant.scim;

import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.careful.ListChange;
import dev.rollcall.tenant.careful.ListChange.Row;
import dev.rollcall.tenant.careful.ListSize;
import dev.rollcall.tenant.careful.RequestShape;
import dev.rollcall.tenant.careful.RequestShapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The requests: which lists they change, and how many items they carry. */
record ScimRequestShapes(ScimContext context) implements RequestShapes {

  @Override
  public List<BatchKind> kinds() {
    return ScimBatchKinds.ALL;
  }

  @Override
  public RequestShape of(Operation operation, Set<Resource> created) {
    return switch (operation.verb()) {
      case DEFINE, JOIN -> RequestShape.alone(ScimApi.LANE, false);
      case SET -> set((Operation.Set) operation);
      case UNDEFINE, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE ->
          RequestShape.alone(ScimApi.LANE, true);
    };
  }

  private RequestShape set(Operation.Set operation) {
    if (operation.on().kind().levels().isPresent()) {
      return RequestShape.alone(ScimApi.LANE, true);
    }
    boolean isGiving = operation.after().isPresent();
    return RequestShape.shared(
        ScimApi.LANE,
        context.settings().most(),
        new ListChange(
            ScimBatchKinds.memberships(isGiving),
            operation.on().kind() + " " + operation.on(),
            ScimApi.LANE,
            size(operation.on()),
            false,
            List.of(isGiving ? Row.ADDED : Row.REMOVED)));
  }

  private ListSize size(Resource group) {
    int rows =
        context
            .index()
            .group(group)
            .map(each -> context.index().members(each.id()).size())
            .orElse(0);
    // However many there are, they come in one answer; or each is an answer, and few are asked
    // about.
    return context.isAskedByPerson()
        ? new ListSize(Math.min(rows, ScimMembers.WATCHED) + 1, 1)
        : new ListSize(rows, Integer.MAX_VALUE / 2);
  }

  @Override
  public List<ListRead> joined(Operation.Join operation) {
    return List.of();
  }

  @Override
  public List<ListRead> verifying(Collection<Operation> operations) {
    MentionedNames touched = AffectedResources.toVerify(operations);
    List<ListRead> reads = new ArrayList<>();
    int page = context.profile().lists().pageSize();
    reads.add(list("users", context.index().users().size(), page));
    reads.add(list("groups", context.index().groups().size(), page));
    if (context.isAskedByPerson()) {
      reads.add(list("memberships", context.index().users().size() + 1, 1));
      return reads;
    }
    context.settings().vocabulary().kinds().stream()
        .filter(kind -> kind.levels().isEmpty())
        .flatMap(kind -> touched.of(kind).stream())
        .forEach(name -> reads.add(list("group " + name, 1, Integer.MAX_VALUE / 2)));
    return reads;
  }

  private static ListRead list(String name, int rows, int page) {
    return new ListRead(ScimApi.LANE, name, new ListSize(rows, page));
  }
}
