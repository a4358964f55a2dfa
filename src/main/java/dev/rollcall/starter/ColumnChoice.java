package dev.rollcall.starter;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.UnansweredQuestions;
import dev.rollcall.model.Noun;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Destination;
import dev.rollcall.source.columns.RecognisedColumns;
import dev.rollcall.source.columns.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a roster is which field: what is certain is written, what is not is asked. */
final class ColumnChoice {

  /** Roster field to what stands behind it in the job file. */
  final Map<String, String> mapping = new LinkedHashMap<>();

  /** Fields that are written down and wait for an answer, behind a #. */
  final Map<String, String> offered = new LinkedHashMap<>();

  /** The headers of each field that is read. */
  final Map<String, List<String>> headers = new LinkedHashMap<>();

  private final DetectedSource candidate;
  private final RecognisedColumns recognised;
  private final List<RosterColumn> columns;
  private final List<Row> rows;
  private final ColumnWords words;
  private final Questions questions;
  private final Circumstances circumstances;
  private final Destination destination;
  private final Noun tenant;
  private boolean isOpen;

  /** That of what was surveyed so far. */
  ColumnChoice(Survey survey, DetectedSource candidate, RecognisedColumns recognised) {
    this.candidate = candidate;
    this.recognised = recognised;
    this.columns = survey.columns;
    this.words = new ColumnWords(survey.columns);
    this.rows = survey.kept;
    this.circumstances = survey.circumstances;
    this.destination = survey.destination();
    this.tenant = destination.vocabulary().tenant();
    this.questions = survey.questions;
  }

  /** Whether nobody can tell yet what a row comes to. */
  boolean isOpen() {
    return isOpen;
  }

  /**
   * Chooses.
   *
   * @throws UnreadableSource where no column holds addresses
   */
  void choose() {
    recognised.ambiguous().forEach(this::leaveOpen);
    chooseAddress();
    chooseName();
    recognised.fields().forEach(this::take);
    recognised.doubtful().forEach(this::doubt);
    recognised.roles().forEach(this::role);
    recognised.roleLike().stream()
        .filter(header -> !circumstances.isRuled(header))
        .forEach(this::askAboutRole);
    UnreadQuestion unread = new UnreadQuestion(destination, recognised.layout(), headers);
    recognised.unread().stream()
        .filter(column -> !circumstances.isDecided(column))
        .map(unread::about)
        .flatMap(Optional::stream)
        .forEach(questions::ask);
  }

  /** A field that nobody can choose for them: what stands there is no column until they do. */
  private void leaveOpen(String field, List<String> choices) {
    String which = choices.stream().map(ColumnWords::quoted).collect(joining(" or "));
    int number =
        questions.ask(
            new OpenQuestion(
                "Which column is the " + field + ": " + which + "?",
                which + " could each be the " + field,
                "take out or rename those that are not"));
    mapping.put(field, YamlWord.list(List.of(UnansweredQuestions.text(number, which))));
    isOpen = true;
  }

  private void chooseAddress() {
    List<String> found = recognised.fields().getOrDefault("email", List.of());
    if (mapping.containsKey("email")) {
      return;
    }
    if (!found.isEmpty()) {
      read("email", found);
      askAboutEmptyAddresses(found.get(0));
      return;
    }
    List<String> likely =
        columns.stream().filter(RosterColumn::holdsAddresses).map(RosterColumn::header).toList();
    if (likely.isEmpty()) {
      throw noAddresses();
    }
    if (likely.size() > 1) {
      leaveOpen("email", likely);
      return;
    }
    read("email", likely);
    questions.ask(
        new OpenQuestion(
            "Is "
                + ColumnWords.quoted(likely.get(0))
                + " the address people sign in with? Nothing but its values says so.",
            "nothing but its values says that "
                + ColumnWords.quoted(likely.get(0))
                + " is the address people sign in with",
            "call the column Email if it is"));
  }

  /** A column that is called an address, and of which nearly every cell is blank. */
  private void askAboutEmptyAddresses(String chosen) {
    int filled = words.column(chosen).map(each -> each.values().addresses()).orElse(0);
    columns.stream()
        .filter(other -> !other.header().equals(chosen))
        .filter(other -> RecognisedColumns.isAddress(other.header()))
        .filter(other -> 5 * other.values().addresses() <= filled)
        .findFirst()
        .ifPresent(
            other ->
                questions.ask(
                    new OpenQuestion(
                        "%s is read as the address, for %s is nearly empty (%d of %d). Is it what people sign in with?"
                            .formatted(
                                ColumnWords.quoted(chosen),
                                ColumnWords.quoted(other.header()),
                                other.values().addresses(),
                                filled),
                        "%s could be the address people sign in with, for %s is nearly empty"
                            .formatted(
                                ColumnWords.quoted(chosen), ColumnWords.quoted(other.header())),
                        "keep the one that is, and call it Email")));
  }

  private UnreadableSource noAddresses() {
    String names =
        columns.stream()
            .map(RosterColumn::header)
            .filter(header -> !header.isBlank())
            .limit(40)
            .map(ColumnWords::quoted)
            .collect(joining(", "));
    return new UnreadableSource(
        candidate.label(),
        "no column holds e-mail addresses; the columns are " + names,
        "name a roster with one address a person");
  }

  private void chooseName() {
    List<String> found =
        new NameChoice(recognised, columns.stream().map(RosterColumn::header).toList(), rows)
            .headers();
    if (found.size() > 1) {
      headers.put("name", found);
      mapping.put("name", YamlWord.quoted(NameChoice.template(found.get(0), found.get(1))));
    } else if (!found.isEmpty()) {
      read("name", found);
    }
  }

  private void take(String field, List<String> found) {
    if (mapping.containsKey(field) || List.of("first-name", "last-name").contains(field)) {
      return;
    }
    boolean rights = List.of("role", "groups").contains(field);
    if (rights && recognised.shape() == Shape.PEOPLE && recognised.layout().isEmpty()) {
      askAboutRights(field, found);
      return;
    }
    read(field, found);
    if (found.size() > 1 && List.of("status", "starts-on", "ends-on").contains(field)) {
      questions.ask(
          "Which column is the %s: %s? All are read; until you keep one, people on whom they differ are held."
              .formatted(field, found.stream().map(words::described).collect(joining(" or "))));
    }
  }

  private void askAboutRights(String field, List<String> found) {
    String what = found.stream().map(words::described).collect(joining(" and "));
    if (field.equals("groups")) {
      read(field, found);
      questions.ask(
          "Are these groups of the "
              + tenant
              + ": "
              + found.stream().map(words::listed).collect(joining(" and "))
              + "? If not, take groups: away.");
    } else if (words
        .column(found.get(0))
        .filter(each -> each.values().holdsRolesOfOurs())
        .isPresent()) {
      read(field, found);
      questions.ask(
          "Are these the roles of people in every environment: "
              + what
              + "? If not, take role: away.");
    } else {
      doubt(field, found);
    }
  }

  private void doubt(String field, List<String> all) {
    List<String> found = all.stream().filter(header -> !circumstances.isRuled(header)).toList();
    if (found.isEmpty()) {
      return;
    }
    String yaml = found.size() == 1 ? ColumnWords.yaml(found.get(0)) : YamlWord.list(found);
    if (recognised.layout().isEmpty()) {
      offered.put(field, yaml);
    }
    String what = found.stream().map(words::described).collect(joining(" and "));
    String right = field.equals("role") ? "role, in every environment," : field;
    questions.ask(
        new OpenQuestion(
            "Is this the %s of people in the %s: %s? It is not read until you take the # away before %s:; rules can look at it."
                .formatted(right, tenant, what, field),
            "%s may be the %s of people in the %s, or something else"
                .formatted(what, right, tenant),
            instead(field)));
  }

  /** How a sheet itself tells what people are to hold. */
  private static String instead(String field) {
    return switch (field) {
      case "role" ->
          "call it after the environment if it is, such as DEV role; take it out if not: --role"
              + " gives everybody one";
      case "groups" -> "take it out: --groups puts everybody into groups";
      default -> "write cells like Billing@prod = Builder, or take it out";
    };
  }

  private void role(String environment, String header) {
    if (destination.place(environment).isPresent()) {
      read("role." + environment, List.of(header));
    } else {
      questions.ask(
          new OpenQuestion(
              "The column %s looks like the role in %s. The stand-in has dev, test and prod only: write role.%2$s: %s under columns: once target: names a token for it."
                  .formatted(ColumnWords.quoted(header), environment, ColumnWords.yaml(header)),
              "%s looks like the role in %s, for which the job has no token"
                  .formatted(ColumnWords.quoted(header), environment),
              "take it out, or add the token under target.tokens"));
    }
  }

  private void askAboutRole(String header) {
    questions.ask(
        new OpenQuestion(
            "Is the column %s a role in an environment? If so, write role.<environment>: %s under columns:."
                .formatted(ColumnWords.quoted(header), ColumnWords.yaml(header)),
            ColumnWords.quoted(header) + " may be a role in an environment",
            "call it after the environment if it is, such as DEV role; take it out if not"));
  }

  private void read(String field, List<String> found) {
    headers.put(field, found);
    mapping.put(field, found.size() == 1 ? ColumnWords.yaml(found.get(0)) : YamlWord.list(found));
  }
}
