package dev.rollcall.job;

import dev.rollcall.model.Problem;
import dev.rollcall.security.Sha256;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A request to onboard: a spreadsheet whose people are to be brought in, and what they are given
 * beside.
 *
 * @param file absolute
 * @param label the file as the user named it
 * @param sheet of a workbook: its name, or its number from 1
 * @param digest of what the file held when it was asked for
 */
public record OnboardingRequest(
    Path file, String label, Optional<String> sheet, GivenRights rights, String digest) {

  /**
   * Asks for the people of a file as it is now.
   *
   * @throws UnreadableSource where there is no such file
   */
  public static OnboardingRequest of(Path file, Optional<String> sheet, GivenRights rights) {
    String label = file.toString();
    refuseAllButFiles(file);
    return new OnboardingRequest(
        file.toAbsolutePath().normalize(), label, sheet, rights, digest(file, label));
  }

  private static void refuseAllButFiles(Path file) {
    String label = file.toString();
    if (Files.isDirectory(file)) {
      throw unreadable(label, "is a folder", "name the file in it");
    }
    if (Files.notExists(file)) {
      throw unreadable(label, "does not exist", "look at the path");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw unreadable(label, "is no file", "name a spreadsheet: .csv, .xlsx, .xlsm or .xls");
    }
  }

  /**
   * Why the people cannot be read as they were when they were asked for; empty where they can.
   *
   * @param run which asked for them
   */
  public Optional<Problem> trouble(String run) {
    if (Files.exists(file) ? !Files.isRegularFile(file) : Files.notExists(file)) {
      return Optional.of(
          new Problem(
              label,
              "is not there any more, and run " + run + " onboards its people",
              "put it back, or onboard them from another file: rollcall onboard FILE JOB"));
    }
    return digest(file, label).equals(digest)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                label,
                "is not what it was when run " + run + " began",
                "rollcall onboard shows what it comes to now, and asks"));
  }

  private static String digest(Path file, String label) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting = new DigestInputStream(in, Sha256.digest())) {
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (IOException e) {
      throw unreadable(label, "cannot be read", "look at its permissions");
    }
  }

  private static UnreadableSource unreadable(String label, String what, String remedy) {
    return new UnreadableSource(label, what, remedy);
  }

  /** What must be unchanged for a plan to stand, whatever the file holds by now. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(file.toString());
    arguments.add(sheet.orElse(""));
    arguments.addAll(rights.arguments());
    return arguments;
  }

  /** Whether it is about the same people, whatever they are given. */
  public boolean isOfSameSheet(OnboardingRequest other) {
    return file.equals(other.file) && sheet.equals(other.sheet);
  }

  /** As sentences call it. */
  public String told() {
    return label + sheet.map(name -> ", sheet \"" + name + "\"").orElse("");
  }
}
