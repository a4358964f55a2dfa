package dev.rollcall.report;

import dev.rollcall.model.Problem;
import dev.rollcall.plan.Finding;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.safety.Violation;
import dev.rollcall.tenant.Price;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a run once its plan is reviewed, beside the plan: it goes into the journal, so
 * that a later report can tell it again.
 *
 * @param problems everything wrong with the rosters, unknown names included
 * @param rejected how many rows were handed back, by source; sources without any may be left out
 * @param findings what was noticed, the plan's findings included
 * @param price of what may be sent
 * @param fewestRequests the fewest that could do the same, were nothing tried small first
 * @param notes anything else worth saying, as sentences
 * @param leftAlone who is left alone because of a problem
 */
public record RunFacts(
    List<Violation> violations,
    List<Problem> problems,
    SortedMap<String, Integer> rejected,
    List<Finding> findings,
    Price price,
    int fewestRequests,
    SeatCounts seats,
    List<String> notes,
    LeftAlone leftAlone) {

  /** Made when first needed: a plan that is only shown needs none. */
  private static final class Json {

    static final JsonMapper MAPPER =
        JsonMapper.builder()
            // What was kept before there was such a number has none.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Of one part: more follows. */
    static final ObjectReader LEFT_ALONE =
        MAPPER.readerFor(LeftAlone.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** Copies. */
  public RunFacts {
    violations = List.copyOf(violations);
    problems = List.copyOf(problems);
    rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    // JSON can lack them.
    // Runs of older versions did not count them.
    leftAlone = leftAlone == null ? LeftAlone.NOBODY : leftAlone;
  }

  /** Facts with nothing to complain about. */
  public static RunFacts clear(List<Finding> findings, Price price, SeatCounts seats) {
    return new RunFacts(
        List.of(),
        List.of(),
        new TreeMap<>(Map.of()),
        findings,
        price,
        price.requests(),
        seats,
        List.of(),
        LeftAlone.NOBODY);
  }

  /** Reads what {@link #toJson} wrote. */
  public static RunFacts fromJson(String text) {
    return Json.MAPPER.readValue(text, RunFacts.class);
  }

  /** Who was left alone, without reading all the rest of what {@link #toJson} wrote. */
  public static LeftAlone leftAloneIn(String text) {
    if (text.isEmpty()) {
      return LeftAlone.NOBODY;
    }
    try (JsonParser parser = Json.MAPPER.createParser(text)) {
      parser.nextToken();
      for (String key = parser.nextName(); key != null; key = parser.nextName()) {
        parser.nextToken();
        if (key.equals("leftAlone")) {
          return Json.LEFT_ALONE.readValue(parser);
        }
        parser.skipChildren();
      }
    }
    return LeftAlone.NOBODY;
  }

  /** One text for the journal to keep. */
  public String toJson() {
    return Json.MAPPER.writeValueAsString(this);
  }
}
