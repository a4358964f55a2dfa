package dev.rollcall.report;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Findings of one kind, under a title for people. */
record FindingGroup(Finding.Kind kind, List<Finding> findings, Vocabulary vocabulary) {

  private static final int ON_A_PAGE = 500;

  /** By kind, in the order of the kinds. */
  static List<FindingGroup> of(Collection<Finding> findings, Vocabulary vocabulary) {
    Map<Finding.Kind, List<Finding>> byKind = new EnumMap<>(Finding.Kind.class);
    findings.forEach(
        finding -> byKind.computeIfAbsent(finding.kind(), kind -> new ArrayList<>()).add(finding));
    return byKind.entrySet().stream()
        .map(entry -> new FindingGroup(entry.getKey(), entry.getValue(), vocabulary))
        .toList();
  }

  /** What was noticed, without a number. */
  String title() {
    return switch (kind) {
      case AWAITING_ACCEPTANCE -> "waiting for an invitation to be accepted";
      case INVITATION_OUTDATED -> "invited with other roles than asked for now";
      case INVITED_BY_OTHERS -> "invited by somebody else";
      case INVITATION_STALE -> "invited long ago, not accepted";
      case NOT_INVITABLE ->
          "cannot be invited without "
              + vocabulary.neededToJoin().map(kind -> "an " + kind.right()).orElse("a right");
      case JOINS_BY_SINGLE_SIGN_ON -> "joins by single sign-on";
      case PENDING_LEAVER -> "has left while invited";
      case ORPHAN_ACCOUNT -> "in the " + vocabulary.tenant() + ", in no roster";
      case LEAVER_REPORTED -> "has left, only reported";
      case NO_LONGER_MANAGED -> "no longer managed";
      case PERSON_HELD -> "left alone because of a problem";
      case RENAME_WAITS -> "renamed: waits for acceptance";
      case RENAMED_FROM_FOREIGN -> "renamed from an address out of scope";
      case EMPLOYEE_ID_REUSED -> "whose employee-id may be somebody else's now";
      case ADDRESS_REASSIGNED -> "with another employee-id than before";
      case LOOK_ALIKE_MEMBER -> (vocabulary.invites() ? "invited" : "new") + " beside a look-alike";
      case STARTS_LATER -> "starts later";
      case NOT_ONBOARDED -> "has left, not onboarded";
      case CERTIFICATION_GROUP -> "used by a certification, and not as the rosters say";
      case CERTIFICATION_GROUP_LEFT -> "used by a certification, and not made right by this run";
      case SUSPENDED_BY_OTHERS -> "suspended there, though to be there";
      case KEEPS_MORE -> "keeps what the sheet does not give";
      case NOT_KEPT -> "not kept by the job's rosters";
      case ENDS_SOON -> "ends within the next 14 days";
      case MANAGED_BY_IDENTITY_PROVIDER -> "managed by the identity provider";
      case NAME_KEPT -> "not renamed";
      case NOT_DELETED -> "not deleted";
      case MANAGED_ELSEWHERE -> "changed back by something else, run after run";
      case INCOMPLETE_KNOWLEDGE -> "could not be read whole";
      case SPELLED_OTHERWISE -> "spelled a little otherwise in the " + vocabulary.tenant();
      case OVERRULED -> "said too, but something else counts";
      case SOURCE -> "noticed while reading";
      case API_BEHAVIOUR -> "not as the API documents it";
    };
  }

  /** As many as a page can show. */
  List<Finding> first() {
    return findings.subList(0, Math.min(ON_A_PAGE, findings.size()));
  }

  /** How many a page does not show. */
  int more() {
    return Math.max(0, findings.size() - ON_A_PAGE);
  }

  /** One finding on one line. */
  static String line(Finding finding) {
    String subject = finding.subject().isEmpty() ? "" : finding.subject() + ": ";
    String origin = finding.origin().isEmpty() ? "" : "  [" + finding.origin() + "]";
    return subject + finding.detail() + origin;
  }
}
