package dev.rollcall.sandbox;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How a stand-in behaves where the vendor's documents are silent: a position for each switch. */
public final class Behaviour<S extends Enum<S> & BehaviourSwitch> {
  private final Class<S> switches;
  private final Map<S, String> positions;

  private Behaviour(Class<S> switches, Map<S, String> positions) {
    this.switches = switches;
    this.positions = Collections.unmodifiableMap(positions);
  }

  /** Every switch at its assumed position. */
  public static <S extends Enum<S> & BehaviourSwitch> Behaviour<S> assumed(Class<S> switches) {
    return new Behaviour<>(switches, new EnumMap<>(switches));
  }

  /**
   * The same behaviour with one switch turned.
   *
   * @throws SandboxException where it has no such position
   */
  public Behaviour<S> with(S which, String position) {
    if (!which.positions().contains(position)) {
      throw new SandboxException(
          which.key()
              + " cannot be '"
              + position
              + "'"
              + NearestName.hint(position, which.positions()));
    }
    Map<S, String> turned = new EnumMap<>(switches);
    turned.putAll(positions);
    turned.put(which, position);
    return new Behaviour<>(switches, turned);
  }

  /**
   * The same behaviour with the switches of a seed or control request turned.
   *
   * @throws SandboxException where there is no such switch or position
   */
  public Behaviour<S> with(Map<String, String> byKey) {
    Behaviour<S> turned = this;
    for (Map.Entry<String, String> entry : byKey.entrySet()) {
      turned = turned.with(named(entry.getKey()), entry.getValue());
    }
    return turned;
  }

  /** The position of a switch. */
  public String of(S which) {
    return positions.getOrDefault(which, which.assumed());
  }

  /** Whether a switch is in this position, which it has. */
  public boolean is(S which, String position) {
    if (!which.positions().contains(position)) {
      throw new IllegalArgumentException(which + " has no position " + position);
    }
    return of(which).equals(position);
  }

  /** The HTTP status a switch stands at, which has such positions. */
  int status(S which) {
    return Integer.parseInt(of(which));
  }

  /** The number a switch stands at; empty where it stands at a word. */
  public OptionalInt number(S which) {
    String position = of(which);
    return position.chars().allMatch(Character::isDigit)
        ? OptionalInt.of(Integer.parseInt(position))
        : OptionalInt.empty();
  }

  /** Only the switches that were turned, by key. */
  public Map<String, String> turned() {
    Map<String, String> byKey = new LinkedHashMap<>();
    positions.forEach((which, position) -> byKey.put(which.key(), position));
    return byKey;
  }

  private S named(String key) {
    List<S> all = Arrays.asList(switches.getEnumConstants());
    return all.stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new SandboxException(
                    "there is no switch '"
                        + key
                        + "'"
                        + NearestName.hint(key, all.stream().map(BehaviourSwitch::key).toList())));
  }
}
