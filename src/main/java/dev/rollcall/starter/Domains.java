package dev.rollcall.starter;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.UnansweredQuestions;
import dev.rollcall.source.columns.RecognisedColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where the people of a roster have their addresses, and which of these places are ours. */
final class Domains {

  private static final int MOST_TAKEN = 20;
  private static final int MOST_SHOWN = 20;

  private final Map<String, Integer> people = new TreeMap<>();
  private int question;

  /** Counts those of a column. */
  void add(RosterColumn column) {
    column.domains().forEach((domain, count) -> people.merge(domain, count, Integer::sum));
  }

  /** Asks about those that anybody may have, and about too many. */
  void ask(Questions questions) {
    List<String> open = of(RecognisedColumns::isPublic);
    List<String> own = of(domain -> !RecognisedColumns.isPublic(domain));
    if (own.isEmpty()) {
      question =
          questions.ask(
              "Whose addresses are yours? "
                  + (open.isEmpty()
                      ? "None could be read."
                      : "There are only such as anybody can have: " + counted(open) + ".")
                  + " List patterns under scope.emails.");
    } else if (!open.isEmpty()) {
      questions.ask(
          "Are people of yours at %s? Anybody can have such an address, so that they are not in scope; if so, list each of them under scope.emails."
              .formatted(counted(open)));
    }
    if (own.size() > MOST_TAKEN) {
      questions.ask(
          "Which of the %d domains are yours? The %d with most people are in scope; the others are listed there."
              .formatted(own.size(), MOST_TAKEN));
    }
  }

  /** Those, the largest first. */
  private List<String> of(Predicate<String> which) {
    return people.entrySet().stream()
        .filter(each -> which.test(each.getKey()))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String counted(List<String> domains) {
    String some =
        domains.stream()
            .limit(MOST_SHOWN)
            .map(domain -> domain + " " + people.get(domain))
            .collect(joining(", "));
    int more = domains.size() - MOST_SHOWN;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  /** The list of patterns that a job file begins with. */
  String yaml() {
    List<String> own = of(domain -> !RecognisedColumns.isPublic(domain));
    return YamlWord.list(
        own.isEmpty()
            ? List.of(UnansweredQuestions.text(question, "whose addresses are yours?"))
            : own.stream().limit(MOST_TAKEN).map(domain -> "*@" + domain).toList());
  }

  /** All of them with their number of people; blank where there is only one. */
  String told() {
    return people.size() < 2 ? "" : counted(of(domain -> true));
  }
}
