package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.AccessInventory;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.LaneReadings;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reader of the workspace: into a snapshot, and into the index on the way. Lists that count
 * against different quotas are read side by side.
 */
final class WorkatoReader {

  private static final Logger LOG = LoggerFactory.getLogger(WorkatoReader.class);

  private final WorkatoContext context;
  private final WorkatoIndex index;
  private final TokenEnvironments environments;
  private final TokenCheck tokens;
  private final Collection<Environment> reachable;
  private final LaneReadings readings;
  private final Set<GrantLocation> told = new HashSet<>();
  private volatile Optional<WorkatoCatalogue> offered = Optional.empty();
  private volatile Optional<Reading> lastReading = Optional.empty();

  WorkatoReader(WorkatoContext context, Collection<Environment> reachable, LaneReadings readings) {
    this.context = context;
    this.index = context.index();
    this.environments = context.environments();
    this.reachable = reachable;
    this.readings = readings;
    this.tokens = new TokenCheck(context.lists(), environments, reachable);
  }

  /**
   * What a snapshot was made from, for what is read beyond its scope later.
   *
   * @param holdings have the rights of groups beyond the scope as well
   */
  private record Reading(WorkatoCatalogue names, GatheredHoldings holdings) {}

  /** Everything in scope. */
  Snapshot snapshot(Scope scope, Optional<Email> owner, boolean auditLogReadable) {
    look();
    WorkatoRound round = round().withMembers();
    NameLists lists = round.withNames();
    GatheredHoldings holdings = holdings(scope, owner);
    round.withDefinitions(scope, lists, holdings);
    round.withHoldings(scope::covers, lists::catalogue, holdings);
    make(round);
    WorkatoCatalogue names = lists.catalogue();
    offered = Optional.of(names);
    lastReading = Optional.of(new Reading(names, holdings));
    checked(names, holdings, scope.ours(WorkatoVocabulary.GROUP));
    List<ActualMember> members = round.members();
    ActualRosterBuilder actual = holdings.actual();
    List<ActualMember> ours = actual.ours(members);
    return new Snapshot(
        actual.roster(ours),
        names.catalogue(members, reachable),
        owner,
        members.size() - ours.size(),
        members.size(),
        holdings.incomplete(),
        auditLogReadable,
        unconfirmed(),
        actual.holders());
  }

  /** The same snapshot with what is not in its scope. */
  Snapshot beyond(Scope scope, Snapshot seen) {
    Reading reading = lastReading.orElseThrow();
    WorkatoRound round = round();
    round.withHoldings(resource -> !scope.covers(resource), reading::names, reading.holdings());
    make(round);
    checked(reading.names(), reading.holdings(), NamePatterns.ALL);
    return new Snapshot(
        reading.holdings().actual().roster(seen.actual()),
        seen.catalogue(),
        seen.owner(),
        seen.foreign(),
        seen.members(),
        reading.holdings().incomplete(),
        seen.remembersInvitations(),
        unconfirmed(),
        reading.holdings().actual().holders());
  }

  /** All access there is, whoever's it is. */
  AccessInventory access() {
    look();
    WorkatoRound round = round().withMembers();
    NameLists lists = round.withNames();
    GatheredHoldings holdings = holdings(AccessInventory.EVERYTHING, Optional.empty());
    round.withHoldings(resource -> true, lists::catalogue, holdings);
    make(round);
    WorkatoCatalogue names = lists.catalogue();
    checked(names, holdings, NamePatterns.ALL);
    return new WorkatoAccounts(context).with(round.members(), names, reachable, holdings);
  }

  private void checked(WorkatoCatalogue names, GatheredHoldings holdings, NamePatterns groups) {
    names.ambiguousGroups(groups).forEach(holdings::ambiguous);
    tell(names, holdings);
    tokens.check(names.projects());
  }

  /** In the older model the main token does everything, and that it may, it shows. */
  private Set<Resource> unconfirmed() {
    return context.model().model() == PermissionModel.LEGACY ? Set.of() : untold();
  }

  private Set<Resource> untold() {
    return environments.untold().stream()
        .map(WorkatoVocabulary::resource)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** Members, groups and projects in scope again; names as they were. */
  Roster readBack(Scope touched, Optional<Email> owner) {
    look();
    WorkatoRound round = round().withMembers();
    GatheredHoldings holdings = holdings(touched, owner);
    if (index.isRedefined() || touched.declaresRoles(context.model().model().vocabulary())) {
      // What is there under which name is seen again, not what it was told to be.
      offered = Optional.empty();
    }
    Supplier<WorkatoCatalogue> names =
        offered
            .<Supplier<WorkatoCatalogue>>map(known -> () -> known)
            .orElseGet(() -> withNames(round, touched, holdings)::catalogue);
    round.withHoldings(touched::covers, names, holdings);
    make(round);
    offered = Optional.of(names.get());
    tell(names.get(), holdings);
    if (!holdings.unread().isEmpty()) {
      throw new TenantUnavailable(
          "could not be read back whole: "
              + holdings.unread().stream()
                  .map(resource -> "\"" + resource + "\"")
                  .collect(joining(", ")));
    }
    return holdings.actual().roster(holdings.actual().ours(round.members()));
  }

  private static NameLists withNames(WorkatoRound round, Scope touched, GatheredHoldings holdings) {
    NameLists lists = round.withNames();
    round.withDefinitions(touched, lists, holdings);
    return lists;
  }

  /** Makes sure that names can be turned into ids, reading them where nothing was read yet. */
  synchronized void prepare() {
    if (offered.isEmpty()) {
      look();
      WorkatoRound round = round().withMembers();
      NameLists lists = round.withNames();
      make(round);
      offered = Optional.of(lists.catalogue());
      tokens.check(lists.catalogue().projects());
    }
  }

  /** Which model the workspace has says what is to be read. */
  void look() {
    tokens.explained(context.model()::look);
  }

  private WorkatoRound round() {
    return new WorkatoRound(context, reachable, readings.round());
  }

  private GatheredHoldings holdings(Scope scope, Optional<Email> owner) {
    return new GatheredHoldings(
        index, environments, new ActualRosterBuilder(scope, owner, index::asOffered));
  }

  /** What it means that a token was turned away is asked when all lanes have ended. */
  private void make(WorkatoRound round) {
    tokens.explained(
        () -> {
          try {
            round.make();
          } catch (TurnedAway e) {
            throw new AccessRefused(e.told(context.access()));
          }
        });
  }

  /**
   * Says once a project why the workspace differs from what it was told, or is not known whole; in
   * the order of its list.
   */
  private void tell(WorkatoCatalogue names, GatheredHoldings holdings) {
    names
        .projects()
        .forEach((environment, rows) -> rows.forEach(row -> tell(row, environment, holdings)));
  }

  private void tell(ProjectRow row, Environment environment, GatheredHoldings holdings) {
    index
        .location(row.name(), environment)
        .filter(place -> holdings.astray(place).isPresent() && told.add(place))
        .ifPresent(
            place ->
                LOG.warn(
                    "the grants on {} hold one of {}, which does not count as one of it",
                    place,
                    holdings.astray(place).orElseThrow()));
  }
}
