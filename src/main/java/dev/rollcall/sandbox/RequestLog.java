package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log of every request that came in under /api since the start. Thread-safe. */
final class RequestLog {
  private final List<RecordedRequest> requests = new ArrayList<>();

  synchronized void add(RecordedRequest request) {
    requests.add(request);
  }

  synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    requests.forEach(request -> counts.merge(request.endpoint(), 1L, Long::sum));
    return counts;
  }
}
