package dev.rollcall.job.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a YAML file says, before anybody asked what it means; each node knows its place. */
public sealed interface Tree {

  /** Where it begins. */
  Position position();

  /** What kind of thing it is, for people. */
  String kind();

  /** Whether nothing was written. */
  default boolean isNull() {
    return false;
  }

  /**
   * One value, as written: references are not followed yet.
   *
   * @param plain not in quotes and no block
   * @param written what stands in the file, quotes and block header included; empty where unknown
   */
  record Scalar(String text, boolean plain, Position position, String written) implements Tree {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    /** One that stands in no file. */
    public Scalar(String text, boolean plain, Position position) {
      this(text, plain, position, "");
    }

    @Override
    public boolean isNull() {
      return plain && NULLS.contains(text);
    }

    @Override
    public String kind() {
      return isNull() ? "empty" : "a single value";
    }

    /** Only the place: the text may be a secret. */
    @Override
    public String toString() {
      return "scalar at " + position;
    }
  }

  /** A list. */
  record Sequence(List<Tree> items, Position position) implements Tree {

    /** Copies. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values; a key may occur twice here, the binder complains. */
  record Mapping(List<Entry> entries, Position position) implements Tree {

    /** Copies. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    /** The value of a key. */
    public Optional<Tree> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().text().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    /** The same with one key set. */
    public Mapping with(Scalar key, Tree value) {
      boolean known = get(key.text()).isPresent();
      List<Entry> changed = new ArrayList<>();
      for (Entry entry : entries) {
        changed.add(entry.key().text().equals(key.text()) ? new Entry(entry.key(), value) : entry);
      }
      if (!known) {
        changed.add(new Entry(key, value));
      }
      return new Mapping(changed, position);
    }

    /** The same with what others say about keys that are not here. */
    public Mapping over(Mapping others) {
      List<Entry> all = new ArrayList<>(entries);
      others.entries.stream().filter(entry -> get(entry.key().text()).isEmpty()).forEach(all::add);
      return new Mapping(all, position);
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Tree value) {}
}
