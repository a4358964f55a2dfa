package dev.rollcall.source;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Takes in the mapped rows of all sources and makes one record a person of them. The order in which
 * rows arrive does not matter. Not for several threads at once.
 */
public final class Gathering {

  /** More rejects than this are not worth handing back one by one. */
  static final int MOST_REJECTS = 100_000;

  private final List<DeclaredSource> declared;
  private final List<String> sources;
  private final Kinds kinds;
  private final Predicate<String> decisive;
  private final Map<Email, List<PersonRecord>> rows = new HashMap<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Map<String, Integer> rowsPerSource = new LinkedHashMap<>();

  /**
   * An empty one.
   *
   * @param declared all sources, in the order of the job file
   * @param decisive the attributes, by key, that may decide about access: two rows that contradict
   *     each other in one of them are a conflict
   */
  public Gathering(List<DeclaredSource> declared, Predicate<String> decisive) {
    this.declared = List.copyOf(declared);
    this.sources = declared.stream().map(DeclaredSource::name).toList();
    this.kinds = new Kinds(declared);
    this.decisive = decisive;
    sources.forEach(source -> rowsPerSource.put(source, 0));
  }

  /** One of sources of people that all treat conflicts alike. */
  public Gathering(List<String> sources, OnConflict onConflict, Predicate<String> decisive) {
    this(
        sources.stream()
            .map(source -> new DeclaredSource(source, Shape.PEOPLE, onConflict))
            .toList(),
        decisive);
  }

  /** One in which every attribute may decide about access. */
  public Gathering(List<String> sources, OnConflict onConflict) {
    this(sources, onConflict, key -> true);
  }

  /**
   * Takes in a row.
   *
   * @throws UnreadableSource where there are so many bad rows that the source is of another kind
   */
  public void add(Mapped mapped) {
    Optional<Reject> rejected =
        mapped.fold(
            person -> {
              addPerson(person);
              return Optional.empty();
            },
            Optional::of);
    rejected.ifPresent(this::addReject);
  }

  private void addPerson(PersonRecord person) {
    count(person.source());
    kinds.add(person);
    List<PersonRecord> known = rows.putIfAbsent(person.email(), List.of(person));
    if (known instanceof ArrayList<PersonRecord> several) {
      // Copied for each row, a long list of one person's assignments would never end.
      several.add(person);
    } else if (known != null) {
      rows.put(person.email(), new ArrayList<>(List.of(known.get(0), person)));
    }
  }

  private void addReject(Reject reject) {
    count(reject.source());
    kinds.add(reject);
    rejects.add(reject);
    if (rejects.size() > MOST_REJECTS) {
      Problem last = reject.problems().get(0);
      throw new UnreadableSource(
          new Problem(
              last.where(),
              "more than " + MOST_REJECTS + " rows are bad, this one because " + last.what(),
              "check that columns: fits the source"));
    }
  }

  private void count(String source) {
    rowsPerSource.merge(source, 1, Integer::sum);
  }

  /** What it all comes to. Ends the gathering: nothing may be added afterwards. */
  public Gathered gathered() {
    List<Reject> all = new ArrayList<>(rejects);
    all.addAll(new LookAlikes(rows, rejects).take());
    all.sort(
        comparingInt((Reject reject) -> rank(reject.source()))
            .thenComparing(Reject::source)
            .thenComparing(reject -> reject.row().line()));
    Merging merging = new Merging(declared, kinds, decisive);
    Map<String, Integer> sizes = sizes();
    List<PersonRecord> people = people(merging);
    SharedIds shared = SharedIds.among(contradictable(people));
    return new Gathered(
        people,
        all,
        problems(all, merging, shared),
        held(all, merging, shared),
        all.stream().anyMatch(this::mayHideAPerson),
        sizes,
        rowsPerSource,
        merging.remarks());
  }

  /** Without those of sources that count before others: they may share an id. */
  private List<PersonRecord> contradictable(List<PersonRecord> people) {
    Set<String> first =
        declared.stream()
            .filter(source -> source.onConflict() == OnConflict.FIRST)
            .map(DeclaredSource::name)
            .collect(toSet());
    return first.isEmpty()
        ? people
        : people.stream().filter(person -> !first.contains(person.source())).toList();
  }

  private List<PersonRecord> people(Merging merging) {
    Comparator<PersonRecord> order =
        comparingInt((PersonRecord row) -> rank(row.source()))
            .thenComparing(PersonRecord::source)
            .thenComparing(row -> row.row().row());
    List<Email> emails = new ArrayList<>(rows.keySet());
    Collections.sort(emails);
    List<PersonRecord> people = new ArrayList<>(emails.size());
    for (Email email : emails) {
      // Let go of at once: rows and people together are twice as large.
      List<PersonRecord> theirs = rows.remove(email);
      people.add(
          theirs.size() == 1
              ? merging.alone(theirs.get(0))
              : merging.merge(theirs.stream().sorted(order).toList()));
    }
    return people;
  }

  /** Joined assignments make nobody a person, so that none can be missing for want of one. */
  private boolean mayHideAPerson(Reject reject) {
    int rank = rank(reject.source());
    boolean isJoined = rank < declared.size() && declared.get(rank).shape() == Shape.JOINED;
    return reject.couldBeAnybodys() && !isJoined;
  }

  private int rank(String source) {
    int rank = sources.indexOf(source);
    return rank < 0 ? sources.size() : rank;
  }

  private static List<Problem> problems(List<Reject> rejects, Merging merging, SharedIds shared) {
    List<Problem> problems = new ArrayList<>();
    rejects.forEach(reject -> problems.addAll(reject.problems()));
    problems.addAll(merging.problems());
    problems.addAll(shared.problems());
    return problems;
  }

  /** The first thing that is wrong with a person's rows, rows that move cells included. */
  private static Map<Email, String> held(List<Reject> rejects, Merging merging, SharedIds shared) {
    Map<Email, String> held = new HashMap<>();
    for (Reject reject : rejects) {
      String reason = reject.problems().get(0).toString();
      reject.email().ifPresent(email -> held.putIfAbsent(email, reason));
      if (reject.email().isEmpty()) {
        Addresses.in(reject).forEach(email -> held.putIfAbsent(email, reason));
      }
    }
    merging.held().forEach(held::putIfAbsent);
    shared.held().forEach(held::putIfAbsent);
    return held;
  }

  private Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new TreeMap<>();
    rowsPerSource.keySet().forEach(source -> sizes.put(source, 0));
    rows.values()
        .forEach(
            theirs ->
                theirs.stream()
                    .map(PersonRecord::source)
                    .distinct()
                    .forEach(source -> sizes.merge(source, 1, Integer::sum)));
    return sizes;
  }
}
