package dev.rollcall.source.gather;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Attributes;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Addresses that look like another one and are not, such as one with a Cyrillic letter among Latin
 * ones. Invited, the look-alike would be somebody else.
 */
final class LookAlikes {

  private final List<PersonRecord> rows;
  private final Set<Email> rejected;
  private final Map<Email, Email> originals;

  /**
   * Among these.
   *
   * @param rows sorted by address
   * @param deceptive those of their addresses that can deceive
   */
  LookAlikes(List<PersonRecord> rows, Set<Email> deceptive, List<Reject> rejects) {
    this.rows = rows;
    this.rejected =
        rejects.stream().flatMap(reject -> reject.email().stream()).collect(toUnmodifiableSet());
    this.originals = find(deceptive);
  }

  boolean contains(Email email) {
    return originals.containsKey(email);
  }

  /** The rows of look-alikes. */
  List<Reject> rejects() {
    // Joined rows say nothing of their own; the person's own row is handed back.
    return originals.isEmpty()
        ? List.of()
        : rows.stream()
            .filter(row -> contains(row.email()) && !row.attributes().isEmpty())
            .map(this::reject)
            .toList();
  }

  /** Each look-alike with the address it looks like. */
  private Map<Email, Email> find(Set<Email> deceptive) {
    Map<String, Set<Email>> bySkeleton = new HashMap<>();
    deceptive.forEach(email -> put(bySkeleton, email));
    Map<Email, Email> found = new TreeMap<>();
    bySkeleton.forEach(
        (skeleton, emails) ->
            emails.forEach(
                email ->
                    original(skeleton, emails, email)
                        .ifPresent(original -> found.put(email, original))));
    return found;
  }

  /** Whether the address looks like another one. */
  static boolean canDeceive(Email email) {
    return !email.skeleton().equals(email.address());
  }

  private static void put(Map<String, Set<Email>> bySkeleton, Email email) {
    bySkeleton.computeIfAbsent(email.skeleton(), look -> new TreeSet<>()).add(email);
  }

  /** The plain address of this look, else another deceptive one. */
  private Optional<Email> original(String skeleton, Set<Email> emails, Email email) {
    Email plain = new Email(skeleton);
    if (isKnown(plain)) {
      return Optional.of(plain);
    }
    return emails.stream().filter(other -> !other.equals(email)).findFirst();
  }

  private boolean isKnown(Email email) {
    return rejected.contains(email) || isRow(email);
  }

  private boolean isRow(Email email) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = rows.get(middle).email().compareTo(email);
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return false;
  }

  private Reject reject(PersonRecord row) {
    List<String> header = row.row().place().columns();
    List<String> cells =
        header.stream()
            .map(name -> row.attributes().getOrDefault(Attributes.key(name), ""))
            .toList();
    Problem problem =
        Problem.at(
            addressCell(row, cells),
            "%s only looks like %s: it has letters of another alphabet"
                .formatted(CellText.quoted(row.email().address()), originals.get(row.email())),
            "type the address anew");
    return new Reject(
        row.source(),
        header,
        new Row(row.row().row(), cells),
        Optional.of(row.email()),
        List.of(problem),
        false,
        false);
  }

  /** The first cell that reads as the address. */
  private static Origin addressCell(PersonRecord row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column).indexOf('@') > 0 && isAddress(cells.get(column), row.email())) {
        return new Origin(row.row().place(), row.row().row(), column);
      }
    }
    return row.row();
  }

  private static boolean isAddress(String cell, Email email) {
    try {
      return Email.parse(cell).equals(email);
    } catch (MalformedEmail e) {
      return false;
    }
  }
}
