package dev.rollcall.job.starter;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import dev.rollcall.source.ColumnSpec;
import dev.rollcall.source.Recognised;
import dev.rollcall.source.Row;
import dev.rollcall.source.RowMapper;
import dev.rollcall.source.RowMapping;
import dev.rollcall.source.Shape;
import dev.rollcall.source.Source;
import dev.rollcall.source.StatusWords;
import dev.rollcall.source.UnreadableSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a look at a roster came to. */
final class Survey {

  /** More rows than this tell nothing new. */
  private static final int MOST_ROWS = 200_000;

  /** The environments of the stand-in that is tried first. */
  static final List<Environment> TRIED =
      List.of(new Environment("dev"), new Environment("test"), new Environment("prod"));

  final List<Column> columns = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();
  final List<String> questions = new ArrayList<>();

  /** Roster field to what stands behind it in the job file. */
  final Map<String, String> mapping = new LinkedHashMap<>();

  /** Fields that somebody has to choose a column for. */
  final Map<String, String> open = new LinkedHashMap<>();

  final List<String> activeWords = new ArrayList<>();
  final List<String> leftWords = new ArrayList<>();
  final Map<String, Integer> unknownWords = new LinkedHashMap<>();
  final Map<String, Integer> domains = new TreeMap<>();
  final Map<String, SortedSet<String>> roles = new TreeMap<>();
  final SortedSet<String> groups = new TreeSet<>();
  final SortedSet<String> projects = new TreeSet<>();
  int rows;
  int badRows;

  private final Candidate candidate;
  private Recognised recognised;

  private Survey(Candidate candidate) {
    this.candidate = candidate;
  }

  /**
   * Looks at it, twice: at its columns, and at what they come to.
   *
   * @throws UnreadableSource where it cannot be read, has no rows, or no column of addresses
   */
  static Survey of(Candidate candidate, LocalDate today) {
    Survey survey = new Survey(candidate);
    survey.questions.addAll(candidate.questions());
    survey.lookAtColumns();
    survey.chooseColumns();
    survey.judgeStatusWords();
    survey.lookAtPeople(today);
    return survey;
  }

  private void lookAtColumns() {
    try (Source.Rows open = candidate.source().open()) {
      open.place().columns().forEach(header -> columns.add(new Column(header)));
      recognised = Recognised.of(open.place().columns());
      remarks.addAll(recognised.layout().map(name -> "recognised as " + name).stream().toList());
      remarks.addAll(open.remarks());
      for (Row row = open.next(); row != null && rows < MOST_ROWS; row = open.next()) {
        rows++;
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
          columns.get(i).add(row.cells().get(i));
        }
      }
    }
    if (rows == 0) {
      throw new UnreadableSource(
          new Problem(candidate.label(), "has no rows", "name a roster with people in it"));
    }
  }

  private void chooseColumns() {
    Map<String, List<String>> found = recognised.fields();
    recognised.ambiguous().forEach(this::ask);
    chooseAddress(found);
    found.forEach(
        (field, headers) -> {
          if (!field.equals("email") && !field.equals("first-name") && !field.equals("last-name")) {
            mapping.put(field, headers.size() == 1 ? of(headers.get(0)) : YamlWord.list(headers));
          }
        });
    if (!mapping.containsKey("name")
        && found.containsKey("first-name")
        && found.containsKey("last-name")) {
      mapping.put(
          "name",
          YamlWord.quoted(
              "{" + found.get("first-name").get(0) + "} {" + found.get("last-name").get(0) + "}"));
    }
    recognised.roles().forEach(this::role);
    recognised
        .roleLike()
        .forEach(
            header ->
                questions.add(
                    "Is the column \""
                        + header
                        + "\" a role in an environment? If so, write"
                        + " role.<environment>: "
                        + of(header)
                        + " under columns:."));
  }

  private void role(Environment environment, String header) {
    if (TRIED.contains(environment)) {
      mapping.put("role." + environment, of(header));
    } else {
      questions.add(
          "The column \""
              + header
              + "\" looks like the role in "
              + environment
              + ". The stand-in"
              + " has dev, test and prod only: write role."
              + environment
              + ": "
              + of(header)
              + " under columns: once target: names a token for it.");
    }
  }

  private void chooseAddress(Map<String, List<String>> found) {
    if (open.containsKey("email")) {
      return;
    }
    if (found.containsKey("email")) {
      mapping.put("email", of(found.get("email").get(0)));
      return;
    }
    List<String> likely =
        columns.stream().filter(Column::holdsAddresses).map(Column::header).toList();
    if (likely.isEmpty()) {
      throw new UnreadableSource(
          new Problem(
              candidate.label(),
              "no column holds e-mail addresses; the columns are "
                  + String.join(
                      ", ",
                      columns.stream()
                          .map(Column::header)
                          .filter(header -> !header.isBlank())
                          .limit(40)
                          .map(header -> "\"" + YamlWord.comment(header) + "\"")
                          .toList()),
              "name a roster with one address a person"));
    }
    if (likely.size() > 1) {
      ask("email", likely);
      return;
    }
    mapping.put("email", of(likely.get(0)));
    questions.add(
        "Is \""
            + likely.get(0)
            + "\" the address people sign in with? Nothing but its values says"
            + " so.");
  }

  /** A field that nobody can choose for them: what stands there is no column until they do. */
  private void ask(String field, List<String> headers) {
    String choices = String.join(" or ", headers.stream().map(each -> "\"" + each + "\"").toList());
    open.put(field, choices);
    questions.add("Which column is the " + field + ": " + choices + "?");
  }

  /** Braces would make a template of a header, but not of a list. */
  private static String of(String header) {
    boolean braces = header.indexOf('{') >= 0 || header.indexOf('}') >= 0;
    return braces ? YamlWord.list(List.of(header)) : YamlWord.of(header);
  }

  /** Whether the columns are best left to what is known of the program they come from. */
  boolean isOfKnownLayout() {
    return recognised.layout().isPresent();
  }

  /** Whether a row is one assignment. */
  boolean isOfAssignments() {
    return recognised.shape() == Shape.ASSIGNMENTS;
  }

  private void judgeStatusWords() {
    Optional<Column> status = status();
    if (status.isEmpty() || isOfKnownLayout()) {
      return;
    }
    if (status.get().hasMany()) {
      questions.add(
          "Is \""
              + status.get().header()
              + "\" really a status? It has more than 60 different"
              + " values.");
      return;
    }
    for (Map.Entry<String, Integer> word : status.get().values()) {
      Optional<Status> meaning = StatusWords.usually(word.getKey(), status.get().header());
      if (meaning.isEmpty()) {
        unknownWords.put(word.getKey(), word.getValue());
      } else if (meaning.get() == Status.LEFT) {
        leftWords.add(word.getKey());
      } else {
        activeWords.add(word.getKey());
      }
    }
    unknownWords.forEach(
        (word, count) ->
            questions.add(
                "What does the status \""
                    + YamlWord.comment(word)
                    + "\" ("
                    + count
                    + (count == 1 ? " row" : " rows")
                    + ") mean? Put it under status: as active or as left; until then these rows are"
                    + " set aside."));
  }

  private Optional<Column> status() {
    return Optional.ofNullable(recognised.fields().get("status"))
        .flatMap(
            headers ->
                columns.stream()
                    .filter(column -> column.header().equals(headers.get(0)))
                    .findFirst());
  }

  /** The columns that are left: what rules could be about. */
  List<Column> attributes() {
    List<String> used = new ArrayList<>(recognised.roles().values());
    recognised.fields().values().forEach(used::addAll);
    recognised.ambiguous().values().forEach(used::addAll);
    return columns.stream()
        .filter(column -> !used.contains(column.header()))
        .filter(Column::isShowable)
        .toList();
  }

  private void lookAtPeople(LocalDate today) {
    if (!open.isEmpty()) {
      return;
    }
    Map<String, ColumnSpec> specs = new LinkedHashMap<>();
    if (!isOfKnownLayout()) {
      recognised.fields().forEach((field, headers) -> specs.put(field, ColumnSpec.of(headers)));
    }
    if (!isOfKnownLayout() && !specs.containsKey("email")) {
      columns.stream()
          .filter(Column::holdsAddresses)
          .findFirst()
          .ifPresent(column -> specs.put("email", ColumnSpec.of(List.of(column.header()))));
    }
    (isOfKnownLayout() ? Map.<Environment, String>of() : recognised.roles())
        .forEach((where, header) -> specs.put("role." + where, ColumnSpec.of(List.of(header))));
    List<Environment> environments = new ArrayList<>(TRIED);
    environments.addAll(recognised.roles().keySet());
    StatusWords words = new StatusWords(leftWords, activeWords);
    boolean usual = !specs.containsKey("status");
    try (Source.Rows open = candidate.source().open()) {
      RowMapper mapper =
          RowMapper.of(
              new RowMapping(
                  candidate.name(),
                  specs,
                  usual ? StatusWords.USUAL : words,
                  today,
                  environments,
                  recognised.shape()),
              open.place());
      int seen = 0;
      for (Row row = open.next(); row != null && seen < MOST_ROWS; row = open.next()) {
        seen++;
        mapper
            .map(row)
            .fold(
                person -> {
                  domain(person.email());
                  person.claims().forEach(claim -> claimed(claim.entitlement()));
                  return true;
                },
                reject -> {
                  badRows++;
                  return false;
                },
                later -> {
                  later.email().ifPresent(this::domain);
                  return true;
                });
      }
    }
  }

  private void domain(Email email) {
    String address = email.address();
    domains.merge(address.substring(address.lastIndexOf('@') + 1), 1, Integer::sum);
  }

  private void claimed(Entitlement entitlement) {
    if (entitlement instanceof Entitlement.EnvironmentRole role) {
      roles.computeIfAbsent(role.environment().name(), key -> new TreeSet<>()).add(role.role());
    } else if (entitlement instanceof Entitlement.GroupMembership membership) {
      groups.add(membership.group());
    } else if (entitlement instanceof Entitlement.ProjectRole role) {
      projects.add(role.project());
    }
  }
}
