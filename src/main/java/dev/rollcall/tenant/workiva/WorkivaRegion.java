package dev.rollcall.tenant.workiva;

import java.net.URI;

/** Where organizations live. */
public enum WorkivaRegion {
  /** United States. */
  US("https://api.app.wdesk.com"),
  /** European Union. */
  EU("https://api.eu.wdesk.com"),
  /** Asia and the Pacific. */
  APAC("https://api.apac.wdesk.com");

  private final String address;

  WorkivaRegion(String address) {
    this.address = address;
  }

  /** The address of its API. */
  public URI url() {
    return URI.create(address);
  }
}
