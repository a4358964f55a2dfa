package dev.rollcall.starter;

import dev.rollcall.source.columns.Addresses;
import dev.rollcall.source.columns.ColumnProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One column of a roster: its header, and what stands below it. */
final class RosterColumn {

  private static final int MOST_SHOWN = 12;
  private static final int LONGEST_SHOWN = 40;

  /** Headers under which values are about somebody, however few there are. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i).*(name|mail|phone|mobile|address|street|birth|age|gender|sex|salary|pay|bank|iban"
              + "|tax|ssn|social|passport|national|ethnic|race|relig|marital|health|disab|manager"
              + "|supervisor|comment|note|password|secret|\\bid\\b|number).*");

  private final String header;
  private final ColumnProfile values;
  private final Map<String, Integer> domains = new TreeMap<>();

  RosterColumn(String header, LocalDate today) {
    this.header = header;
    this.values = new ColumnProfile(today);
  }

  String header() {
    return header;
  }

  void add(String cell) {
    values.add(cell);
    Addresses.in(cell).ifPresent(email -> domains.merge(email.domain(), 1, Integer::sum));
  }

  /** What stands in it. */
  ColumnProfile values() {
    return values;
  }

  /** The domains of the addresses in it, with how often they occur. */
  Map<String, Integer> domains() {
    return domains;
  }

  /** Whether nearly all its values are addresses. */
  boolean holdsAddresses() {
    return values.holdsAddresses();
  }

  /** Its values with how often they occur, most frequent first; none where they are too many. */
  List<Map.Entry<String, Integer>> counts() {
    return values.counts();
  }

  /** Whether its values say to what kind somebody belongs, and nothing about them alone. */
  boolean isShowable() {
    List<Map.Entry<String, Integer>> counts = counts();
    return counts.size() >= 2
        && counts.size() <= MOST_SHOWN
        && !PERSONAL.matcher(header.toLowerCase(Locale.ROOT)).matches()
        && counts.stream().allMatch(each -> each.getValue() >= 2)
        && counts.stream()
            .map(Map.Entry::getKey)
            .allMatch(value -> value.length() <= LONGEST_SHOWN && value.indexOf('@') < 0);
  }
}
