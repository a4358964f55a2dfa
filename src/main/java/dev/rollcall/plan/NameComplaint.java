package dev.rollcall.plan;

import dev.rollcall.model.Problem;
import java.util.List;

/**
 * What is wrong with a name, wherever it is written.
 *
 * @param listed the names that were meant where it is a list of them; in cells these are separated
 *     otherwise than in a job file
 */
record NameComplaint(String what, String remedy, List<String> listed) {

  NameComplaint(String what, String remedy) {
    this(what, remedy, List.of());
  }

  Problem inCell(String place) {
    return new Problem(
        place,
        what,
        listed.isEmpty()
            ? remedy
            : "lists are separated by \";\": did you mean \"" + String.join("; ", listed) + "\"?");
  }

  Problem inJobFile(String place) {
    return new Problem(
        place,
        what,
        listed.isEmpty()
            ? remedy
            : "write each as an item of its own: [\"" + String.join("\", \"", listed) + "\"]");
  }
}
