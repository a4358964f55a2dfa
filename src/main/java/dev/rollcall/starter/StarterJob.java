package dev.rollcall.starter;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.source.UnreadableSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A job file to begin with.
 *
 * @param text of the file
 * @param found what was recognised, as sentences
 * @param questions what somebody has to answer
 */
public record StarterJob(String text, List<String> found, List<String> questions) {

  /** Copies. */
  public StarterJob {
    found = List.copyOf(found);
    questions = List.copyOf(questions);
  }

  /** The name that a job about this roster is given. */
  public static String nameFor(String roster) {
    if (roster.startsWith("jdbc:")) {
      return DatabaseAddress.of(roster).name();
    }
    return SourceDetection.name(SourceDetection.stem(Path.of(roster)));
  }

  /**
   * Looks at a roster and writes a job file for it.
   *
   * @throws UnreadableSource where no job can be made of it
   */
  public static StarterJob of(StarterRequest roster, LocalDate today) {
    DetectedSource candidate = SourceDetection.of(roster);
    Survey survey = Survey.of(candidate, Circumstances.withoutJob(today));
    if (survey.withoutAddress > 0) {
      survey.questions.ask(
          (survey.withoutAddress == 1
                  ? "1 row has no e-mail address: is it nobody"
                  : survey.withoutAddress + " rows have no e-mail address: are they nobody")
              + " of yours? Then say without-address: ignore at the source, or where: which rows"
              + " are people of yours.");
    }
    Vocabulary vocabulary = survey.vendor().vocabulary();
    survey.questions.ask(
        (vocabulary.owned() ? "Who owns the " + vocabulary.tenant() + ", and who" : "Who")
            + " must never lose access? List them under safety.protected.");
    StarterJobText text = new StarterJobText(candidate, survey, roster.jobFile());
    return new StarterJob(text.all(today), text.found(), survey.questions.all());
  }
}
