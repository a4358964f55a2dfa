package dev.rollcall.source;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import java.util.ArrayList;
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

  private final Map<Email, List<PersonRecord>> rows;
  private final Set<Email> rejected;

  LookAlikes(Map<Email, List<PersonRecord>> rows, List<Reject> rejects) {
    this.rows = rows;
    this.rejected =
        rejects.stream().flatMap(reject -> reject.email().stream()).collect(toUnmodifiableSet());
  }

  /** Takes the rows of look-alikes away and returns them as rejects. */
  List<Reject> take() {
    Map<Email, Email> found = find();
    List<Reject> taken = new ArrayList<>();
    found.forEach(
        (lookAlike, original) ->
            rows.remove(lookAlike).stream()
                // Joined rows say nothing of their own; the person's own row is handed back.
                .filter(row -> !row.attributes().isEmpty())
                .forEach(row -> taken.add(reject(row, original))));
    return taken;
  }

  /** Each look-alike with the address it looks like. */
  private Map<Email, Email> find() {
    Map<String, Set<Email>> bySkeleton = new HashMap<>();
    rows.keySet().stream().filter(LookAlikes::canDeceive).forEach(email -> put(bySkeleton, email));
    Map<Email, Email> found = new TreeMap<>();
    bySkeleton.forEach(
        (skeleton, emails) ->
            emails.forEach(
                email ->
                    original(skeleton, emails, email)
                        .ifPresent(original -> found.put(email, original))));
    return found;
  }

  private static boolean canDeceive(Email email) {
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
    return rows.containsKey(email) || rejected.contains(email);
  }

  private static Reject reject(PersonRecord row, Email original) {
    List<String> header = row.row().place().columns();
    List<String> cells =
        header.stream()
            .map(name -> row.attributes().getOrDefault(Attributes.key(name), ""))
            .toList();
    Problem problem =
        Problem.at(
            addressCell(row, cells),
            Cells.quoted(row.email().address())
                + " only looks like "
                + original
                + ": it has letters of another alphabet",
            "type the address anew");
    return new Reject(
        row.source(),
        header,
        new Row(row.row().row(), cells),
        Optional.of(row.email()),
        List.of(problem));
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
