package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code 3812}, {@code EA2300}, or {@code { dev: 3812, prod: EA2300 }}. */
final class ManagedIdsBinding implements Binding<ManagedIds> {

  private static final String EXPECTED =
      "the number of a customer's workspace such as 3812, or E and its external id such as EA2300";
  private static final PlaceName WITHOUT_ENVIRONMENTS = new PlaceName("dev");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern ENCODED = Pattern.compile(".*%[0-9A-Fa-f]{2}.*");

  @Override
  public Optional<ManagedIds> bind(Node node, Binder binder) {
    if (!(node.tree() instanceof Mapping mapping)) {
      return id(node, binder).map(id -> new ManagedIds(Map.of(WITHOUT_ENVIRONMENTS, id)));
    }
    if (mapping.entries().isEmpty()) {
      binder.problem(node.tree().position(), node.name() + " must not be empty", EXPECTED);
    }
    Map<PlaceName, String> ids = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      Node one = node.key(entry.key().text(), entry.value());
      if (entry.key().text().isBlank()) {
        binder.problem(
            entry.key().position(), node.name() + " has a blank environment", "write dev: 3812");
      } else {
        id(one, binder).ifPresent(id -> put(entry, id, ids, node, binder));
      }
    }
    return ids.isEmpty() ? Optional.empty() : Optional.of(new ManagedIds(ids));
  }

  private static void put(
      Entry entry, String id, Map<PlaceName, String> ids, Node node, Binder binder) {
    PlaceName place = new PlaceName(entry.key().text());
    if (ids.containsKey(place)) {
      binder.problem(
          entry.key().position(), node.name() + "." + place + " is there twice", "keep one");
    } else if (ids.containsValue(id)) {
      binder.problem(
          entry.value().position(),
          node.name() + "." + place + " is the same id as that of another environment",
          "each environment has an id of its own; write id: "
              + id
              + " where environments are not provisioned");
    }
    ids.put(place, id);
  }

  private static Optional<String> id(Node node, Binder binder) {
    Optional<String> text = binder.bindTo(String.class, node).map(String::strip);
    Optional<String> wrong = text.flatMap(ManagedIdsBinding::wrong);
    wrong.ifPresent(
        remedy ->
            binder.problem(
                node.tree().position(),
                node.name() + " must be " + EXPECTED + ", not \"" + Binder.shown(node) + "\"",
                remedy));
    return wrong.isPresent() ? Optional.empty() : text;
  }

  /** What would be right in place of it; empty where it is. */
  private static Optional<String> wrong(String id) {
    if (ENCODED.matcher(id).matches()) {
      return Optional.of("write the external id as it is; it is encoded on its way");
    }
    if (NUMBER.matcher(id).matches() || id.length() > 1 && id.charAt(0) == 'E') {
      return Optional.empty();
    }
    return Optional.of(
        id.isEmpty() || id.matches("[-+0-9. ]*")
            ? "a number has digits alone, and does not begin with 0"
            : "is \"" + id + "\" an external id? then write E" + id);
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    Map<String, Object> one = SchemaWriter.ordered("type", List.of("string", "integer"));
    return Map.of(
        "anyOf", List.of(one, SchemaWriter.ordered("type", "object", "additionalProperties", one)));
  }
}
