package dev.rollcall.planning;

import dev.rollcall.job.JobRules;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Member;
import dev.rollcall.model.Naming;
import dev.rollcall.model.ProblemsFound;
import dev.rollcall.model.Resource;
import dev.rollcall.rules.Grant;
import dev.rollcall.rules.OwnedGroup;
import dev.rollcall.safety.Limits;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.tenant.Inventory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a job names what a tenant offers: in rules, groups, safety rules and rosters. */
public final class JobUses {

  private record Level(Kind kind, String name) {}

  private final Map<Resource, Set<String>> resources = new HashMap<>();
  private final Map<Level, Set<String>> levels = new HashMap<>();
  private final Map<Resource, Integer> peopleOn = new HashMap<>();
  private final Map<Level, Integer> peopleAt = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Limits limits;

  private JobUses(JobFile job) {
    this.limits = job.safety().toLimits(job.vocabulary());
  }

  /** Those of a job; rosters that cannot be read are remarked upon, and count for nothing. */
  public static JobUses of(LoadedJob loaded, OfflineTenant offline) {
    JobFile job = loaded.file();
    JobUses uses = new JobUses(job);
    job.rules().forEach(rule -> uses.rule(rule, JobRules.rights(job, rule)));
    JobRules.groups(job).forEach(uses::owned);
    uses.rosters(loaded, offline);
    return uses;
  }

  private void rule(RuleSpec rule, List<Grant> grants) {
    String where = "rule " + rule.name().value() + " (" + rule.when().position().origin() + ")";
    grants.forEach(grant -> named(grant.entitlement(), where));
  }

  private void owned(OwnedGroup owned) {
    String where = "groups: (" + owned.origin() + ")";
    resources.computeIfAbsent(owned.resource(), each -> new LinkedHashSet<>()).add(where);
    owned.rights().ifPresent(rights -> rights.keySet().forEach(right -> named(right, where)));
  }

  private void named(Entitlement right, String where) {
    resources.computeIfAbsent(right.on(), each -> new LinkedHashSet<>()).add(where);
    level(right)
        .ifPresent(
            level -> levels.computeIfAbsent(level, each -> new LinkedHashSet<>()).add(where));
  }

  private static Optional<Level> level(Entitlement right) {
    return right.level().map(name -> new Level(right.kind(), name));
  }

  private void rosters(LoadedJob loaded, OfflineTenant offline) {
    LocalDate today = LocalDate.ofInstant(offline.now(), loaded.file().timeZone());
    try (RosterReading reading = new RosterReading(loaded, today, offline.destination())) {
      reading.gatherAll();
      Gathered gathered = reading.seal();
      Planner.desire(loaded, gathered, today).desired().roster().people().forEach(this::person);
    } catch (ProblemsFound e) {
      remarks.add("what rosters name is not told, for they cannot be read: " + e.problems().get(0));
    }
  }

  private void person(Member person) {
    Set<Level> held = new LinkedHashSet<>();
    for (Entitlement right : person.entitlements()) {
      peopleOn.merge(right.on(), 1, Integer::sum);
      level(right).ifPresent(held::add);
    }
    held.forEach(level -> peopleAt.merge(level, 1, Integer::sum));
  }

  /** Where one of what a tenant offers is named, for people; empty where nowhere. */
  public List<String> of(Inventory.Section section, Inventory.Entry entry) {
    return switch (section.sort()) {
      case RESOURCES -> resource(section.kind(), entry);
      case LEVELS -> level(new Level(section.kind(), Naming.tidy(entry.name())));
    };
  }

  private List<String> resource(Kind kind, Inventory.Entry entry) {
    if (Naming.tidy(entry.name()).isEmpty()) {
      return List.of();
    }
    Resource resource =
        entry
            .within()
            .map(outer -> Resource.of(kind, outer, entry.name()))
            .orElseGet(() -> Resource.of(kind, entry.name()));
    return all(resources.get(resource), peopleOn.get(resource));
  }

  private List<String> level(Level level) {
    List<String> where = all(levels.get(level), peopleAt.get(level));
    if (isAmong(limits.adminRoles(), level)) {
      where.add("safety.admin-roles");
    }
    if (isAmong(limits.sensitiveRoles(), level)) {
      where.add("safety.sensitive-roles");
    }
    return where;
  }

  private static boolean isAmong(Collection<String> names, Level level) {
    return names.stream().map(Levels::fold).anyMatch(Levels.fold(level.name())::equals);
  }

  private static List<String> all(@Nullable Set<String> named, @Nullable Integer people) {
    List<String> all = new ArrayList<>(named == null ? Set.of() : named);
    if (people != null) {
      all.add(people == 1 ? "1 person of the rosters" : people + " people of the rosters");
    }
    return all;
  }

  /** What is not known of it. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }
}
