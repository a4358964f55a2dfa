package dev.rollcall.plan;

import dev.rollcall.model.Noun;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be done in a workspace, as data: sorted, deterministic, complete before anything
 * happens.
 *
 * @param vocabulary the words of the tenant's vendor
 * @param job the job file's name
 * @param workspace the workspace's key
 * @param operations in plan order, numbered from 1
 * @param findings what was noticed and will not be changed
 * @param problems names in rosters that the workspace does not offer; those people are held
 * @param people how many people were looked at, and seats
 */
public record Plan(
    Vocabulary vocabulary,
    String job,
    String workspace,
    Instant madeAt,
    List<PlannedOperation> operations,
    List<Finding> findings,
    List<Problem> problems,
    People people) {

  /**
   * Numbers for the summary.
   *
   * @param considered people in scope on either side
   * @param inScope members in scope before the plan: the base of shares
   * @param entitlements what members in scope hold before the plan
   * @param foreign members who are not ours
   * @param members all members of the workspace, who take a seat each
   * @param invited pending invitations, who take a seat each
   */
  public record People(
      int considered, int inScope, int entitlements, int foreign, int members, int invited) {}

  /** Copies. */
  public Plan {
    operations = List.copyOf(operations);
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
  }

  /** The operation with this sequence number. */
  public PlannedOperation operation(int sequence) {
    return operations.get(sequence - 1);
  }

  /** What a tenant of this vendor is called: {@code workspace}. */
  public Noun tenant() {
    return vocabulary.tenant();
  }

  /** The same with other operations. */
  public Plan with(List<PlannedOperation> others) {
    return new Plan(vocabulary, job, workspace, madeAt, others, findings, problems, people);
  }

  /** The same with more that was noticed. */
  public Plan noting(List<Finding> more) {
    return new Plan(
        vocabulary,
        job,
        workspace,
        madeAt,
        operations,
        Stream.concat(findings.stream(), more.stream()).toList(),
        problems,
        people);
  }

  /** Identifies what would be done: operations and before-states, never origins or order. */
  public String digest() {
    return PlanDigest.of(operations);
  }
}
