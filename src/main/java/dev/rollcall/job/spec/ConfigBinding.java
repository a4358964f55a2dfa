package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Binding;
import dev.rollcall.job.yaml.Node;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.model.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A config as it stands in a file: every value keeps its type, and references are no references.
 */
final class ConfigBinding implements Binding<Config> {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");

  @Override
  public Optional<Config> bind(Node node, Binder binder) {
    if (!(node.tree() instanceof Mapping)) {
      binder.wrongKind(node, "a mapping of features to what is allowed of each");
      return Optional.empty();
    }
    return config(node, binder);
  }

  private static Optional<Config> config(Node node, Binder binder) {
    if (node.tree() instanceof Mapping mapping) {
      return keyed(node, mapping, binder);
    }
    if (node.tree() instanceof Sequence sequence) {
      List<Config> items = new ArrayList<>();
      for (int i = 0; i < sequence.items().size(); i++) {
        config(node.item(i, sequence.items().get(i)), binder).ifPresent(items::add);
      }
      return items.size() == sequence.items().size()
          ? Optional.of(new Config.Series(items))
          : Optional.empty();
    }
    return Optional.of(single((Scalar) node.tree()));
  }

  private static Optional<Config> keyed(Node node, Mapping mapping, Binder binder) {
    Map<String, Config> values = new LinkedHashMap<>();
    boolean isWhole = true;
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      Optional<Config> value = config(node.key(key, entry.value()), binder);
      if (values.containsKey(key)) {
        binder.problem(
            entry.key().position(),
            "the key \"" + key + "\" in " + node.name() + " is here twice",
            "keep one");
        isWhole = false;
      }
      value.ifPresent(found -> values.put(key, found));
      isWhole &= value.isPresent();
    }
    return isWhole ? Optional.of(new Config.Keyed(values)) : Optional.empty();
  }

  private static Config single(Scalar scalar) {
    String text = scalar.text();
    if (scalar.isNull()) {
      return Config.none();
    }
    if (scalar.plain() && text.matches("true|false")) {
      return Config.truth(Boolean.parseBoolean(text));
    }
    return scalar.plain() && NUMBER.matcher(text).matches()
        ? Config.number(text)
        : Config.text(text);
  }

  /** Whatever the vendor has. */
  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return SchemaWriter.ordered("type", "object", "additionalProperties", true);
  }

  /** The same of a tree by itself. */
  Optional<Config> whole(Tree tree, String name, Binder binder) {
    return bind(new Node(name, tree), binder);
  }
}
