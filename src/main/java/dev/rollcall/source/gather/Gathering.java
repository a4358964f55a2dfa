package dev.rollcall.source.gather;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Reject;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Addresses;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.mapping.LeftOutRow;
import dev.rollcall.source.mapping.MappedRow;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The gathering of the mapped rows of all sources, of which one record a person is made. The order
 * in which rows arrive does not matter. Not for several threads at once.
 */
public final class Gathering {

  /** More rejects than this are not worth handing back one by one. */
  static final int MOST_REJECTS = 100_000;

  private final List<DeclaredSource> declared;
  private final List<String> sources;
  private final ManagedKinds kinds;
  private final Predicate<String> decisive;
  private final RowsByAddress rows;
  private final List<Reject> rejects = new ArrayList<>();
  private final LeftOutCounts leftOut = new LeftOutCounts();
  private final Set<Email> ownersLeftOut = new HashSet<>();
  private final Map<String, int[]> rowsPerSource = new LinkedHashMap<>();
  private final Map<String, int[]> goodRowsPerSource = new LinkedHashMap<>();
  private final SharedIds.Seen ids = new SharedIds.Seen();
  private final Set<Email> deceptive = new TreeSet<>();

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
    this.rows = new RowsByAddress(this::rank);
    this.kinds = new ManagedKinds(declared);
    this.decisive = decisive;
    sources.forEach(source -> rowsPerSource.put(source, new int[1]));
  }

  /**
   * Takes in a row.
   *
   * @throws UnreadableSource where there are so many bad rows that the source is of another kind
   */
  public void add(MappedRow mapped) {
    mapped
        .<Runnable>fold(
            person -> () -> addPerson(person),
            reject -> () -> addReject(reject),
            row -> () -> addLeftOut(row),
            later -> () -> {})
        .run();
  }

  private void addLeftOut(LeftOutRow row) {
    leftOut.add(row);
    row.email().ifPresent(ownersLeftOut::add);
  }

  private void addPerson(PersonRecord person) {
    count(rowsPerSource, person.source());
    count(goodRowsPerSource, person.source());
    kinds.add(person);
    ids.add(person);
    rows.add(person);
    // Asked here, while the address is at hand: later, in a million of them, it would be far away.
    if (LookAlikes.canDeceive(person.email())) {
      deceptive.add(person.email());
    }
  }

  private void addReject(Reject reject) {
    count(rowsPerSource, reject.source());
    kinds.add(reject);
    rejects.add(reject);
    if (rejects.size() > MOST_REJECTS) {
      Problem last = reject.problems().get(0);
      throw new UnreadableSource(
          last.where(),
          "more than " + MOST_REJECTS + " rows are bad, this one because " + last.what(),
          "check that columns: fits the source");
    }
  }

  private static void count(Map<String, int[]> counts, String source) {
    counts.computeIfAbsent(source, name -> new int[1])[0]++;
  }

  /**
   * What it all comes to. Ends the gathering: nothing may be added afterwards.
   *
   * @throws UnreadableSource where so many rows contradict each other that something is wrong with
   *     all of them
   */
  public Gathered gathered() {
    int[] sorted = rows.sorted();
    LookAlikes lookAlikes =
        new LookAlikes(new SortedRecords(sorted, rows::get), deceptive, rejects);
    List<Reject> all = new ArrayList<>(rejects);
    all.addAll(lookAlikes.rejects());
    all.sort(this::compare);
    if (!deceptive.isEmpty()) {
      sorted = IntStream.of(sorted).filter(i -> !lookAlikes.contains(rows.email(i))).toArray();
    }
    if (!ownersLeftOut.isEmpty()) {
      sorted = withOwners(sorted);
    }
    PersonMerging merging = new PersonMerging(declared, kinds, decisive);
    List<PersonRecord> people = rows.people(sorted, merging);
    SharedIds shared = SharedIds.among(people, mayShareIds(), ids);
    return new Gathered(
        people,
        all,
        problems(all, merging, shared),
        held(all, merging, shared),
        all.stream().anyMatch(this::mayHideAPerson),
        sizes(sorted),
        plain(rowsPerSource),
        leftOut.counts(sources),
        leftOut.told(),
        merging.remarks());
  }

  /**
   * What is joined to rows that turned out not to count makes nobody a person. Who is left out is
   * mostly known sooner, but not where a condition hangs on days that only all rows settle.
   */
  private int[] withOwners(int[] sorted) {
    Set<Email> own = new HashSet<>();
    for (int i : sorted) {
      if (!isJoined(rows.source(i)) && ownersLeftOut.contains(rows.email(i))) {
        own.add(rows.email(i));
      }
    }
    return IntStream.of(sorted)
        .filter(
            i ->
                !isJoined(rows.source(i))
                    || !ownersLeftOut.contains(rows.email(i))
                    || own.contains(rows.email(i)))
        .toArray();
  }

  private boolean isJoined(String source) {
    int rank = rank(source);
    return rank < declared.size() && declared.get(rank).shape() == Shape.JOINED;
  }

  /** Those of sources that count before others may share an id. */
  private Predicate<PersonRecord> mayShareIds() {
    Set<String> first =
        declared.stream()
            .filter(source -> source.onConflict() == OnConflict.FIRST)
            .map(DeclaredSource::name)
            .collect(toSet());
    return person -> first.contains(person.source());
  }

  /** Joined assignments make nobody a person, so that none can be missing for want of one. */
  private boolean mayHideAPerson(Reject reject) {
    return reject.couldBeAnybodys() && !isJoined(reject.source());
  }

  /** By source, in the order of the job file, and line. */
  private int compare(Reject one, Reject other) {
    int order = Integer.compare(rank(one.source()), rank(other.source()));
    if (order == 0) {
      order = one.source().compareTo(other.source());
    }
    return order == 0 ? Integer.compare(one.row().line(), other.row().line()) : order;
  }

  private int rank(String source) {
    int rank = sources.indexOf(source);
    return rank < 0 ? sources.size() : rank;
  }

  private static List<Problem> concerning(Reject reject) {
    return reject
        .email()
        .map(email -> reject.problems().stream().map(each -> each.about(email)).toList())
        .orElse(reject.problems());
  }

  private static List<Problem> problems(
      List<Reject> rejects, PersonMerging merging, SharedIds shared) {
    List<Problem> problems = new ArrayList<>();
    rejects.forEach(reject -> problems.addAll(concerning(reject)));
    problems.addAll(merging.problems());
    problems.addAll(shared.problems());
    return problems;
  }

  /** The first thing that is wrong with a person's rows, rows that move cells included. */
  private static Map<Email, String> held(
      List<Reject> rejects, PersonMerging merging, SharedIds shared) {
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

  private static Map<String, Integer> plain(Map<String, int[]> counts) {
    Map<String, Integer> plain = new TreeMap<>();
    counts.forEach((source, count) -> plain.put(source, count[0]));
    return plain;
  }

  /** How many people each source has. */
  private Map<String, Integer> sizes(int[] sorted) {
    Map<String, int[]> sizes = new TreeMap<>();
    rowsPerSource.keySet().forEach(source -> sizes.put(source, new int[1]));
    if (!rows.hasRepetitions() && deceptive.isEmpty()) {
      sizes.putAll(goodRowsPerSource);
    } else {
      rows.firstOfEach(sorted).forEach(i -> count(sizes, rows.source(i)));
    }
    return plain(sizes);
  }
}
