package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Mentioned;
import java.util.Collection;
import java.util.TreeSet;

/** The groups and projects that operations are about: what has to be read to judge them. */
public record Touched(TreeSet<String> groups, TreeSet<String> projects) {

  /** Those of these operations. */
  public static Touched by(Collection<Operation> operations) {
    Touched touched = new Touched(new TreeSet<>(), new TreeSet<>());
    operations.forEach(touched::add);
    return touched;
  }

  /**
   * What has to be read to see whether these were done. Invitations show in no group before they
   * are accepted.
   */
  public static Touched toVerify(Collection<Operation> operations) {
    return by(
        operations.stream()
            .filter(each -> !(each instanceof Operation.Invite))
            .filter(each -> !(each instanceof Operation.WithdrawFromGroup))
            .toList());
  }

  private void add(Operation operation) {
    if (operation instanceof Operation.Invite invite) {
      groups.addAll(invite.groups());
    } else if (operation instanceof Operation.AddToGroup add) {
      groups.add(add.group());
    } else if (operation instanceof Operation.RemoveFromGroup remove) {
      groups.add(remove.group());
    } else if (operation instanceof Operation.WithdrawFromGroup withdraw) {
      groups.add(withdraw.group());
    } else if (operation instanceof Operation.CreateGroup create) {
      groups.add(create.group());
    } else if (operation instanceof Operation.SetProjectRole grant) {
      projects.add(grant.project());
      if (grant.assignee() instanceof Assignee.GroupNamed group) {
        groups.add(group.name());
      }
    }
  }

  /** As what is mentioned. */
  public Mentioned mentioned() {
    return new Mentioned(groups, projects);
  }

  /** A scope narrowed to these groups and projects. */
  public Scope within(Scope scope) {
    return scope.narrowedTo(Names.exactly(groups), Names.exactly(projects));
  }
}
