package dev.rollcall.sandbox;

import java.util.List;
import java.util.Locale;

/** A question that the vendors' documents leave open, with the answers that a stand-in can give. */
public interface BehaviourSwitch {

  /** Its name in the code, e.g. {@code ALREADY_MEMBER}. */
  String name();

  /** The values it can take, the assumed one first. */
  List<String> positions();

  /** The name used in seeds, e.g. {@code already-member}. */
  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value where nobody has turned it. */
  default String assumed() {
    return positions().get(0);
  }
}
