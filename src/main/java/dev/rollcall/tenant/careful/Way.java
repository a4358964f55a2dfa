package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.Experience.Lesson;
import java.util.ArrayList;
import java.util.List;

/**
 * One of several ways of sending a kind of request.
 *
 * @param form where in the request its items stand, in the words of its vendor; empty for the usual
 *     place
 * @param manner what is done so that nobody else loses anything
 */
record Way(String form, Manner manner) {

  private static final String WITH = " + ";

  /** What is done so that nobody else loses anything. */
  public enum Manner {
    /** Nothing: a request changes what it names. */
    NAMED,
    /** It names everybody, because it replaces the list. */
    WHOLE,
    /** What it takes from others is given back. */
    GIVING_BACK
  }

  /** The way that was found out. */
  static Way of(Lesson lesson) {
    for (Manner manner : List.of(Manner.WHOLE, Manner.GIVING_BACK)) {
      String ending = WITH + manner;
      if (lesson.way().endsWith(ending)) {
        return new Way(lesson.way().substring(0, lesson.way().length() - ending.length()), manner);
      }
    }
    return new Way(lesson.way(), Manner.NAMED);
  }

  /** As it is remembered. */
  String text() {
    return manner == Manner.NAMED ? form : form + WITH + manner;
  }

  /** The same form in another manner. */
  Way in(Manner other) {
    return new Way(form, other);
  }

  /** This way, and the others in the same manner, in the order in which they are tried. */
  List<Way> andOthers(List<String> forms) {
    List<Way> ways = new ArrayList<>();
    ways.add(forms.contains(form) ? this : new Way(forms.get(0), manner));
    forms.stream()
        .map(other -> new Way(other, manner))
        .filter(way -> !ways.contains(way))
        .forEach(ways::add);
    return ways;
  }
}
