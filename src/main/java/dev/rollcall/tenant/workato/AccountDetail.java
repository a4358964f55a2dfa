package dev.rollcall.tenant.workato;

import java.util.Locale;

/** What a partner can tell of a person who is added, beside name, address and roles. */
public enum AccountDetail {
  /** What they sign in with. */
  OAUTH_ID,
  /** What the partner knows them by. */
  EXTERNAL_ID,
  /** Where they are. */
  TIME_ZONE;

  /** What it is called in a job file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
