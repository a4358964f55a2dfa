package dev.rollcall.model;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the valid name that was probably meant. */
public final class Nearest {

  private static final int MOST = 12;

  private Nearest() {}

  /** A name, and how far it is from the word. */
  private record Candidate(String name, int distance) implements Comparable<Candidate> {

    @Override
    public int compareTo(Candidate other) {
      return distance == other.distance
          ? name.compareTo(other.name)
          : Integer.compare(distance, other.distance);
    }
  }

  /** The candidate nearest to the word, where one is near enough to be worth naming. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    int farthest = Math.max(2, fold(word).length() / 3);
    return measured(word, candidates)
        .filter(candidate -> candidate.distance() <= farthest)
        .min(Comparator.naturalOrder())
        .map(Candidate::name);
  }

  /** A remedy in words: {@code did you mean "Member"?}, or the list of what there is. */
  public static String remedy(String word, Collection<String> candidates) {
    return to(word, candidates)
        .map(Nearest::meant)
        .orElseGet(() -> listed(candidates.stream().sorted().toList()));
  }

  /** A remedy that lists what there is in any case, the nearest first. */
  public static String offered(String word, Collection<String> candidates) {
    String list = listed(measured(word, candidates).sorted().map(Candidate::name).toList());
    return to(word, candidates).map(name -> meant(name) + " " + list).orElse(list);
  }

  private static Stream<Candidate> measured(String word, Collection<String> candidates) {
    String folded = fold(word);
    return candidates.stream().map(name -> new Candidate(name, distance(folded, fold(name))));
  }

  private static String meant(String name) {
    return "did you mean \"" + name + "\"?";
  }

  private static String listed(List<String> names) {
    return names.isEmpty()
        ? "there is none to choose from"
        : "there is "
            + names.stream().limit(MOST).map(name -> '"' + name + '"').collect(joining(", "))
            + (names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "");
  }

  private static String fold(String text) {
    return Naming.look(text);
  }

  /** Edits (insert, delete, replace, swap of neighbours) from one text to the other. */
  private static int distance(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, from, to, i, j);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int step(int[][] edits, String from, String to, int i, int j) {
    int cost = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best = Math.min(edits[i - 1][j - 1] + cost, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
