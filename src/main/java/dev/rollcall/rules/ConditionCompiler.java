package dev.rollcall.rules;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiler of the conditions of a job: turns the text of one into what can be asked, or into
 * problems. A command asks for the same conditions several times, so what was compiled without a
 * problem is remembered by its text. Threads take turns.
 */
public final class ConditionCompiler {

  private final Map<String, ConditionProgram> compiled = new HashMap<>();
  private Optional<ConditionLanguage> language = Optional.empty();

  /** The condition, ready to be asked; empty where it is none, with the problems added. */
  synchronized Optional<Condition> compile(
      ConditionText text, LocalDate today, List<Problem> problems) {
    if (text.text().isBlank()) {
      String remedy = "write " + text.key() + ": \"true\" for everybody";
      problems.add(Problem.at(text.origin(), text.owner() + " has no " + text.key(), remedy));
      return Optional.empty();
    }
    ConditionErrors mistakes = new ConditionErrors(text);
    List<Problem> found = new ArrayList<>();
    Optional<Condition> condition = Optional.empty();
    try {
      condition = program(text, found).map(program -> program.on(today, text, found::add));
    } catch (RuntimeException e) {
      // A text the parser itself stumbles over; whatever it says, it is about this text.
      found.add(mistakes.whole(ConditionProgram.firstLine(e), ""));
    } catch (StackOverflowError e) {
      found.add(mistakes.whole("the condition is nested too deeply", text.remedy()));
    }
    problems.addAll(found);
    return found.isEmpty() ? condition : Optional.empty();
  }

  private Optional<ConditionProgram> program(ConditionText text, List<Problem> problems) {
    ConditionProgram before = compiled.get(text.text());
    if (before != null) {
      return Optional.of(before);
    }
    if (language.isEmpty()) {
      // The first use of CEL is dear, which a job without conditions need not pay.
      language = Optional.of(new ConditionLanguage());
    }
    Optional<ConditionProgram> program = language.get().program(text, problems);
    if (problems.isEmpty()) {
      program.ifPresent(sound -> compiled.put(text.text(), sound));
    }
    return program;
  }

  /** A condition that is ready to be asked. */
  interface Condition {

    /**
     * Whether it holds; empty where it could not be told: with the problem added, unless it hangs
     * on a cell that is in doubt, of which is told elsewhere.
     */
    Optional<Boolean> holds(Map<String, String> person, List<Problem> problems, Origin row);

    /** What it speaks of. */
    ConditionReferences mentions();
  }
}
