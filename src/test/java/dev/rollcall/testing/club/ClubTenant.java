package dev.rollcall.testing.club;

import dev.rollcall.apply.OperationEffect;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Identity;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestForecast;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.WritableTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A club as a tenant: one request for each operation, one lane, no invitations. */
public final class ClubTenant implements WritableTenant {

  /** What the repository knows the club by. */
  public static final String KEY = "club.example.com/1";

  private static final Lane LANE = new Lane("club");

  private final Club club;

  /** What is asked before and after each request that writes. */
  public interface Interruption {

    /** Nothing ever happens. */
    Interruption NONE = done -> {};

    /**
     * Is asked.
     *
     * @param done whether the request has happened already
     */
    void around(boolean done);
  }

  private final Interruption interruption;

  /** A club that nothing interrupts. */
  public ClubTenant(Club club) {
    this(club, Interruption.NONE);
  }

  /** A club that something may interrupt. */
  public ClubTenant(Club club, Interruption interruption) {
    this.club = club;
    this.interruption = interruption;
  }

  @Override
  public Vocabulary vocabulary() {
    return ClubVocabulary.VOCABULARY;
  }

  @Override
  public Identity identify() {
    return new Identity(KEY, "Chess club", owner());
  }

  private static Optional<Email> owner() {
    return Optional.of(new Email("chair@example.com"));
  }

  @Override
  public Snapshot snapshot(Scope scope) {
    Roster all = club.roster();
    List<Member> ours = all.people().stream().filter(person -> isOurs(person, scope)).toList();
    return new Snapshot(
        Roster.of(ours, teams(all, scope)),
        catalogue(all),
        owner(),
        all.people().size() - ours.size(),
        all.people().size(),
        new TreeSet<>(),
        true,
        Set.of());
  }

  @Override
  public Snapshot beyond(Scope scope, Snapshot seen) {
    return snapshot(new Scope(scope.emails(), Map.of(), scope.byIdentityProvider(), scope.only()));
  }

  private static boolean isOurs(Member person, Scope scope) {
    return scope.covers(person.email()) && !owner().equals(Optional.of(person.email()));
  }

  private static List<Group> teams(Roster all, Scope scope) {
    return all.groups().stream().filter(team -> scope.covers(team.resource())).toList();
  }

  private static Catalogue catalogue(Roster all) {
    return new Catalogue(
        ClubVocabulary.VOCABULARY,
        new TreeMap<>(
            Map.of(
                ClubVocabulary.TEAM,
                new Catalogue.Section(
                    all.groups().stream().map(Group::resource).collect(Collectors.toSet()),
                    Set.of()),
                ClubVocabulary.DOOR,
                new Catalogue.Section(
                    Club.DOORS.stream()
                        .map(door -> Resource.of(ClubVocabulary.DOOR, door))
                        .collect(Collectors.toSet()),
                    Set.copyOf(Club.LEVELS)))),
        List.of());
  }

  @Override
  public Roster readBack(Scope touched) {
    Roster all = club.roster();
    return Roster.of(
        all.people().stream().filter(person -> isOurs(person, touched)).toList(),
        teams(all, touched));
  }

  @Override
  public Optional<List<Invitation>> rememberedInvitations(Instant since) {
    return Optional.of(List.of());
  }

  @Override
  public Batching batching() {
    return new OneByOne();
  }

  @Override
  public Map<Integer, Outcome> send(Request request, List<PlannedOperation> operations) {
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    for (PlannedOperation planned : operations) {
      interruption.around(false);
      outcomes.put(planned.sequence(), planned.operation().accept(new Desk()));
      interruption.around(true);
    }
    return outcomes;
  }

  @Override
  public Settled settle(PlannedOperation planned, Instant sent) {
    return OperationEffect.of(planned.operation(), club.roster()) == OperationEffect.Standing.AFTER
        ? Settled.HAPPENED
        : Settled.DID_NOT_HAPPEN;
  }

  @Override
  public void close() {}

  /** Does what it is asked. */
  private final class Desk implements Operation.Visitor<Outcome> {

    @Override
    public Outcome define(Operation.Define operation) {
      String team = "team|" + operation.resource() + "|";
      boolean isThere = club.lines().stream().anyMatch(line -> line.startsWith(team));
      if (isThere && operation.before().isEmpty()) {
        return new Outcome.AlreadySo("there is such a team");
      }
      operation.was().ifPresent(was -> club.rename(was.name(), operation.resource().name()));
      club.without(team);
      club.with(team + operation.after().description());
      return new Outcome.Applied();
    }

    @Override
    public Outcome undefine(Operation.Undefine operation) {
      String team = "team|" + operation.resource() + "|";
      if (club.lines().stream().noneMatch(line -> line.startsWith(team))) {
        return new Outcome.AlreadySo("there is no such team");
      }
      if (club.lines().stream()
          .anyMatch(line -> line.matches("(in|key)\\|" + operation.resource() + "\\|.*"))) {
        return new Outcome.Refused(400, "somebody is in the team");
      }
      club.without(team);
      return new Outcome.Applied();
    }

    @Override
    public Outcome join(Operation.Join operation) {
      if (!club.account(operation.email()).isEmpty()) {
        return new Outcome.AlreadySo("has an account");
      }
      club.with("account|" + operation.email() + "|here|" + operation.name());
      return new Outcome.Applied();
    }

    @Override
    public Outcome set(Operation.Set operation) {
      String who = operation.assignee().label();
      Optional<Email> person = operation.assignee().person();
      boolean isThere =
          person
              .map(email -> !club.account(email).isEmpty())
              .orElseGet(
                  () -> club.lines().stream().anyMatch(l -> l.startsWith("team|" + who + "|")));
      if (!isThere) {
        return operation.after().isEmpty()
            ? new Outcome.AlreadySo("nobody of that name")
            : new Outcome.Refused(404, "nobody of that name");
      }
      return person.isPresent() ? member(operation, who) : key(operation, who);
    }

    private Outcome member(Operation.Set operation, String who) {
      String team = operation.on().toString();
      if (club.lines().stream().noneMatch(line -> line.startsWith("team|" + team + "|"))) {
        return operation.after().isEmpty()
            ? new Outcome.AlreadySo("no such team")
            : new Outcome.Refused(404, "no such team");
      }
      club.without("in|" + team + "|" + who);
      if (operation.after().isPresent()) {
        club.with("in|" + team + "|" + who);
      }
      return new Outcome.Applied();
    }

    private Outcome key(Operation.Set operation, String team) {
      club.without("key|" + team + "|" + operation.on() + "|");
      operation
          .after()
          .flatMap(Entitlement::level)
          .ifPresent(level -> club.with("key|" + team + "|" + operation.on() + "|" + level));
      return new Outcome.Applied();
    }

    @Override
    public Outcome profile(Operation.UpdateProfile operation) {
      return new Outcome.Refused(400, "a club does not change what people are called");
    }

    @Override
    public Outcome suspend(Operation.Suspend operation) {
      return mark(operation.email(), "gone");
    }

    @Override
    public Outcome reinstate(Operation.Reinstate operation) {
      return mark(operation.email(), "here");
    }

    private Outcome mark(Email email, String mark) {
      List<String> account = club.account(email);
      if (account.isEmpty()) {
        return new Outcome.Refused(404, "no account");
      }
      club.without("account|" + email + "|");
      club.with("account|" + email + "|" + mark + "|" + account.get(3));
      return new Outcome.Applied();
    }

    @Override
    public Outcome withdraw(Operation.Withdraw operation) {
      return new Outcome.Refused(400, "a club invites nobody");
    }

    @Override
    public Outcome remove(Operation.Remove operation) {
      if (club.account(operation.email()).isEmpty()) {
        return new Outcome.AlreadySo("no account");
      }
      club.without("account|" + operation.email() + "|");
      Set<String> memberships = new HashSet<>();
      club.lines().stream()
          .filter(line -> line.startsWith("in|") && line.endsWith("|" + operation.email()))
          .forEach(memberships::add);
      memberships.forEach(club::without);
      return new Outcome.Applied();
    }
  }

  private static final class OneByOne implements Batching {

    @Override
    public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
      return operations.stream()
          .map(planned -> new Request(LANE, true, List.of(planned.sequence())))
          .toList();
    }

    @Override
    public RequestForecast course(Collection<PlannedOperation> operations) {
      return new RequestForecast(
          Stream.of(operations.size(), operations.isEmpty() ? 0 : 1)
              .filter(requests -> requests > 0)
              .map(requests -> Map.of(LANE, requests))
              .toList());
    }

    @Override
    public List<Duration> recent(Lane lane) {
      return List.of();
    }

    @Override
    public int readBefore() {
      return 1;
    }

    @Override
    public int fewestRequests(Collection<PlannedOperation> operations) {
      return operations.size();
    }

    @Override
    public RequestQuota quota(Lane lane) {
      return RequestQuota.perMinute(600);
    }
  }
}
