package dev.rollcall.explain;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one person: what the records say, what follows from it, what the workspace
 * holds, and what would be done.
 *
 * @param tenant what is explained: {@code workspace}
 * @param address as it was asked for, canonical where it is an address
 * @param summary what would be done, in one sentence
 * @param rows their rows in all sources, in the order they were read
 * @param standing where they stand; empty where no row of theirs could be used
 * @param rules every rule of the job; none where no row of theirs could be used
 * @param desired what they are to hold
 * @param lost what was said too, and lost
 * @param held why they are left alone as long as that is not mended
 * @param present what the workspace holds
 * @param operations what would be done with them
 * @param notes why nothing, or not all of it, is done; and what is worth knowing
 * @param nearest addresses like theirs, where nobody knows them
 */
public record Explanation(
    Noun tenant,
    String address,
    String name,
    String summary,
    List<SourceRow> rows,
    Optional<Standing> standing,
    List<RuleWord> rules,
    List<Right> desired,
    List<Lost> lost,
    List<String> held,
    Present present,
    List<OperationRecord> operations,
    List<String> notes,
    List<String> nearest) {

  /**
   * One row of theirs.
   *
   * @param cells those that decide something
   * @param problems why it cannot be used; none where it can
   * @param leftOut why it does not count; empty where it does
   */
  public record SourceRow(
      String source, String where, List<Cell> cells, List<Problem> problems, String leftOut) {
    /** Copies. */
    public SourceRow {
      cells = List.copyOf(cells);
      problems = List.copyOf(problems);
    }
  }

  /** A cell under its header. */
  public record Cell(String header, String value) {}

  /**
   * Where they stand.
   *
   * @param status active, left or future
   * @param why in words
   * @param where the cell that decided
   */
  public record Standing(String status, String why, String where) {}

  /** What a rule says of them. */
  public record RuleWord(String name, String where, boolean matches, List<Entitlement> gives) {
    /** Copies. */
    public RuleWord {
      gives = List.copyOf(gives);
    }
  }

  /** A right with the cell or rule behind it. */
  public record Right(Entitlement entitlement, Attribution because) {}

  /** A right that was said too, and the one that counts instead. */
  public record Lost(Right right, Right winner) {}

  /**
   * The workspace's side.
   *
   * @param state one of {@link State}
   * @param detail more about it, as a sentence; may be empty
   */
  public record Present(State state, String detail, List<Entitlement> holds) {
    /** Copies. */
    public Present {
      holds = List.copyOf(holds);
    }
  }

  /** How the workspace knows them. The names are part of the format. */
  public enum State {
    /** The workspace could not be read. */
    UNREAD,
    /** Not ours, so not read. */
    FOREIGN,
    /** Nobody of that address. */
    ABSENT,
    /** Invited, not accepted yet. */
    INVITED,
    /** A member with access. */
    ACTIVE,
    /** A member without any access. */
    SUSPENDED
  }

  /** Copies. */
  public Explanation {
    rows = List.copyOf(rows);
    rules = List.copyOf(rules);
    desired = List.copyOf(desired);
    lost = List.copyOf(lost);
    held = List.copyOf(held);
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
    nearest = List.copyOf(nearest);
  }

  /** The same, where no run would go on. */
  public Explanation refused() {
    return new Explanation(
        tenant,
        address,
        name,
        "No run would go on with these rosters, so nothing would be done.",
        rows,
        standing,
        rules,
        desired,
        lost,
        held,
        present,
        operations,
        notes,
        nearest);
  }

  /** Whether neither the rosters nor the workspace know of them. */
  public boolean isUnknown() {
    return rows.isEmpty() && held.isEmpty() && present.state() == State.ABSENT;
  }
}
