package dev.rollcall.security;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The decodings of a text: as it stands, without its escapes, layer by layer, on one line, and
 * unpacked. Bounded by a multiple of the text's length, so that nobody can write one that takes
 * long.
 */
final class Decodings {

  private static final int LAYERS = 6;
  private static final int LAYERS_INSIDE = 3;
  private static final int PACKINGS = 2;
  private static final int MOST_CHARACTERS_EACH = 64;
  private static final int ALWAYS = 10_000;
  private static final int SHORTEST_PACKED = 16;

  /** A view, and how many layers and packings were taken off until here. */
  record Reading(DecodedText view, int layers, int packings) {

    /** Whether it was read out of something that may not have been packed at all. */
    boolean isGuessed() {
      return packings > 0;
    }
  }

  private final Queue<Reading> open = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private long budget;

  private Decodings(String text) {
    this.budget = ALWAYS + (long) MOST_CHARACTERS_EACH * text.length();
    add(new Reading(DecodedText.of(text), 0, 0));
  }

  /** Whether a short text could say something else than what stands there. */
  static boolean hasSeveral(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      letters = Packing.BASE64.value(character) < 0 ? 0 : letters + 1;
      if (letters >= SHORTEST_PACKED || "\\%&\n\r".indexOf(character) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Shows each of them once. */
  static void each(String text, Consumer<Reading> show) {
    Decodings readings = new Decodings(text);
    while (!readings.open.isEmpty()) {
      Reading next = readings.open.remove();
      show.accept(next);
      readings.unescape(next);
      readings.join(next);
      readings.unpack(next);
    }
  }

  private void unescape(Reading reading) {
    // What is unpacked is mostly chance, and not worth more than one order.
    List<Escapes.Kind> kinds =
        reading.isGuessed() ? List.of(Escapes.Kind.ALL) : List.of(Escapes.Kind.values());
    if (reading.layers() < (reading.isGuessed() ? LAYERS_INSIDE : LAYERS)) {
      for (Escapes.Kind kind : kinds) {
        DecodedText view = Escapes.off(reading.view(), kind);
        add(new Reading(view, reading.layers() + 1, reading.packings()));
      }
    }
  }

  private void join(Reading reading) {
    add(new Reading(JoinedLines.joined(reading.view()), reading.layers(), reading.packings()));
  }

  private void unpack(Reading reading) {
    if (reading.packings() < PACKINGS) {
      for (DecodedText view : Packing.unpacked(reading.view())) {
        add(new Reading(view, 0, reading.packings() + 1));
      }
    }
  }

  private void add(Reading reading) {
    int length = reading.view().length();
    if (length > 0 && budget >= length && known.add(reading.view().text())) {
      budget -= length;
      open.add(reading);
    }
  }
}
