package dev.rollcall.migration;

import dev.rollcall.job.LoadedJob;
import dev.rollcall.job.RenamedRoles;
import dev.rollcall.model.Noun;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.planning.OpenedTenant;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.rules.UnusableRules;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cells of rosters that name roles which there are no more. */
final class RosterRoles {

  private static final Noun CELL = new Noun("cell", "cells");

  private final List<Claim> claims = new ArrayList<>();
  private boolean unreadable;

  /** Reads the rosters of a job, for a tenant. */
  RosterRoles(LoadedJob job, OpenedTenant target) {
    LocalDate today = LocalDate.ofInstant(target.clock().instant(), job.file().timeZone());
    try (RosterReading reading = new RosterReading(job, today, target.destination())) {
      reading.gatherAll();
      reading.seal().people().stream()
          .map(PersonRecord::claims)
          .flatMap(List::stream)
          .filter(RosterRoles::isOfPlace)
          .forEach(claims::add);
    } catch (UnreadableSource | UnusableRules e) {
      unreadable = true;
    }
  }

  private static boolean isOfPlace(Claim claim) {
    return claim.entitlement().kind().column().equals(Optional.of(RightsColumn.ROLES));
  }

  /**
   * How many there are, where the first is, and what is to stand there; empty for none.
   *
   * @param old the roles that there are no more
   */
  Optional<String> note(Set<String> old, RenamedRoles names) {
    if (unreadable) {
      return Optional.of(
          "the rosters cannot be read, so nobody can tell which roles they name: see validate");
    }
    List<Claim> naming =
        claims.stream()
            .filter(claim -> old.contains(claim.entitlement().role()))
            .filter(
                claim -> !names.keeps(claim.entitlement().on().name(), claim.entitlement().role()))
            .toList();
    return naming.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s of the rosters with a role of the older model, the first at %s, to be changed where the rosters come from: %s"
                .formatted(
                    CELL.counted(naming.size()), naming.get(0).because().origin(), names.words()));
  }
}
