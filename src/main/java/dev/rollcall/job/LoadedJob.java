package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Problem;
import dev.rollcall.security.Secrets;
import java.nio.file.Path;
import java.util.List;

/**
 * A job file that was read without a problem.
 *
 * @param label the file as the user named it
 * @param path the file, absolute
 * @param inputsDigest changes with whatever the file and the overrides say, and with what
 *     references brought in; secrets are no part of it
 * @param warnings what is doubtful about it
 * @param secrets every token and password in it, and whatever else no message may hold
 */
public record LoadedJob(
    JobFile file,
    String label,
    Path path,
    String inputsDigest,
    List<Problem> warnings,
    Secrets secrets) {

  /** Checks and copies. */
  public LoadedJob {
    requireNonNull(file, "file");
    requireNonNull(label, "label");
    requireNonNull(path, "path");
    requireNonNull(inputsDigest, "inputsDigest");
    warnings = List.copyOf(warnings);
    requireNonNull(secrets, "secrets");
  }
}
