package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Entry;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.model.Nearest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The binder of mappings to records. */
final class RecordBinder {

  private static final String TYPE = "type";

  private final Binder binder;

  RecordBinder(Binder binder) {
    this.binder = binder;
  }

  /** A record with exactly its keys. */
  Optional<Object> record(Class<?> type, Node node) {
    return mapping(type, node).flatMap(mapping -> record(type, RecordKeys.of(type), mapping, node));
  }

  /** The components that could be bound. */
  Map<String, Object> components(Class<? extends Record> type, Node node) {
    return mapping(type, node)
        .map(
            mapping -> {
              onlyKnown(mapping, RecordKeys.of(type), node);
              return bindAll(type, mapping, node);
            })
        .orElse(Map.of());
  }

  /** One of a sealed family, chosen by the word after {@code type:}. */
  Optional<Object> variant(Class<?> family, Node node) {
    Map<String, Class<?>> variants = new LinkedHashMap<>();
    for (Class<?> each : family.getPermittedSubclasses()) {
      variants.put(RecordKeys.variant(each).value(), each);
    }
    return mapping(family, node)
        .flatMap(
            mapping ->
                chosen(mapping, variants, node)
                    .flatMap(type -> record(type, keysWithType(type), mapping, node)));
  }

  private static List<String> keysWithType(Class<?> type) {
    List<String> keys = new ArrayList<>(List.of(TYPE));
    keys.addAll(RecordKeys.of(type));
    return keys;
  }

  private Optional<Object> record(Class<?> type, List<String> known, Mapping mapping, Node node) {
    onlyKnown(mapping, known, node);
    return build(type, bindAll(type, mapping, node), node);
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

  private Optional<Mapping> mapping(Class<?> type, Node node) {
    if (node.tree() instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    Optional<String> word = RecordKeys.word(type);
    if (word.isPresent() && node.tree() instanceof Scalar scalar && !scalar.isNull()) {
      return inAWord(word.get(), scalar, node);
    }
    if (node.tree() instanceof Scalar scalar && scalar.isNull() && !node.path().isEmpty()) {
      return Optional.of(new Mapping(List.of(), scalar.position()));
    }
    binder.wrongKind(node, "a mapping of keys to values");
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

  private Map<String, Object> bindAll(Class<?> type, Mapping mapping, Node node) {
    Map<String, Object> bound = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      component(component, mapping, node).ifPresent(value -> bound.put(component.getName(), value));
    }
    return bound;
  }

  private Optional<Object> component(RecordComponent component, Mapping mapping, Node node) {
    if (component.isAnnotationPresent(Inline.class)) {
      Class<?> inlined = component.getType();
      return build(inlined, bindAll(inlined, mapping, node), node);
    }
    String name = RecordKeys.name(component);
    Optional<Tree> fallback = RecordKeys.fallback(component);
    Optional<Tree> written = mapping.get(name).filter(tree -> !mayBeBlank(component, tree));
    Optional<Tree> tree = written.map(value -> completed(value, fallback)).or(() -> fallback);
    if (tree.isPresent()) {
      return binder
          .bind(component.getGenericType(), node.key(name, tree.get()))
          .filter(value -> !emptied(component, value, node.key(name, tree.get())));
    }
    if (component.getType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    binder.problem(
        mapping.position(),
        (node.path().isEmpty() ? "the file" : node.path()) + " needs \"" + name + "\"",
        "that is: " + meaning(component));
    return Optional.empty();
  }

  private static String meaning(RecordComponent component) {
    String text = RecordKeys.key(component).value();
    return Character.toLowerCase(text.charAt(0)) + text.substring(1).replaceAll("\\.$", "");
  }

  /** A list or mapping with everything in it commented out. */
  private boolean mayBeBlank(RecordComponent component, Tree tree) {
    return tree.isNull()
        && RecordKeys.fallback(component)
            .filter(fallback -> !(fallback instanceof Scalar))
            .isPresent();
  }

  private static Tree completed(Tree written, Optional<Tree> fallback) {
    return written instanceof Mapping mapping && fallback.orElse(written) instanceof Mapping others
        ? mapping.over(others)
        : written;
  }

  /** Lists and mappings may be empty only where that is what they are when left out. */
  private boolean emptied(RecordComponent component, Object value, Node node) {
    boolean empty =
        (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    String fallback = RecordKeys.key(component).fallback();
    if (!empty || fallback.equals("[]") || fallback.equals("{}") || hasItems(node.tree())) {
      return false;
    }
    binder.problem(
        node.tree().position(),
        node.name() + " must not be empty",
        "that is: " + meaning(component));
    return true;
  }

  /** Items that could not be bound: a complaint about them was made already. */
  private static boolean hasItems(Tree tree) {
    return (tree instanceof Tree.Sequence sequence && !sequence.items().isEmpty())
        || (tree instanceof Mapping mapping && !mapping.entries().isEmpty());
  }

  /** A record, where all its components could be bound. */
  Optional<Object> build(Class<?> type, Map<String, Object> bound, Node node) {
    RecordComponent[] components = type.getRecordComponents();
    if (bound.size() < components.length) {
      return Optional.empty();
    }
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Optional.of(
          constructor.newInstance(
              Arrays.stream(components).map(each -> bound.get(each.getName())).toArray()));
    } catch (InvocationTargetException e) {
      complain(e, node);
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
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
