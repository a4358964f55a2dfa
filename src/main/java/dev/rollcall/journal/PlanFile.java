package dev.rollcall.journal;

import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanBasis;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan that was saved to be reviewed and applied. It is an order, not a program: it says what is
 * to be done and how far the plan was allowed to go, and nothing of where and how; which job it is
 * for is said by whoever applies it.
 *
 * @param limits with which it was made
 * @param held sequence numbers of operations that a safety rule held, each with its name
 * @param deferred likewise, for which there was no seat, each with a message
 * @param grounds what it was made on
 * @param facts what a reviewer is told beside the plan, as JSON; nothing is done because of it
 */
public record PlanFile(
    Plan plan,
    PlanLimits limits,
    SortedMap<Integer, String> held,
    SortedMap<Integer, String> deferred,
    PlanBasis grounds,
    PlanInputs made,
    String facts) {

  private static final long LARGEST = 128L * 1024 * 1024;

  /**
   * How it was made.
   *
   * @param inputs changes with whatever the job file and the overrides said
   * @param overridden whether there were any overrides; what they were is not kept
   * @param applyable false where the repository was locked, so that the plan may lack what it
   *     remembers
   * @param decided whether it is of what somebody has decided in a review of access, rather than of
   *     what the records ask for
   */
  public record PlanInputs(String inputs, boolean overridden, boolean applyable, boolean decided) {

    /** Those of a plan of what the records ask for. */
    public PlanInputs(String inputs, boolean overridden, boolean applyable) {
      this(inputs, overridden, applyable, false);
    }

    /** The same of a plan of what was decided in a review. */
    public PlanInputs ofReview() {
      return new PlanInputs(inputs, overridden, applyable, true);
    }
  }

  /** Copies. */
  public PlanFile {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    deferred = Collections.unmodifiableSortedMap(new TreeMap<>(deferred));
  }

  /** Equal for plans that do the same in the same workspace, whatever else they say. */
  public String content() {
    return Seal.none().of(plan.workspace() + "\n" + plan.job() + "\n" + plan.digest());
  }

  /** What stands in the file. */
  public String text(Seal seal) {
    ObjectNode json = PlanFileCodec.write(this);
    json.put(seal.field(), seal.of(json.toString()));
    return PlanFileCodec.text(json);
  }

  /** Whether a file is a plan, of whatever version. */
  public static boolean isOne(Path file) {
    try {
      PlanFileCodec.parse(text(file));
      return true;
    } catch (PlanCodec.Unreadable | UnusablePlan e) {
      return false;
    }
  }

  /**
   * Looks whether a file is a plan of this version at all, whatever it says and bears.
   *
   * @throws UnusablePlan where it is not
   */
  public static void look(Path file) {
    try {
      PlanFileCodec.checkFormat(PlanFileCodec.parse(text(file)));
    } catch (PlanCodec.Unreadable e) {
      throw new UnusablePlan(file + " " + e.getMessage());
    }
  }

  /**
   * Reads one.
   *
   * @param seal what it must bear
   * @throws UnusablePlan where it is none, is of another version, or was altered
   */
  public static PlanFile read(Path file, Seal seal) {
    String text = text(file);
    try {
      ObjectNode json = PlanFileCodec.parse(text);
      PlanFileCodec.checkFormat(json);
      checkSeal(text, json, seal);
      return PlanFileCodec.read(json);
    } catch (PlanCodec.Unreadable e) {
      throw new UnusablePlan(file + " " + e.getMessage());
    }
  }

  /** Takes the seal out of the content once it has proved to be right. */
  private static void checkSeal(String text, ObjectNode json, Seal seal) {
    if (seal.isKeyed() && !json.has(Seal.SEAL)) {
      throw new PlanCodec.Unreadable(
          "is not sealed, and the job file has a plan-key; make a new plan with it");
    }
    if (!seal.isKeyed() && json.has(Seal.SEAL)) {
      throw new PlanCodec.Unreadable(
          "is sealed, and the job file has no plan-key to tell whether the seal is right");
    }
    String whole = PlanFileCodec.text(json);
    String found = json.path(seal.field()).asString("");
    json.remove(seal.field());
    // A seal covers every byte: the layout too is as it was written.
    if (!seal.fits(json.toString(), found) || seal.isKeyed() && !whole.equals(text)) {
      throw new PlanCodec.Unreadable(
          seal.isKeyed()
              ? "was altered after it was sealed, or sealed with another plan-key; make a new plan"
              : "was altered after it was made; make a new plan");
    }
  }

  private static String text(Path file) {
    try {
      if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > LARGEST)) {
        throw new UnusablePlan(file + " is no plan: it is no file of a size that a plan can have");
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (NoSuchFileException e) {
      throw new UnusablePlan("there is no file " + file);
    } catch (CharacterCodingException e) {
      throw new UnusablePlan(file + " is no plan: it is not JSON");
    } catch (IOException e) {
      throw new UnusablePlan(file + " cannot be read");
    }
  }
}
