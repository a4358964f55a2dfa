package dev.rollcall.source.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The exports and templates that are read without configuration, read from {@link Layouts}.
 *
 * <p>The headers are those found in public documentation and in public code that reads or writes
 * such files: Google's "Add or update multiple users from a CSV file", Microsoft's "Bulk create
 * users" and "Bulk invite", Okta's user profile and list of user statuses, the field names of
 * BambooHR, Adobe's user-sync.py, Slack's member list and Atlassian's list of exported columns;
 * Moodle's upload of users, the attributes of JumpCloud, Google's directory as GAM prints it and
 * GitLab's API, the specification of OneRoster, Snipe-IT's export of people, the reports of ADP,
 * HiBob, SAP SuccessFactors and Personio, and a vendor's template to update groups. Workday's
 * reports are made by each customer, so its headers are the names that reports have where nobody
 * changes them.
 *
 * <p>An account that is not yet in use (staged, pending, invited), or that its owner cannot use for
 * the moment (password expired, locked out), is not one that somebody has left; one that an
 * administrator suspended or deactivated is. Bots are nobody: their rows are handed back.
 */
final class KnownLayouts {

  private static final Pattern BAR = Pattern.compile(" | ", Pattern.LITERAL);

  private static final List<KnownLayout> ALL =
      Arrays.stream(Layouts.TEXT.split("\n\n"))
          .filter(paragraph -> !paragraph.startsWith("#"))
          .map(KnownLayouts::layout)
          .toList();

  private KnownLayouts() {}

  /** The first that recognises the header. */
  static Optional<KnownLayout> of(List<String> header) {
    HeaderIndex index = HeaderIndex.of(header);
    return ALL.stream().filter(layout -> layout.recognises(index)).findFirst();
  }

  private static KnownLayout layout(String paragraph) {
    Map<String, List<List<String>>> said = new HashMap<>();
    for (String line : paragraph.lines().skip(1).filter(each -> !each.startsWith("#")).toList()) {
      int colon = line.indexOf(": ");
      said.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
          .add(List.of(BAR.split(line.substring(colon + 2))));
    }
    Map<RosterField, List<String>> fields = new EnumMap<>(RosterField.class);
    for (RosterField field : RosterField.values()) {
      if (said.containsKey(field.key())) {
        fields.put(field, list(said, field.key()));
      }
    }
    Set<KnownLayout.Trait> traits = EnumSet.noneOf(KnownLayout.Trait.class);
    list(said, "traits").forEach(trait -> traits.add(KnownLayout.Trait.valueOf(trait)));
    return new KnownLayout(
        paragraph.lines().findFirst().orElseThrow(),
        said.getOrDefault("when", List.of()),
        fields,
        list(said, "left"),
        list(said, "active"),
        list(said, "secrets"),
        traits);
  }

  private static List<String> list(Map<String, List<List<String>>> said, String key) {
    return said.getOrDefault(key, List.of(List.of())).get(0);
  }
}
