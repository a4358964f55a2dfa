package dev.rollcall.tenant.http;

/** What a call shows that it may be made. Only the transport can read it; printing gives stars. */
public abstract sealed class Credential permits BearerToken, BasicLogin, Credential.None {

  /** A call that shows nothing: its body does, or it needs nothing. */
  public static final Credential NONE = new None();

  /** The value of the {@code Authorization} header, blank for none; for the transport alone. */
  abstract String header();

  @Override
  public final String toString() {
    return "***";
  }

  /** No header. */
  static final class None extends Credential {

    private None() {}

    @Override
    String header() {
      return "";
    }
  }
}
