package dev.rollcall.tenant.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an OAuth 2.0 client gets an access token by its own credentials: RFC 6749, section 4.4.
 *
 * @param endpoint where tokens are given out
 * @param id of the client
 * @param secret of the client
 * @param scopes what is asked for; none for what the client was given
 * @param place where the credentials stand in the request
 * @param headers that the request needs beside
 */
public record ClientLogin(
    URI endpoint,
    String id,
    String secret,
    List<String> scopes,
    Place place,
    Map<String, String> headers) {

  /** Where a client's id and secret are sent. */
  public enum Place {
    /** As fields of the form. */
    FORM,
    /** In the {@code Authorization} header. */
    HEADER
  }

  /** Copies. */
  public ClientLogin {
    scopes = List.copyOf(scopes);
    headers = Map.copyOf(headers);
  }

  /** The request for a token. */
  HttpCall call() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    if (place == Place.FORM) {
      fields.put("client_id", id);
      fields.put("client_secret", secret);
    }
    if (!scopes.isEmpty()) {
      fields.put("scope", String.join(" ", scopes));
    }
    HttpCall call =
        HttpCall.form(
            endpoint, fields, place == Place.FORM ? Credential.NONE : new BasicLogin(id, secret));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      call = call.with(header.getKey(), header.getValue());
    }
    return call;
  }

  /** Tells nothing of the client. */
  @Override
  public String toString() {
    return "client of " + endpoint;
  }
}
