package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.SandboxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How the stand-in deviates: a position for each switch. */
public final class ScimBehaviour {

  private final Map<ScimSwitch, String> positions;

  private ScimBehaviour(Map<ScimSwitch, String> positions) {
    this.positions = Collections.unmodifiableMap(positions);
  }

  /** As the RFCs have it. */
  public static ScimBehaviour usual() {
    return new ScimBehaviour(new EnumMap<>(ScimSwitch.class));
  }

  /**
   * The same with one switch turned.
   *
   * @throws SandboxException where it has no such position
   */
  public ScimBehaviour with(ScimSwitch which, String position) {
    if (!which.positions().contains(position)) {
      throw new SandboxException(
          which.key() + " cannot be '" + position + "': " + String.join(", ", which.positions()));
    }
    Map<ScimSwitch, String> turned = new EnumMap<>(ScimSwitch.class);
    turned.putAll(positions);
    turned.put(which, position);
    return new ScimBehaviour(turned);
  }

  /** The same with switches turned by name. */
  public ScimBehaviour with(Map<String, String> byKey) {
    ScimBehaviour turned = this;
    for (Map.Entry<String, String> entry : byKey.entrySet()) {
      turned = turned.with(named(entry.getKey()), entry.getValue());
    }
    return turned;
  }

  private static ScimSwitch named(String key) {
    Optional<ScimSwitch> found =
        Arrays.stream(ScimSwitch.values()).filter(each -> each.key().equals(key)).findFirst();
    return found.orElseThrow(
        () ->
            new SandboxException(
                "there is no switch '"
                    + key
                    + "'; there are "
                    + Arrays.stream(ScimSwitch.values()).map(ScimSwitch::key).toList()));
  }

  /** Only the switches that were turned. */
  public Map<String, String> turned() {
    Map<String, String> byKey = new TreeMap<>();
    positions.forEach((which, position) -> byKey.put(which.key(), position));
    return byKey;
  }

  String of(ScimSwitch which) {
    return positions.getOrDefault(which, which.positions().get(0));
  }

  boolean is(ScimSwitch which, String position) {
    List<String> known = which.positions();
    if (!known.contains(position)) {
      throw new IllegalArgumentException(which + " has no position " + position);
    }
    return of(which).equals(position);
  }

  /** The number a switch stands at; empty where it stands at a word. */
  OptionalInt number(ScimSwitch which) {
    String position = of(which);
    return position.chars().allMatch(Character::isDigit)
        ? OptionalInt.of(Integer.parseInt(position))
        : OptionalInt.empty();
  }
}
