package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.References;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.tenant.http.BearerToken;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A secret: nothing of its text is ever told. One that leads nowhere is bound all the same, so that
 * what depends on its being there can still be checked.
 */
final class SecretBinding implements Binding<Secret> {

  private static final String HARMLESS = "sandbox-";

  /** Where secrets stand that go into a header as they are. */
  private static final String TOKENS = "target.tokens.";

  private final Predicate<String> needed;

  /**
   * Secrets of which some may be missing.
   *
   * @param needed the paths of those that must lead somewhere
   */
  SecretBinding(Predicate<String> needed) {
    this.needed = needed;
  }

  @Override
  public Optional<Secret> bind(Node node, Binder binder) {
    if (!(node.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(node, "a secret");
      return Optional.empty();
    }
    Optional<String> text =
        needed.test(node.path())
            ? binder.followSecretly(node, scalar)
            : binder.followIfThere(node, scalar);
    boolean isBlank = text.filter(String::isBlank).isPresent();
    if (isBlank) {
      binder.problem(scalar.position(), node.name() + " is blank", "write ${env:NAME}");
    }
    if (!isBlank
        && (node.path().startsWith(TOKENS) || node.path().equals(ManagedUsersSpec.TOKEN))) {
      text.flatMap(BearerToken::fault)
          .ifPresent(
              fault ->
                  binder.problem(
                      scalar.position(),
                      node.name() + " " + fault,
                      "copy the token once more: letters, digits and punctuation, on one line"));
    }
    if (!isBlank && !References.in(scalar.text()) && !scalar.text().startsWith(HARMLESS)) {
      WrittenSecret.complain(
          binder, node, scalar.position(), node.name() + " is written into the job file");
    }
    if (References.in(scalar.text()) || !scalar.text().startsWith(HARMLESS)) {
      text.ifPresent(binder::keepSecret);
    }
    return Optional.of(Secret.of(text.orElse("")));
  }
}
