package dev.rollcall.plan;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Mentioned;
import dev.rollcall.model.Resource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Finds the resources whose holders have to be read to judge operations. */
public final class Touched {

  private static final ToJudge TO_JUDGE = new ToJudge();

  private Touched() {}

  /** What these operations are about. */
  public static Mentioned by(Collection<Operation> operations) {
    return mentioned(operations.stream().flatMap(each -> each.accept(TO_JUDGE)));
  }

  /**
   * What has to be read to see whether these were done. Invitations show nowhere before they are
   * accepted.
   */
  public static Mentioned toVerify(Collection<Operation> operations) {
    return mentioned(
        operations.stream()
            .filter(each -> Visibility.of(each) == Visibility.AT_ONCE)
            .flatMap(each -> each.accept(TO_JUDGE)));
  }

  private static Mentioned mentioned(Stream<Resource> resources) {
    return Mentioned.of(resources.distinct().toList());
  }

  private static final class ToJudge implements Operation.Visitor<Stream<Resource>> {

    @Override
    public Stream<Resource> define(Operation.Define operation) {
      return Stream.of(operation.resource());
    }

    @Override
    public Stream<Resource> join(Operation.Join operation) {
      return on(operation.rights());
    }

    @Override
    public Stream<Resource> set(Operation.Set operation) {
      return Stream.concat(Stream.of(operation.on()), operation.assignee().group().stream());
    }

    @Override
    public Stream<Resource> withdraw(Operation.Withdraw operation) {
      return on(List.of(operation.right()));
    }

    // An account's own standing tells of these, whatever else it holds.

    @Override
    public Stream<Resource> suspend(Operation.Suspend operation) {
      return Stream.of();
    }

    @Override
    public Stream<Resource> reinstate(Operation.Reinstate operation) {
      return Stream.of();
    }

    @Override
    public Stream<Resource> remove(Operation.Remove operation) {
      return Stream.of();
    }

    private static Stream<Resource> on(List<Entitlement> rights) {
      return rights.stream().map(Entitlement::on);
    }
  }
}
