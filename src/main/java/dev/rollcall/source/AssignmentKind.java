package dev.rollcall.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an assignment is about, with the words that usually say so, as {@link CellText#fold} has
 * them.
 */
enum AssignmentKind {
  ROLE(
      "environment role",
      "environmentrole role roles envrole workspacerole environment environmentaccess"),
  GROUP("group", "group groups groupmembership membership collaboratorgroup usergroup groupmember"),
  PROJECT("project", "project projects projectrole projectaccess projectmembership projectgrant");

  private final String word;
  private final List<String> spellings;

  AssignmentKind(String word, String spellings) {
    this.word = word;
    this.spellings = List.of(spellings.split(" "));
  }

  /** The kind a cell names. */
  static Optional<AssignmentKind> of(String text) {
    String folded = CellText.fold(text);
    return Arrays.stream(values()).filter(kind -> kind.spellings.contains(folded)).findFirst();
  }

  /** How each is best written. */
  static List<String> words() {
    return Arrays.stream(values()).map(kind -> kind.word).toList();
  }
}
