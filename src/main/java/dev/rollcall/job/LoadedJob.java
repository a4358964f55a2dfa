package dev.rollcall.job;

import dev.rollcall.job.spec.JobFile;
import dev.rollcall.model.Problem;
import dev.rollcall.rules.ConditionCompiler;
import dev.rollcall.security.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A job file that was read without a problem.
 *
 * @param label the file as the user named it
 * @param path the file, absolute
 * @param named the files and folders that it names, whatever for
 * @param inputs changes with whatever the file and the overrides say, and with what references
 *     brought in; secrets are no part of it
 * @param warnings what is doubtful about it
 * @param secrets every token and password in it, and whatever else no message may hold
 * @param conditions has compiled those of the file already
 * @param onboarding where a spreadsheet's people stand in place of its rosters
 */
public record LoadedJob(
    JobFile file,
    String label,
    Path path,
    Set<Path> named,
    InputsDigest inputs,
    List<Problem> warnings,
    Secrets secrets,
    ConditionCompiler conditions,
    Optional<Onboarding> onboarding) {

  /** Copies. */
  public LoadedJob {
    named = Set.copyOf(named);
    warnings = List.copyOf(warnings);
  }

  /** Changes with whatever the inputs say. */
  public String inputsDigest() {
    return inputs.text();
  }

  /** Whether only the people of a spreadsheet are brought in, and nothing is taken. */
  public boolean onlyAdds() {
    return onboarding.isPresent();
  }
}
