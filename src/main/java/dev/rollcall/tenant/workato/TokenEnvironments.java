package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.joining;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which environment each token really belongs to, as far as answers tell. A token under the wrong
 * key would give access in another environment than the plan says. Thread-safe.
 */
final class TokenEnvironments {

  /** The API's words and what its pages call the same. */
  private static final Map<String, String> SAME =
      Map.of("development", "dev", "testing", "test", "production", "prod");

  /** What an answer said, and which answer it was. */
  private record Sighting(String said, String where) {}

  /** How messages speak of what a key stands for. */
  enum Wording {
    /** Tokens of an environment each. */
    TOKENS(
        "target.tokens.",
        "a token",
        "tokens",
        "the token of an API client",
        "each environment has API clients of its own"),
    /** Ids of a customer's workspace. */
    IDS(
        "target.managed-users.id.",
        "the id",
        "ids",
        "the id",
        "each environment has an id of its own");

    private final String path;
    private final String one;
    private final String several;
    private final String another;
    private final String rule;

    Wording(String path, String one, String several, String another, String rule) {
      this.path = path;
      this.one = one;
      this.several = several;
      this.another = another;
      this.rule = rule;
    }
  }

  private final Wording words;
  private final Set<Environment> keys;
  private final Map<Environment, Sighting> right = new ConcurrentHashMap<>();
  private final Map<Environment, Sighting> wrong = new ConcurrentHashMap<>();

  /** Nothing was seen yet of the tokens under these keys. */
  TokenEnvironments(Collection<Environment> keys) {
    this(keys, Wording.TOKENS);
  }

  TokenEnvironments(Collection<Environment> keys, Wording words) {
    this.words = words;
    this.keys = new LinkedHashSet<>(keys);
  }

  /** The environments that there is a token for, in the order of the job file. */
  Set<Environment> keys() {
    return keys;
  }

  /** An answer to the token of a key names the environment of a project, or does not. */
  void saw(Environment key, ProjectRow project, String where) {
    project
        .environment()
        .said()
        .ifPresent(
            said -> (means(said, key) ? right : wrong).putIfAbsent(key, new Sighting(said, where)));
  }

  /** Whether a row is, by its own word, in the environment of the key, or says nothing of it. */
  static boolean fits(ProjectRow project, Environment key) {
    return project.environment().said().filter(said -> !means(said, key)).isEmpty();
  }

  private static boolean means(String said, Environment key) {
    String one = new Environment(said).name();
    return SAME.getOrDefault(one, one).equals(SAME.getOrDefault(key.name(), key.name()));
  }

  /** The keys of whose tokens nothing told the environment, in the order of the job file. */
  Set<Environment> untold() {
    Set<Environment> untold = new LinkedHashSet<>(keys);
    untold.removeAll(right.keySet());
    untold.removeAll(wrong.keySet());
    return untold;
  }

  /** Why nothing may be sent with the token of a key. */
  Optional<String> contradiction(Environment key) {
    return Optional.ofNullable(wrong.get(key))
        .map(
            seen ->
                "%s is %s of environment \"%s\", as %s that it reads says"
                    .formatted(words.path + key, words.one, seen.said(), seen.where()));
  }

  /**
   * Ends the run where a token is under the wrong key.
   *
   * @throws AccessRefused with all that are
   */
  void check() {
    if (!wrong.isEmpty()) {
      throw new AccessRefused(
          new TreeSet<>(wrong.keySet())
              .stream()
                  .filter(key -> !isToldWithAnother(key))
                  .map(key -> contradiction(key).orElseThrow() + remedy(key))
                  .collect(joining("; ")));
    }
  }

  /** Of two that are swapped, the first is told, and names the other. */
  private boolean isToldWithAnother(Environment key) {
    return owner(key)
        .filter(other -> isSwapped(key, other) && other.compareTo(key) < 0)
        .isPresent();
  }

  private String remedy(Environment key) {
    Optional<Environment> owner = owner(key);
    if (owner.isEmpty()) {
      return "; write %s, or %s of \"%s\" here"
          .formatted(words.path + new Environment(said(key)), words.another, key);
    }
    Environment other = owner.get();
    if (right.containsKey(other)) {
      return ", and so is %s; put %s of \"%s\" here"
          .formatted(words.path + other, words.another, key);
    }
    return isSwapped(key, other)
        ? "; it and %s, which is one of \"%s\", are swapped: exchange them"
            .formatted(words.path + other, key)
        : "; was it swapped with %s?".formatted(words.path + other);
  }

  /** What an answer to a wrong token names. */
  private String said(Environment key) {
    return Optional.ofNullable(wrong.get(key)).orElseThrow().said();
  }

  /** The other key under which the token of a key belongs. */
  private Optional<Environment> owner(Environment key) {
    String said = said(key);
    return keys.stream().filter(each -> !each.equals(key) && means(said, each)).findFirst();
  }

  private boolean isSwapped(Environment key, Environment other) {
    return Optional.ofNullable(wrong.get(other)).filter(its -> means(its.said(), key)).isPresent();
  }

  /**
   * Ids of projects are an environment's own: tokens that list the same project are of one.
   *
   * @throws AccessRefused where two do
   */
  void checkDistinct(Map<Environment, ? extends Collection<ProjectRow>> projects) {
    Map<Id, Environment> owners = new LinkedHashMap<>();
    for (Environment key : keys) {
      for (ProjectRow project :
          projects.containsKey(key) ? projects.get(key) : Set.<ProjectRow>of()) {
        Environment before = owners.putIfAbsent(project.id(), key);
        if (before != null && !before.equals(key) && project.id().exists()) {
          throw new AccessRefused(
              "%s and %s are %s of one environment: both list the project \"%s\" (id %s); %s"
                  .formatted(
                      words.path + before,
                      words.path + key,
                      words.several,
                      project.name(),
                      project.id(),
                      words.rule));
        }
      }
    }
  }
}
