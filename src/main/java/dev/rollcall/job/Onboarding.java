package dev.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.model.Problem;
import dev.rollcall.rules.RuleBook;
import dev.rollcall.security.Secrets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * People of a spreadsheet who are brought in beside the rosters of a job: they stand in the place
 * of its rosters, nobody else is planned for, and nothing is taken from anybody.
 *
 * @param standing the job as its file has it
 * @param trouble why the spreadsheet cannot be read as it was when it was asked for; then only a
 *     plan that was made from it can be gone on with
 * @param remarks on what of the job does not apply to it
 */
public record Onboarding(
    OnboardingRequest intake, LoadedJob standing, Optional<Problem> trouble, List<String> remarks) {

  /** Copies. */
  public Onboarding {
    remarks = List.copyOf(remarks);
  }

  /**
   * How the people of a spreadsheet were understood.
   *
   * @param attributes the keys of what rules can see of them
   * @param secrets what nothing that is told of it may hold
   */
  public record Understood(SourceSpec source, List<String> attributes, Secrets secrets) {
    /** Copies. */
    public Understood {
      attributes = List.copyOf(attributes);
    }
  }

  /** Which attributes, by key, the rules of a job look at. */
  public static Predicate<String> ruled(LoadedJob job, LocalDate today) {
    return JobRules.book(job, today)::looksAt;
  }

  /** The job for these people, as they were understood. */
  public static LoadedJob of(
      LoadedJob job, OnboardingRequest intake, Understood understood, LocalDate today) {
    RuleBook all = JobRules.book(job, today);
    JudgeableRules known = JudgeableRules.among(job.file().rules(), all, understood.attributes());
    return new Onboarding(intake, job, Optional.empty(), known.remarks())
        .job(List.of(understood.source()), known.rules(), understood.secrets());
  }

  /** The job for people who cannot be read any more: good for a plan that was made from them. */
  public static LoadedJob unread(LoadedJob job, OnboardingRequest intake, Problem trouble) {
    return new Onboarding(intake, job, Optional.of(trouble), List.of())
        .job(List.of(), job.file().rules(), Secrets.none());
  }

  private LoadedJob job(List<SourceSpec> sources, List<RuleSpec> rules, Secrets secrets) {
    return new LoadedJob(
        standing.file().reading(sources, JudgeableRules.after(intake.rights(), rules)),
        standing.label(),
        standing.path(),
        standing.named(),
        new InputsDigest(
            standing.inputsDigest().getBytes(UTF_8), intake.arguments(), new TreeMap<>()),
        standing.warnings(),
        standing.secrets().and(secrets),
        standing.conditions(),
        Optional.of(this));
  }
}
