package dev.rollcall.source.columns;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tenant in which rows state rights, as far as reading them needs it.
 *
 * @param places the resources that can have a {@link RightsColumn#ROLES} column of their own,
 *     sorted; a role or a project that names none of them speaks about all
 */
public record Destination(Vocabulary vocabulary, List<Resource> places) {

  /** Sorts and copies. */
  public Destination {
    places = places.stream().distinct().sorted().toList();
  }

  /**
   * The kind of resource that a way of stating rights is about.
   *
   * @throws IllegalArgumentException where the vendor has none
   */
  public Kind kind(RightsColumn column) {
    return vocabulary
        .fedBy(column)
        .orElseThrow(() -> new IllegalArgumentException(vocabulary.vendor() + " has no " + column));
  }

  /** Whether rights can be stated this way; those on places only where there are any. */
  public boolean has(RightsColumn column) {
    return vocabulary.fedBy(column).isPresent()
        && !(column.equals(RightsColumn.ROLES) && places.isEmpty());
  }

  /** Whether rows can speak of a field there: not all vendors have all ways of stating rights. */
  boolean has(RosterField field, Shape shape) {
    return shape != Shape.PEOPLE
        || Stream.of(RightsColumn.ROLES, RightsColumn.GROUPS, RightsColumn.PROJECTS)
            .filter(way -> !has(way))
            .noneMatch(way -> RosterField.of(way).equals(Optional.of(field)));
  }

  /** Whether such a column can be read there. */
  public boolean has(UnreadColumn.Guess guess) {
    return RosterField.of(guess.field()).filter(field -> has(field, Shape.PEOPLE)).isPresent();
  }

  /** What states rights there, by the names that columns have in a job file. */
  public List<String> ways() {
    return vocabulary.kinds().stream()
        .flatMap(kind -> kind.column().stream())
        .filter(this::has)
        .map(way -> RosterField.of(way).map(RosterField::key).orElse(way.key()))
        .distinct()
        .toList();
  }

  /** Whether a source has such a list, and the tenant has what it is of. */
  public boolean isStated(RightsColumn list, Columns columns) {
    return has(list) && columns.has(list);
  }

  /** The place with this name, in upper or lower case. */
  public Optional<Resource> place(String name) {
    return places.stream().filter(known -> known.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The names of all places. */
  public List<String> placeNames() {
    return places.stream().map(Resource::name).toList();
  }

  /** What a place is called. */
  public String placeNoun() {
    return kind(RightsColumn.ROLES).noun().one();
  }
}
