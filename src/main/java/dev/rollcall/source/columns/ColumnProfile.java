package dev.rollcall.source.columns;

import dev.rollcall.model.Status;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The profile of one column: its values, counted as long as they are few, and what they look like.
 */
public final class ColumnProfile {

  private static final int MOST_DISTINCT = 60;
  private static final int MOST_LOOKED_AT = 5_000;
  private static final int LONGEST_WORD = 60;
  private static final Set<String> OURS = Lexicon.of("role.ours");
  private static final Set<String> THEIRS = Lexicon.of("role.theirs");
  private static final Set<String> YES_AND_NO = Lexicon.of("yes", "no");
  private static final Set<String> LEAVERS = Lexicon.of("word.leavers");
  private static final Pattern LEVEL = Pattern.compile("[/\\\\>;,|=]");

  /** What a value looks like; a value may look like several things. */
  enum Look {
    DATE,
    PAST_DATE,
    /** A word that usually says where somebody stands. */
    STATUS,
    /** One that says that somebody has left. */
    LEFT,
    /** Where those are kept who have left: a unit, a folder, a group. */
    LEAVERS,
    YES_OR_NO,
    /** What programs write in short for where somebody stands. */
    STATUS_LETTER,
    NUMBER,
    /** Several things in one cell. */
    LIST,
    /** A role of a workspace. */
    OUR_ROLE,
    /** A role of some other program. */
    THEIR_ROLE,
    /** Something with the role that it is for. */
    WITH_ROLE
  }

  private final LocalDate today;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final int[] looks = new int[Look.values().length];

  /** What the first values look like, for most columns hold the same few again and again. */
  private final Map<String, Set<Look>> known = new HashMap<>();

  private boolean many;
  private int filled;
  private int lookedAt;
  private int addresses;

  /** None yet; dates are judged by this day. */
  public ColumnProfile(LocalDate today) {
    this.today = today;
  }

  /** Takes in a cell. */
  public void add(String cell) {
    String value = CellText.oneLine(cell);
    if (value.isEmpty()) {
      return;
    }
    filled++;
    addresses += Addresses.looksLikeOne(value) ? 1 : 0;
    count(value);
    if (lookedAt < MOST_LOOKED_AT) {
      lookedAt++;
      for (Look look : looks(value, cell)) {
        looks[look.ordinal()]++;
      }
    }
  }

  private Set<Look> looks(String value, String cell) {
    Set<Look> seen = known.get(cell);
    if (seen == null) {
      seen = lookAt(value, cell);
      if (known.size() < MOST_DISTINCT) {
        known.put(cell, seen);
      }
    }
    return seen;
  }

  private void count(String value) {
    if (!many) {
      counts.merge(value, 1, Integer::sum);
      many = counts.size() > MOST_DISTINCT;
    }
    if (many) {
      counts.clear();
    }
  }

  private Set<Look> lookAt(String value, String cell) {
    Set<Look> seen = EnumSet.noneOf(Look.class);
    String plain = Lexicon.plain(value);
    saw(seen, Look.DATE, RoughDate.looksLikeOne(value));
    saw(seen, Look.PAST_DATE, seen.contains(Look.DATE) && RoughDate.isPast(value, today));
    saw(seen, Look.LIST, CellText.isList(cell.strip()));
    saw(seen, Look.WITH_ROLE, value.indexOf('=') > 0);
    saw(seen, Look.LEAVERS, isOfLeavers(value, plain));
    if (value.length() <= LONGEST_WORD) {
      lookAtWord(seen, value, plain);
    }
    return seen;
  }

  private static boolean isOfLeavers(String value, String plain) {
    return LEVEL.matcher(value).find()
        ? LEVEL.splitAsStream(value).map(Lexicon::plain).anyMatch(LEAVERS::contains)
        : LEAVERS.contains(plain);
  }

  private static void lookAtWord(Set<Look> seen, String value, String plain) {
    Optional<Status> status = StatusWords.ofPlain(plain);
    boolean isOurs = OURS.contains(plain);
    saw(seen, Look.STATUS, status.isPresent());
    saw(seen, Look.LEFT, status.equals(Optional.of(Status.LEFT)));
    saw(seen, Look.YES_OR_NO, YES_AND_NO.contains(plain));
    saw(seen, Look.STATUS_LETTER, StatusWords.isLetter(value));
    saw(seen, Look.NUMBER, hasNoLetter(value));
    saw(seen, Look.OUR_ROLE, isOurs);
    saw(seen, Look.THEIR_ROLE, !isOurs && THEIRS.contains(plain));
  }

  private static boolean hasNoLetter(String value) {
    for (int at = 0; at < value.length(); at++) {
      if (value.charAt(at) >= 'A') {
        return false;
      }
    }
    return true;
  }

  private static void saw(Set<Look> seen, Look look, boolean is) {
    if (is) {
      seen.add(look);
    }
  }

  /** How many cells are not blank. */
  public int filled() {
    return filled;
  }

  /** Whether nearly all its values are addresses, decorated or not. */
  public boolean holdsAddresses() {
    return filled > 0 && addresses * 10L >= filled * 9L;
  }

  /** How many of its values are addresses. */
  public int addresses() {
    return addresses;
  }

  /** How many look like that, of those that were looked at. */
  int of(Look look) {
    return looks[look.ordinal()];
  }

  /** Whether at least half of them look like that. */
  boolean mostly(Look look) {
    return lookedAt > 0 && of(look) * 2 >= lookedAt;
  }

  /** Whether at least half of them are one of two. */
  boolean mostly(Look one, Look other) {
    return lookedAt > 0 && (of(one) + of(other)) * 2 >= lookedAt;
  }

  /** Whether each of them is a role that workspaces have. */
  public boolean holdsRolesOfOurs() {
    return lookedAt > 0 && of(Look.OUR_ROLE) == lookedAt;
  }

  /** What stands there, in few words. */
  public String described() {
    return ColumnGuesses.evidence("", Optional.of(this));
  }

  /** What its cells list, in few words. */
  public String listed() {
    return ColumnGuesses.items(this);
  }

  /** Whether there are roles of other programs among them. */
  boolean hasRolesOfOthers() {
    return of(Look.THEIR_ROLE) > 0;
  }

  /** Whether there are others among them than the roles that workspaces have. */
  boolean mayBeNoRoles() {
    return filled > 0 && !holdsRolesOfOurs();
  }

  /** Whether they are dates. */
  public boolean holdsDates() {
    return mostly(Look.DATE);
  }

  /** Whether they are dates, all of them over. */
  public boolean holdsPastDates() {
    return holdsDates() && of(Look.PAST_DATE) == of(Look.DATE);
  }

  /** Its values with how often they occur, most frequent first; none where they are too many. */
  public List<Map.Entry<String, Integer>> counts() {
    return counts.entrySet().stream().sorted(ColumnProfile::compareFrequency).toList();
  }

  private static int compareFrequency(
      Map.Entry<String, Integer> one, Map.Entry<String, Integer> other) {
    int order = other.getValue().compareTo(one.getValue());
    return order == 0 ? one.getKey().compareTo(other.getKey()) : order;
  }

  /** Whether there are more different values than are counted. */
  public boolean hasMany() {
    return many;
  }
}
