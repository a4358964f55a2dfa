package dev.rollcall.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one driver may be told: a list of names, each with the values it may have. Whatever is not
 * on it is refused, so that a setting of a driver's next version is refused until somebody has
 * looked at it.
 */
final class DriverSettings {

  /** Any value at all: the driver takes it as it is. */
  private static final Pattern ANYTHING = Pattern.compile("(?s).*");

  private final Map<String, Pattern> byKey = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final boolean exact;

  private DriverSettings(boolean exact) {
    this.exact = exact;
  }

  /** Names of a driver that spells them in one way only. */
  static DriverSettings exactly() {
    return new DriverSettings(true);
  }

  /** Names of a driver that does not look at their case. */
  static DriverSettings inAnyCase() {
    return new DriverSettings(false);
  }

  /** These, with any value. */
  DriverSettings with(String several) {
    return with(ANYTHING, several);
  }

  /** These, with values of one form. */
  DriverSettings with(Pattern values, String several) {
    for (String name : several.strip().split("\\s+")) {
      byKey.put(key(name), values);
      names.put(key(name), name);
    }
    return this;
  }

  /** One whose name has a blank. */
  DriverSettings named(String name, Pattern values) {
    byKey.put(key(name), values);
    names.put(key(name), name);
    return this;
  }

  /** Why these are not among them, as the end of a sentence. */
  DriverSettings without(String reason, String several) {
    for (String name : several.strip().split("\\s+")) {
      reasons.put(key(name), reason);
    }
    return this;
  }

  private String key(String name) {
    // As H2 does it: a dotless i becomes an I there too.
    return exact ? name : name.toUpperCase(Locale.ENGLISH);
  }

  /** What is wrong with a name and its value, if anything. */
  Optional<String> refusal(String name, String value) {
    Pattern values = byKey.get(key(name));
    if (values != null) {
      return values.matcher(value).matches()
          ? Optional.empty()
          : Optional.of("the setting " + name + " may not have this value" + reason(name));
    }
    return Optional.of("the setting " + shown(name) + " is not permitted here" + reason(name));
  }

  private String reason(String name) {
    return Optional.ofNullable(reasons.get(key(name))).map(why -> ": " + why).orElse("");
  }

  boolean hasReason(String name) {
    return reasons.containsKey(key(name));
  }

  /** A name that may be anything, fit to be told. */
  private static String shown(String name) {
    return name.matches("[\\w.\\- ]{1,60}") ? name : "with a strange name";
  }

  List<String> permitted() {
    return List.copyOf(names.values());
  }
}
