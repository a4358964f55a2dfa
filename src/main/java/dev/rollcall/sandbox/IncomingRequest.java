package dev.rollcall.sandbox;

import java.util.Map;
import java.util.Optional;

/** What stands in a request, read whole, however it came. */
record IncomingRequest(
    String method, String path, String rawQuery, String authorization, String body) {

  String query() {
    return ApiCall.decode(rawQuery);
  }

  ApiCall call(Optional<StoredRow.Token> caller, Optional<Route> route) {
    return new ApiCall(
        caller,
        route.flatMap(each -> each.match(path)).orElse(Map.of()),
        ApiCall.parse(rawQuery),
        body);
  }
}
