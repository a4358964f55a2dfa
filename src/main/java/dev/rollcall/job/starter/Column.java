package dev.rollcall.job.starter;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The values of one column, counted as long as they are few. */
final class Column {

  private static final int MOST_DISTINCT = 60;
  private static final int MOST_SHOWN = 12;
  private static final int LONGEST_SHOWN = 40;

  /** Headers under which values are about somebody, however few there are. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i).*(name|mail|phone|mobile|address|street|birth|age|gender|sex|salary|pay|bank|iban"
              + "|tax|ssn|social|passport|national|ethnic|race|relig|marital|health|disab|manager"
              + "|supervisor|comment|note|password|secret|\\bid\\b|number).*");

  private final String header;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private boolean many;
  private int filled;
  private int addresses;

  Column(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  void add(String cell) {
    String value = cell.strip();
    if (value.isEmpty()) {
      return;
    }
    filled++;
    addresses += isAddress(value) ? 1 : 0;
    if (!many || counts.containsKey(value)) {
      counts.merge(value, 1, Integer::sum);
      many = counts.size() > MOST_DISTINCT;
    }
    if (many) {
      counts.clear();
    }
  }

  private static boolean isAddress(String value) {
    if (value.indexOf('@') < 0) {
      return false;
    }
    try {
      Email.parse(value);
      return true;
    } catch (MalformedEmail e) {
      return false;
    }
  }

  /** Whether nearly all its values are addresses. */
  boolean holdsAddresses() {
    return filled > 0 && addresses * 10L >= filled * 9L;
  }

  /** Its values with how often they occur, most frequent first; none where they are too many. */
  List<Map.Entry<String, Integer>> values() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** Whether there are more different values than are counted. */
  boolean hasMany() {
    return many;
  }

  /** Whether its values say to what kind somebody belongs, and nothing about them alone. */
  boolean isShowable() {
    return !many
        && counts.size() >= 2
        && counts.size() <= MOST_SHOWN
        && !PERSONAL.matcher(header.toLowerCase(Locale.ROOT)).matches()
        && counts.values().stream().allMatch(count -> count >= 2)
        && counts.keySet().stream()
            .allMatch(value -> value.length() <= LONGEST_SHOWN && value.indexOf('@') < 0);
  }
}
