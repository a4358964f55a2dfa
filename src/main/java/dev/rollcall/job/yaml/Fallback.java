package dev.rollcall.job.yaml;

import dev.rollcall.job.yaml.Tree.Mapping;
import dev.rollcall.job.yaml.Tree.Scalar;
import dev.rollcall.job.yaml.Tree.Sequence;
import java.util.List;
import java.util.Optional;

/** What holds where a key is left out, as a tree. */
final class Fallback {

  private static final String DEFAULT = "the default of ";

  private Fallback() {}

  /** Whether this is a place within one. */
  static boolean holdsAt(Position position) {
    return position.isWhole() && position.label().startsWith(DEFAULT);
  }

  /** That of a key. */
  static Optional<Tree> of(Key.Written key) {
    return key.fallback().map(text -> tree(text, Position.whole(DEFAULT + key.name())));
  }

  /** What most of them are need not be parsed. */
  private static Tree tree(String text, Position place) {
    if (text.equals("[]")) {
      return new Sequence(List.of(), place);
    }
    if (text.equals("{}")) {
      return new Mapping(List.of(), place);
    }
    return isWord(text) ? new Scalar(text, true, place) : parsed(text, place);
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static Tree parsed(String text, Position place) {
    return YamlText.parseValue(
            place,
            text,
            problem -> {
              throw new IllegalStateException(problem.toString());
            })
        .orElseThrow();
  }
}
