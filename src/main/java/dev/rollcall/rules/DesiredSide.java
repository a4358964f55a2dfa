package dev.rollcall.rules;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.Ending;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Makes the desired side of a run of gathered rows, rules and owned groups. */
public final class DesiredSide {

  /**
   * The desired side.
   *
   * @param problems rules that could not be judged for a person, who is held
   * @param remarks rules that fit nobody
   */
  public record Made(Desired desired, List<Problem> problems, List<String> remarks) {

    /** Copies. */
    public Made {
      problems = List.copyOf(problems);
      remarks = List.copyOf(remarks);
    }
  }

  /** How far ahead an end is worth telling. */
  static final int SOON_DAYS = 14;

  private final Vocabulary vocabulary;
  private final RuleBook rules;
  private final List<OwnedGroup> groups;
  private final List<Declaration> declarations;
  private final LocalDate today;
  private final JoiningDetails details;

  /** With what the job file says, on a day. */
  public DesiredSide(
      Vocabulary vocabulary, RuleBook rules, List<OwnedGroup> groups, LocalDate today) {
    this(vocabulary, rules, groups, List.of(), today, JoiningDetails.NONE);
  }

  private DesiredSide(
      Vocabulary vocabulary,
      RuleBook rules,
      List<OwnedGroup> groups,
      List<Declaration> declarations,
      LocalDate today,
      JoiningDetails details) {
    this.details = details;
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.groups = List.copyOf(groups);
    this.declarations = List.copyOf(declarations);
    this.today = today;
  }

  /** The same where the tenant is told more of whoever joins. */
  public DesiredSide telling(JoiningDetails more) {
    return new DesiredSide(vocabulary, rules, groups, declarations, today, more);
  }

  /** The same with what the job file says of groups and roles themselves. */
  public DesiredSide declaring(List<Declaration> all) {
    return new DesiredSide(vocabulary, rules, groups, all, today, details);
  }

  /** Gives everybody what their cells and the rules say. */
  public Made make(Gathered gathered) {
    Making making = new Making(new HashMap<>(gathered.held()), gathered.people().size());
    gathered.people().forEach(making::add);
    rules.claims().forEach(claim -> making.mention(claim.entitlement()));
    groups.forEach(making::mention);
    declarations.forEach(making::mention);
    Desired desired =
        new Desired(
            Roster.of(making.people, groups.stream().map(OwnedGroup::group).toList()),
            managed(making),
            making.held,
            making.provenance,
            gathered.anybodyMayBeMissing(),
            gathered.sizes(),
            MentionedNames.of(making.mentioned),
            declared(),
            making.endings,
            making.details,
            declarations);
    return new Made(desired, making.problems, remarks());
  }

  private List<String> remarks() {
    return rules.fittingNobody().stream()
        .map(
            rule ->
                "%s: rule \"%s\" fits nobody, so that nobody gets what it gives"
                    .formatted(rule.origin(), rule.name()))
        .toList();
  }

  private Managed managed(Making making) {
    Set<Resource> resources = new HashSet<>();
    rules.claims().forEach(claim -> resources.add(claim.entitlement().on()));
    Set<Resource> withRights = new HashSet<>();
    for (OwnedGroup owned : groups) {
      resources.add(owned.resource());
      owned.rights().ifPresent(rights -> withRights.add(owned.resource()));
    }
    return new Managed(resources, making.listed, withRights, making.ended, making.within);
  }

  private Map<Entitlement, Attribution> declared() {
    Map<Entitlement, Attribution> declared = new LinkedHashMap<>();
    for (OwnedGroup owned : groups) {
      declared.put(owned.resource().membership(), Attribution.cell(owned.origin()));
      owned
          .rights()
          .ifPresent(
              rights -> rights.forEach((right, at) -> declared.put(right, Attribution.cell(at))));
    }
    rules.claims().forEach(claim -> declared.putIfAbsent(claim.entitlement(), claim.because()));
    return declared;
  }

  /** One desired side in the making; people share their entitlements and sets of columns. */
  private final class Making {

    private final Map<Email, String> held;
    private final List<Member> people;
    private final List<Problem> problems = new ArrayList<>();
    private final Provenance provenance;
    private final Set<Resource> mentioned = new HashSet<>();
    private final Map<Email, Set<Kind>> listed;
    private final Map<Email, Set<Resource>> ended = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final Map<Email, SortedMap<String, String>> details = new HashMap<>();
    private final Map<Entitlement, Entitlement> shared = new HashMap<>();
    private final Map<Set<RightsColumn>, Set<Kind>> kinds = new HashMap<>();
    private final Map<Email, Set<Managed.Within>> within = new HashMap<>();
    private final Map<Set<RightsColumn>, Set<Managed.Within>> columns = new HashMap<>();

    /** With room for so many people. */
    Making(Map<Email, String> held, int people) {
      this.held = held;
      this.people = new ArrayList<>(people);
      this.provenance = new Provenance(people);
      this.listed = new HashMap<>(2 * people);
    }

    void add(PersonRecord person) {
      // Each is made when it is asked for.
      List<Claim> claims = List.copyOf(person.claims());
      for (Claim claim : claims) {
        mention(claim.entitlement());
      }
      listed.put(person.email(), kinds.computeIfAbsent(person.columns(), this::kinds));
      Set<Managed.Within> own = columns.computeIfAbsent(person.columns(), this::within);
      if (!own.isEmpty()) {
        within.put(person.email(), own);
      }
      Map<Entitlement, Attribution> granted =
          person.status() == Status.LEFT ? Map.of() : entitlements(person, claims);
      Origin row = person.status() == Status.LEFT ? person.statusOrigin() : person.row();
      if (person.status() != Status.LEFT && isAllOfItsRow(claims, granted)) {
        provenance.put(person.email(), row, new RowReasons(person.claims()));
      } else {
        provenance.put(person.email(), row, reasons(person, granted));
      }
      String employeeId = person.employeeId();
      if (!employeeId.isEmpty()) {
        provenance.identify(person.email(), employeeId, person.employeeIdCell());
      }
      if (person.status() == Status.ACTIVE) {
        time(person, claims);
      }
      people.add(Member.of(person.email(), person.name(), person.status(), granted.keySet()));
      boolean tellsName = vocabulary.keepsProfiles() && !person.givenName().isEmpty();
      if (tellsName || !DesiredSide.this.details.isEmpty()) {
        tell(person, tellsName);
      }
    }

    private void tell(PersonRecord person, boolean tellsName) {
      SortedMap<String, String> told = DesiredSide.this.details.of(person);
      if (tellsName) {
        told.put(Profile.GIVEN, person.givenName());
        told.put(Profile.FAMILY, person.familyName());
      }
      if (!told.isEmpty()) {
        details.put(person.email(), told);
      }
    }

    private Map<Entitlement, Attribution> entitlements(PersonRecord person, List<Claim> claims) {
      List<Problem> trouble = new ArrayList<>();
      Map<Entitlement, Attribution> granted = new HashMap<>();
      for (Claim claim : rules.prevailing(person, claims, new ArrayList<>(), trouble)) {
        granted.put(share(claim.entitlement()), claim.because());
      }
      granted.putAll(memberships(granted));
      if (!trouble.isEmpty()) {
        trouble.forEach(problem -> problems.add(problem.about(person.email())));
        held.putIfAbsent(person.email(), trouble.get(0).what());
      }
      return granted;
    }

    /** Whoever holds something that only members of what it lies in can hold is to be one. */
    private Map<Entitlement, Attribution> memberships(Map<Entitlement, Attribution> granted) {
      Map<Entitlement, Attribution> implied = Map.of();
      for (Map.Entry<Entitlement, Attribution> each : granted.entrySet()) {
        Entitlement right = each.getKey();
        if (right.kind().is(Kind.Trait.OF_MEMBERS)) {
          Entitlement membership = right.on().container().orElseThrow().membership();
          if (!granted.containsKey(membership)) {
            implied = implied.isEmpty() ? new HashMap<>() : implied;
            implied.merge(share(membership), each.getValue(), Making::first);
          }
        }
      }
      return implied;
    }

    /** Of several reasons the one that stands first, a cell before a rule. */
    private static Attribution first(Attribution one, Attribution other) {
      int byRule = one.rule().compareTo(other.rule());
      int byLine = byRule != 0 ? byRule : Integer.compare(one.origin().row(), other.origin().row());
      int by =
          byLine != 0 ? byLine : Integer.compare(one.origin().column(), other.origin().column());
      return by <= 0 ? one : other;
    }

    /** Whether each claim is granted, for no other reason than its own. */
    private static boolean isAllOfItsRow(
        List<Claim> claims, Map<Entitlement, Attribution> granted) {
      for (Claim claim : claims) {
        if (!claim.holds() || !granted.containsKey(claim.entitlement())) {
          return false;
        }
      }
      return claims.size() == granted.size();
    }

    /** Why something is held, and why something is not any more. */
    private Map<Entitlement, Attribution> reasons(
        PersonRecord person, Map<Entitlement, Attribution> granted) {
      if (person.claims().stream().allMatch(Claim::holds)) {
        return granted;
      }
      Map<Entitlement, Attribution> reasons = new HashMap<>(granted);
      person.claims().stream()
          .filter(claim -> claim.validity().phase() == Validity.Phase.ENDED)
          .forEach(
              claim ->
                  reasons.putIfAbsent(
                      claim.entitlement(),
                      Attribution.cell(claim.validity().endCell(claim.because().origin()))));
      return reasons;
    }

    /** What is over, and what soon will be. */
    private void time(PersonRecord person, List<Claim> claims) {
      end(person.email(), Optional.empty(), person.validity(), person.row());
      for (Claim claim : claims) {
        if (claim.holds()) {
          if (claim.validity().endsOn().isPresent()) {
            Optional<Entitlement> what = Optional.of(claim.entitlement());
            end(person.email(), what, claim.validity(), claim.because().origin());
          }
        } else if (claim.validity().phase() == Validity.Phase.ENDED
            && claim.entitlement().kind().column().equals(Optional.of(RightsColumn.ROLES))) {
          ended
              .computeIfAbsent(person.email(), email -> new TreeSet<>())
              .add(claim.entitlement().on());
        }
      }
    }

    private void end(Email email, Optional<Entitlement> what, Validity validity, Origin row) {
      Optional<LocalDate> last = validity.endsOn();
      if (last.isPresent() && !last.get().isAfter(today.plusDays(SOON_DAYS))) {
        endings.add(new Ending(email, what, last.get(), validity.endCell(row)));
      }
    }

    private Set<Kind> kinds(Set<RightsColumn> columns) {
      return columns.stream()
          .filter(column -> column.within().isEmpty())
          .map(vocabulary::fedBy)
          .flatMap(Optional::stream)
          .collect(toUnmodifiableSet());
    }

    private Set<Managed.Within> within(Set<RightsColumn> columns) {
      return columns.stream()
          .flatMap(
              column ->
                  column.within().stream()
                      .flatMap(
                          container ->
                              vocabulary.fedBy(column).stream()
                                  .map(kind -> new Managed.Within(kind, container))))
          .collect(toUnmodifiableSet());
    }

    void mention(OwnedGroup owned) {
      mentioned.add(owned.resource());
      owned.rights().ifPresent(rights -> rights.keySet().forEach(this::mention));
    }

    /** By each name that it may have: by one of them it has to be read. */
    void mention(Declaration declared) {
      mentioned.add(declared.resource());
      mentioned.addAll(declared.was());
    }

    void mention(Entitlement entitlement) {
      mentioned.add(entitlement.on());
    }

    private Entitlement share(Entitlement entitlement) {
      return shared.computeIfAbsent(entitlement, same -> same);
    }
  }
}
