package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;

/** A tree as the plain lists, maps and values that JSON is written from. */
public final class PlainTree {

  private PlainTree() {}

  /** The value of a tree. */
  public static Object of(Tree tree) {
    if (tree instanceof Sequence sequence) {
      return sequence.items().stream().map(PlainTree::of).toList();
    }
    if (tree instanceof Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (Entry entry : mapping.entries()) {
        map.put(entry.key().text(), of(entry.value()));
      }
      return map;
    }
    Scalar scalar = (Scalar) tree;
    if (scalar.plain() && scalar.text().matches("true|false")) {
      return Boolean.valueOf(scalar.text());
    }
    if (scalar.plain() && scalar.text().matches("-?\\d{1,9}")) {
      return Integer.valueOf(scalar.text());
    }
    return scalar.text();
  }
}
