package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The binder of mappings whose keys the user chooses, in the order in which they are written. */
final class MappingBinder {

  private final Binder binder;

  MappingBinder(Binder binder) {
    this.binder = binder;
  }

  Optional<Object> map(Class<?> keyType, Type valueType, Node node) {
    if (!(node.tree() instanceof Mapping mapping)) {
      binder.wrongKind(node, "a mapping of names to values");
      return Optional.empty();
    }
    Map<Object, Object> bound = new LinkedHashMap<>();
    Map<Object, Entry> seen = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      Node key = node.key(entry.key().text(), entry.key());
      binder
          .bind(keyType, key)
          .filter(name -> isNew(name, entry, seen, node))
          .ifPresent(
              name ->
                  binder
                      .bind(valueType, new Node(key.path(), entry.value()))
                      .ifPresent(value -> bound.put(name, value)));
    }
    return Optional.of(Collections.unmodifiableMap(bound));
  }

  private boolean isNew(Object name, Entry entry, Map<Object, Entry> seen, Node node) {
    if (seen.putIfAbsent(name, entry) == null) {
      return true;
    }
    binder.problem(
        entry.key().position(),
        "\"" + entry.key().text() + "\" in " + node.name() + " is here twice",
        "keep one");
    return false;
  }
}
