package dev.rollcall.source.columns;

import dev.rollcall.model.RightsColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns of a source, recognised: what they are probably about.
 *
 * @param layout the program whose export or template this is
 * @param shape what a row is
 * @param fields for each roster field that is recognised its headers: one, or several of a list, or
 *     several that may each be meant
 * @param ambiguous for each field of one value the headers that could each be meant
 * @param doubtful for each field that gives rights the headers below which something else stands
 * @param roles the header of each environment's role
 * @param roleLike headers that may be a role in an environment nobody has heard of
 * @param unread the columns that are about nothing that is known
 */
public record RecognisedColumns(
    Optional<String> layout,
    Shape shape,
    Map<String, List<String>> fields,
    Map<String, List<String>> ambiguous,
    Map<String, List<String>> doubtful,
    Map<String, String> roles,
    List<String> roleLike,
    List<UnreadColumn> unread) {

  private static final Pattern ROLE =
      Pattern.compile("(?i)\\s*(?:role\\s*[.(_ -]\\s*(\\w+)\\s*\\)?|(\\w+)[\\s_.-]+role)\\s*");
  private static final Set<String> PUBLIC = Lexicon.of("domain.public");
  private static final Set<String> ENVIRONMENTS =
      Set.of(
          ("dev development test testing qa uat int staging stage prod production live "
                  + "sandbox")
              .split(" "));
  private static final Set<String> NOT_ENVIRONMENTS =
      Set.of("job", "user", "project", "workspace", "environment", "primary", "name", "title");

  /** The program whose export or template such headers are of. */
  public static Optional<String> layout(List<String> headers) {
    return KnownLayouts.of(headers).map(KnownLayout::name);
  }

  /** Looks at headers and what stands below them, with what can be stated in a tenant in mind. */
  public static RecognisedColumns of(SourceProfile profile, Destination destination) {
    ColumnRecognition recognition = new ColumnRecognition(profile);
    Shape shape = shape(recognition.usual());
    Found found = new Found(profile, recognition, shape);
    if (shape == Shape.PEOPLE) {
      new OwnHeaders(destination.vocabulary())
          .of(profile.headers())
          .values()
          .forEach(found.own::addAll);
    }
    for (RosterField field : RosterField.values()) {
      if (field.isOf(shape) && destination.has(field, shape)) {
        found.take(field);
      }
    }
    Map<String, String> roles = new TreeMap<>();
    List<String> roleLike = new ArrayList<>();
    if (shape == Shape.PEOPLE && destination.has(RightsColumn.ROLES)) {
      profile.headers().forEach(header -> role(header, roles, roleLike));
    }
    roles.values().forEach(header -> found.used.add(profile.headers().indexOf(header)));
    roleLike.forEach(header -> found.used.add(profile.headers().indexOf(header)));
    found.used.addAll(found.own);
    return new RecognisedColumns(
        recognition.layout().map(KnownLayout::name),
        shape,
        found.fields,
        found.ambiguous,
        found.doubtful,
        roles,
        roleLike,
        new UnreadColumns(profile, found.used, recognition.layout()).all());
  }

  /** Collects what is found, field by field. */
  private static final class Found {

    private final SourceProfile profile;
    private final ColumnRecognition recognition;
    private final Shape shape;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, List<String>> ambiguous = new LinkedHashMap<>();
    private final Map<String, List<String>> doubtful = new LinkedHashMap<>();
    private final Set<Integer> used = new HashSet<>();

    /** What a vendor calls its own, which is nothing else. */
    private final Set<Integer> own = new HashSet<>();

    Found(SourceProfile profile, ColumnRecognition recognition, Shape shape) {
      this.profile = profile;
      this.recognition = recognition;
      this.shape = shape;
    }

    void take(RosterField field) {
      List<FieldReader> feeds =
          recognition.feeds(field).stream()
              .filter(feed -> IntStream.of(feed.columns()).noneMatch(own::contains))
              .toList();
      List<FieldReader> others =
          feeds.stream()
              .filter(feed -> shape == Shape.PEOPLE && recognition.isSomethingElse(field, feed))
              .toList();
      List<FieldReader> own = feeds.stream().filter(feed -> !others.contains(feed)).toList();
      put(doubtful, field, others);
      boolean isOne = own.size() < 2 || field.isList() || field.isOfSeveral();
      put(isOne ? fields : ambiguous, field, own);
    }

    private void put(Map<String, List<String>> where, RosterField field, List<FieldReader> feeds) {
      if (!feeds.isEmpty()) {
        int[] columns = feeds.stream().flatMapToInt(feed -> IntStream.of(feed.columns())).toArray();
        IntStream.of(columns).forEach(used::add);
        where.put(field.key(), IntStream.of(columns).mapToObj(profile.headers()::get).toList());
      }
    }
  }

  /** Whether a header is one of those that addresses usually have. */
  public static boolean isAddress(String header) {
    return RosterField.EMAIL.tiers().stream().limit(2).anyMatch(HeaderMeaning.of(header)::is);
  }

  /** Whether anybody can have an address there. */
  public static boolean isPublic(String domain) {
    return PUBLIC.contains(Lexicon.plain(domain));
  }

  private static void role(String header, Map<String, String> roles, List<String> roleLike) {
    Matcher role = ROLE.matcher(header);
    if (role.matches()) {
      String name = role.group(1) == null ? role.group(2) : role.group(1);
      String folded = name.toLowerCase(Locale.ROOT);
      if (ENVIRONMENTS.contains(folded)) {
        roles.putIfAbsent(folded, header);
      } else if (!NOT_ENVIRONMENTS.contains(folded) && !HeaderMeaning.of(name).isOfStatus()) {
        roleLike.add(header);
      }
    }
  }

  private static Shape shape(UsualHeaders usual) {
    return usual.of(RosterField.KIND).isEmpty() || usual.of(RosterField.TARGET).isEmpty()
        ? Shape.PEOPLE
        : usual.of(RosterField.EMAIL).isEmpty() ? Shape.JOINED : Shape.ASSIGNMENTS;
  }
}
