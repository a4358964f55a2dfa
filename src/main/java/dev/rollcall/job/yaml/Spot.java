package dev.rollcall.job.yaml;

import static java.util.Objects.requireNonNull;

/**
 * A node and what it is called.
 *
 * @param path {@code safety.removals.share}; empty for the file as a whole
 */
public record Spot(String path, Tree tree) {

  /** Checks. */
  public Spot {
    requireNonNull(path, "path");
    requireNonNull(tree, "tree");
  }

  /** The value of a key below. */
  public Spot key(String name, Tree value) {
    return new Spot(path.isEmpty() ? name : path + "." + name, value);
  }

  /** An item of the list. */
  public Spot item(int index, Tree value) {
    return new Spot(path + "[" + index + "]", value);
  }

  /** What it is called in sentences. */
  public String name() {
    return path.isEmpty() ? "the file" : path;
  }
}
