package dev.rollcall.sandbox;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the stand-in behaves where the vendor's documents are silent: a position for each switch. */
public final class Behaviour {
  private final Map<Switch, String> positions;

  private Behaviour(Map<Switch, String> positions) {
    this.positions = Collections.unmodifiableMap(positions);
  }

  /** Every switch at its assumed position. */
  public static Behaviour assumed() {
    return new Behaviour(new EnumMap<>(Switch.class));
  }

  /** The same behaviour with one switch turned. */
  public Behaviour with(Switch which, String position) {
    if (!which.positions().contains(position)) {
      throw new SandboxException(
          which.key()
              + " cannot be '"
              + position
              + "'"
              + NearestName.hint(position, which.positions()));
    }
    Map<Switch, String> turned = new EnumMap<>(Switch.class);
    turned.putAll(positions);
    turned.put(which, position);
    return new Behaviour(turned);
  }

  /** The same behaviour with the switches of a seed or control request turned. */
  Behaviour with(Map<String, String> byKey) {
    Behaviour turned = this;
    for (Map.Entry<String, String> entry : byKey.entrySet()) {
      turned = turned.with(named(entry.getKey()), entry.getValue());
    }
    return turned;
  }

  String of(Switch which) {
    return positions.getOrDefault(which, which.positions().get(0));
  }

  boolean is(Switch which, String position) {
    if (!which.positions().contains(position)) {
      throw new IllegalArgumentException(which + " has no position " + position);
    }
    return of(which).equals(position);
  }

  int status(Switch which) {
    return Integer.parseInt(of(which));
  }

  /** Only the switches that were turned, by key. */
  Map<String, String> turned() {
    Map<String, String> byKey = new LinkedHashMap<>();
    positions.forEach((which, position) -> byKey.put(which.key(), position));
    return byKey;
  }

  private static Switch named(String key) {
    List<String> keys = Arrays.stream(Switch.values()).map(Switch::key).toList();
    return Arrays.stream(Switch.values())
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new SandboxException(
                    "there is no switch '" + key + "'" + NearestName.hint(key, keys)));
  }
}
