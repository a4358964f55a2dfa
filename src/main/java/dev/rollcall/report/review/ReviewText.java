package dev.rollcall.report.review;

import dev.rollcall.report.ConsoleLines;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.ReportTexts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A review for the terminal: its numbers, and what somebody should look at first. */
public final class ReviewText implements ReviewWriter {

  private static final int SHOWN = 15;

  private final ConsoleStyle style;

  /** In this style. */
  public ReviewText(ConsoleStyle style) {
    this.style = style;
  }

  @Override
  public void write(AccessReview review, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    ConsoleLines lines = new ConsoleLines(text, style);
    unvouched(review, lines);
    list("Administrators", holders(review, ReviewLine::administrator), lines);
    list(
        "Dormant, not used for " + review.head().dormantAfter().toDays() + " days",
        accounts(review, holder -> holder.dormant()),
        lines);
    list(
        "Invited, not yet here",
        accounts(review, holder -> holder.state() == RightHolder.State.INVITED),
        lines);
    list(
        "Changed since run " + review.head().since(),
        review.lines().stream()
            .filter(line -> !line.change().isEmpty())
            .map(ReviewText::change)
            .toList(),
        lines);
    list("Not held any more since run " + review.head().since(), review.gone(), lines);
    summary(review).forEach(sentence -> write(sentence, lines));
    text.flush();
  }

  private static void write(String sentence, ConsoleLines lines) {
    try {
      lines.title(sentence);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By holder: an account that nobody vouches for says so once. */
  private void unvouched(AccessReview review, ConsoleLines lines) throws IOException {
    Map<String, List<String>> byHolder = new LinkedHashMap<>();
    for (ReviewLine line : review.lines()) {
      if (!line.vouching().vouched()) {
        byHolder.computeIfAbsent(line.holder().label(), key -> new ArrayList<>()).add(held(line));
      }
    }
    list(
        capitalized(Vouching.NOBODY),
        byHolder.entrySet().stream()
            .map(holder -> holder.getKey() + ": " + String.join(", ", holder.getValue()))
            .toList(),
        lines);
  }

  private static String held(ReviewLine line) {
    String what = line.right().map(right -> right.toString()).orElse(ReviewColumns.ACCOUNT);
    return line.through().map(group -> what + " through " + group).orElse(what);
  }

  private static String change(ReviewLine line) {
    return line.holder().label() + ": " + held(line) + ", " + line.change();
  }

  private static List<String> holders(AccessReview review, Predicate<ReviewLine> which) {
    Map<String, List<String>> byHolder = new LinkedHashMap<>();
    review.lines().stream()
        .filter(which)
        .forEach(
            line ->
                byHolder
                    .computeIfAbsent(line.holder().label(), key -> new ArrayList<>())
                    .add(line.isAccount() ? line.holder().stateInWords() : held(line)));
    return byHolder.entrySet().stream()
        .map(holder -> holder.getKey() + ": " + String.join(", ", holder.getValue()))
        .toList();
  }

  private static List<String> accounts(AccessReview review, Predicate<RightHolder> which) {
    return review.lines().stream()
        .filter(ReviewLine::isAccount)
        .filter(line -> which.test(line.holder()))
        .map(line -> line.holder().label() + " (" + used(line.holder()) + ")")
        .toList();
  }

  private static String used(RightHolder holder) {
    return holder.isAccount()
        ? "last activity: " + holder.lastActivityInWords()
        : "sent " + holder.sinceInWords();
  }

  private void list(String title, List<String> all, ConsoleLines lines) throws IOException {
    if (!all.isEmpty()) {
      lines.title(title);
      lines.few(all, SHOWN, words -> words);
      lines.blank();
    }
  }

  private static String capitalized(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The numbers as sentences, the same in every format for people. */
  static List<String> summary(AccessReview review) {
    ReviewCounts counts = review.counts();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Review of %s: %s, %s that nobody vouches for, %s dormant; %s%s."
            .formatted(
                review.head().workspace(),
                ReportTexts.counted(counts.accounts(), "account", "accounts"),
                ReportTexts.number(counts.orphans()),
                ReportTexts.number(counts.dormant()),
                ReportTexts.counted(counts.administrators(), "administrator", "administrators"),
                review.head().invites()
                    ? ", "
                        + ReportTexts.counted(
                            counts.invitations(), "open invitation", "open invitations")
                    : ""));
    sentences.add(
        "%s of people, %s that nobody vouches for; %s of groups."
            .formatted(
                ReportTexts.counted(counts.rights(), "right", "rights"),
                ReportTexts.number(counts.unvouched()),
                ReportTexts.counted(counts.groupRights(), "right", "rights")));
    sentences.addAll(review.notes());
    return sentences;
  }
}
