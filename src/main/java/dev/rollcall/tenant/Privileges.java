package dev.rollcall.tenant;

import dev.rollcall.model.Resource;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody may do on a resource, by the tenant's own word.
 *
 * @param roles the levels held there, whatever they come by, as the tenant names them
 * @param within the parts of it that they are limited to, by name; empty where they are not
 * @param features what may be done with each feature; where that is not told in words, what stands
 *     in their place
 */
public record Privileges(
    Resource on,
    List<String> roles,
    List<String> within,
    SortedMap<String, List<String>> features) {

  /** Copies. */
  public Privileges {
    roles = List.copyOf(roles);
    within = List.copyOf(within);
    features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
  }

  /**
   * {@code Folders: read; Recipes: read, create; only in Billing, Close}; empty where nothing is
   * told.
   */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    features.forEach(
        (feature, rights) ->
            words
                .append(words.isEmpty() ? "" : "; ")
                .append(feature)
                .append(rights.isEmpty() ? "" : ": ")
                .append(String.join(", ", rights)));
    if (!within.isEmpty()) {
      words
          .append(words.isEmpty() ? "" : "; ")
          .append("only in ")
          .append(String.join(", ", within));
    }
    return words.toString();
  }
}
