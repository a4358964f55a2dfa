package dev.rollcall.safety;

import dev.rollcall.model.Vocabulary;
import java.util.Optional;
import java.util.Set;

/** Limits of the tests. */
public final class Caps {

  private Caps() {}

  /** Any amount. */
  public static ShareOrCount none() {
    return new ShareOrCount(Optional.empty(), Optional.empty());
  }

  /** At most this share. */
  public static ShareOrCount share(double share) {
    return new ShareOrCount(Optional.of(share), Optional.empty());
  }

  /** At most so many. */
  public static ShareOrCount count(int count) {
    return new ShareOrCount(Optional.empty(), Optional.of(count));
  }

  /** At most this share and no more than so many. */
  public static ShareOrCount both(double share, int count) {
    return new ShareOrCount(Optional.of(share), Optional.of(count));
  }

  /** Those of a job file that names none. */
  public static Limits defaults(Vocabulary vocabulary) {
    return new Limits(
        OnTrip.ADDITIONS,
        both(0.10, 25),
        share(0.20),
        count(200),
        vocabulary.administrators(),
        count(2),
        2,
        Set.of(),
        Set.of(),
        0.20,
        Optional.of(100));
  }
}
