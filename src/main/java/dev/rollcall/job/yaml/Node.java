package dev.rollcall.job.yaml;

/**
 * A node of a file, and what it is called.
 *
 * @param path {@code safety.removals.share}; empty for the file as a whole
 */
public record Node(String path, Tree tree) {

  /** The value of a key below. */
  public Node key(String name, Tree value) {
    return new Node(path.isEmpty() ? name : path + "." + name, value);
  }

  /** An item of the list. */
  public Node item(int index, Tree value) {
    return new Node(path + "[" + index + "]", value);
  }

  /** What it is called in sentences. */
  public String name() {
    return path.isEmpty() ? "the file" : path;
  }
}
