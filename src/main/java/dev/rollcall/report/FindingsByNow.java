package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Assignee;
import dev.rollcall.plan.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was noticed before anything was sent, as far as it holds by now: a group that a
 * certification uses is right once all that was planned of it was done and seen, and until then it
 * says what became of it.
 */
final class FindingsByNow {

  private static final String DONE = "done";

  private FindingsByNow() {}

  static List<Finding> of(Collection<Finding> noticed, Collection<OperationRecord> operations) {
    return noticed.stream().flatMap(finding -> byNow(finding, operations).stream()).toList();
  }

  private static Optional<Finding> byNow(Finding finding, Collection<OperationRecord> operations) {
    if (finding.kind() != Finding.Kind.CERTIFICATION_GROUP) {
      return Optional.of(finding);
    }
    List<OperationRecord> of =
        operations.stream().filter(record -> changes(record, finding.subject())).toList();
    if (of.stream().allMatch(record -> record.state() == OperationState.PENDING)) {
      return Optional.of(finding);
    }
    Map<String, Integer> count = new TreeMap<>();
    of.forEach(record -> count.merge(words(record), 1, Integer::sum));
    return count.keySet().equals(Set.of(DONE))
        ? Optional.empty()
        : Optional.of(
            new Finding(
                finding.kind(),
                finding.subject(),
                finding.detail() + "; of these " + words(count),
                finding.origin()));
  }

  private static boolean changes(OperationRecord record, String group) {
    return record.planned().operation().assignee() instanceof Assignee.Person
        && record.planned().operation().changes().stream()
            .flatMap(change -> change.on().stream())
            .anyMatch(on -> on.toString().equals(group));
  }

  private static String words(Map<String, Integer> count) {
    return count.entrySet().stream()
        .map(each -> ReportTexts.number(each.getValue()) + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String words(OperationRecord record) {
    if (record.state() == OperationState.PENDING) {
      return "not sent yet";
    }
    if (!record.state().isDone()) {
      return record.state() == OperationState.HELD
          ? "held back"
          : ReportTexts.words(record.state());
    }
    return record.verification() == Verification.VERIFIED
        ? DONE
        : record.verification() == Verification.DIFFERS
            ? "done, and seen to be otherwise"
            : "done, and not read back";
  }
}
