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
 * @param features what may be done with each feature; where that is not told in words, what stands
 *     in their place
 */
public record Privileges(
    Resource on, List<String> roles, SortedMap<String, List<String>> features) {

  /** Copies. */
  public Privileges {
    roles = List.copyOf(roles);
    features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
  }

  /** {@code Folders: read; Recipes: read, create}; empty where nothing is told. */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    features.forEach(
        (feature, rights) ->
            words
                .append(words.isEmpty() ? "" : "; ")
                .append(feature)
                .append(rights.isEmpty() ? "" : ": ")
                .append(String.join(", ", rights)));
    return words.toString();
  }
}
