package dev.rollcall.rules;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All rules of a job, compiled, in the order of the job file. */
public final class RuleBook {

  /** A rule with its condition and what it claims for whom it fits. */
  private record Entry(Rule rule, ConditionCompiler.Condition condition, List<Claim> claims) {}

  private final List<Entry> entries;
  private final Map<String, String> identifiers = new HashMap<>();
  private final Set<Rule> fitting = new HashSet<>();

  private RuleBook(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Compiles rules.
   *
   * @param today the date conditions see, in the job's time zone
   * @param conditions the compiler of the job
   * @throws UnusableRules with all that is wrong
   */
  public static RuleBook compile(List<Rule> rules, LocalDate today, ConditionCompiler conditions) {
    List<Problem> problems = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Rule rule : rules) {
      conditions
          .compile(ConditionText.of(rule), today, problems)
          .ifPresent(condition -> entries.add(new Entry(rule, condition, claims(rule))));
    }
    if (!problems.isEmpty()) {
      throw new UnusableRules(problems);
    }
    return new RuleBook(entries);
  }

  /** The rules in order. */
  public List<Rule> rules() {
    return entries.stream().map(Entry::rule).toList();
  }

  /**
   * The rules whose condition holds for a person, in order.
   *
   * @param problems gets what could not be evaluated: then the answer is not to be relied on
   */
  public List<Rule> matching(PersonRecord person, List<Problem> problems) {
    return matches(person, problems).stream().map(Entry::rule).toList();
  }

  /**
   * What cells and rules together give a person: cells win, then the first rule wins per
   * environment and per project, and groups add up.
   *
   * @param problems gets what could not be evaluated: then the person must be held
   */
  public DesiredEntitlements entitle(PersonRecord person, List<Problem> problems) {
    List<Claim> overruled = new ArrayList<>();
    Map<Entitlement, Attribution> granted = new HashMap<>();
    for (Claim claim : prevailing(person, person.claims(), overruled, problems)) {
      granted.put(claim.entitlement(), claim.because());
    }
    return new DesiredEntitlements(granted, overruled);
  }

  /**
   * The claims that count, one a resource.
   *
   * @param cells those of the person themselves
   * @param overruled gets what was said too and lost
   * @param problems gets what could not be evaluated: then the person must be held
   */
  Collection<Claim> prevailing(
      PersonRecord person, List<Claim> cells, List<Claim> overruled, List<Problem> problems) {
    Map<Resource, Claim> prevailing = new LinkedHashMap<>();
    for (Claim claim : cells) {
      if (claim.holds()) {
        compete(claim, prevailing, overruled);
      }
    }
    for (Entry entry : matches(person, problems)) {
      for (Claim claim : entry.claims()) {
        compete(claim, prevailing, overruled);
      }
    }
    return prevailing.values();
  }

  private static void compete(Claim claim, Map<Resource, Claim> prevailing, List<Claim> overruled) {
    Claim first = prevailing.putIfAbsent(claim.entitlement().on(), claim);
    if (first != null && !first.entitlement().equals(claim.entitlement())) {
      overruled.add(claim);
    }
  }

  /**
   * The attributes that rules name and no source has: such a rule would never do what it says.
   *
   * @param keys for each source the attributes that its rows carry
   */
  public List<Problem> unknownAttributes(Collection<? extends Collection<String>> keys) {
    Set<String> known = new TreeSet<>();
    keys.forEach(each -> known.addAll(PersonView.names(each)));
    List<Problem> problems = new ArrayList<>();
    for (Entry entry : entries) {
      entry.condition().mentions().unknown(known).stream()
          .map(attribute -> unknown(entry.rule(), attribute, known))
          .forEach(problems::add);
    }
    return problems;
  }

  /**
   * The attributes that rules name and people have not of whom only these are known.
   *
   * @param keys as their rows carry them
   * @return by the name of the rule, as its condition writes them
   */
  public Map<String, List<String>> lacking(Collection<String> keys) {
    Set<String> known = PersonView.names(keys);
    Map<String, List<String>> lacking = new LinkedHashMap<>();
    for (Entry entry : entries) {
      List<String> unknown =
          entry.condition().mentions().unknown(known).stream()
              .map(attribute -> "person" + attribute.access())
              .toList();
      if (!unknown.isEmpty()) {
        lacking.put(entry.rule().name(), unknown);
      }
    }
    return lacking;
  }

  private static Problem unknown(
      Rule rule, ConditionReferences.Attribute attribute, Set<String> known) {
    return new ConditionErrors(ConditionText.of(rule))
        .at(
            attribute.offset(),
            "no source has a column for person" + attribute.access(),
            attribute.nearest(known));
  }

  /**
   * The attributes that rules name and only some sources have: they are blank for everybody else.
   *
   * @param keys for each source, by its name, the attributes that its rows carry
   * @return for each rule and attribute a sentence
   */
  public List<String> partlyKnown(Map<String, ? extends Collection<String>> keys) {
    List<String> remarks = new ArrayList<>();
    for (Entry entry : entries) {
      for (ConditionReferences.Attribute attribute : entry.condition().mentions().attributes()) {
        List<String> without =
            keys.entrySet().stream()
                .filter(source -> !PersonView.names(source.getValue()).contains(attribute.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!without.isEmpty() && without.size() < keys.size()) {
          remarks.add(
              "rule \"%s\": person%s is blank for people from %s, which has no such column"
                  .formatted(
                      entry.rule().name(), attribute.access(), String.join(" and ", without)));
        }
      }
    }
    return remarks.stream().distinct().toList();
  }

  /** Whether a rule may look at the attribute that rows carry under this key. */
  public boolean looksAt(String key) {
    Set<String> names = PersonView.names(key);
    return entries.stream().anyMatch(entry -> entry.condition().mentions().mayBe(names));
  }

  /**
   * Whether a rule compares the attribute that rows carry under this key with today or with a day:
   * then its cells must be dates, and rules see them as 2026-12-31.
   */
  public boolean comparesAsDate(String key) {
    Set<String> names = PersonView.names(key);
    return entries.stream().anyMatch(entry -> entry.condition().mentions().mayCompare(names));
  }

  /**
   * The rules that have fitted nobody of all who were asked about, in order: often a word that the
   * records do not use, or do not use any more.
   */
  List<Rule> fittingNobody() {
    return rules().stream().filter(rule -> !fitting.contains(rule)).toList();
  }

  /** Everything any rule gives, whether or not anybody gets it. */
  List<Claim> claims() {
    return entries.stream().flatMap(entry -> entry.claims().stream()).toList();
  }

  private List<Entry> matches(PersonRecord person, List<Problem> problems) {
    if (entries.isEmpty()) {
      return List.of();
    }
    PersonView view = PersonView.of(person, identifiers);
    List<Entry> matches = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Boolean> holds = entry.condition().holds(view, problems, person.row());
      if (holds.orElse(false)) {
        matches.add(entry);
        fitting.add(entry.rule());
      }
    }
    return matches;
  }

  /** Made once: thousands of people share them. */
  private static List<Claim> claims(Rule rule) {
    return rule.grants().stream()
        .map(grant -> new Claim(grant.entitlement(), new Attribution(grant.origin(), rule.name())))
        .toList();
  }
}
