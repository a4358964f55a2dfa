package dev.rollcall.tenant;

/** What a later look found out about an operation whose answer was lost. */
public enum Settled {
  /** It happened. */
  HAPPENED,
  /** It did not happen, for certain: it may be sent again. */
  DID_NOT_HAPPEN,
  /** Too early to tell: look again later. */
  TOO_EARLY,
  /** Nobody can tell: it stays in doubt. */
  UNKNOWN;

  /** Where what is held tells. */
  public static Settled by(boolean asWanted) {
    return asWanted ? HAPPENED : DID_NOT_HAPPEN;
  }
}
