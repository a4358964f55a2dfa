package dev.rollcall.source.columns;

import dev.rollcall.source.columns.ColumnProfile.Look;
import dev.rollcall.source.columns.UnreadColumn.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Guesses at what columns that nothing reads may be about, by their headers and by what stands in
 * them.
 */
final class ColumnGuesses {

  private static final int MOST_SHOWN = 8;
  private static final int LONGEST_SHOWN = 30;

  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i)name|manager|supervisor|phone|birth|address|\\bid\\b|comment|note|reason|grund|motif|motiv|причин|理由|원인");

  private static final Set<String> STATUS = Lexicon.of("guess.status");
  private static final Set<String> FLAG = Lexicon.of("guess.flag");
  private static final Set<String> END = Lexicon.of("guess.end");
  private static final Set<String> START = Lexicon.of("guess.start");
  private static final Set<String> ROLE = Lexicon.of("guess.role");
  private static final Set<String> GROUP = Lexicon.of("guess.group", "guess.project");
  private static final Set<String> OTHER_STATUS = Lexicon.of("status.else");
  private static final Set<String> OTHER_DATE = Lexicon.of("date.else");

  private ColumnGuesses() {}

  /** A header, and what it is about as a whole. */
  private record Header(HeaderMeaning sense, HeaderWords parts) {

    static Header of(String text) {
      return new Header(HeaderMeaning.of(text), HeaderWords.of(text));
    }

    boolean has(Set<String> some) {
      return parts.has(some);
    }
  }

  /** What it may be about; empty where nothing speaks for anything. */
  static Optional<Guess> of(String text, Optional<ColumnProfile> values) {
    Header header = Header.of(text);
    if (values.isEmpty() || values.get().filled() == 0) {
      return ofHeader(header);
    }
    ColumnProfile seen = values.get();
    if (seen.holdsDates()) {
      return ofDates(header);
    }
    if (isStatus(header, seen)) {
      return Optional.of(Guess.STATUS);
    }
    if (header.has(END) && !header.has(OTHER_DATE)) {
      return Optional.of(Guess.END);
    }
    if (header.has(START) && seen.of(Look.DATE) > 0) {
      return Optional.of(Guess.START);
    }
    return ofRights(header, seen);
  }

  private static Optional<Guess> ofHeader(Header header) {
    if (header.has(END) || header.sense().isEnd()) {
      return Optional.of(Guess.END);
    }
    boolean status = header.sense().status().isPresent() || header.has(STATUS) && !isOther(header);
    return status ? Optional.of(Guess.STATUS) : Optional.empty();
  }

  private static boolean isOther(Header header) {
    return header.has(OTHER_STATUS) || header.sense().isWeakStatus();
  }

  /** Dates of the past are the last day of nobody knows how many. */
  private static Optional<Guess> ofDates(Header header) {
    if (header.has(END) || header.sense().mayBeEnd()) {
      return Optional.of(Guess.END);
    }
    if (header.has(START) || header.sense().mayBeStart()) {
      return Optional.of(Guess.START);
    }
    return header.has(OTHER_DATE) ? Optional.empty() : Optional.of(Guess.END);
  }

  private static boolean isStatus(Header header, ColumnProfile seen) {
    if (seen.of(Look.LEAVERS) > 0 || seen.of(Look.LEFT) > 0 && !seen.hasMany()) {
      return true;
    }
    if (seen.mostly(Look.YES_OR_NO) && header.has(FLAG)) {
      return true;
    }
    boolean named = header.has(STATUS) || header.sense().status().isPresent();
    if (!named || header.has(OTHER_STATUS)) {
      return false;
    }
    boolean speaks = seen.of(Look.STATUS) > 0 || seen.mostly(Look.YES_OR_NO);
    return speaks || !seen.hasMany() && !header.sense().isWeakStatus();
  }

  private static Optional<Guess> ofRights(Header header, ColumnProfile seen) {
    boolean words = !seen.hasMany() && !seen.mostly(Look.NUMBER) && !seen.mostly(Look.YES_OR_NO);
    if (seen.mostly(Look.LIST) || header.has(GROUP) && !seen.mostly(Look.NUMBER)) {
      return Optional.of(Guess.GROUP);
    }
    boolean roles = words && seen.mostly(Look.OUR_ROLE, Look.THEIR_ROLE);
    return roles || header.has(ROLE) ? Optional.of(Guess.ROLE) : Optional.empty();
  }

  /** What stands there, in few words; nothing that is about one person alone. */
  static String evidence(String header, Optional<ColumnProfile> values) {
    if (values.isEmpty()) {
      return "";
    }
    ColumnProfile seen = values.get();
    if (seen.filled() == 0) {
      return "blank so far";
    }
    if (seen.holdsDates()) {
      return seen.holdsPastDates() ? "dates, all in the past" : "dates";
    }
    if (seen.hasMany()) {
      return "many different values";
    }
    return PERSONAL.matcher(header).find() || seen.addresses() > 0
        ? seen.counts().size() + " different values"
        : words(seen.counts());
  }

  /** The names that its cells list, in few words, as they are read. */
  static String items(ColumnProfile seen) {
    Map<String, Integer> items = new TreeMap<>();
    seen.counts()
        .forEach(
            each ->
                CellText.items(each.getKey())
                    .forEach(
                        item ->
                            items.merge(NameSigns.LIST.read(item), each.getValue(), Integer::sum)));
    return seen.hasMany()
        ? "many different values"
        : words(
            items.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList());
  }

  private static String words(List<Map.Entry<String, Integer>> counts) {
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, Integer> each : counts.subList(0, Math.min(MOST_SHOWN, counts.size()))) {
      shown.add(cut(each.getKey()) + " " + each.getValue());
    }
    String some = String.join(", ", shown);
    int more = counts.size() - MOST_SHOWN;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static String cut(String value) {
    String line = CellText.shortened(value);
    return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…";
  }
}
