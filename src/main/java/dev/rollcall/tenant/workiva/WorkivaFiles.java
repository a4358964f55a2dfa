package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Levels;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.workiva.payload.IdName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files whose permissions are managed, and the permissions there are. Thread-safe. */
final class WorkivaFiles {

  private final Map<Resource, WorkivaFile> byName = new LinkedHashMap<>();
  private final Map<String, String> permissions = new LinkedHashMap<>();

  WorkivaFiles(Map<String, WorkivaFile> files) {
    files.forEach((name, file) -> byName.put(WorkivaVocabulary.file(name), file));
  }

  /** All of them. */
  Map<Resource, WorkivaFile> all() {
    return Map.copyOf(byName);
  }

  Optional<WorkivaFile> of(Resource file) {
    return Optional.ofNullable(byName.get(file));
  }

  /** The permissions there are; the one that means none is not held. */
  synchronized void permissions(Collection<IdName> rows) {
    permissions.clear();
    rows.forEach(row -> permissions.put(row.id(), row.name()));
  }

  /** The id of a permission. */
  synchronized Optional<String> permission(String name) {
    return permissions.entrySet().stream()
        .filter(each -> Levels.fold(each.getValue()).equals(Levels.fold(name)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The name of a permission. */
  synchronized Optional<String> name(String permission) {
    return Optional.ofNullable(permissions.get(permission));
  }

  /** The names of all but the one that means none. */
  synchronized Set<String> levels() {
    Set<String> names = new LinkedHashSet<>(permissions.values());
    names.removeIf(WorkivaFiles::isNone);
    return names;
  }

  static boolean isNone(String name) {
    return WorkivaVocabulary.FILE.levels().orElseThrow().isNothing(name);
  }
}
