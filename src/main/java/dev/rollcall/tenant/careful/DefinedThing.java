package dev.rollcall.tenant.careful;

import dev.rollcall.model.Config;
import dev.rollcall.model.ConfigDifferences;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Naming;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.Optional;

/** A group or a role that is there, as its own calls show and change it. */
public interface DefinedThing {

  /**
   * What it is called and what it is like.
   *
   * @param name as it is matched
   */
  record State(String name, Definition definition) {

    /** As it is matched. */
    public State {
      name = Naming.tidy(name);
    }

    /** Whether it says the same; servers trim descriptions. */
    public boolean isSame(State other) {
      return name.equals(other.name)
          && definition.description().strip().equals(other.definition.description().strip())
          && definition.config().equals(other.definition.config());
    }

    /** What is not as it was asked for. */
    public String differences(State asked) {
      if (!name.equals(asked.name)) {
        return "it is called \"" + name + "\"";
      }
      Optional<Config> mine = definition.config();
      return mine.isPresent() && !mine.equals(asked.definition.config())
          ? "its config is not as asked: "
              + String.join(
                  "; ",
                  ConfigDifferences.between(
                      asked.definition.config().orElse(Config.NOTHING), mine.get()))
          : "its description is not as asked";
    }
  }

  /** {@code group "Finance"}. */
  String label();

  /** What it is now; empty where it is not there. Ends the run where it cannot be read. */
  Optional<State> read();

  /** Who has to do with it, in words; empty where nobody has. Ends the run likewise. */
  Optional<String> uses();

  /** Makes it another, all of it. */
  FinishedCall<String> write(State asked);

  /** Deletes it. */
  FinishedCall<String> delete();

  /** What it holds and who is in it, where a change of it may take that; to be looked at before. */
  Kept kept();

  /** Names that were read may not be those that are there any more. */
  void redefining();

  /** It is this one by another name as well, until that is its own. */
  void alsoKnownAs(String name);

  /** It has this name from now on. */
  void renamed(String name);

  /** What it comes to that the token may not change it. */
  Outcome mayNotWrite(FinishedCall<?> finished);

  /** What it comes to that the token may not delete it. */
  Outcome mayNotDelete(FinishedCall<?> finished);

  /** What was seen before a change, so that it can be given back. */
  interface Kept {

    /** Nothing that could be lost. */
    Kept NOTHING = Optional::empty;

    /** Gives back what the change has taken; what could not be is told. */
    Optional<String> restored();
  }
}
