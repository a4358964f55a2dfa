package dev.rollcall.source.columns;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which columns hold names. {@code Nom} beside {@code Prénom} is a last name, alone it is all of
 * it; a column {@code Vorname/Nachname} holds both.
 */
final class NameHeaders {

  private static final Set<String> WHOLE = Lexicon.of("name");
  private static final Set<String> FIRST = Lexicon.of("name.first");
  private static final Set<String> LAST = Lexicon.of("name.last");
  private static final Set<String> OR_FIRST = Lexicon.of("name.or-first");
  private static final Set<String> OR_LAST = Lexicon.of("name.or-last");
  private static final Set<String> OF = Lexicon.of("name.of");
  private static final Set<String> LOGINS = Lexicon.of("email.login");
  private static final CompoundHeader WHOLES = new CompoundHeader(WHOLE, OF);
  private static final CompoundHeader FIRSTS = new CompoundHeader(FIRST, OF);
  private static final CompoundHeader LASTS = new CompoundHeader(LAST, OF);
  private static final CompoundHeader OR_FIRSTS = new CompoundHeader(OR_FIRST, OF);
  private static final CompoundHeader OR_LASTS = new CompoundHeader(OR_LAST, OF);
  private static final Set<String> LINKS = Lexicon.of("name.link");
  private static final CompoundHeader WITH_FIRST =
      new CompoundHeader(join(FIRST, OR_FIRST), join(lasts(), LINKS));
  private static final CompoundHeader WITH_LAST =
      new CompoundHeader(lasts(), join(join(FIRST, OR_FIRST), LINKS));

  private final List<String> headers;
  private final List<HeaderMeaning> senses;
  private final List<Integer> first;
  private final List<Integer> last;

  NameHeaders(List<String> headers, List<HeaderMeaning> senses) {
    this.headers = headers;
    this.senses = senses;
    List<Integer> firsts = columns(FIRST, FIRSTS);
    List<Integer> lasts = columns(LAST, LASTS);
    List<Integer> orFirst = columns(OR_FIRST, OR_FIRSTS);
    List<Integer> orLast = columns(OR_LAST, OR_LASTS);
    this.first = firsts.isEmpty() && !lasts.isEmpty() ? orFirst : firsts;
    // "Name" is what people call the whole of it; "Nom" beside "Prénom" is not.
    this.last =
        lasts.isEmpty() && !first.isEmpty()
            ? orLast.stream()
                .filter(column -> !Lexicon.plain(headers.get(column)).equals("name"))
                .toList()
            : lasts;
  }

  /** "Name" alone says nothing about which part of it. */
  private static Set<String> lasts() {
    Set<String> lasts = new HashSet<>(join(LAST, OR_LAST));
    lasts.remove("name");
    return lasts;
  }

  private static Set<String> join(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return Set.copyOf(both);
  }

  List<Integer> of(RosterField field) {
    return switch (field) {
      case FIRST_NAME -> some(first);
      case LAST_NAME -> some(last);
      default -> whole();
    };
  }

  /** Of several the one with the shortest header: {@code First Name}, not the preferred one. */
  private List<Integer> some(List<Integer> columns) {
    return columns.stream()
        .min(comparingInt((Integer column) -> Lexicon.plain(headers.get(column)).length()))
        .stream()
        .toList();
  }

  /** The plainest first; a name opens nothing, so that which of two it is matters little. */
  private List<Integer> whole() {
    List<Integer> plain = all(column -> Lexicon.plain(headers.get(column)).equals("name"));
    if (!plain.isEmpty()) {
      return plain.subList(0, 1);
    }
    List<Integer> taken = new ArrayList<>(first);
    taken.addAll(last);
    List<Integer> whole = new ArrayList<>(columns(WHOLE, WHOLES));
    // Nom/Prénom; Last Name, First Name; Имя и фамилия.
    whole.addAll(all(column -> holdsBoth(senses.get(column))));
    whole.addAll(columns(OR_FIRST, OR_FIRSTS));
    whole.addAll(columns(OR_LAST, OR_LASTS));
    whole.removeAll(taken);
    return some(whole);
  }

  private List<Integer> all(IntPredicate holds) {
    return IntStream.range(0, headers.size()).filter(holds).boxed().toList();
  }

  private static boolean holdsBoth(HeaderMeaning sense) {
    return !sense.is(FIRSTS)
        && !sense.is(LASTS)
        && !sense.is(LOGINS)
        && sense.is(WITH_FIRST)
        && sense.is(WITH_LAST);
  }

  private List<Integer> columns(Set<String> words, CompoundHeader compounds) {
    List<Integer> exact = all(column -> senses.get(column).is(words));
    return exact.isEmpty()
        ? all(column -> isNoLogin(headers.get(column)) && senses.get(column).is(compounds))
        : exact;
  }

  private static boolean isNoLogin(String header) {
    return !LOGINS.contains(Lexicon.plain(header));
  }
}
