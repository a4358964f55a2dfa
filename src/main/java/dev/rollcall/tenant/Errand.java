package dev.rollcall.tenant;

import dev.rollcall.model.Kind;
import dev.rollcall.plan.Operation;
import java.util.Set;

/**
 * What a job may come to do in a tenant, so that it can be told what that takes.
 *
 * @param verbs of operations that it may plan
 * @param kinds of resources on which it may give and take rights
 * @param takesAll whether it may take rights of any kind from whoever leaves
 */
public record Errand(Set<Operation.Verb> verbs, Set<Kind> kinds, boolean takesAll) {

  /** Copies. */
  public Errand {
    verbs = Set.copyOf(verbs);
    kinds = Set.copyOf(kinds);
  }

  /** Whether it may do any of these. */
  public boolean does(Operation.Verb... any) {
    return Set.of(any).stream().anyMatch(verbs::contains);
  }
}
