package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.plan.Invitation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.LogRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the audit log says of invitations: the only trail the API leaves of them. */
final class WorkatoLog {

  private static final String CREATED = "team_invitation_created";

  /** How the API takes times. */
  static final DateTimeFormatter FROM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final WorkatoApi api;
  private final WorkatoAccess access;
  private final List<Environment> places;

  /**
   * That of a workspace.
   *
   * @param places the environments with a log of their own, the main one first
   */
  WorkatoLog(WorkatoApi api, WorkatoAccess access, List<Environment> places) {
    this.api = api;
    this.access = access;
    this.places = List.copyOf(places);
  }

  /** The environments with a log of their own, the main one first. */
  List<Environment> places() {
    return places;
  }

  /** Whether the log can be read at all. */
  boolean readable(Instant now) {
    return places.stream().allMatch(place -> readable(place, now));
  }

  private boolean readable(Environment place, Instant now) {
    FinishedCall<ListPage<LogRow>> finished = look(place, now);
    return !unreadable(place, finished.last())
        && access.read(Endpoint.AUDIT_LOG, place, finished).present();
  }

  /** Asks for what there is since then, which is hardly anything. */
  FinishedCall<ListPage<LogRow>> look(Environment place, Instant now) {
    return api.auditLog(place, FROM.format(now), Id.NONE);
  }

  /** The newest invitation of each person since then; empty where the log cannot be read. */
  Optional<List<Invitation>> invitations(Instant since) {
    Map<Email, Invitation> newest = new HashMap<>();
    for (Environment place : places) {
      if (!read(place, since, newest)) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(new TreeMap<>(newest).values()));
  }

  /** Reads one log; false where it cannot be read. */
  private boolean read(Environment place, Instant since, Map<Email, Invitation> newest) {
    Set<Id> seen = new HashSet<>();
    Id after = Id.NONE;
    for (int number = 1; number <= PagedList.MOST_PAGES; number++) {
      Optional<ListPage<LogRow>> read = page(place, api.auditLog(place, FROM.format(since), after));
      if (read.isEmpty()) {
        return false;
      }
      ListPage<LogRow> page = read.get();
      // A first page can be the whole list; what a later total counts is not documented.
      boolean whole = !after.exists() && page.total().orElse(-1) == page.rows().size();
      boolean news = false;
      for (LogRow row : page.rows()) {
        news |= seen.add(row.id());
        after = row.id();
        invitation(row, place, since)
            .ifPresent(found -> newest.merge(found.email(), found, WorkatoLog::newer));
      }
      if (!news || whole) {
        return true;
      }
    }
    throw PagedList.endless("what the audit log says of invitations");
  }

  /** A page of it; empty where the log cannot be read. */
  <T> Optional<ListPage<T>> page(Environment place, FinishedCall<ListPage<T>> finished) {
    return unreadable(place, finished.last())
        ? Optional.empty()
        : Optional.of(access.read(Endpoint.AUDIT_LOG, place, finished)).filter(ListPage::present);
  }

  private static Invitation newer(Invitation one, Invitation two) {
    return one.sent().isBefore(two.sent()) ? two : one;
  }

  /** A missing privilege is no trouble; a token that is no good any more ends the run. */
  private boolean unreadable(Environment place, CallOutcome<?> attempt) {
    if (WorkatoErrors.notPermitted(attempt)) {
      access.refusal(Endpoint.AUDIT_LOG, place, attempt);
      access.check();
      return true;
    }
    return WorkatoErrors.notFound(attempt);
  }

  /** An invitation whose time cannot be read counts as one of the time asked about. */
  private static Optional<Invitation> invitation(LogRow row, Environment place, Instant since) {
    if (!row.eventType().equals(CREATED)) {
      return Optional.empty();
    }
    return CompleteLists.email(row.resource().email())
        .map(
            email ->
                Invitation.logged(
                    email,
                    time(row.timestamp()).orElse(since),
                    rights(row.resource().role(), place),
                    number(row.resource().id())));
  }

  /** The log tells no more than the role where it is kept. */
  private static List<Entitlement> rights(String role, Environment place) {
    return role.isBlank() || WorkatoVocabulary.isNoAccess(role)
        ? List.of()
        : List.of(WorkatoVocabulary.environmentRole(place, role));
  }

  /** A time as the API writes it; empty where it is none. */
  static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> number(Id id) {
    try {
      return Optional.of(Long.toString(Long.parseLong(id.text())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
