package dev.rollcall.job.spec;

import dev.rollcall.job.spec.PolicySpec.LeftSpec;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.plan.Policy.Leaving;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A word, or {@code { suspend: now, remove-after: 14d }}. */
final class LeavingBinding implements Binding<LeftSpec> {

  /** The only time there is. */
  enum When {
    NOW
  }

  /** The short form. */
  enum Word {
    REPORT(Leaving.REPORT),
    MEMBERSHIPS(Leaving.MEMBERSHIPS),
    REMOVE_FROM_WORKSPACES(Leaving.MEMBERSHIPS),
    SUSPEND(Leaving.SUSPEND),
    REMOVE(Leaving.REMOVE);

    private final Leaving meaning;

    Word(Leaving meaning) {
      this.meaning = meaning;
    }
  }

  /** The long form. */
  record SuspendFirst(When suspend, Duration removeAfter) {

    static final Keys KEYS =
        Keys.of(
            Key.of("suspend", "When access is taken: now."),
            Key.of("remove-after", "How long after the suspension the account is removed."));
  }

  @Override
  public Optional<LeftSpec> bind(Node node, Binder binder) {
    if (node.tree() instanceof Mapping) {
      return binder
          .bindTo(SuspendFirst.class, node)
          .map(left -> new LeftSpec(Leaving.SUSPEND, Optional.of(left.removeAfter())));
    }
    return binder
        .bindTo(Word.class, node)
        .map(word -> new LeftSpec(word.meaning, Optional.empty()));
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of("anyOf", List.of(schemas.of(Word.class), schemas.of(SuspendFirst.class)));
  }
}
