package dev.rollcall.tenant;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a tenant offers, by the names it spells and the ids its vendor knows it by.
 *
 * @param sections in the order of the vendor's kinds; without those that could not be read
 * @param gaps what could not be read
 */
public record Inventory(List<Section> sections, List<Gap> gaps) {

  /** How far holders are counted that lists of their own tell of. */
  public enum Counting {
    /** Where that takes no longer than a minute. */
    WHERE_QUICK,
    /** However long it takes. */
    ALWAYS
  }

  /** What a section is about: resources of a kind, or the levels that can be held on them. */
  public enum Sort {
    /** Groups, for example. */
    RESOURCES,
    /** Roles, for example. */
    LEVELS
  }

  /** All of one sort. */
  public record Section(Kind kind, Sort sort, List<Entry> entries) {

    /** Copies. */
    public Section {
      entries = List.copyOf(entries);
    }

    /** What each of them is called. */
    public Noun noun() {
      return sort == Sort.LEVELS ? kind.right() : kind.noun();
    }
  }

  /**
   * One of them.
   *
   * @param name as the tenant spells it
   * @param id the vendor's; empty where it has none but the name
   * @param type whose it is, in the vendor's word, such as {@code system}; empty where nothing is
   *     said of it
   * @param within what it lies in
   * @param isReachable whether there are credentials with which something in it can be changed
   */
  public record Entry(
      String name,
      String id,
      String type,
      Optional<Resource> within,
      Holders holders,
      boolean isReachable) {}

  /**
   * How many hold it, or a right on it; empty where that was not counted.
   *
   * @param people directly
   * @param groups which pass it on
   */
  public record Holders(OptionalInt people, OptionalInt groups) {

    /** Nobody has counted. */
    public static final Holders UNKNOWN = new Holders(OptionalInt.empty(), OptionalInt.empty());

    /** Only people can. */
    public static Holders people(int number) {
      return new Holders(OptionalInt.of(number), OptionalInt.empty());
    }
  }

  /**
   * Something that could not be read.
   *
   * @param what it is, as a noun
   * @param why with what to do about it
   */
  public record Gap(String what, String why) {}

  /** Copies. */
  public Inventory {
    sections = List.copyOf(sections);
    gaps = List.copyOf(gaps);
  }
}
