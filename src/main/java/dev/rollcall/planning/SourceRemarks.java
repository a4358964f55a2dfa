package dev.rollcall.planning;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Place;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.source.columns.UnreadColumn;
import dev.rollcall.source.mapping.RowMapper;
import java.util.ArrayList;
import java.util.List;

/** What is noticed about the sources of a job as a whole, each thing once. */
final class SourceRemarks {

  private static final int MOST_UNREAD = 20;

  private final RuleBook rules;
  private final List<String> remarks = new ArrayList<>();

  SourceRemarks(RuleBook rules) {
    this.rules = rules;
  }

  void add(String remark) {
    remarks.add(remark);
  }

  /** Of one source, which is named where a remark does not do so itself. */
  void add(Place place, List<String> noticed) {
    noticed.stream()
        .map(each -> each.contains(place.label()) ? each : place.label() + ": " + each)
        .filter(each -> !remarks.contains(each))
        .forEach(remarks::add);
  }

  /** What its mapper noticed, and which columns neither it nor a rule reads. */
  void columns(Place place, RowMapper mapper) {
    add(place, mapper.remarks());
    List<UnreadColumn> unread =
        mapper.unread().stream()
            .filter(each -> !rules.looksAt(each.key()) && !mapper.looksAt(each.key()))
            .toList();
    if (!unread.isEmpty()) {
      String names =
          unread.stream().limit(MOST_UNREAD).map(UnreadColumn::told).collect(joining(", "));
      int more = unread.size() - MOST_UNREAD;
      add(place, List.of("not read: " + names + (more > 0 ? " and " + more + " more" : "")));
    }
  }

  List<String> all() {
    return List.copyOf(remarks);
  }
}
