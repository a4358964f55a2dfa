package dev.rollcall.job;

import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tokens of a workspace must not be: none at all, or the same one twice. An API client
 * belongs to one environment, so one of the two keys would send what it is asked for to another
 * environment.
 */
final class TokenChecks {

  private final Map<String, Object> parts;
  private final Tree tree;
  private final Binder binder;

  TokenChecks(Map<String, Object> parts, Tree tree, Binder binder) {
    this.parts = parts;
    this.tree = tree;
    this.binder = binder;
  }

  void run() {
    missing();
    if (parts.get("target") instanceof TargetSpec spec) {
      Map<String, String> seen = new HashMap<>();
      for (Entry entry : written()) {
        token(entry, spec).ifPresent(token -> compare(entry, token, spec, seen));
      }
    }
  }

  /** Told whatever else is wrong, so that one round mends all. */
  private void missing() {
    Optional<Tree> target = below(Optional.of(tree), "target");
    Optional<Tree> tokens = below(target, "tokens");
    boolean isWorkspace =
        below(target, "type")
            .filter(type -> type instanceof Scalar text && text.text().equals(TargetSpec.PROPOSED))
            .isPresent();
    boolean isUnreadable = tokens.filter(each -> !(each instanceof Mapping)).isPresent();
    if (isWorkspace
        && !isUnreadable
        && written().isEmpty()
        && below(target, "managed-users").isEmpty()) {
      binder.problem(
          tokens.or(() -> target).orElse(tree).position(),
          tokens.isPresent() ? "target.tokens must not be empty" : "target needs \"tokens\"",
          "that is: an API client's token for each environment; write ${env:NAME} or"
              + " ${file:/path}");
    }
  }

  private void compare(Entry entry, String token, TargetSpec spec, Map<String, String> seen) {
    String key = entry.key().text().strip();
    String before = seen.putIfAbsent(token, key);
    if (before != null && !new PlaceName(before).equals(new PlaceName(key))) {
      binder.problem(
          entry.key().position(),
          "target.tokens." + key + " is the same token as target.tokens." + before,
          spec.sharedToken()
              .map(path -> "one token for all environments is written once, as " + path)
              .orElse(
                  "a token belongs to one environment: make an API client for \""
                      + key
                      + "\", or leave the key out"));
    }
  }

  private List<Entry> written() {
    return below(Optional.of(tree), "target")
        .flatMap(target -> below(Optional.of(target), "tokens"))
        .filter(Mapping.class::isInstance)
        .map(tokens -> ((Mapping) tokens).entries())
        .orElse(List.of());
  }

  /**
   * Where a reference leads nowhere yet, it is told by its own text: twice the same is the same.
   */
  private static Optional<String> token(Entry entry, TargetSpec spec) {
    if (!(entry.value() instanceof Scalar scalar) || entry.key().text().isBlank()) {
      return Optional.empty();
    }
    String value =
        Optional.ofNullable(spec.tokens().get(new PlaceName(entry.key().text())))
            .map(secret -> secret.reveal().strip())
            .orElse("");
    return Optional.of(value.isEmpty() ? scalar.text().strip() : value)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<Tree> below(Optional<Tree> tree, String key) {
    return tree.filter(Mapping.class::isInstance).flatMap(found -> ((Mapping) found).get(key));
  }
}
