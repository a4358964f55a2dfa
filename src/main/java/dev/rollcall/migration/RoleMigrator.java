package dev.rollcall.migration;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.job.JobFileRewriting;
import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RenamedRoles;
import dev.rollcall.job.RewrittenJobFile;
import dev.rollcall.migration.MigrationReport.State;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Thousands;
import dev.rollcall.plan.Invitation;
import dev.rollcall.planning.OpenInvitations;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.security.FailureText;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.PermissionMigration;
import dev.rollcall.tenant.PermissionMigration.Access;
import dev.rollcall.tenant.PermissionMigration.Successor;
import dev.rollcall.tenant.TenantUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The migration of one job's tenant: announced first, then carried out, with everybody's access
 * before and after. Custom roles come first, while all can still be left as it is. Used once.
 */
public final class RoleMigrator {

  private final LoadedJob job;
  private final String workspace;
  private final RosterRoles rosters;
  private final PermissionMigration migration;
  private final int losses;
  private final Access before;
  private final OpenInvitations invitations;
  private final List<String> custom;
  private final Map<String, String> fates = new LinkedHashMap<>();
  private final Set<String> unsettled = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Reads who holds what before.
   *
   * @param target the tenant, which was opened for it
   */
  public RoleMigrator(
      LoadedJob job, OpenedTenant target, PermissionMigration migration, MigrationTerms terms) {
    this.job = job;
    this.workspace = target.identify().name();
    this.rosters = new RosterRoles(job, target);
    this.migration = migration;
    this.losses = terms.losses();
    this.before = migration.now();
    this.invitations =
        OpenInvitations.of(
            job, terms.ledger(), target, email -> before.people().person(email).isPresent());
    this.custom = migration.customRoles();
    for (String role : custom) {
      fates.put(role, "is migrated by itself, before all others");
      unsettled.add(role);
    }
    if (before.unnamed() > 0) {
      notes.add(
          Thousands.of(before.unnamed())
              + " members have no usable address and are not among these people");
    }
    if (!invitations.complete()) {
      notes.add(
          "the audit log may not be read, so that only those open invitations are known which this"
              + " job's repository remembers");
    }
  }

  /** What would be; changes nothing. */
  public MigrationReport rehearse() {
    Access announced = migration.rehearse();
    MigrationReport report = report(State.REHEARSED, announced, List.of(), usualNames());
    return isHeld(report) ? but(report, State.HELD) : report;
  }

  /** Whether more people would lose something for certain than may. */
  private boolean isHeld(MigrationReport report) {
    return report.count(AccessChange.LOSES) > losses;
  }

  /**
   * Carries it out, unless too many would lose something.
   *
   * @param rehearsed what {@link #rehearse} came to
   */
  public MigrationReport carryOut(MigrationReport rehearsed) {
    if (isHeld(rehearsed)) {
      return but(rehearsed, State.HELD);
    }
    custom.forEach(this::migrateRole);
    Access announced = migration.rehearse();
    MigrationReport now = report(State.HELD, announced, List.of(), usualNames());
    if (now.losers() > losses) {
      return now;
    }
    Outcome outcome = migration.migrate();
    if (!isDone(outcome)) {
      notes.add("the migration was refused: " + outcome.message());
      return report(State.STOPPED, announced, List.of(), usualNames());
    }
    if (!outcome.message().isEmpty()) {
      notes.add(outcome.message());
    }
    return migrated(announced);
  }

  private void migrateRole(String role) {
    Outcome outcome = migration.migrateRole(role);
    if (isDone(outcome)) {
      fates.put(role, "was migrated");
      unsettled.remove(role);
    } else {
      failed.add(role);
      fates.put(role, "could not be migrated: " + outcome.message());
    }
  }

  private static boolean isDone(Outcome outcome) {
    return outcome instanceof Outcome.Applied || outcome instanceof Outcome.AlreadySo;
  }

  private MigrationReport migrated(Access announced) {
    // What could not be migrated was lost, and that is seen by now.
    unsettled.clear();
    try {
      Access after = migration.now();
      return report(State.MIGRATED, after, UnlikeAnnounced.of(announced, after), migration.roles());
    } catch (AccessRefused | TenantUnavailable e) {
      String why = "who holds what now could not be read, so this is what was announced: ";
      return report(State.MIGRATED, announced, List.of(why + FailureText.of(e)), usualNames());
    }
  }

  private MigrationReport report(
      State state, Access after, List<String> unlike, List<String> spelled) {
    List<PersonAccess> people =
        new AccessComparison(before, after, migration::successor, unsettled).people();
    RenamedRoles names = NewNames.of(people, spelled, usual());
    List<String> all = new ArrayList<>(notes);
    rosters.note(oldRoles(), names).ifPresent(all::add);
    return new MigrationReport(
        job.file().vocabulary().tenant(),
        workspace,
        state,
        people,
        custom.stream().map(this::customRole).toList(),
        invitations.all().stream().map(each -> open(each, names)).toList(),
        unlike,
        Optional.of(rewritten(names)),
        all);
  }

  private static MigrationReport but(MigrationReport report, State state) {
    return new MigrationReport(
        report.tenant(),
        report.workspace(),
        state,
        report.people(),
        report.customRoles(),
        report.invitations(),
        report.unlike(),
        report.proposal(),
        report.notes());
  }

  private OpenInvitation open(Invitation invitation, RenamedRoles names) {
    return new OpenInvitation(
        invitation.email(),
        LocalDate.ofInstant(invitation.sent(), job.file().timeZone()),
        invitation.rights().stream()
            .filter(right -> right.level().isPresent())
            .map(
                right ->
                    new OpenInvitation.InvitedRole(
                        right.on(), right.role(), names.of(right.on().name(), right.role())))
            .toList());
  }

  private CustomRole customRole(String role) {
    long holders =
        before.people().people().stream()
            .filter(
                person ->
                    person.entitlements().stream()
                        .anyMatch(right -> right.level().filter(role::equals).isPresent()))
            .count();
    return new CustomRole(
        role,
        holders,
        Optional.ofNullable(fates.get(role)).orElseThrow(),
        !unsettled.contains(role) && !failed.contains(role));
  }

  /** Every role of the older model that is held, or there. */
  private Set<String> oldRoles() {
    Set<String> roles =
        before.people().people().stream()
            .flatMap(person -> person.entitlements().stream())
            .map(Entitlement::role)
            .collect(toCollection(TreeSet::new));
    roles.addAll(custom);
    roles.addAll(migration.systemRoles());
    return roles;
  }

  private Map<String, String> usual() {
    Map<String, String> usual = new HashMap<>();
    for (String role : oldRoles()) {
      migration
          .successor(role)
          .map(Successor::roles)
          .ifPresent(roles -> usual.put(role, roles.get(0)));
    }
    custom.stream().filter(role -> !failed.contains(role)).forEach(role -> usual.put(role, role));
    return usual;
  }

  private List<String> usualNames() {
    return migration.systemRoles().stream()
        .flatMap(role -> migration.successor(role).stream())
        .flatMap(successor -> successor.roles().stream())
        .toList();
  }

  private RewrittenJobFile rewritten(RenamedRoles names) {
    try {
      return JobFileRewriting.of(
          job.label(),
          Files.readString(job.path()),
          oldRoles(),
          names,
          job.file().target().migratedModel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
