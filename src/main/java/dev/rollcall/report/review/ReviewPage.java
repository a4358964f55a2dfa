package dev.rollcall.report.review;

import dev.rollcall.report.ReportTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the template of a review's page shows: texts in the words of a reader, not yet escaped.
 *
 * @param holders as many as a browser can bear
 * @param hidden how many lines are not among theirs
 */
record ReviewPage(AccessReview review, List<Shown> holders, int hidden) {

  /** A number with what it counts; a mood colours it. */
  record Tile(String number, String label, String mood) {}

  /** One holder with all lines. */
  record Shown(
      String label,
      String name,
      String state,
      boolean dormant,
      String facts,
      List<ReviewLine> lines) {}

  /** Something that a line can be chosen by. */
  record Flag(String key, String words, int count) {}

  /** The same, before anything is counted. */
  private record Kind(String key, String words, Predicate<ReviewLine> is) {}

  private static final List<Kind> FLAGS =
      List.of(
          new Kind("unvouched", Vouching.NOBODY, line -> !line.vouching().vouched()),
          new Kind("administrator", "administrators", ReviewLine::administrator),
          new Kind("dormant", "dormant", line -> line.holder().dormant()),
          new Kind(
              "invited", "invited", line -> line.holder().state() == RightHolder.State.INVITED),
          new Kind("group", "of groups", line -> line.holder().state() == RightHolder.State.GROUP),
          new Kind("changed", "changed", line -> !line.change().isEmpty()));

  static ReviewPage of(AccessReview review, int mostLines) {
    List<Shown> shown = new ArrayList<>();
    int lines = 0;
    for (List<ReviewLine> of : byHolder(review.lines())) {
      if (lines + of.size() > mostLines) {
        break;
      }
      lines += of.size();
      shown.add(shown(of));
    }
    return new ReviewPage(review, shown, review.lines().size() - lines);
  }

  private static List<List<ReviewLine>> byHolder(List<ReviewLine> lines) {
    List<List<ReviewLine>> all = new ArrayList<>();
    RightHolder last = null;
    for (ReviewLine line : lines) {
      if (!line.holder().equals(last)) {
        all.add(new ArrayList<>());
        last = line.holder();
      }
      all.get(all.size() - 1).add(line);
    }
    return all;
  }

  private static Shown shown(List<ReviewLine> lines) {
    RightHolder holder = lines.get(0).holder();
    return new Shown(
        holder.label(),
        holder.name(),
        holder.stateInWords(),
        holder.dormant(),
        facts(holder),
        lines);
  }

  private static String facts(RightHolder holder) {
    String since = holder.sinceInWords();
    return switch (holder.state()) {
      case GROUP -> "";
      case INVITED -> "invitation sent " + since;
      default ->
          "last activity: "
              + holder.lastActivityInWords()
              + (since.isEmpty() ? "" : " · since " + since);
    };
  }

  String title() {
    return "Access review: " + review.head().workspace();
  }

  List<String> about() {
    AccessReview.Head head = review.head();
    List<String> about = new ArrayList<>();
    about.add("job " + head.job());
    about.add(ReportTexts.time(head.at()));
    about.add("dormant after " + head.dormantAfter().toDays() + " days");
    if (!head.since().isEmpty()) {
      about.add("changes since run " + head.since());
    }
    return about;
  }

  List<Tile> tiles() {
    ReviewCounts counts = review.counts();
    List<Tile> tiles = new ArrayList<>();
    Collections.addAll(
        tiles,
        tile(counts.accounts(), "accounts", ""),
        tile(counts.orphans(), "accounts nobody vouches for", "take"),
        tile(counts.rights(), "rights of people", ""),
        tile(counts.unvouched(), "rights nobody vouches for", "take"),
        tile(counts.administrators(), "administrators", "decide"),
        tile(counts.dormant(), "dormant accounts", "change"));
    if (review.head().invites()) {
      tiles.add(tile(counts.invitations(), "open invitations", ""));
    }
    return tiles;
  }

  private static Tile tile(int number, String label, String mood) {
    return new Tile(ReportTexts.number(number), label, number == 0 ? "" : mood);
  }

  List<Flag> flags() {
    return FLAGS.stream()
        .map(
            flag ->
                new Flag(
                    flag.key(),
                    flag.words(),
                    (int) review.lines().stream().filter(flag.is()).count()))
        .filter(flag -> flag.count() > 0)
        .toList();
  }

  String flagsOf(ReviewLine line) {
    return String.join(
        " ", FLAGS.stream().filter(flag -> flag.is().test(line)).map(Kind::key).toList());
  }

  String what(ReviewLine line) {
    return line.right().map(right -> right.toString()).orElse(ReviewColumns.ACCOUNT);
  }

  String through(ReviewLine line) {
    return line.through().map(group -> "through " + group.kind().noun() + " " + group).orElse("");
  }

  String smallPrint() {
    return "Made by Rollcall of everything that the "
        + review.head().tenant()
        + " lists. Decide in a sheet: rollcall review JOB --out review.xlsx";
  }
}
