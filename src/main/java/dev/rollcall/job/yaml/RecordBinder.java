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
  Optional<Object> record(Class<?> type, Node spot) {
    return mapping(spot).flatMap(mapping -> record(type, RecordKeys.of(type), mapping, spot));
  }

  /** The components that could be bound. */
  Map<String, Object> components(Class<? extends Record> type, Node spot) {
    return mapping(spot)
        .map(
            mapping -> {
              onlyKnown(mapping, RecordKeys.of(type), spot);
              return bindAll(type, mapping, spot);
            })
        .orElse(Map.of());
  }

  /** One of a sealed family, chosen by the word after {@code type:}. */
  Optional<Object> variant(Class<?> family, Node spot) {
    Map<String, Class<?>> variants = new LinkedHashMap<>();
    for (Class<?> each : family.getPermittedSubclasses()) {
      variants.put(RecordKeys.variant(each).value(), each);
    }
    return mapping(spot)
        .flatMap(
            mapping ->
                chosen(mapping, variants, spot)
                    .flatMap(type -> record(type, keysWithType(type), mapping, spot)));
  }

  private static List<String> keysWithType(Class<?> type) {
    List<String> keys = new ArrayList<>(List.of(TYPE));
    keys.addAll(RecordKeys.of(type));
    return keys;
  }

  private Optional<Object> record(Class<?> type, List<String> known, Mapping mapping, Node spot) {
    onlyKnown(mapping, known, spot);
    return build(type, bindAll(type, mapping, spot), spot);
  }

  private Optional<Class<?>> chosen(Mapping mapping, Map<String, Class<?>> variants, Node spot) {
    String words = String.join(", ", variants.keySet());
    Optional<Tree> word = mapping.get(TYPE);
    if (word.isEmpty()) {
      binder.problem(mapping.mark(), spot.name() + " needs a type", "it is one of " + words);
      return Optional.empty();
    }
    return binder
        .bindTo(String.class, spot.key(TYPE, word.get()))
        .flatMap(
            text -> {
              Optional<Class<?>> found = Optional.ofNullable(variants.get(text));
              if (found.isEmpty()) {
                binder.problem(
                    word.get().mark(),
                    spot.key(TYPE, mapping).name()
                        + " must be one of "
                        + words
                        + ", not \""
                        + Binder.shown(spot.key(TYPE, word.get()))
                        + "\"",
                    Nearest.to(text, variants.keySet())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse(""));
              }
              return found;
            });
  }

  private Optional<Mapping> mapping(Node spot) {
    if (spot.tree() instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    if (spot.tree() instanceof Scalar scalar && scalar.isNull() && !spot.path().isEmpty()) {
      return Optional.of(new Mapping(List.of(), scalar.mark()));
    }
    binder.wrongKind(spot, "a mapping of keys to values");
    return Optional.empty();
  }

  private void onlyKnown(Mapping mapping, List<String> known, Node spot) {
    Set<String> seen = new LinkedHashSet<>();
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        binder.problem(
            entry.key().mark(), "unknown key " + quoted(spot, key), Nearest.remedy(key, known));
      } else if (!seen.add(key)) {
        binder.problem(
            entry.key().mark(), "the key " + quoted(spot, key) + " is here twice", "keep one");
      }
    }
  }

  private static String quoted(Node spot, String key) {
    return "\"" + key + "\"" + (spot.path().isEmpty() ? "" : " in " + spot.path());
  }

  private Map<String, Object> bindAll(Class<?> type, Mapping mapping, Node spot) {
    Map<String, Object> bound = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      component(component, mapping, spot).ifPresent(value -> bound.put(component.getName(), value));
    }
    return bound;
  }

  private Optional<Object> component(RecordComponent component, Mapping mapping, Node spot) {
    if (component.isAnnotationPresent(Inline.class)) {
      Class<?> inlined = component.getType();
      return build(inlined, bindAll(inlined, mapping, spot), spot);
    }
    String name = RecordKeys.name(component);
    Optional<Tree> fallback = RecordKeys.fallback(component);
    Optional<Tree> written = mapping.get(name).filter(tree -> !mayBeBlank(component, tree));
    Optional<Tree> tree = written.map(value -> completed(value, fallback)).or(() -> fallback);
    if (tree.isPresent()) {
      return binder
          .bind(component.getGenericType(), spot.key(name, tree.get()))
          .filter(value -> !emptied(component, value, spot.key(name, tree.get())));
    }
    if (component.getType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    binder.problem(
        mapping.mark(),
        (spot.path().isEmpty() ? "the file" : spot.path()) + " needs \"" + name + "\"",
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
  private boolean emptied(RecordComponent component, Object value, Node spot) {
    boolean empty =
        (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    String fallback = RecordKeys.key(component).fallback();
    if (!empty || fallback.equals("[]") || fallback.equals("{}") || hasItems(spot.tree())) {
      return false;
    }
    binder.problem(
        spot.tree().mark(), spot.name() + " must not be empty", "that is: " + meaning(component));
    return true;
  }

  /** Items that could not be bound: a complaint about them was made already. */
  private static boolean hasItems(Tree tree) {
    return (tree instanceof Tree.Sequence sequence && !sequence.items().isEmpty())
        || (tree instanceof Mapping mapping && !mapping.entries().isEmpty());
  }

  /** A record, where all its components could be bound. */
  Optional<Object> build(Class<?> type, Map<String, Object> bound, Node spot) {
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
      complain(e.getCause(), spot);
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private void complain(Throwable cause, Node spot) {
    if (!(cause instanceof WrongValue wrong)) {
      throw new IllegalStateException("cannot bind " + spot.name(), cause);
    }
    Optional<Tree> at =
        spot.tree() instanceof Mapping mapping ? mapping.get(wrong.key()) : Optional.empty();
    String name = wrong.key().isEmpty() ? spot.name() : spot.key(wrong.key(), spot.tree()).name();
    binder.problem(at.orElse(spot.tree()).mark(), name + " " + wrong.getMessage(), wrong.remedy());
  }
}
