package dev.rollcall.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Spoils valid files, as bad disks, transfers and hands do: flips bits, puts in, takes out, doubles
 * and moves pieces, cuts off, joins pieces of two files; texts are also written in other charsets.
 * The same random numbers give the same bytes.
 */
public final class Mutator {

  private static final int MOST_MUTATIONS = 6;
  private static final int LONGEST_PIECE = 64;
  private static final byte[] TELLING = "\",;\t|\r\n\0 '=@<{[".getBytes(StandardCharsets.UTF_8);
  private static final List<String> CHARSETS =
      List.of(
          "UTF-16LE",
          "UTF-16BE",
          "UTF-32LE",
          "windows-1252",
          "windows-1250",
          "windows-1251",
          "ISO-8859-1",
          "Shift_JIS",
          "GB18030",
          "IBM850");

  private final List<byte[]> samples;
  private final List<BiFunction<byte[], Random, byte[]>> mutations;

  private Mutator(List<byte[]> samples, boolean areTexts) {
    this.samples = samples.stream().map(byte[]::clone).toList();
    this.mutations =
        new ArrayList<>(
            List.of(
                Mutator::flip,
                Mutator::overwrite,
                Mutator::insert,
                Mutator::delete,
                Mutator::duplicate,
                Mutator::move,
                Mutator::truncate,
                this::splice));
    if (areTexts) {
      mutations.add(Mutator::recode);
    }
  }

  /** One for files of any kind. */
  public static Mutator of(List<byte[]> samples) {
    return new Mutator(samples, false);
  }

  /** One for texts in UTF-8. */
  public static Mutator ofTexts(List<String> samples) {
    return new Mutator(
        samples.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(), true);
  }

  /** One of the samples, spoiled up to a few times. */
  public byte[] mutated(Random random) {
    return mutated(samples.get(random.nextInt(samples.size())), random);
  }

  /** Another file, spoiled up to a few times. */
  public byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole;
    int count = 1 + random.nextInt(MOST_MUTATIONS);
    for (int i = 0; i < count; i++) {
      bytes = mutations.get(random.nextInt(mutations.size())).apply(bytes, random);
    }
    return bytes;
  }

  private static byte[] flip(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] overwrite(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] = TELLING[random.nextInt(TELLING.length)];
    }
    return changed;
  }

  private static byte[] insert(byte[] bytes, Random random) {
    byte[] piece = new byte[1 + random.nextInt(4)];
    random.nextBytes(piece);
    if (random.nextBoolean()) {
      Arrays.fill(piece, TELLING[random.nextInt(TELLING.length)]);
    }
    int at = random.nextInt(bytes.length + 1);
    return joined(Arrays.copyOf(bytes, at), piece, from(bytes, at));
  }

  private static byte[] delete(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_PIECE));
    return joined(Arrays.copyOf(bytes, at), from(bytes, to));
  }

  private static byte[] duplicate(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    byte[] piece = piece(bytes, at, random);
    byte[] many = piece;
    for (int i = random.nextInt(4); i > 0; i--) {
      many = joined(many, piece);
    }
    return joined(Arrays.copyOf(bytes, at), many, from(bytes, at));
  }

  private static byte[] move(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    byte[] piece = piece(bytes, at, random);
    byte[] rest = joined(Arrays.copyOf(bytes, at), from(bytes, at + piece.length));
    int to = random.nextInt(rest.length + 1);
    return joined(Arrays.copyOf(rest, to), piece, from(rest, to));
  }

  private static byte[] truncate(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  private byte[] splice(byte[] bytes, Random random) {
    byte[] other = samples.get(random.nextInt(samples.size()));
    return joined(
        Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)),
        from(other, random.nextInt(other.length + 1)));
  }

  private static byte[] recode(byte[] bytes, Random random) {
    Charset charset = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
    return new String(bytes, StandardCharsets.UTF_8).getBytes(charset);
  }

  private static byte[] piece(byte[] bytes, int at, Random random) {
    int length = 1 + random.nextInt(LONGEST_PIECE);
    return Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length));
  }

  private static byte[] from(byte[] bytes, int at) {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
