package dev.rollcall.planning;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.source.gather.Gathered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The people of the rosters whom {@code scope.emails} leaves out. */
final class OutOfScope {

  private static final int MOST_SHOWN = 8;

  private OutOfScope() {}

  /** How many they are, as a sentence; empty where there are none. */
  static Optional<String> of(JobFile job, Gathered gathered) {
    NamePatterns scope = emails(job);
    Map<String, Integer> domains = new TreeMap<>();
    gathered.people().stream()
        .map(person -> person.email())
        .filter(email -> !scope.contains(email.address()))
        .forEach(email -> domains.merge(email.domain(), 1, Integer::sum));
    int people = domains.values().stream().mapToInt(Integer::intValue).sum();
    return people == 0
        ? Optional.empty()
        : Optional.of(
            people
                + (people == 1 ? " person is" : " people are")
                + " outside scope.emails and never planned for: "
                + shown(domains));
  }

  /** The addresses that are within it. */
  static NamePatterns emails(JobFile job) {
    return NamePatterns.matching(job.scope().emails().stream().map(EmailGlob::pattern).toList());
  }

  private static String shown(Map<String, Integer> domains) {
    List<Map.Entry<String, Integer>> largest = new ArrayList<>(domains.entrySet());
    largest.sort((one, other) -> other.getValue().compareTo(one.getValue()));
    String some =
        largest.stream()
            .limit(MOST_SHOWN)
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(joining(", "));
    int more = domains.size() - MOST_SHOWN;
    return more > 0 ? some + " and " + more + " more domains" : some;
  }
}
