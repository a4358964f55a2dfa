package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What former runs on this workspace remember and a plan depends on.
 *
 * @param suspended who was suspended by us, and when
 * @param mentioned the groups and projects that were managed last time; empty before the first run
 * @param recurring how many of the latest runs in a row applied an operation, by {@link
 *     PlanDigest#key}
 * @param firstRun nothing was ever accepted here: nobody counts as absent
 * @param made groups that this repository's runs have made, and that are theirs to delete
 * @param addresses who had which address, at least where the rosters say something else now; sorted
 */
public record History(
    Map<Email, Instant> suspended,
    Optional<MentionedNames> mentioned,
    Map<String, Integer> recurring,
    boolean firstRun,
    List<KnownAddress> addresses,
    Set<Resource> made) {

  /** Copies. */
  public History {
    suspended = Map.copyOf(suspended);
    recurring = Map.copyOf(recurring);
    addresses = addresses.stream().sorted(Comparator.comparing(KnownAddress::email)).toList();
    made = Set.copyOf(made);
  }

  /** One in which nobody has another address now. */
  public History(
      Map<Email, Instant> suspended,
      Optional<MentionedNames> mentioned,
      Map<String, Integer> recurring,
      boolean firstRun) {
    this(suspended, mentioned, recurring, firstRun, List.of(), Set.of());
  }

  /** The same with these addresses. */
  public History knowing(List<KnownAddress> known) {
    return new History(suspended, mentioned, recurring, firstRun, known, made);
  }

  /** The same for people who are brought in beside all rosters: what those name is theirs. */
  public History besideRosters() {
    return new History(suspended, Optional.empty(), recurring, firstRun, addresses, made);
  }

  /** The same with these groups made by former runs. */
  public History having(Set<Resource> madeBefore) {
    return new History(suspended, mentioned, recurring, firstRun, addresses, madeBefore);
  }

  /** Nothing: the first run. */
  public static History none() {
    return new History(Map.of(), Optional.empty(), Map.of(), true);
  }
}
