package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.workato.payload.FolderRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of folders in an environment, with the folders around them. Lists tell of the folders
 * right below one, so that it is looked from the top down, no further than it takes to find those
 * asked about. What is not found goes by its id.
 */
final class FolderNames {

  /** The folders right below one, of a token's environment; at the top below none. */
  interface Listing {
    List<FolderRow> below(Environment environment, Id parent);
  }

  /** There can be any number of folders, and this is only about what they are called. */
  static final int MOST_LISTS = 60;

  /** What is known of an environment, and where to look on. */
  private static final class Known {
    private final Map<String, String> names = new HashMap<>();
    private final Deque<FolderRow> next = new ArrayDeque<>();
    private int lists;
  }

  private static final FolderRow TOP = new FolderRow(Id.NONE, "");

  private final Listing listing;
  private final Collection<Environment> reachable;
  private final Map<Environment, Known> environments = new HashMap<>();

  /**
   * Names that are asked for when they are needed.
   *
   * @param reachable the environments of which there is a token
   */
  FolderNames(Listing listing, Collection<Environment> reachable) {
    this.listing = listing;
    this.reachable = reachable;
  }

  /** Those of a workspace. A list that cannot be read has nothing to say. */
  static FolderNames of(WorkatoContext context) {
    return new FolderNames(context.lists()::folders, context.environments().keys());
  }

  /** What these are called, in their order. */
  List<String> of(Environment environment, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Known known = environments.computeIfAbsent(environment, this::begun);
    while (!known.names.keySet().containsAll(ids)
        && !known.next.isEmpty()
        && known.lists < MOST_LISTS) {
      look(environment, known);
    }
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(known.names.getOrDefault(id, "folder " + id)));
    return names;
  }

  private Known begun(Environment environment) {
    Known known = new Known();
    if (reachable.contains(environment)) {
      known.next.add(TOP);
    }
    return known;
  }

  private void look(Environment environment, Known known) {
    FolderRow parent = known.next.remove();
    known.lists++;
    for (FolderRow row : listing.below(environment, parent.id())) {
      String name = parent.id().exists() ? parent.name() + " / " + row.name() : row.name();
      if (row.id().exists() && known.names.putIfAbsent(row.id().text(), name) == null) {
        known.next.add(new FolderRow(row.id(), name));
      }
    }
  }
}
