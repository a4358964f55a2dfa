package dev.rollcall.security;

import java.util.regex.Pattern;

/**
 * Who may read and write files, as {@code chmod} has it: the owner, and perhaps the group.
 *
 * @param bits nine permission bits, of which only those for reading and writing are set
 */
public record FileMode(int bits) {

  /** What is right, for people. */
  public static final String EXPECTED = "a file mode such as 0600 or 0640";

  /** Its owner alone. */
  public static final FileMode OWNER = new FileMode(0600);

  private static final Pattern OCTAL = Pattern.compile("0o?([0-7]{3})");
  private static final int OWNER_BITS = 0600;
  private static final int OTHERS = 0007;
  private static final int EXECUTE = 0111;
  private static final int GROUP_READS = 0040;
  private static final int GROUP_WRITES = 0020;

  /** Checks that nobody else is let in. */
  public FileMode {
    wrong(bits);
  }

  /**
   * Reads one as it is written for {@code chmod}, with its leading zero, or as YAML 1.2 has it.
   *
   * @throws IllegalArgumentException where it is none, or lets in who must stay outside
   */
  public static FileMode parse(String text) {
    var octal = OCTAL.matcher(text);
    if (!octal.matches()) {
      throw new IllegalArgumentException("write four octal digits, the first of them 0");
    }
    return new FileMode(Integer.parseInt(octal.group(1), 8));
  }

  private static void wrong(int bits) {
    if ((bits & OTHERS) != 0) {
      throw new IllegalArgumentException(
          "everybody else must stay outside: end it with 0, and put who may read into the group");
    }
    if ((bits & EXECUTE) != 0) {
      throw new IllegalArgumentException(
          "it is of files, which nobody executes; folders are made to fit: write 0600 or 0640");
    }
    if ((bits & ~0777) != 0 || (bits & OWNER_BITS) != OWNER_BITS) {
      throw new IllegalArgumentException("the owner must read and write: write 0600 or 0640");
    }
    if ((bits & GROUP_WRITES) != 0 && (bits & GROUP_READS) == 0) {
      throw new IllegalArgumentException("who writes must read too: write 0660 or 0640");
    }
  }

  /** The bits of a folder with such files: whoever may read them may also enter. */
  int folderBits() {
    return bits | (bits & 0444) >> 2;
  }

  /** As {@code chmod} takes it. */
  @Override
  public String toString() {
    return String.format("%04o", bits);
  }
}
