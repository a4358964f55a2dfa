package dev.rollcall.tenant.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A name and a password, as RFC 7617 sends them. */
public final class BasicLogin extends Credential {

  private final String header;

  /** With a name that holds no colon. */
  public BasicLogin(String name, String password) {
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.header = "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  String header() {
    return header;
  }
}
