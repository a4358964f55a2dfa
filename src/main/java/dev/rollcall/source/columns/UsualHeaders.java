package dev.rollcall.source.columns;

import dev.rollcall.model.Place;
import dev.rollcall.model.Resource;
import dev.rollcall.source.columns.ColumnProfile.Look;
import dev.rollcall.source.columns.HeaderMeaning.StatusKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The headers that usually stand above roster fields, recognised whatever their spelling and
 * language. Where values are known, they decide about headers that could be about several things.
 */
final class UsualHeaders {

  private static final Pattern WRITTEN_ROLE =
      Pattern.compile("(?i)\\s*role\\s*(?:\\.|\\()\\s*([\\w-]+)\\s*\\)?\\s*");
  private static final Set<String> KNOWN_STATUS =
      Set.of(
          ("status employmentstatus employeestatus workerstatus userstatus accountstatus "
                  + "active isactive enabled isenabled accountenabled")
              .split(" "));

  private final List<String> headers;
  private final List<String> folded;
  private final SourceProfile profile;
  private final List<HeaderMeaning> senses;
  private final NameHeaders names;

  UsualHeaders(SourceProfile profile) {
    this.profile = profile;
    this.headers = profile.headers();
    this.folded = headers.stream().map(CellText::fold).toList();
    this.senses = headers.stream().map(HeaderMeaning::of).toList();
    this.names = new NameHeaders(headers, senses);
  }

  /** Those of headers whose values are not known. */
  UsualHeaders(List<String> headers) {
    this(SourceProfile.at(new Place("", Place.Style.LINE, headers)));
  }

  /** The columns that are it; more than one is for the caller. */
  List<Integer> of(RosterField field) {
    return switch (field) {
      case STATUS -> all(this::isStatus);
      case STARTS_ON -> known(field).orElseGet(() -> all(this::isStart));
      case ENDS_ON -> known(field).orElseGet(() -> all(this::isEnd));
      case EMAIL -> addresses();
      case NAME, FIRST_NAME, LAST_NAME -> names.of(field);
      default -> known(field).orElse(List.of());
    };
  }

  /** The columns of the first tier of names that occurs. */
  private Optional<List<Integer>> known(RosterField field) {
    return field.tiers().stream()
        .map(tier -> all(column -> senses.get(column).is(tier)))
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  private List<Integer> all(IntPredicate holds) {
    return IntStream.range(0, headers.size())
        .filter(column -> !headers.get(column).isBlank())
        .filter(holds)
        .boxed()
        .toList();
  }

  /** A user name that is everybody's address is better than an address that few have. */
  private List<Integer> addresses() {
    List<Integer> usual = known(RosterField.EMAIL).orElse(List.of());
    List<Set<String>> tiers = RosterField.EMAIL.tiers();
    List<Integer> logins = all(column -> senses.get(column).is(tiers.get(tiers.size() - 1)));
    boolean fewHaveOne =
        usual.size() == 1
            && logins.size() == 1
            && profile.values(usual.get(0)).isPresent()
            && profile.values(logins.get(0)).filter(ColumnProfile::holdsAddresses).isPresent()
            && 5 * addresses(usual.get(0)) <= addresses(logins.get(0));
    return fewHaveOne ? logins : usual;
  }

  private int addresses(int column) {
    return profile.values(column).map(ColumnProfile::addresses).orElse(0);
  }

  /**
   * Whether cells there say where somebody stands. Of headers that are not plainly about that, the
   * values must say so too.
   */
  private boolean isStatus(int column) {
    HeaderMeaning sense = senses.get(column);
    Optional<ColumnProfile> values = profile.values(column);
    if (sense.is(KNOWN_STATUS)) {
      return true;
    }
    Optional<StatusKind> kind = sense.status();
    if (kind.isEmpty()) {
      return sense.isWeakStatus() && values.filter(seen -> seen.mostly(Look.STATUS)).isPresent();
    }
    if (values.isEmpty() || values.get().filled() == 0) {
      return values.isEmpty() || kind.get() == StatusKind.GONE;
    }
    return kind.get() == StatusKind.WORDS
        ? values.get().of(Look.STATUS) > 0
            || values.get().mostly(Look.YES_OR_NO)
            || values.get().mostly(Look.STATUS_LETTER)
        : values.get().mostly(Look.STATUS, Look.YES_OR_NO);
  }

  private boolean isEnd(int column) {
    HeaderMeaning sense = senses.get(column);
    return dated(column, sense.isEnd(), sense.mayBeEnd());
  }

  private boolean isStart(int column) {
    HeaderMeaning sense = senses.get(column);
    return dated(column, sense.isStart(), sense.mayBeStart());
  }

  /** A header that is plain needs a date below it, one that may be about others mostly dates. */
  private boolean dated(int column, boolean plain, boolean perhaps) {
    Optional<ColumnProfile> values = profile.values(column);
    if (values.isEmpty() || values.get().filled() == 0) {
      return plain;
    }
    return plain && values.get().of(Look.DATE) > 0 || perhaps && values.get().holdsDates();
  }

  /** The columns for the role in one place: {@code DEV role}, {@code Role (dev)}, … */
  List<Integer> ofRole(Resource place) {
    String name = CellText.fold(place.name());
    List<String> written =
        List.of(name + "role", "role" + name, name + "environmentrole", "environmentrole" + name);
    return all(column -> written.contains(folded.get(column)));
  }

  /** Headers that are written as the role in a place which is not among these. */
  List<String> ofUnknownPlaces(List<Resource> places) {
    Set<Integer> known = new HashSet<>();
    places.forEach(place -> known.addAll(ofRole(place)));
    List<String> unknown = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      Matcher role = WRITTEN_ROLE.matcher(headers.get(column));
      if (role.matches() && !known.contains(column)) {
        unknown.add(headers.get(column));
      }
    }
    return unknown;
  }
}
