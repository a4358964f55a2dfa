package dev.rollcall.sandbox;

/** Gives out ids that look like the vendor's and are the same in every run from the same seed. */
final class Ids {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Store store;

  Ids(Store store) {
    this.store = store;
  }

  long user() {
    return store.next("user", 70_001);
  }

  long invitation() {
    return store.next("invitation", 880_001);
  }

  long environment() {
    return store.next("environment", 148_401);
  }

  long project() {
    return store.next("project", 649_001);
  }

  long folder() {
    return store.next("folder", 1_563_001);
  }

  String environmentRole() {
    return Long.toString(store.next("environment-role", 1));
  }

  long legacyRole() {
    return store.next("legacy-role", 478);
  }

  String projectRole() {
    return opaque("pr", store.next("project-role", 1));
  }

  String group() {
    return opaque("pf", store.next("group", 1));
  }

  String systemGroup() {
    return opaque("am", store.next("group", 1));
  }

  String grant() {
    return opaque("pg", store.next("grant", 1));
  }

  long logRow() {
    return store.next("log", 99_001);
  }

  /** Spreads a counter over 64 bits and spells it, e.g. {@code pf-APHDLgAD-cTXBtz}. */
  private static String opaque(String prefix, long counter) {
    long mixed = (counter + prefix.hashCode()) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    StringBuilder text = new StringBuilder(prefix).append('-');
    for (int i = 0; i < 14; i++) {
      if (i == 8) {
        text.append('-');
      }
      text.append(LETTERS.charAt((int) Long.remainderUnsigned(mixed, 62)));
      mixed = Long.divideUnsigned(mixed, 62);
    }
    return text.toString();
  }
}
