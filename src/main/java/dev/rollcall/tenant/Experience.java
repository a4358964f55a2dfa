package dev.rollcall.tenant;

/** What was found out about a workspace's batched requests; remembered across runs. Thread-safe. */
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

  /** What is known of this kind. */
  Trust of(BatchKind kind);

  /** Remembers what was found out. */
  void remember(BatchKind kind, Trust trust, String detail);
}
