package dev.rollcall.starter;

import dev.rollcall.job.spec.RosterSpec;
import dev.rollcall.job.spec.SourceSpec;
import dev.rollcall.planning.MaskingSource;
import dev.rollcall.security.Secrets;
import dev.rollcall.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A source that was detected: a roster to be looked at.
 *
 * @param name a job and its source can be called by: small letters, digits and hyphens
 * @param label how it is called in sentences; holds no secret
 * @param yaml the keys of the source in a job file, beside name, columns and status: {@code type:
 *     csv}
 * @param questions what has to be answered about getting at it
 * @param spreadsheet makes the source of a job of it, where it is one
 */
record DetectedSource(
    String name,
    String label,
    Source source,
    List<String> yaml,
    List<OpenQuestion> questions,
    Optional<Function<RosterSpec, SourceSpec>> spreadsheet) {

  /** Copies. */
  DetectedSource {
    yaml = List.copyOf(yaml);
    questions = List.copyOf(questions);
  }

  /** The same, which tells none of these. */
  DetectedSource keeping(Secrets secrets) {
    return new DetectedSource(
        name, label, new MaskingSource(source, secrets), yaml, questions, spreadsheet);
  }
}
