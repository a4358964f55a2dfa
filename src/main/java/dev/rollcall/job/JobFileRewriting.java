package dev.rollcall.job;

import dev.rollcall.job.yaml.Position;
import dev.rollcall.job.yaml.Tree;
import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import dev.rollcall.job.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rewriting of a job file whose tenant was migrated: role names where the job file itself has
 * some, and the permission model. Only these words are replaced; all else stays as it was written.
 */
public final class JobFileRewriting {

  private final String label;
  private final String text;
  private final RenamedRoles names;
  private final Set<String> old;
  private final Map<Position, Replacement> replacements = new TreeMap<>();
  private final List<String> left = new ArrayList<>();

  /** A word of the file that is to be another. */
  private record Replacement(Scalar word, String by) {}

  private JobFileRewriting(String label, String text, RenamedRoles names, Set<String> old) {
    this.label = label;
    this.text = text;
    this.names = names;
    this.old = Set.copyOf(old);
  }

  /**
   * Proposes how a file would have to be.
   *
   * @param text what it holds
   * @param old the roles that there are no more
   * @param model what {@code target.model} is to be where the file says it; empty where it may stay
   */
  public static RewrittenJobFile of(
      String label, String text, Set<String> old, RenamedRoles names, Optional<String> model) {
    JobFileRewriting rewriting = new JobFileRewriting(label, text, names, old);
    YamlText.parse(label, text, problem -> rewriting.left.add(problem.toString()))
        .ifPresent(tree -> rewriting.look(tree, model));
    return rewriting.made();
  }

  private void look(Tree tree, Optional<String> model) {
    at(tree, "rules")
        .flatMap(JobFileRewriting::items)
        .flatMap(rule -> at(rule, "grant").flatMap(grant -> at(grant, "roles")))
        .forEach(this::rolesByPlace);
    for (String list : List.of("admin-roles", "sensitive-roles")) {
      at(tree, "safety")
          .flatMap(safety -> at(safety, list))
          .flatMap(JobFileRewriting::items)
          .forEach(role -> role(role, Optional.empty()));
    }
    model.ifPresent(
        by ->
            at(tree, "target")
                .flatMap(target -> at(target, "model"))
                .forEach(written -> replace(written, by)));
  }

  private static Stream<Tree> at(Tree tree, String key) {
    return tree instanceof Mapping mapping ? mapping.get(key).stream() : Stream.empty();
  }

  private static Stream<Tree> items(Tree tree) {
    return tree instanceof Sequence sequence ? sequence.items().stream() : Stream.empty();
  }

  private void rolesByPlace(Tree roles) {
    if (roles instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> role(entry.value(), Optional.of(entry.key().text())));
    }
  }

  private void role(Tree written, Optional<String> place) {
    if (!(written instanceof Scalar word) || !old.contains(word.text().strip())) {
      return;
    }
    names
        .of(place, word.text().strip())
        .ifPresentOrElse(
            by -> replace(word, by),
            () ->
                left.add(
                    word.position()
                        + ": nobody can tell what becomes of \""
                        + word.text().strip()
                        + "\"; write a role that the workspace has"));
  }

  private void replace(Tree written, String by) {
    if (!(written instanceof Scalar word) || word.text().equals(by)) {
      return;
    }
    if (word.plain() ? word.written().endsWith(word.text()) : quote(word).isPresent()) {
      replacements.put(word.position(), new Replacement(word, by));
    } else {
      left.add(word.position() + ": write \"" + by + "\" here");
    }
  }

  /** The quote around a word; empty where it is written otherwise, as a block for instance. */
  private static Optional<String> quote(Scalar word) {
    return Stream.of("\"", "'")
        .filter(quote -> word.written().endsWith(quote + word.text() + quote))
        .findFirst();
  }

  private RewrittenJobFile made() {
    int[] lines = lineStarts();
    StringBuilder rewritten = new StringBuilder();
    int copied = 0;
    for (Replacement each : replacements.values()) {
      Position position = each.word().position();
      int line = lines[position.line() - 1];
      int end =
          text.offsetByCodePoints(line, position.column() - 1) + each.word().written().length();
      String quote = each.word().plain() ? "" : quote(each.word()).orElseThrow();
      int start = end - each.word().text().length() - 2 * quote.length();
      rewritten.append(text, copied, start).append(quote).append(each.by()).append(quote);
      copied = end;
    }
    rewritten.append(text.substring(copied));
    return new RewrittenJobFile(label, rewritten.toString(), changes(rewritten.toString()), left);
  }

  private int[] lineStarts() {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.add(at + 1);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** No word that is replaced goes over a line's end, so that lines keep their numbers. */
  private List<RewrittenJobFile.ChangedLine> changes(String rewritten) {
    List<String> before = text.lines().toList();
    List<String> after = rewritten.lines().toList();
    return IntStream.range(0, before.size())
        .filter(line -> !before.get(line).equals(after.get(line)))
        .mapToObj(
            line -> new RewrittenJobFile.ChangedLine(line + 1, before.get(line), after.get(line)))
        .toList();
  }
}
