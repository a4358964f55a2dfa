package dev.rollcall.tenant.workiva;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.SpellingVariants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an organization offers by name. */
final class WorkivaCatalogue {

  /** The group of a workspace in which everybody is, and which is never changed. */
  static final String EVERYBODY = "All Users";

  private final WorkivaIndex index;
  private final WorkivaFiles files;
  private final Set<Resource> builtIn = new HashSet<>();
  private final Map<Resource, List<String>> spellings = new TreeMap<>();

  WorkivaCatalogue(WorkivaIndex index, WorkivaFiles files) {
    this.index = index;
    this.files = files;
  }

  /** Names are read anew. */
  void forget() {
    builtIn.clear();
    spellings.clear();
  }

  void builtIn(Resource group) {
    builtIn.add(group);
  }

  /** How the organization writes a name. */
  void spelled(Resource resource, String name) {
    spellings.computeIfAbsent(resource, key -> new ArrayList<>()).add(name);
  }

  /** What the last reading showed. */
  Catalogue catalogue() {
    SortedMap<Kind, Catalogue.Section> sections = new TreeMap<>();
    Set<Resource> names = index.names();
    Set<Resource> workspaces = of(WorkivaVocabulary.WORKSPACE, names);
    Set<Resource> reachable =
        workspaces.stream().filter(each -> !index.isAmbiguous(each)).collect(toSet());
    for (Kind kind :
        List.of(
            WorkivaVocabulary.ORGANIZATION_ROLE,
            WorkivaVocabulary.WORKSPACE,
            WorkivaVocabulary.WORKSPACE_ROLE,
            WorkivaVocabulary.GROUP)) {
      Set<Resource> all = of(kind, names);
      sections.put(
          kind,
          new Catalogue.Section(
              all,
              of(kind, builtIn),
              all.stream().filter(index::isAmbiguous).collect(toSet()),
              Set.of(),
              kind.container().isPresent() ? reachable : Set.of()));
    }
    sections.put(
        WorkivaVocabulary.FILE, new Catalogue.Section(files.all().keySet(), files.levels()));
    return new Catalogue(
        WorkivaVocabulary.VOCABULARY,
        sections,
        spelled(),
        Map.of(
            WorkivaVocabulary.FILE,
            new Catalogue.Making(
                Catalogue.Making.Occasion.NEVER, "files are named under target.files")));
  }

  private static Set<Resource> of(Kind kind, Set<Resource> names) {
    return names.stream().filter(each -> each.kind() == kind).collect(toSet());
  }

  /** Names that stand for several, each with how these are written. */
  private List<SpellingVariants> spelled() {
    List<SpellingVariants> several = new ArrayList<>();
    spellings.forEach(
        (resource, written) -> {
          if (index.isAmbiguous(resource)) {
            several.add(
                new SpellingVariants(
                    SpellingVariants.kind(resource.kind(), resource.container()),
                    resource.name(),
                    written));
          }
        });
    return several;
  }
}
