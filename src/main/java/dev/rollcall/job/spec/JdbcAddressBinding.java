package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.security.JdbcAddress;
import java.util.Map;
import java.util.Optional;

/** The address of a database: what references bring in may be a password, so it is not kept. */
final class JdbcAddressBinding implements Binding<JdbcAddress> {

  private final JobFolder folder;

  JdbcAddressBinding(JobFolder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<JdbcAddress> bind(Node node, Binder binder) {
    return binder
        .scalar(node, "a JDBC address")
        .flatMap(scalar -> binder.followSecretly(node, scalar))
        .flatMap(text -> parsed(text, node, binder));
  }

  private Optional<JdbcAddress> parsed(String text, Node node, Binder binder) {
    if (JdbcAddress.isOne(text)) {
      if (JdbcAddress.holdsWrittenPassword(((Scalar) node.tree()).text())) {
        WrittenSecret.complain(
            binder, node, node.tree().position(), "a password is written into " + node.name());
      }
      JdbcAddress address = folder.locate(JdbcAddress.of(text));
      AddressSecrets.keep(binder, (Scalar) node.tree(), address.secrets(), address.toString());
      return Optional.of(address);
    }
    binder.problem(
        node.tree().position(),
        node.name() + " must be a JDBC address, not \"" + Binder.shown(node) + "\"",
        "it begins with jdbc:postgresql:, jdbc:h2: or the like");
    return Optional.empty();
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of("type", "string");
  }
}
