package dev.rollcall.tenant;

/**
 * What was found out about a workspace's batched requests; remembered across runs, each with the
 * day it was found out. Thread-safe.
 */
public interface Experience {

  /** How far a kind can be trusted. */
  enum Trust {
    /** Never tried: the first goes with one item, on a list that has others. */
    UNTRIED,
    /** One item did no harm to others; whether many are honoured is not known. */
    ONE_WORKED,
    /** Many items in one request are honoured. */
    MANY_WORK,
    /** Only one item a request is honoured. */
    ONE_BY_ONE,
    /** A request harmed what it did not name: the kind is not used any more. */
    HARMFUL
  }

  /**
   * What is known of a kind.
   *
   * @param way how it is sent, in the words of whoever sends it; empty for the usual way
   * @param trust how far that can be trusted
   * @param detail how that was found out, for people
   */
  record Lesson(String way, Trust trust, String detail) {

    /** Of what was never tried. */
    public static final Lesson NONE = new Lesson("", Trust.UNTRIED, "");
  }

  /** What is known of this kind. */
  Lesson lesson(BatchKind kind);

  /** Remembers what was found out, in place of what was known. */
  void remember(BatchKind kind, Lesson lesson);

  /** How far a kind can be trusted. */
  default Trust of(BatchKind kind) {
    return lesson(kind).trust();
  }

  /** Remembers how far a kind can be trusted that is sent as it was before. */
  default void remember(BatchKind kind, Trust trust, String detail) {
    remember(kind, new Lesson(lesson(kind).way(), trust, detail));
  }
}
