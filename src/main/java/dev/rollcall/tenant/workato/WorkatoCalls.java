package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.JsonFields;
import dev.rollcall.tenant.http.RepeatRule;
import dev.rollcall.tenant.workato.payload.Id;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Calls of the Developer API: where they go, in which lane, and how their parts are written. */
final class WorkatoCalls {

  static final int PAGE = 100;

  private final HttpLanes http;
  private final WorkatoSettings settings;
  private final WorkatoJson json;
  private final WorkatoLanes lanes;

  WorkatoCalls(HttpLanes http, WorkatoSettings settings, WorkatoJson json) {
    this.http = http;
    this.settings = settings;
    this.json = json;
    this.lanes = new WorkatoLanes(settings);
  }

  /** The same by other settings. */
  WorkatoCalls with(WorkatoSettings other) {
    return new WorkatoCalls(http, other, json);
  }

  WorkatoSettings settings() {
    return settings;
  }

  WorkatoJson json() {
    return json;
  }

  /** Makes one in a lane. */
  <T> FinishedCall<T> send(Lane lane, RepeatRule repeat, HttpCall call, BodyReader<T> reading) {
    return http.send(lane, repeat, call, reading);
  }

  /** The lane of an endpoint. */
  Lane lane(Endpoint endpoint, Environment environment) {
    return lanes.of(endpoint.category(), environment);
  }

  /** Reads. */
  <T> FinishedCall<T> get(
      Endpoint endpoint, Environment environment, String path, BodyReader<T> reading) {
    return http.send(
        lane(endpoint, environment),
        RepeatRule.FREELY,
        call(endpoint, environment, path, Optional.empty()),
        reading);
  }

  /** Reads a page of a list. */
  <T> FinishedCall<ListPage<T>> list(
      Endpoint endpoint, Environment environment, String path, Function<JsonFields, T> row) {
    return get(endpoint, environment, path, json.list(row, Function.identity()));
  }

  /** Changes something, where the answer does not matter. */
  FinishedCall<String> change(
      Endpoint endpoint, Environment environment, String path, Optional<Object> body) {
    return http.send(
        lane(endpoint, environment),
        RepeatRule.WHEN_NOT_DONE,
        call(endpoint, environment, path, body),
        WorkatoJson.ignored());
  }

  /** One to be made. */
  HttpCall call(Endpoint endpoint, Environment environment, String path, Optional<Object> body) {
    return new HttpCall(
        endpoint.method(),
        URI.create(settings.root(endpoint, environment) + path),
        body.map(WorkatoJson::write),
        Optional.ofNullable(settings.tokens().get(environment)).orElseThrow());
  }

  /** Of which page a list is, as most lists are asked. */
  static String bracketed(int page) {
    return "page%5Bnumber%5D=" + page + "&page%5Bsize%5D=" + PAGE;
  }

  /** Of which page a list is, as the others are asked. */
  static String classic(int page) {
    return "page=" + page + "&per_page=" + PAGE;
  }

  /** A parameter that stands there for each id. */
  static String repeated(String parameter, List<Id> ids) {
    return String.join("&", ids.stream().map(id -> parameter + "=" + encoded(id.text())).toList());
  }

  /** An id as a part of a path. */
  static String path(Id id) {
    return encoded(id.text()).replace("+", "%20");
  }

  /** A text as a part of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
