package dev.rollcall.source.mapping;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Nearest;
import dev.rollcall.model.Place;
import dev.rollcall.security.FailureText;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.Addresses;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.MappingSettings;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.columns.SourceProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The join of assignments to the people of a source, by something that the rows of both have: an
 * address, an employee id, any column. All rows of people must be mapped before the first
 * assignment.
 *
 * <p>Whoever's row of people is set aside keeps their assignments, and is held. An assignment of
 * somebody who is not among the people is a problem; nobody else is held for it.
 */
public final class AssignmentJoin {

  private static final String REMEDY = "add the person, or remove the assignment";
  private static final int SHORTEST_COMPARED = 5;
  private static final int MOST_COMPARED = 2_000;
  private static final int MOST_SUGGESTIONS = 50;

  private final String source;
  private final String key;
  private final Map<String, Email> people = new HashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<String> setAside = new HashSet<>();
  private final Set<String> leftOut = new HashSet<>();
  private int suggestions;

  /**
   * A join that knows nobody yet.
   *
   * @param source the name of the source of people
   * @param key a roster field, else a header
   */
  public AssignmentJoin(String source, String key) {
    this.source = source;
    this.key = key.strip();
  }

  /**
   * Maps rows of people, and remembers their keys.
   *
   * @throws UnreadableSource where the mapping is wrong, or there is no such key
   */
  public RowMapper people(MappingSettings mapping, SourceProfile profile) {
    FieldReader feed = feed(Columns.of(mapping, profile), profile.place());
    return RowMapper.reviewed(
        mapping, profile, (mapper, row, mapped) -> remember(mapper, feed, row, mapped));
  }

  /**
   * Maps rows of assignments to rows of the people they are about.
   *
   * @throws UnreadableSource where the mapping is wrong, or there is no such key
   */
  public RowMapper assignments(MappingSettings mapping, SourceProfile profile) {
    FieldReader feed = feed(Columns.of(mapping, profile), profile.place());
    return RowMapper.joined(mapping, profile, (row, problems) -> whose(row, feed, problems));
  }

  private MappedRow remember(RowMapper mapper, FieldReader feed, Row row, MappedRow mapped) {
    Optional<Email> email =
        mapped.fold(
            person -> Optional.of(person.email()),
            Reject::email,
            LeftOutRow::email,
            MappedRow.Postponed::email);
    String id = isAddress() ? email.map(Email::address).orElse("") : fold(feed.text(row));
    if (id.isEmpty()) {
      return mapped;
    }
    if (mapped instanceof MappedRow.NotOurs) {
      leftOut.add(id);
      return mapped;
    }
    if (isAddress()) {
      people.put(id, email.orElseThrow());
      return mapped;
    }
    if (email.isEmpty()) {
      setAside.add(id);
      return mapped;
    }
    Email other = people.putIfAbsent(id, email.get());
    if (other == null || other.equals(email.get())) {
      return mapped;
    }
    // Both are held: this one by this row, the other by the assignments with the key.
    shared.add(id);
    RowProblems problems = new RowProblems(mapper.place(), row);
    problems.add(
        feed.column(),
        "the " + key + " " + CellText.quoted(id) + " is also that of " + other,
        "correct one of them");
    return mapped.fold(
        person -> mapper.rejected(row, email, problems),
        MappedRow.Rejected::new,
        MappedRow.NotOurs::new,
        later -> later);
  }

  private FieldReader feed(Columns columns, Place place) {
    return columns
        .named(key)
        .orElseThrow(
            () ->
                new UnreadableSource(
                    place.label(),
                    "there is no column for the key %s by which assignments are joined; the columns are %s"
                        .formatted(CellText.quoted(key), columns.profile().told()),
                    "name a roster field or a header that people and assignments both have:"
                        + " assignments: { key: … }"));
  }

  private boolean isAddress() {
    return key.equals(RosterField.EMAIL.key());
  }

  private Optional<Email> whose(Row row, FieldReader feed, RowProblems problems) {
    return isAddress() ? byAddress(row, feed, problems) : byId(row, feed, problems);
  }

  private Optional<Email> byAddress(Row row, FieldReader feed, RowProblems problems) {
    Email email;
    try {
      email = Addresses.parse(feed.text(row));
    } catch (MalformedEmail e) {
      problems.add(feed.column(), FailureText.of(e), "write one address like jane@example.com");
      return Optional.empty();
    }
    Email known = people.get(email.address());
    if (known == null && leftOut.contains(email.address())) {
      problems.leaveOutWithOwner();
    } else if (known == null) {
      problems.add(
          feed.column(),
          email + " has an assignment, but is not among the people of " + source,
          remedy(email));
    }
    return Optional.of(known == null ? email : known);
  }

  private Optional<Email> byId(Row row, FieldReader feed, RowProblems problems) {
    String id = fold(feed.text(row));
    Email known = people.get(id);
    if (id.isEmpty()) {
      problems.add(feed.column(), "the " + key + " is blank", "write whose assignment this is");
    } else if (known == null && leftOut.contains(id)) {
      problems.leaveOutWithOwner();
    } else if (shared.contains(id)) {
      problems.add(
          feed.column(),
          "more than one person has the " + key + " " + CellText.quoted(id),
          "correct it among the people of " + source);
    } else if (known == null && setAside.contains(id)) {
      problems.addNobodys(
          feed.column(),
          "the row with the %s %s in %s was set aside".formatted(key, CellText.quoted(id), source),
          "mend that row");
    } else if (known == null) {
      problems.addNobodys(
          feed.column(),
          "nobody in " + source + " has the " + key + " " + CellText.quoted(id),
          REMEDY);
    }
    return Optional.ofNullable(known);
  }

  /**
   * The address that was probably meant; comparing with everybody is dear, so only now and then.
   */
  private String remedy(Email email) {
    String name = localPart(email.address());
    if (name.length() < SHORTEST_COMPARED
        || people.size() > MOST_COMPARED
        || suggestions++ >= MOST_SUGGESTIONS) {
      return REMEDY;
    }
    String domain = email.address().substring(name.length());
    List<String> names =
        people.keySet().stream()
            .filter(each -> each.endsWith(domain))
            .map(AssignmentJoin::localPart)
            .toList();
    return Nearest.to(name, names)
        .map(near -> "did you mean " + CellText.quoted(near + domain) + "? Otherwise " + REMEDY)
        .orElse(REMEDY);
  }

  private static String localPart(String address) {
    return address.substring(0, address.lastIndexOf('@'));
  }

  private static String fold(String text) {
    return CellText.oneLine(text).toLowerCase(Locale.ROOT);
  }
}
