package dev.rollcall.tenant.scim;

import static dev.rollcall.plan.Catalogue.Making.Occasion.DECLARED;
import static dev.rollcall.plan.Catalogue.Making.Occasion.NEEDED;
import static dev.rollcall.plan.Catalogue.Making.Occasion.NEVER;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.Catalogue.Making;
import dev.rollcall.plan.Catalogue.Section;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a service provider offers by name, and what is made where it is not there. */
record OfferedNames(ScimContext context) {

  private static final String TO_HAVE = "to have one made, ";
  private static final String ALLOW = "write allow-create: true under target";

  /** All of it, with these groups. */
  Catalogue catalogue(OfferedGroups groups) {
    SortedMap<Kind, Section> sections = new TreeMap<>();
    Map<Kind, Making> making = new HashMap<>();
    for (Kind kind : context.settings().vocabulary().kinds()) {
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
      making.put(kind, making(kind, groups));
    }
    if (context.settings().hasRoles()) {
      sections.put(ScimVocabulary.ENVIRONMENT, new Section(environments(), levels()));
      making.remove(ScimVocabulary.ENVIRONMENT);
    }
    return new Catalogue(context.settings().vocabulary(), sections, groups.spelled(), making);
  }

  private Making making(Kind kind, OfferedGroups groups) {
    ImpossibleNames impossible =
        new ImpossibleNames(
            context.meaning(), groups.unclear(), context.settings().createsGroups());
    boolean isPlain = kind == ScimVocabulary.GROUP;
    if (!context.settings().createsGroups()) {
      String declaring = isPlain ? "name it under groups: and " : "";
      return new Making(NEVER, TO_HAVE + declaring + ALLOW, TO_HAVE + ALLOW, impossible);
    }
    String otherwise = isPlain ? Making.usual(kind).otherwise() : "";
    return new Making(isPlain ? DECLARED : NEEDED, otherwise, otherwise, impossible);
  }

  private Set<Resource> environments() {
    return context.settings().roles().keySet().stream()
        .map(ScimVocabulary::environment)
        .collect(Collectors.toSet());
  }

  /** No provider lists them: those that the job file names, and those that somebody has. */
  private Set<String> levels() {
    Set<String> levels = new HashSet<>(context.settings().levels());
    context.index().users().stream()
        .flatMap(user -> user.roles().stream())
        .map(Entitlement::level)
        .forEach(level -> level.ifPresent(levels::add));
    return levels;
  }
}
