package dev.rollcall.plan;

import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import java.util.Collection;
import java.util.stream.Stream;

/** Finds the resources whose holders have to be read to judge operations. */
public final class AffectedResources {

  private AffectedResources() {}

  /** What these operations are about. */
  public static MentionedNames by(Collection<Operation> operations) {
    return mentioned(operations.stream().flatMap(AffectedResources::on));
  }

  /**
   * What has to be read to see whether these were done. Invitations show nowhere before they are
   * accepted.
   */
  public static MentionedNames toVerify(Collection<Operation> operations) {
    return mentioned(
        operations.stream()
            .filter(each -> Visibility.of(each) == Visibility.AT_ONCE)
            .flatMap(AffectedResources::on));
  }

  private static Resource resource(Operation operation) {
    return operation.assignee().group().orElseThrow();
  }

  private static MentionedNames mentioned(Stream<Resource> resources) {
    return MentionedNames.of(resources.distinct().toList());
  }

  private static Stream<Resource> on(Operation operation) {
    return switch (operation.verb()) {
      case DEFINE -> Stream.of(((Operation.Define) operation).now(), resource(operation));
      case UNDEFINE, JOIN, SET, WITHDRAW ->
          Stream.concat(
              operation.changes().stream().flatMap(change -> change.on().stream()),
              operation.assignee().group().stream());
      // An account's own standing tells of these, whatever else it holds.
      case PROFILE, SUSPEND, REINSTATE, REMOVE -> Stream.of();
    };
  }
}
