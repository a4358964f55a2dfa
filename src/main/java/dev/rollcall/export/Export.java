package dev.rollcall.export;

import dev.rollcall.model.Problem;
import java.util.List;

/**
 * What was exported.
 *
 * @param text the roster, where it goes to stdout; empty otherwise
 * @param people how many are in it
 * @param foreign how many members are not, for they are out of the job's scope or no collaborators
 * @param groups how many are in the job file
 * @param leftOut what a roster cannot say, each with the reason
 * @param whole false where something was left out because it could not be read whole
 */
public record Export(
    String text,
    int people,
    int foreign,
    int groups,
    List<Problem> leftOut,
    boolean whole,
    List<String> remarks) {

  /** Copies. */
  public Export {
    leftOut = List.copyOf(leftOut);
    remarks = List.copyOf(remarks);
  }
}
