package dev.rollcall.planning;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.spec.NameGlob;
import dev.rollcall.job.spec.NameScope;
import dev.rollcall.model.Email;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.source.Reject;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Patterns of {@code scope:} that match nothing there is. Most likely each is a slip, after which
 * every run would be green and do nothing.
 */
final class ScopeCheck {

  private static final String OTHERWISE = "take it out, or correct it";

  private final LoadedJob job;
  private final List<Problem> problems = new ArrayList<>();

  private ScopeCheck(LoadedJob job) {
    this.job = job;
  }

  /** What is wrong with the scope, by the rosters and the workspace together. */
  static List<Problem> of(LoadedJob job, Gathered gathered, PlanInput situation) {
    ScopeCheck check = new ScopeCheck(job);
    check.emails(gathered, situation);
    check.groups(situation);
    check.projects(situation);
    check.workspaces(situation);
    return check.problems;
  }

  /** By the rosters alone: patterns that match nobody in them, as sentences. */
  static List<String> byRosters(JobFile job, Gathered gathered) {
    Supplier<Stream<Email>> everybody = () -> inRosters(gathered);
    return unmatched(job, everybody)
        .map(
            pattern ->
                "scope.emails: \""
                    + pattern
                    + "\" matches nobody in the rosters; whether it matches members, validate"
                    + " --online tells; "
                    + meant(pattern, addresses(everybody)))
        .toList();
  }

  private void emails(Gathered gathered, PlanInput situation) {
    Supplier<Stream<Email>> everybody =
        () ->
            Stream.of(
                    situation.snapshot().actual().people().stream().map(Member::email),
                    inRosters(gathered),
                    situation.snapshot().owner().stream(),
                    situation.invitations().byEmail().keySet().stream())
                .flatMap(each -> each);
    unmatched(job.file(), everybody)
        .forEach(
            pattern ->
                complain(
                    "scope.emails: \"" + pattern + "\" matches no member and no row of any source",
                    meant(pattern, addresses(everybody))));
  }

  /** Nearly always the first address matches, so that no more need be looked at. */
  private static Stream<String> unmatched(JobFile job, Supplier<Stream<Email>> everybody) {
    return job.scope().emails().stream()
        .map(EmailGlob::pattern)
        .filter(
            pattern ->
                everybody.get().noneMatch(NamePatterns.matching(List.of(pattern))::contains));
  }

  private static boolean isUnmatched(String pattern, Collection<String> names) {
    NamePatterns matching = NamePatterns.matching(List.of(pattern));
    return names.stream().noneMatch(matching::contains);
  }

  private static Stream<Email> inRosters(Gathered gathered) {
    return Stream.concat(
        gathered.people().stream().map(PersonRecord::email),
        gathered.rejects().stream().map(Reject::email).flatMap(Optional::stream));
  }

  private static Set<String> addresses(Supplier<Stream<Email>> everybody) {
    return everybody.get().map(Email::address).collect(toCollection(TreeSet::new));
  }

  /** The same pattern with a domain that there is; else the nearest address. */
  private static String meant(String pattern, Set<String> addresses) {
    int at = pattern.indexOf('@');
    String domain = pattern.substring(at + 1);
    Set<String> domains =
        addresses.stream()
            .map(address -> address.substring(address.indexOf('@') + 1))
            .collect(toCollection(TreeSet::new));
    if (at >= 0 && !domains.contains(domain)) {
      return domains.stream()
          .filter(each -> each.endsWith("." + domain) || domain.endsWith("." + each))
          .findFirst()
          .or(() -> Nearest.to(domain, domains))
          .map(each -> "did you mean \"" + pattern.substring(0, at + 1) + each + "\"?")
          .orElse(OTHERWISE);
    }
    return domains.stream()
        .filter(each -> at < 0 && pattern.endsWith(each))
        .map(each -> "*@" + each)
        .findFirst()
        .or(() -> Nearest.to(pattern, addresses))
        .map(each -> "did you mean \"" + each + "\"?")
        .orElse(OTHERWISE);
  }

  private void groups(PlanInput situation) {
    Set<String> names = names(RightsColumn.GROUPS, situation);
    patterns(job.file().scope().groups())
        .filter(pattern -> isUnmatched(pattern, names))
        .forEach(pattern -> complain("scope.groups", "group", pattern, names));
    // Groups of an identity provider may come up later, so that only a name can be a slip.
    job.file().scope().managedByIdp().groups().stream()
        .map(NameGlob::pattern)
        .filter(pattern -> pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0)
        .filter(pattern -> isUnmatched(pattern, names))
        .forEach(pattern -> complain("scope.managed-by-idp.groups", "group", pattern, names));
  }

  private void projects(PlanInput situation) {
    Set<String> names = names(RightsColumn.PROJECTS, situation);
    patterns(job.file().scope().projects())
        .filter(pattern -> isUnmatched(pattern, names))
        .forEach(pattern -> complain("scope.projects", "project", pattern, names));
  }

  /** Of what a vendor states in columns of its own. */
  private void workspaces(PlanInput situation) {
    List<NameGlob> unmatched = new ArrayList<>();
    if (job.file().scope().workspaces() instanceof NameScope.Patterns patterns) {
      unmatched.addAll(patterns.globs());
    }
    Set<String> names = new TreeSet<>();
    for (Kind kind : situation.snapshot().vocabulary().kinds()) {
      if (kind.is(Kind.Trait.SCOPED) && kind.column().filter(RightsColumn::isOwn).isPresent()) {
        names.addAll(names(Optional.of(kind), situation));
      }
    }
    unmatched.stream()
        .map(NameGlob::pattern)
        .filter(pattern -> isUnmatched(pattern, names))
        .forEach(pattern -> complain("scope.workspaces", "workspace", pattern, names));
  }

  /** The names that are offered or mentioned, of what a column feeds. */
  private static Set<String> names(RightsColumn column, PlanInput situation) {
    return names(situation.snapshot().vocabulary().fedBy(column), situation);
  }

  private static Set<String> names(Optional<Kind> kind, PlanInput situation) {
    Set<String> names = new TreeSet<>();
    kind.map(situation.desired().mentioned()::of).ifPresent(names::addAll);
    kind.map(situation.snapshot().catalogue()::of).stream()
        .flatMap(section -> Stream.of(section.resources(), section.builtIn()))
        .flatMap(Set::stream)
        .map(Resource::name)
        .forEach(names::add);
    return names;
  }

  private static Stream<String> patterns(NameScope scope) {
    return scope instanceof NameScope.Patterns patterns
        ? patterns.globs().stream().map(NameGlob::pattern)
        : Stream.empty();
  }

  private void complain(String key, String kind, String pattern, Set<String> names) {
    complain(
        key
            + ": \""
            + pattern
            + "\" matches no "
            + kind
            + " of the %s, and none".formatted(job.file().vocabulary().tenant())
            + " that a roster, a rule or groups: names",
        Nearest.remedy(pattern.replaceAll("[*?]", ""), names));
  }

  private void complain(String what, String remedy) {
    problems.add(new Problem(job.label(), what, remedy));
  }
}
