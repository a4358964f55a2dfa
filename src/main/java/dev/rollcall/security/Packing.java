package dev.rollcall.security;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Ways to write octets as letters. Where in a run of letters the first octet begins is not known,
 * so it is unpacked from each bit where it could.
 */
enum Packing {
  BASE64(6, 4, 8) {
    @Override
    int value(char letter) {
      if (letter >= 'A' && letter <= 'Z') {
        return letter - 'A';
      }
      if (letter >= 'a' && letter <= 'z') {
        return letter - 'a' + 26;
      }
      if (letter >= '0' && letter <= '9') {
        return letter - '0' + 52;
      }
      return letter == '+' || letter == '-' ? 62 : letter == '/' || letter == '_' ? 63 : -1;
    }

    @Override
    boolean skips(char letter) {
      return FoldedText.isBlank(letter);
    }
  },

  HEX(4, 2, 12) {
    @Override
    int value(char letter) {
      return Digits.digit(letter, 16);
    }

    @Override
    boolean skips(char letter) {
      return FoldedText.isBlank(letter) || letter == ':' || letter == '-' || letter == ',';
    }
  };

  private final int bits;
  private final int phases;
  private final int shortest;

  Packing(int bits, int phases, int shortest) {
    this.bits = bits;
    this.phases = phases;
    this.shortest = shortest;
  }

  /** What a letter stands for; below 0 where it is none of these. */
  abstract int value(char letter);

  /** Whether a character may stand between letters, as where lines are wrapped. */
  abstract boolean skips(char letter);

  /** All that can be read out of a view; empty where it holds no run of letters. */
  static List<DecodedText> unpacked(DecodedText source) {
    List<DecodedText> views = new ArrayList<>();
    for (Packing packing : values()) {
      packing.unpack(source, views);
    }
    return views;
  }

  private void unpack(DecodedText source, List<DecodedText> views) {
    List<int[]> runs = runs(source);
    for (int phase = 0; phase < phases && !runs.isEmpty(); phase++) {
      DecodedText.Builder out = new DecodedText.Builder(source);
      for (int[] run : runs) {
        octets(source, run, phase).into(out);
        out.gap(run[run.length - 1]);
      }
      views.add(out.view());
    }
  }

  /** Where the letters of each run stand. */
  private List<int[]> runs(DecodedText source) {
    List<int[]> runs = new ArrayList<>();
    int[] places = new int[source.length()];
    int count = 0;
    for (int i = 0; i <= source.length(); i++) {
      boolean over = i == source.length();
      if (!over && value(source.at(i)) >= 0) {
        places[count++] = i;
      } else if (over || !skips(source.at(i))) {
        if (count >= shortest) {
          runs.add(java.util.Arrays.copyOf(places, count));
        }
        count = 0;
      }
    }
    return runs;
  }

  private Octets octets(DecodedText source, int[] run, int phase) {
    Octets octets = new Octets(run.length);
    int gathered = -phase * Byte.SIZE / phases;
    int value = 0;
    int first = 0;
    for (int i = 0; i < run.length; i++) {
      first = gathered <= 0 ? run[i] : first;
      value = (value << bits | value(source.at(run[i]))) & 0xFFFF;
      gathered += bits;
      if (gathered >= Byte.SIZE) {
        gathered -= Byte.SIZE;
        octets.add(value >> gathered & 0xFF, first, run[i]);
        first = run[i];
      }
    }
    return octets;
  }

  /** Octets with the letters that they were read from. */
  private static final class Octets {

    private final int[] values;
    private final int[] first;
    private final int[] last;
    private int count;

    Octets(int most) {
      values = new int[most];
      first = new int[most];
      last = new int[most];
    }

    void add(int value, int firstLetter, int lastLetter) {
      values[count] = value;
      first[count] = firstLetter;
      last[count++] = lastLetter;
    }

    private int at(int index) {
      return index < count ? values[index] : -1;
    }

    void into(DecodedText.Builder out) {
      IntUnaryOperator octets = this::at;
      for (int i = 0; i < count; ) {
        int length = Utf8.length(octets, i);
        out.addCodePoint(Utf8.codePoint(octets, i, length), first[i], last[i + length - 1]);
        i += length;
      }
    }
  }
}
