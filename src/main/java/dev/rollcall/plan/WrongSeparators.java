package dev.rollcall.plan;

import dev.rollcall.model.Naming;
import dev.rollcall.model.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists that were written with commas or bars, where {@code ;} separates. Names may hold commas
 * themselves, so it is the names that are known which tell.
 */
final class WrongSeparators {

  private static final Pattern SEPARATOR = Pattern.compile("[,|，、؛；/]");

  /** Nobody lists more; what has more commas is a text. */
  private static final int MOST_PARTS = 40;

  private static final int LONGEST = 2_000;

  private final Map<String, String> known = new HashMap<>();

  WrongSeparators(Collection<String> names) {
    names.forEach(name -> known.putIfAbsent(Naming.look(name), name));
  }

  /** The names that a text lists, as they are known; empty where it is no such list. */
  Optional<List<String>> names(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    List<Integer> ends = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(text);
    while (separator.find()) {
      ends.add(separator.start());
      if (ends.size() > MOST_PARTS) {
        return Optional.empty();
      }
    }
    ends.add(text.length());
    List<String> names = new ArrayList<>();
    int sure = 0;
    for (int from = 0, part = 0; part < ends.size(); ) {
      int last = longestKnown(text, from, ends.subList(part, ends.size()));
      int end = ends.get(part + Math.max(0, last));
      String piece = text.substring(from, end);
      Optional<String> name =
          last >= 0
              ? Optional.ofNullable(known.get(Naming.look(piece)))
              : Optional.of(piece).filter(each -> !each.isBlank()).flatMap(this::nearest);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
      sure += last >= 0 ? 1 : 0;
      part += Math.max(0, last) + 1;
      from = Math.min(end + 1, text.length());
    }
    return names.size() > 1 && sure > 0 ? Optional.of(names) : Optional.empty();
  }

  private Optional<String> nearest(String piece) {
    return Nearest.to(piece, known.values());
  }

  /** How many separators more the longest known name holds that begins here; -1 for none. */
  private int longestKnown(String text, int from, List<Integer> ends) {
    for (int i = ends.size() - 1; i >= 0; i--) {
      if (known.containsKey(Naming.look(text.substring(from, ends.get(i))))) {
        return i;
      }
    }
    return -1;
  }
}
