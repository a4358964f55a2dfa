package dev.rollcall.migration;

import dev.rollcall.job.RewrittenJobFile;
import dev.rollcall.model.Noun;
import dev.rollcall.report.OperationSummary.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The story of a migration, as people read it, whatever it is written on. */
final class MigrationStory {

  /** A part under a title. */
  record Chapter(String title, List<Line> lines) {}

  /**
   * A line.
   *
   * @param mark what it is a sign of; empty where it is none
   */
  record Line(Optional<Mark> mark, String text) {}

  private static final Noun PERSON = new Noun("person", "people");

  private final List<Chapter> chapters = new ArrayList<>();

  private MigrationStory() {}

  static List<Chapter> of(MigrationReport report) {
    MigrationStory story = new MigrationStory();
    story.roles(report);
    story.customRoles(report);
    story.people(report);
    story.list(
        "Open invitations; whoever accepts one is put right by the next sync",
        Mark.DECIDE,
        report.invitations().stream().map(OpenInvitation::words).toList());
    story.list("Unlike what was announced", Mark.DECIDE, report.unlike());
    report.proposal().ifPresent(story::proposal);
    story.list("Notes", Mark.DECIDE, report.notes());
    return story.chapters;
  }

  private void chapter(String title, List<Line> lines) {
    if (!lines.isEmpty()) {
      chapters.add(new Chapter(title, lines));
    }
  }

  private void list(String title, Mark mark, List<String> texts) {
    chapter(title, texts.stream().map(text -> new Line(Optional.of(mark), text)).toList());
  }

  /** What roles become, each with the number of people. */
  private void roles(MigrationReport report) {
    Map<String, Integer> counts = new TreeMap<>();
    for (PersonAccess person : report.people()) {
      for (PlaceAccess place : person.places()) {
        counts.merge(place.place() + "  " + words(place), 1, Integer::sum);
      }
    }
    chapter(
        "What becomes of roles",
        counts.entrySet().stream()
            .map(
                each ->
                    new Line(
                        Optional.empty(),
                        each.getKey() + "  (" + PERSON.counted(each.getValue()) + ")"))
            .toList());
  }

  private static String words(PlaceAccess place) {
    String inside = place.inside();
    return place.roles() + (inside.isEmpty() ? "" : "; " + inside);
  }

  private void customRoles(MigrationReport report) {
    chapter(
        "Custom roles",
        report.customRoles().stream()
            .map(
                role ->
                    new Line(
                        Optional.of(role.settled() ? Mark.CHANGE : Mark.DECIDE),
                        "%s (%s): %s"
                            .formatted(role.name(), PERSON.counted(role.holders()), role.fate())))
            .toList());
  }

  /** Whoever loses something comes first. */
  private void people(MigrationReport report) {
    List<Line> lines = new ArrayList<>();
    report.people().stream()
        .filter(person -> !person.places().isEmpty())
        .sorted(Comparator.comparing(MigrationStory::gravity))
        .forEach(person -> person.places().forEach(place -> lines.add(line(person, place))));
    chapter("Everybody, before -> after", lines);
  }

  private static int gravity(PersonAccess person) {
    if (person.has(AccessChange.LOSES)) {
      return 0;
    }
    if (person.has(AccessChange.UNKNOWN)) {
      return 1;
    }
    return person.has(AccessChange.DIFFERS) ? 2 : person.has(AccessChange.GAINS) ? 3 : 4;
  }

  private static Line line(PersonAccess person, PlaceAccess place) {
    String why = place.why().isEmpty() ? "" : "  [" + place.why() + "]";
    return new Line(
        mark(place.change()), person.email() + "  " + place.place() + "  " + words(place) + why);
  }

  private static Optional<Mark> mark(AccessChange change) {
    return switch (change) {
      case SAME -> Optional.of(Mark.CHANGE);
      case GAINS -> Optional.of(Mark.ADD);
      case LOSES -> Optional.of(Mark.TAKE);
      case DIFFERS, UNKNOWN -> Optional.of(Mark.DECIDE);
    };
  }

  private void proposal(RewrittenJobFile proposal) {
    List<Line> lines = new ArrayList<>();
    for (RewrittenJobFile.ChangedLine change : proposal.changes()) {
      String where = proposal.label() + ":" + change.line() + "  ";
      lines.add(new Line(Optional.of(Mark.TAKE), where + change.before().strip()));
      lines.add(new Line(Optional.of(Mark.ADD), where + change.after().strip()));
    }
    proposal.left().forEach(text -> lines.add(new Line(Optional.of(Mark.DECIDE), text)));
    chapter("The job file afterwards", lines);
  }
}
