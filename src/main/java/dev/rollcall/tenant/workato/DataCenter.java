package dev.rollcall.tenant.workato;

import java.net.URI;

/** A place where Workato runs, by its usual short code. */
public enum DataCenter {
  /** United States. */
  US("www.workato.com"),
  /** Europe. */
  EU("app.eu.workato.com"),
  /** Japan. */
  JP("app.jp.workato.com"),
  /** Singapore. */
  SG("app.sg.workato.com"),
  /** Australia. */
  AU("app.au.workato.com"),
  /** Israel. */
  IL("app.il.workato.com"),
  /** China. */
  CN("app.workatoapp.cn"),
  /** Korea. */
  KR("app.kr.workato.com"),
  /** United Kingdom. */
  UK("app.uk.workato.com"),
  /** The developer sandbox. */
  TRIAL("app.trial.workato.com");

  private final String host;

  DataCenter(String host) {
    this.host = host;
  }

  /** The address of its API. */
  public URI url() {
    return URI.create("https://" + host);
  }
}
