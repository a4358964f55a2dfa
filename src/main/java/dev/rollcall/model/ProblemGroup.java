package dev.rollcall.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same problem in several places, to be told once: {@code there is no group "Finance bilders"
 * (50 people: people.csv:2, 12, 13 …); did you mean "Finance builders"?}
 *
 * @param first the first of them
 * @param count how many there are
 * @param people how many people they concern; 0 where not all of them name one
 * @param places the first few, as people write them
 */
public record ProblemGroup(Problem first, int count, int people, List<String> places) {

  /** Places that are kept for a report. */
  private static final int KEPT = 10;

  /** Places in one line for people. */
  private static final int SHOWN = 3;

  /** Copies. */
  public ProblemGroup {
    places = List.copyOf(places);
  }

  /** Equal ones together, in the order of the first of each. */
  public static List<ProblemGroup> of(Collection<Problem> problems) {
    Map<List<String>, List<Problem>> equal = new LinkedHashMap<>();
    for (Problem problem : problems) {
      equal
          .computeIfAbsent(List.of(alike(problem), problem.remedy()), key -> new ArrayList<>())
          .add(problem);
    }
    return equal.values().stream().map(ProblemGroup::all).toList();
  }

  private static ProblemGroup all(List<Problem> found) {
    List<Problem> same =
        found.stream().sorted((one, other) -> Places.inOrder(one.where(), other.where())).toList();
    return new ProblemGroup(
        same.get(0),
        same.size(),
        people(same),
        same.stream()
            .map(Problem::where)
            .filter(where -> !where.isEmpty())
            .distinct()
            .limit(KEPT)
            .toList());
  }

  private static int people(List<Problem> same) {
    return same.stream().allMatch(problem -> problem.person().isPresent())
        ? (int) same.stream().map(Problem::person).flatMap(Optional::stream).distinct().count()
        : 0;
  }

  /** What is wrong, without what only the first of several says of its own row. */
  public String what() {
    return count == 1 ? first.what() : alike(first);
  }

  /** Whom a contradiction is about, and which row it is with, differ from one to the next. */
  private static String alike(Problem problem) {
    String whose = problem.person().map(person -> person + ": ").orElse("");
    String what = problem.what();
    return whose.isEmpty() || !what.startsWith(whose)
        ? what
        : Places.withoutRow(what.substring(whose.length()));
  }

  /** How often, in words: {@code 50 people}, {@code 1,200 rows}; empty for a single one. */
  public String howMany() {
    if (count == 1) {
      return "";
    }
    return people > 0 ? counted(people, "person", "people") : counted(count, "row", "rows");
  }

  private static String counted(int number, String one, String many) {
    return Thousands.of(number) + " " + (number == 1 ? one : many);
  }

  /** The first places in a few words: {@code people.csv:2, 12, 13 …}. */
  public String where() {
    if (count == 1) {
      return first.where();
    }
    return Places.shortly(places.subList(0, Math.min(SHOWN, places.size())))
        + (count > Math.min(SHOWN, places.size()) ? " …" : "");
  }

  /** One line. */
  @Override
  public String toString() {
    if (count == 1) {
      return first.toString();
    }
    String remedy = first.remedy().isEmpty() ? "" : "; " + first.remedy();
    String where = places.isEmpty() ? "" : ": " + where();
    return what() + " (" + howMany() + where + ")" + remedy;
  }
}
