package dev.rollcall.batch;

/** Numbers of things, for people. */
final class Quantity {

  private Quantity() {}

  static String of(int number, String one, String many) {
    return number == 1 ? "1 " + one : String.format("%,d %s", number, many);
  }
}
