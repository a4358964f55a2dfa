package dev.rollcall.testing;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Verification;
import dev.rollcall.model.Email;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.report.RunFacts;
import dev.rollcall.report.RunHead;
import dev.rollcall.report.RunReport;
import dev.rollcall.report.RunTimeline;
import dev.rollcall.report.SeatCounts;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.safety.Verdict;
import dev.rollcall.safety.Violation;
import dev.rollcall.tenant.Price;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reports about an invented company: a dry run, a run that went well, one that did not. */
public final class Reports {

  /** When the invented runs start. */
  public static final Instant START = Instant.parse("2026-11-22T03:31:01Z");

  /** The invented run. */
  public static final RunId RUN = new RunId("20261122-033101-7f3a");

  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");

  private Reports() {}

  /** A dry run in which the rule {@code removals} holds one leaver. */
  public static RunReport dryRun() {
    Plan plan = plan();
    Verdict verdict =
        new Verdict(
            new TreeMap<>(Map.of(8, "removals")),
            List.of(removals()),
            new TreeMap<>(),
            true,
            List.of());
    return RunReport.ofDryRun(RunHead.dryRun("nightly", "Acme", START), plan, verdict, facts());
  }

  /** Everything was applied, and seen where it can be seen. */
  public static RunReport applied() {
    return report(plan(), facts(List.of(), List.of()), List.of(), new RunHead.Ending(0, "done"));
  }

  /** One operation in each state that needs somebody. */
  public static RunReport troubled() {
    List<Became> became =
        List.of(
            new Became(1, OperationState.ALREADY_SO, Verification.VERIFIED, "it was there already"),
            new Became(3, OperationState.IN_DOUBT, Verification.UNREAD, "the connection was lost"),
            new Became(4, OperationState.REFUSED, Verification.UNREAD, "422 Role is not allowed"),
            new Became(5, OperationState.APPLIED, Verification.DIFFERS, "still dev Analyst"),
            new Became(6, OperationState.FAILED, Verification.UNREAD, "503 after 5 attempts"),
            new Became(7, OperationState.STALE, Verification.UNREAD, "left the group meanwhile"),
            new Became(8, OperationState.HELD, Verification.UNREAD, "removals"));
    return report(
        plan(), facts(), became, new RunHead.Ending(4, "a safety rule held something back"));
  }

  /** A report with this many people to change, all done. */
  public static RunReport big(int people) {
    List<PlannedOperation> operations =
        IntStream.rangeClosed(1, people)
            .mapToObj(
                number ->
                    planned(
                        number,
                        Stage.ADDITIONS,
                        WorkatoTerms.addToGroup(
                            new Email("person%05d@example.com".formatted(number)), "Everybody"),
                        Reason.MOVER,
                        "people.csv:" + (number + 1) + " (Groups)"))
            .toList();
    return report(
        plan(operations, List.of()),
        facts(List.of(), List.of()),
        List.of(),
        new RunHead.Ending(0, "done"));
  }

  /** Somebody who is invited under a new address. */
  public static RunReport renamed() {
    PlannedOperation invite =
        new PlannedOperation(
            1,
            Stage.ADDITIONS,
            WorkatoTerms.invite(
                new Email("ana.roe@example.com"),
                "Ana Roe",
                new TreeMap<>(Map.of(DEV, "Member")),
                new TreeSet<>()),
            Reason.JOINER,
            "people.csv:17 (Employee ID)",
            "",
            "renamed from ana.fox@example.com (employee-id 17)");
    return report(
        plan(List.of(invite), List.of()),
        facts(List.of(), List.of()),
        List.of(),
        new RunHead.Ending(0, "done"));
  }

  /** Names made to break a report, in every place that takes a text from outside. */
  public static RunReport hostile() {
    Email script = new Email("o'neil+<script>alert(1)</script>@example.com");
    String group = "=cmd|' /C calc'!A0 \"quoted\" & <img src=x onerror=alert(2)>";
    String turned = "\u202Egnp.exe \u05D0\u05D1\u05D2 \u001B[31mred\u001B[0m\nsecond | line `code`";
    String endless = "Very".repeat(120) + "Long";
    List<PlannedOperation> operations =
        List.of(
            planned(
                1,
                Stage.GROUPS,
                WorkatoTerms.createGroup(group, turned),
                Reason.DRIFT,
                "</script>"),
            planned(
                2,
                Stage.ADDITIONS,
                WorkatoTerms.invite(
                    script,
                    turned,
                    new TreeMap<>(Map.of(DEV, endless)),
                    new TreeSet<>(List.of(group))),
                Reason.JOINER,
                "=people.csv:2"),
            planned(
                3,
                Stage.ADDITIONS,
                WorkatoTerms.addToGroup(new Email("+plus@example.com"), "@group"),
                Reason.MOVER,
                "people.csv:3"));
    List<Finding> findings =
        List.of(new Finding(Finding.Kind.ORPHAN_ACCOUNT, script.address(), turned, "<b>x</b>"));
    RunFacts facts =
        new RunFacts(
            List.of(
                new Violation("invites", "<script>alert(3)</script> " + turned, 1, 0, List.of())),
            List.of(new Problem("<i>", "\"><svg onload=alert(4)>", turned)),
            new TreeMap<>(Map.of("<hr>", 1)),
            findings,
            new Price(3, Duration.ofSeconds(3), 60, 0),
            3,
            new SeatCounts(5, 0, 1, Optional.empty()),
            List.of("--><script>alert(5)</script>"),
            LeftAlone.NOBODY);
    List<Became> became =
        List.of(
            new Became(
                2, OperationState.REFUSED, Verification.UNREAD, "<script>alert(6)</script>"));
    return report(plan(operations, findings), facts, became, new RunHead.Ending(3, "left over"));
  }

  /** What became of an operation that did not simply work. */
  private record Became(
      int sequence, OperationState state, Verification verification, String message) {}

  private static RunReport report(
      Plan plan, RunFacts facts, List<Became> became, RunHead.Ending ending) {
    List<OperationRecord> records = new ArrayList<>();
    for (PlannedOperation planned : plan.operations()) {
      records.add(
          became.stream()
              .filter(one -> one.sequence() == planned.sequence())
              .map(one -> record(planned, one))
              .findFirst()
              .orElseGet(() -> record(planned, done(planned))));
    }
    RunHead head =
        new RunHead(
            Optional.of(RUN),
            "nightly",
            "Acme",
            RunHead.Mode.SYNC,
            START,
            Optional.of(START.plusSeconds(95)),
            Optional.of(ending));
    return new RunReport(head, plan, records, facts, course());
  }

  private static Became done(PlannedOperation planned) {
    boolean invitation = Joins.of(planned).isPresent();
    return new Became(
        planned.sequence(),
        OperationState.APPLIED,
        invitation ? Verification.NOT_YET_VISIBLE : Verification.VERIFIED,
        "");
  }

  private static OperationRecord record(PlannedOperation planned, Became became) {
    boolean sent = became.state() != OperationState.HELD && became.state() != OperationState.STALE;
    return new OperationRecord(
        planned,
        became.state(),
        became.verification(),
        sent ? 1 : 0,
        became.message(),
        sent ? Optional.of(START.plusSeconds(20)) : Optional.empty(),
        START.plusSeconds(21));
  }

  private static RunTimeline course() {
    return new RunTimeline(
        8,
        List.of(
            phase("read", 0, 4),
            phase("plan", 4, 11),
            phase("groups", 11, 14),
            phase("additions", 14, 62),
            phase("revocations", 62, 70),
            phase("removals", 70, 74),
            phase("verify", 74, 95)),
        Optional.empty(),
        List.of());
  }

  private static RunTimeline.Phase phase(String name, int from, int to) {
    return new RunTimeline.Phase(
        name, START.plusSeconds(from), Optional.of(START.plusSeconds(to)), "completed");
  }

  private static RunFacts facts() {
    return facts(
        List.of(removals()),
        List.of(
            new Problem(
                "contractors.xlsx!Active people!C7",
                "there is no group \"Finanse builders\"",
                "did you mean \"Finance builders\"?")));
  }

  private static RunFacts facts(List<Violation> violations, List<Problem> problems) {
    return new RunFacts(
        violations,
        problems,
        problems.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of("contractors", 1)),
        findings(),
        new Price(8, Duration.ofSeconds(72), 60, 11),
        7,
        new SeatCounts(87, 9, 2, Optional.of(100)),
        List.of(),
        problems.isEmpty() ? LeftAlone.NOBODY : new LeftAlone(List.of("ivo@example.com"), 0, 0, 0));
  }

  private static Violation removals() {
    return new Violation(
        "removals",
        "removals: 1 person would lose all access; 0 are allowed. If this is right, run again with"
            + " --allow removals=1",
        1,
        0,
        List.of(8));
  }

  private static List<Finding> findings() {
    return List.of(
        orphan("old.admin"),
        orphan("temp.one"),
        orphan("temp.two"),
        orphan("temp.three"),
        new Finding(
            Finding.Kind.STARTS_LATER,
            "zoe.keller@example.com",
            "starts on 2026-12-01",
            "people.csv:30 (Start Date)"));
  }

  private static Finding orphan(String name) {
    return new Finding(
        Finding.Kind.ORPHAN_ACCOUNT, name + "@example.com", "is a member and in no roster", "");
  }

  private static Plan plan() {
    return plan(
        List.of(
            new PlannedOperation(
                1,
                Stage.GROUPS,
                WorkatoTerms.createGroup("Finance builders", "Builds the finance recipes"),
                Reason.DRIFT,
                "nightly.yaml:31",
                ""),
            planned(
                2,
                Stage.GROUPS,
                WorkatoTerms.setProjectRole(
                    WorkatoTerms.groupNamed("Finance builders"),
                    "Billing",
                    DEV,
                    Optional.empty(),
                    Optional.of("Builder")),
                Reason.DRIFT,
                "nightly.yaml:33"),
            new PlannedOperation(
                3,
                Stage.ADDITIONS,
                WorkatoTerms.invite(
                    new Email("ana.lopez@example.com"),
                    "Ana López",
                    new TreeMap<>(Map.of(DEV, "Member", PROD, "Member")),
                    new TreeSet<>(List.of("Finance builders"))),
                Reason.JOINER,
                "people.csv:17",
                "Finance"),
            planned(
                4,
                Stage.ADDITIONS,
                WorkatoTerms.invite(
                    new Email("bo.chen@example.com"),
                    "Bo Chen",
                    new TreeMap<>(Map.of(DEV, "Analyst")),
                    new TreeSet<>()),
                Reason.JOINER,
                "people.csv:18"),
            planned(
                5,
                Stage.ADDITIONS,
                WorkatoTerms.setEnvironmentRole(
                    new Email("kim.lee@example.com"),
                    DEV,
                    Optional.of("Analyst"),
                    Optional.of("Operator")),
                Reason.MOVER,
                "people.csv:21 (DEV role)"),
            planned(
                6,
                Stage.ADDITIONS,
                WorkatoTerms.addToGroup(new Email("kim.lee@example.com"), "Finance builders"),
                Reason.MOVER,
                "people.csv:21 (Groups)"),
            planned(
                7,
                Stage.REVOCATIONS,
                WorkatoTerms.removeFromGroup(new Email("kim.lee@example.com"), "Ops"),
                Reason.MOVER,
                "people.csv:21 (Groups)"),
            planned(
                8,
                Stage.REMOVALS,
                WorkatoTerms.suspend(
                    new Email("lou.reyes@example.com"),
                    new TreeMap<>(Map.of(DEV, "Member", PROD, "Environment admin"))),
                Reason.LEAVER,
                "people.csv:40 (Status)"),
            planned(
                9,
                Stage.REMOVALS,
                new Operation.Remove(
                    new Email("mia.wolf@example.com"),
                    List.of(WorkatoVocabulary.membership("Ops"))),
                Reason.LEAVER,
                "people.csv:41 (Status)")),
        findings());
  }

  private static Plan plan(List<PlannedOperation> operations, List<Finding> findings) {
    return new Plan(
        WorkatoVocabulary.VOCABULARY,
        "nightly",
        "example.com/1",
        START.plusSeconds(11),
        operations,
        findings,
        List.of(),
        new Plan.People(1990, 1900, 5200, 12, 87, 9));
  }

  private static PlannedOperation planned(
      int sequence, Stage stage, Operation operation, Reason reason, String origin) {
    return new PlannedOperation(sequence, stage, operation, reason, origin, "");
  }
}
