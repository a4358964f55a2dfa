package dev.rollcall.tenant.scim;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.Catalogue.Section;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a service provider offers by name. */
record OfferedNames(ScimSettings settings, ScimIndex index) {

  /** All of it, with these groups. */
  Catalogue catalogue(OfferedGroups groups) {
    SortedMap<Kind, Section> sections = new TreeMap<>();
    for (Kind kind : settings.vocabulary().kinds()) {
      sections.put(
          kind,
          new Section(
              groups.of(kind),
              Set.of(),
              groups.ambiguous().stream()
                  .filter(resource -> resource.kind() == kind)
                  .collect(Collectors.toSet()),
              Set.of(),
              groups.of(ScimVocabulary.WORKSPACE)));
    }
    if (settings.hasRoles()) {
      sections.put(ScimVocabulary.ENVIRONMENT, new Section(environments(), levels()));
    }
    return new Catalogue(settings.vocabulary(), sections, groups.spelled());
  }

  private Set<Resource> environments() {
    return settings.roles().keySet().stream()
        .map(ScimVocabulary::environment)
        .collect(Collectors.toSet());
  }

  /** No provider lists them: those that the job file names, and those that somebody has. */
  private Set<String> levels() {
    Set<String> levels = new HashSet<>(settings.levels());
    index.users().stream()
        .flatMap(user -> user.roles().stream())
        .map(Entitlement::level)
        .forEach(level -> level.ifPresent(levels::add));
    return levels;
  }
}
