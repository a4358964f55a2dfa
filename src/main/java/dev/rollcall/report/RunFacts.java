package dev.rollcall.report;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Problem;
import dev.rollcall.plan.Finding;
import dev.rollcall.safety.Violation;
import dev.rollcall.target.Price;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
 */
public record RunFacts(
    List<Violation> violations,
    List<Problem> problems,
    SortedMap<String, Integer> rejected,
    List<Finding> findings,
    Price price,
    int fewestRequests,
    Seats seats,
    List<String> notes) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Checks and copies. */
  public RunFacts {
    violations = List.copyOf(violations);
    problems = List.copyOf(problems);
    rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    findings = List.copyOf(findings);
    requireNonNull(price, "price");
    requireNonNull(seats, "seats");
    notes = List.copyOf(notes);
  }

  /** Facts with nothing to complain about. */
  public static RunFacts clear(List<Finding> findings, Price price, Seats seats) {
    return new RunFacts(
        List.of(),
        List.of(),
        new TreeMap<>(Map.of()),
        findings,
        price,
        price.requests(),
        seats,
        List.of());
  }

  /** Reads what {@link #toJson} wrote. */
  public static RunFacts fromJson(String text) {
    return JSON.readValue(text, RunFacts.class);
  }

  /** One text for the journal to keep. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }
}
