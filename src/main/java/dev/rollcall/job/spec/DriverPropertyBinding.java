package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.References;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.security.JdbcAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** A driver's property: a text, number or truth value that may be secret, so it is not kept. */
final class DriverPropertyBinding implements Binding<DriverProperty> {

  private static final Pattern SWITCH = Pattern.compile("(?i)true|false|yes|no|on|off|\\d{1,5}");

  @Override
  public Optional<DriverProperty> bind(Node node, Binder binder) {
    if (!(node.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(node, "a text");
      return Optional.empty();
    }
    if (isSecret(node) && !References.in(scalar.text())) {
      WrittenSecret.complain(
          binder, node, scalar.position(), node.name() + " is written into the job file");
    }
    Optional<String> text = binder.followSecretly(node, scalar);
    text.filter(value -> isSecret(node, scalar, value)).ifPresent(binder::keepSecret);
    return text.map(DriverProperty::of);
  }

  /** What is not written into the file may be one whatever it is called. */
  private static boolean isSecret(Node node, Scalar scalar, String value) {
    boolean told = isSecret(node) || References.in(scalar.text());
    return told && !SWITCH.matcher(value).matches();
  }

  private static boolean isSecret(Node node) {
    return JdbcAddress.isSecret(node.path().substring(node.path().lastIndexOf('.') + 1));
  }
}
