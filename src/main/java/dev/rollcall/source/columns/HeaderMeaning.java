package dev.rollcall.source.columns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The meaning of a header: what it is about, in the languages of offices; its values are not asked.
 */
public final class HeaderMeaning {

  /** How the cells of a status column are meant. */
  public enum StatusKind {
    /** By their words. */
    WORDS,
    /** A yes is somebody who is here: {@code Active}. */
    HERE,
    /** A yes is somebody who is gone: {@code Suspended}. */
    GONE,
    /** Nobody can tell what a yes is: {@code Not blocked}. */
    UNCLEAR
  }

  private static final int LONGEST = 200;

  private static final Pattern BRACKETS =
      Pattern.compile("^(.*?)[(\\[]([^()\\[\\]]*)[)\\]]\\s*\\*?$");
  private static final Pattern BESIDE = Pattern.compile("\\s*[/|\\n:]\\s*|\\s+[-–—]\\s+");

  private static final Set<String> ASIDE = Lexicon.of("aside");
  private static final Set<String> HERE = Lexicon.of("status.here");
  private static final Set<String> GONE = Lexicon.of("status.gone");
  private static final Set<String> STATUS = Lexicon.of("status.noun");
  private static final Set<String> WEAK = Lexicon.of("status.weak");
  private static final Set<String> AROUND = Lexicon.of("status.of", "filler");
  private static final Set<String> SUBJECTS = Lexicon.of("date", "date.of", "status.of");
  private static final Set<String> AROUND_DATES = Lexicon.of("filler");

  private static final CompoundHeader STATUSES = new CompoundHeader(STATUS, AROUND);
  private static final CompoundHeader WEAKLY = new CompoundHeader(WEAK, AROUND);
  private static final Set<String> NO_STATUS = Lexicon.of("status.not");
  private static final CompoundHeader SAYS_HERE =
      new CompoundHeader(HERE, with(AROUND, STATUS, WEAK));
  private static final CompoundHeader SAYS_GONE =
      new CompoundHeader(GONE, with(AROUND, STATUS, WEAK));
  private static final CompoundHeader SAYS_BOTH =
      new CompoundHeader(HERE, with(AROUND, STATUS, WEAK, GONE));
  private static final Moments ENDS = new Moments("end", Lexicon.of("end.not"));
  private static final Moments STARTS = new Moments("start", Set.of());

  /** Headers of days on which something begins or ends. */
  private static final class Moments {

    private final CompoundHeader named;
    private final CompoundHeader told;
    private final Set<String> alone;
    private final Set<String> others;

    Moments(String section, Set<String> others) {
      Set<String> heads = Lexicon.of(section);
      this.others = others;
      this.named = new CompoundHeader(heads, with(SUBJECTS, AROUND_DATES));
      this.told = new CompoundHeader(SUBJECTS, with(heads, AROUND_DATES));
      this.alone = heads;
    }

    boolean areNamedBy(HeaderPhrase phrase) {
      return mayBeNamedBy(phrase) && told.matches(phrase) && !alone.contains(phrase.plain());
    }

    boolean mayBeNamedBy(HeaderPhrase phrase) {
      return named.matches(phrase) && others.stream().noneMatch(phrase.plain()::contains);
    }
  }

  private final List<HeaderPhrase> forms;
  private final List<HeaderPhrase> parts;

  private HeaderMeaning(String header) {
    this.forms = forms(header);
    this.parts = parts(header);
  }

  /** Of a header; a text too long for one says nothing. */
  static HeaderMeaning of(String header) {
    return new HeaderMeaning(header.length() > LONGEST ? "" : header.strip());
  }

  @SafeVarargs
  private static Set<String> with(Set<String>... sets) {
    return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toSet());
  }

  /**
   * The ways in which a header may be read: as a whole, without an aside in brackets, and each part
   * where it is written in two languages.
   */
  private static List<HeaderPhrase> forms(String header) {
    HeaderPhrase whole = HeaderPhrase.of(header);
    Matcher brackets = BRACKETS.matcher(header);
    if (brackets.matches() && !brackets.group(1).isBlank()) {
      String aside = Lexicon.plain(brackets.group(2));
      HeaderPhrase bare = HeaderPhrase.of(brackets.group(1));
      return ASIDE.contains(aside) ? List.of(whole, bare) : List.of(whole);
    }
    return List.of(whole);
  }

  /** The parts of a header that is written in two languages; none where it is one. */
  private static List<HeaderPhrase> parts(String header) {
    Matcher brackets = BRACKETS.matcher(header);
    String text =
        brackets.matches() && !brackets.group(1).isBlank()
            ? brackets.group(1) + " / " + brackets.group(2)
            : header;
    List<HeaderPhrase> parts =
        BESIDE
            .splitAsStream(text)
            .map(HeaderPhrase::of)
            .filter(part -> !part.plain().isEmpty())
            .toList();
    return parts.size() < 2 ? List.of() : parts;
  }

  /** Whether the header is one of these words. */
  boolean is(Set<String> words) {
    return forms.stream().map(HeaderPhrase::plain).anyMatch(words::contains)
        || !parts.isEmpty() && parts.stream().map(HeaderPhrase::plain).allMatch(words::contains);
  }

  /** Whether the header is a compound of that kind. */
  boolean is(CompoundHeader compound) {
    return forms.stream().anyMatch(compound::matches);
  }

  /** How cells below it would say where somebody stands; empty where it is about something else. */
  Optional<StatusKind> status() {
    return Stream.concat(forms.stream(), parts.stream())
        .flatMap(form -> statusOf(form).stream())
        .findFirst()
        .filter(kind -> parts.stream().allMatch(part -> isStatusOrAside(part)) || whole());
  }

  private boolean whole() {
    return forms.stream().anyMatch(form -> statusOf(form).isPresent());
  }

  private static boolean isStatusOrAside(HeaderPhrase part) {
    return statusOf(part).isPresent() || ASIDE.contains(part.plain()) || WEAKLY.matches(part);
  }

  private static Optional<StatusKind> statusOf(HeaderPhrase phrase) {
    if (NO_STATUS.stream().anyMatch(phrase.plain()::contains)) {
      return Optional.empty();
    }
    boolean here = SAYS_HERE.matches(phrase);
    boolean gone = SAYS_GONE.matches(phrase);
    if (here && gone || !here && !gone && (STATUSES.matches(phrase) || SAYS_BOTH.matches(phrase))) {
      return Optional.of(StatusKind.WORDS);
    }
    return here
        ? Optional.of(StatusKind.HERE)
        : gone ? Optional.of(StatusKind.GONE) : Optional.empty();
  }

  /** Whether it says "state", which may be one of many. */
  boolean isWeakStatus() {
    return Stream.concat(forms.stream(), parts.stream()).anyMatch(WEAKLY::matches);
  }

  /** Whether it is a word for where somebody stands, be it one of many. */
  boolean isOfStatus() {
    return status().isPresent() || isWeakStatus();
  }

  /** Whether it names a last day. */
  boolean isEnd() {
    return names(ENDS) && !names(STARTS);
  }

  /** Whether it may name a last day, if there are dates below it. */
  boolean mayBeEnd() {
    return mayName(ENDS) && !mayName(STARTS) || status().equals(Optional.of(StatusKind.GONE));
  }

  /** Whether it names a first day. */
  boolean isStart() {
    return names(STARTS) && !names(ENDS);
  }

  /** Whether it may name a first day, if there are dates below it. */
  boolean mayBeStart() {
    return mayName(STARTS) && !mayName(ENDS);
  }

  private boolean names(Moments moments) {
    return areAll(moments::areNamedBy);
  }

  private boolean mayName(Moments moments) {
    return areAll(moments::mayBeNamedBy);
  }

  /** Of the header, or of all its parts but asides. */
  private boolean areAll(Predicate<HeaderPhrase> named) {
    return forms.stream().anyMatch(named)
        || parts.stream().anyMatch(named)
            && parts.stream().allMatch(part -> named.test(part) || ASIDE.contains(part.plain()));
  }
}
