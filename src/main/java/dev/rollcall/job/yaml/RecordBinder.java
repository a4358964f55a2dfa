package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.RecordParts.Keyed;
import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.model.Nearest;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The binder of mappings to records. */
final class RecordBinder {

  private static final String TYPE = "type";
  private static final String MAPPING = "a mapping of keys to values";

  private final Binder binder;
  private final Map<Class<?>, RecordParts> known = new HashMap<>();

  RecordBinder(Binder binder) {
    this.binder = binder;
  }

  /** A record with exactly its keys. */
  Optional<Object> record(Class<?> type, Node node) {
    RecordParts parts = parts(type);
    if (node.tree().isNull() && parts.mayBeEmpty()) {
      binder.wrongKind(node, MAPPING + ", or { } where it says nothing");
      return Optional.empty();
    }
    return mapping(parts.word(), node)
        .flatMap(mapping -> record(parts, parts.keys(), mapping, node));
  }

  /** The components that could be bound. */
  Map<String, Object> components(Class<? extends Record> type, Node node) {
    RecordParts parts = parts(type);
    return mapping(parts.word(), node)
        .map(
            mapping -> {
              onlyKnown(mapping, parts.keys(), node);
              return bindAll(parts, mapping, node);
            })
        .orElse(Map.of());
  }

  /** One of a sealed family, chosen by the word after {@code type:}. */
  Optional<Object> variant(Class<?> family, Node node) {
    Map<String, Class<?>> variants = new LinkedHashMap<>();
    for (Class<?> each : family.getPermittedSubclasses()) {
      variants.put(Keys.variant(each).word(), each);
    }
    return mapping(Optional.empty(), node)
        .flatMap(
            mapping ->
                chosen(mapping, variants, node)
                    .map(this::parts)
                    .flatMap(parts -> record(parts, keysWithType(parts), mapping, node)));
  }

  private static List<String> keysWithType(RecordParts parts) {
    List<String> keys = new ArrayList<>(List.of(TYPE));
    keys.addAll(parts.keys());
    return keys;
  }

  private Optional<Object> record(
      RecordParts parts, List<String> allowed, Mapping mapping, Node node) {
    onlyKnown(mapping, allowed, node);
    return build(parts, bindAll(parts, mapping, node), node);
  }

  private Optional<Class<?>> chosen(Mapping mapping, Map<String, Class<?>> variants, Node node) {
    String words = String.join(", ", variants.keySet());
    Optional<Tree> word = mapping.get(TYPE);
    if (word.isEmpty()) {
      binder.problem(mapping.position(), node.name() + " needs a type", "it is one of " + words);
      return Optional.empty();
    }
    return binder
        .bindTo(String.class, node.key(TYPE, word.get()))
        .flatMap(
            text -> {
              Optional<Class<?>> found = Optional.ofNullable(variants.get(text));
              if (found.isEmpty()) {
                binder.problem(
                    word.get().position(),
                    node.key(TYPE, mapping).name()
                        + " must be one of "
                        + words
                        + ", not \""
                        + Binder.shown(node.key(TYPE, word.get()))
                        + "\"",
                    Nearest.to(text, variants.keySet())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse(""));
              }
              return found;
            });
  }

  private Optional<Mapping> mapping(Optional<String> word, Node node) {
    if (node.tree() instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node.tree() instanceof Scalar scalar && !scalar.isNull() && word.isPresent()) {
      return inAWord(word.get(), scalar, node);
    }
    binder.wrongKind(node, MAPPING);
    return Optional.empty();
  }

  private Optional<Mapping> inAWord(String word, Scalar scalar, Node node) {
    if (!scalar.text().equals(word)) {
      binder.problem(
          scalar.position(),
          node.name() + " must be a mapping of keys to values, not \"" + Binder.shown(node) + "\"",
          Nearest.to(scalar.text(), List.of(word))
              .map(near -> "did you mean " + near + "?")
              .orElse("or the word " + word));
      return Optional.empty();
    }
    Entry isSo = new Entry(scalar, new Scalar("true", true, scalar.position()));
    return Optional.of(new Mapping(List.of(isSo), scalar.position()));
  }

  private void onlyKnown(Mapping mapping, List<String> known, Node node) {
    Set<String> seen = new LinkedHashSet<>();
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        binder.problem(
            entry.key().position(), "unknown key " + quoted(node, key), Nearest.remedy(key, known));
      } else if (!seen.add(key)) {
        binder.problem(
            entry.key().position(), "the key " + quoted(node, key) + " is here twice", "keep one");
      }
    }
  }

  private static String quoted(Node node, String key) {
    return "\"" + key + "\"" + (node.path().isEmpty() ? "" : " in " + node.path());
  }

  private RecordParts parts(Class<?> type) {
    return known.computeIfAbsent(type, RecordParts::of);
  }

  private Map<String, Object> bindAll(RecordParts parts, Mapping mapping, Node node) {
    Map<String, Object> bound = new LinkedHashMap<>();
    for (RecordParts.Part part : parts.all()) {
      value(part, mapping, node).ifPresent(value -> bound.put(part.name(), value));
    }
    return bound;
  }

  private Optional<Object> value(RecordParts.Part part, Mapping mapping, Node node) {
    if (part instanceof RecordParts.Inlined inlined) {
      return build(inlined.parts(), bindAll(inlined.parts(), mapping, node), node);
    }
    return value((Keyed) part, mapping, node);
  }

  private Optional<Object> value(Keyed part, Mapping mapping, Node node) {
    Optional<Tree> fallback = part.fallback();
    Optional<Tree> written = mapping.get(part.key().name());
    if (written.filter(Tree::isNull).isPresent() && part.mayBeLeftOut()) {
      hasNoValue(part.key(), node.key(part.key().name(), written.get()));
      return Optional.empty();
    }
    Optional<Tree> tree = written.map(value -> completed(value, fallback)).or(() -> fallback);
    if (tree.isPresent()) {
      Node at = node.key(part.key().name(), tree.get());
      return binder.bind(part.type(), at).filter(value -> !emptied(part, value, at));
    }
    if (part.isOptional()) {
      return Optional.of(Optional.empty());
    }
    binder.problem(
        mapping.position(),
        (node.path().isEmpty() ? "the file" : node.path()) + " needs \"" + part.key().name() + "\"",
        "that is: " + part.key().meaning());
    return Optional.empty();
  }

  /**
   * With everything below it commented out, somebody may mean that nothing is to hold; what would
   * hold is what holds without the key, and that may be everything.
   */
  private void hasNoValue(Key.Written key, Node node) {
    Optional<String> otherwise =
        key.fallback().filter(text -> !text.equals("{}")).map(text -> ", which means " + text);
    binder.problem(
        node.tree().position(),
        node.name() + " has no value",
        "write one, or leave the key out" + otherwise.orElse(""));
  }

  private static Tree completed(Tree written, Optional<Tree> fallback) {
    return written instanceof Mapping mapping && fallback.orElse(written) instanceof Mapping others
        ? mapping.over(others)
        : written;
  }

  /** Lists and mappings may be empty only where that is what they are when left out. */
  private boolean emptied(Keyed part, Object value, Node node) {
    boolean empty =
        (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (!empty || part.key().mayBeEmpty() || hasItems(node.tree())) {
      return false;
    }
    binder.problem(
        node.tree().position(),
        node.name() + " must not be empty",
        "that is: " + part.key().meaning());
    return true;
  }

  /** Items that could not be bound: a complaint about them was made already. */
  private static boolean hasItems(Tree tree) {
    return (tree instanceof Tree.Sequence sequence && !sequence.items().isEmpty())
        || (tree instanceof Mapping mapping && !mapping.entries().isEmpty());
  }

  /** A record, where all its components could be bound. */
  Optional<Object> build(Class<?> type, Map<String, Object> bound, Node node) {
    return build(parts(type), bound, node);
  }

  private Optional<Object> build(RecordParts parts, Map<String, Object> bound, Node node) {
    if (bound.size() < parts.all().size()) {
      return Optional.empty();
    }
    try {
      Object[] values = parts.all().stream().map(each -> bound.get(each.name())).toArray();
      return Optional.of(parts.constructor().newInstance(values));
    } catch (InvocationTargetException e) {
      complain(e, node);
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot use " + parts.constructor(), e);
    }
  }

  private void complain(InvocationTargetException failed, Node node) {
    if (!(failed.getCause() instanceof WrongValue wrong)) {
      throw new IllegalStateException("cannot bind " + node.name(), failed.getCause());
    }
    Optional<Tree> at =
        node.tree() instanceof Mapping mapping ? mapping.get(wrong.key()) : Optional.empty();
    String name = wrong.key().isEmpty() ? node.name() : node.key(wrong.key(), node.tree()).name();
    binder.problem(
        at.orElse(node.tree()).position(), name + " " + wrong.getMessage(), wrong.remedy());
  }
}
