package dev.rollcall.source.columns;

import dev.rollcall.model.RightsColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a column of a roster can be about, with the headers that usually stand above it: in tiers,
 * an earlier one being preferred. Those of a status and of days are told by {@link HeaderMeaning}.
 */
public enum RosterField {
  EMAIL("email", "email", "email.other", "email.login"),
  NAME("name", "name"),
  FIRST_NAME("first-name", "name.first"),
  LAST_NAME("last-name", "name.last"),
  STATUS("status"),
  STARTS_ON("starts-on", "start.known", "start.known.other"),
  ENDS_ON("ends-on", "end.known"),
  ROLE("role", "role"),
  GROUPS("groups", "groups"),
  PROJECTS("projects", "projects"),
  KIND("kind", "kind", "kind.other", "kind.weak"),
  TARGET("target", "target", "target.other"),
  ENVIRONMENT("environment", "environment"),
  EMPLOYEE_ID("employee-id", "employee-id", "employee-id.other");

  private final String key;
  private final List<Set<String>> tiers;

  RosterField(String key, String... sections) {
    this.key = key;
    this.tiers = Arrays.stream(sections).map(section -> Lexicon.of(section)).toList();
  }

  /** The name it has in a job file. */
  public String key() {
    return key;
  }

  /** Usual headers, as {@link Lexicon#plain} makes them, the preferred ones first. */
  List<Set<String>> tiers() {
    return tiers;
  }

  /** Whether rows of this shape have such a field. */
  boolean isOf(Shape shape) {
    return switch (this) {
      case GROUPS, PROJECTS -> shape == Shape.PEOPLE;
      case KIND, TARGET, ENVIRONMENT -> shape != Shape.PEOPLE;
      default -> true;
    };
  }

  /** Whether a cell lists things, so that several columns add up. */
  boolean isList() {
    return this == GROUPS || this == PROJECTS;
  }

  /** Whether several columns may each be it, all of which are read and must not contradict. */
  boolean isOfSeveral() {
    return this == STATUS || this == STARTS_ON || this == ENDS_ON;
  }

  /** The field of a way of stating rights; empty where it is a vendor's own. */
  static Optional<RosterField> of(RightsColumn column) {
    if (column.equals(RightsColumn.ROLES)) {
      return Optional.of(ROLE);
    }
    return column.isOwn() ? Optional.empty() : of(column.key());
  }

  static Optional<RosterField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
