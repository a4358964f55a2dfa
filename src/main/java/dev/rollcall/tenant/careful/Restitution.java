package dev.rollcall.tenant.careful;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The giving back of what a process took that was killed before it could do so itself. */
final class Restitution {

  private final Debts debts;
  private final SparingWrites writes;

  Restitution(Debts debts, SparingWrites writes) {
    this.debts = debts;
    this.writes = writes;
  }

  boolean isOwed() {
    return !debts.left().isEmpty();
  }

  /**
   * Looks at each list that was at risk, and gives back what is missing.
   *
   * @param lists the list that a reference is of; empty where there is none any more
   * @return what was done, for people
   */
  List<String> make(Function<String, Optional<SharedList>> lists) {
    List<String> said = new ArrayList<>();
    debts
        .left()
        .forEach(
            (reference, noted) ->
                lists
                    .apply(reference)
                    .flatMap(list -> given(list, missing(list, noted)))
                    .ifPresent(said::add));
    debts.forget();
    return said;
  }

  /** What is held otherwise by now was changed by somebody who knew what they did. */
  private static Map<String, String> missing(SharedList list, Map<String, String> noted) {
    Set<String> there = list.recall(noted.keySet());
    Map<String, String> missing = new LinkedHashMap<>(noted);
    missing.keySet().retainAll(there);
    if (!missing.isEmpty()) {
      missing.keySet().removeAll(list.read().keySet());
    }
    return missing;
  }

  private Optional<String> given(SharedList list, Map<String, String> missing) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String who = String.join(", ", missing.keySet().stream().map(list::label).sorted().toList());
    return Optional.of(
        writes
            .notGivenBack(list.givingBack(missing))
            .map(why -> why + " (" + who + "), which was taken by a run that was killed")
            .orElseGet(
                () ->
                    list.label()
                        + ": given back what was taken by a run that was killed ("
                        + who
                        + ")"));
  }
}
