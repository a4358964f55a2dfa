package dev.rollcall.source.columns;

/**
 * The exception where a condition asked for a cell of which nobody can tell what it means, and of
 * which is told elsewhere: whatever hangs on it is open, and what does not hang on it is not.
 */
public final class DoubtfulCell extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Thrown often, so without where. */
  public DoubtfulCell(String name) {
    super(name + " cannot be read", null, false, false);
  }
}
