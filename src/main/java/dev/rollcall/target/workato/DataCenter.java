package dev.rollcall.target.workato;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where Workato runs, by the short names its own tools use. */
public enum DataCenter {
  US("www.workato.com"),
  EU("app.eu.workato.com"),
  JP("app.jp.workato.com"),
  SG("app.sg.workato.com"),
  AU("app.au.workato.com"),
  IL("app.il.workato.com"),
  CN("app.workatoapp.cn"),
  KR("app.kr.workato.com"),
  UK("app.uk.workato.com"),
  TRIAL("app.trial.workato.com");

  private final String host;

  DataCenter(String host) {
    this.host = host;
  }

  /** The data center with this short name, in any case. */
  public static Optional<DataCenter> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.shortName().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All short names, for messages. */
  public static List<String> names() {
    return Arrays.stream(values()).map(DataCenter::shortName).toList();
  }

  /** As the job file writes it. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The address to send requests to. */
  public URI base() {
    return URI.create("https://" + host);
  }
}
