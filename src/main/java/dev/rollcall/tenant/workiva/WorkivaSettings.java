package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.ClientLogin;
import dev.rollcall.tenant.http.Network;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which organization to talk to, and how gently.
 *
 * @param base the host of its API
 * @param organization its id
 * @param clientId of the API grant
 * @param clientSecret of the API grant
 * @param version of the API
 * @param files those whose permissions are managed, by what they are called here
 * @param workspaces the ids of workspaces that are called something here: where two have one name
 * @param welcomes whether new members of a workspace get a mail
 * @param rate how many requests, of whatever sort
 * @param batch the most items in one request
 * @param requestTimeout for one whole call; the server itself gives up after 29 s
 * @param operationTimeout how long an operation may go on
 * @param network how its servers are reached
 */
public record WorkivaSettings(
    URI base,
    String organization,
    String clientId,
    String clientSecret,
    String version,
    Map<String, WorkivaFile> files,
    Map<String, String> workspaces,
    boolean welcomes,
    RequestQuota rate,
    int batch,
    Duration requestTimeout,
    Duration operationTimeout,
    Network network) {

  /** The version of the API that is spoken where nothing else is said. */
  public static final String VERSION = "2026-01-01";

  /** A fifth of what the vendor once said that there may be. */
  public static final RequestQuota RATE = RequestQuota.perSecond(10);

  /** Header that says which version of the API is meant. */
  static final String VERSION_HEADER = "X-Version";

  /** Copies; something fits into a request. */
  public WorkivaSettings {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    workspaces = Map.copyOf(workspaces);
    if (batch < 1) {
      throw new IllegalArgumentException("batch is at least 1");
    }
  }

  /** What the keys of all organizations at an address begin with. */
  public static String keysBegin(URI base) {
    return base.getHost() + "/";
  }

  /** The base without a trailing slash. */
  String root() {
    return base.toString().replaceAll("/+$", "");
  }

  /** How the client gets a token. */
  ClientLogin login() {
    return new ClientLogin(
        URI.create(root() + "/oauth2/token"),
        clientId,
        clientSecret,
        List.of(),
        ClientLogin.Place.FORM,
        Map.of(VERSION_HEADER, version));
  }

  /** Names the client in no text. */
  @Override
  public String toString() {
    return "organization " + organization + " at " + base;
  }
}
