package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Email;
import dev.rollcall.model.Kind;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The ids behind names, as they were read or made last. Thread-safe. */
final class WorkivaIndex {

  private final Map<String, UserRow> users = new LinkedHashMap<>();
  private final Map<Email, String> byAddress = new HashMap<>();
  private final Map<String, Email> addresses = new HashMap<>();
  private final Map<Resource, String> ids = new HashMap<>();
  private final Set<Resource> ambiguous = new HashSet<>();
  private final Set<Resource> redefined = new HashSet<>();
  private final Map<String, Map<String, String>> seats = new HashMap<>();

  /** The users there are. Whose user name is an address is found by it, others by their e-mail. */
  synchronized void users(Collection<UserRow> rows) {
    users.clear();
    byAddress.clear();
    addresses.clear();
    rows.forEach(row -> users.put(row.id(), row));
    rows.forEach(row -> email(row.username()).ifPresent(email -> known(email, row.id())));
    rows.stream()
        .filter(row -> !addresses.containsKey(row.id()))
        .forEach(row -> email(row.email()).ifPresent(email -> known(email, row.id())));
  }

  private void known(Email email, String id) {
    if (byAddress.putIfAbsent(email, id) == null) {
      addresses.put(id, email);
    }
  }

  private static Optional<Email> email(String text) {
    try {
      return Optional.of(Email.parse(text));
    } catch (MalformedEmail e) {
      return Optional.empty();
    }
  }

  /** A user more. */
  synchronized void add(UserRow row) {
    users.put(row.id(), row);
    email(row.username()).or(() -> email(row.email())).ifPresent(email -> known(email, row.id()));
  }

  /** A user fewer. */
  synchronized void remove(String user) {
    users.remove(user);
    Optional.ofNullable(addresses.remove(user)).ifPresent(byAddress::remove);
  }

  synchronized Collection<UserRow> users() {
    return List.copyOf(users.values());
  }

  synchronized Optional<String> user(Email email) {
    return Optional.ofNullable(byAddress.get(email));
  }

  /** Whose id it is; empty where nobody's of whom anything is known. */
  synchronized Optional<Email> email(UserRow row) {
    return address(row.id());
  }

  synchronized Optional<Email> address(String user) {
    return Optional.ofNullable(addresses.get(user));
  }

  synchronized Optional<UserRow> row(String user) {
    return Optional.ofNullable(users.get(user));
  }

  synchronized boolean isUser(String id) {
    return users.containsKey(id);
  }

  /** The names of what has an id are read anew. */
  synchronized void forgetNames() {
    ids.clear();
    ambiguous.clear();
  }

  /** Something with a name; of several of one name none is found. */
  synchronized void name(Resource resource, String id) {
    String before = ids.putIfAbsent(resource, id);
    if (before != null && !before.equals(id)) {
      ambiguous.add(resource);
    }
  }

  /** Something that was made. */
  synchronized void made(Resource resource, String id) {
    ids.put(resource, id);
  }

  /** The names in a workspace may not be those that were read. */
  synchronized void redefining(Resource workspace) {
    redefined.add(workspace);
  }

  /** The workspaces whose names may not be those that were read; they are to be read anew. */
  synchronized Set<Resource> takeRedefined() {
    Set<Resource> all = Set.copyOf(redefined);
    redefined.clear();
    return all;
  }

  /** The names of a kind in a workspace are read anew. */
  synchronized void forgetNames(Kind kind, Resource workspace) {
    Predicate<Resource> isOne =
        each -> each.kind() == kind && each.container().filter(workspace::equals).isPresent();
    ids.keySet().removeIf(isOne);
    ambiguous.removeIf(isOne);
  }

  synchronized Optional<String> id(Resource resource) {
    return ambiguous.contains(resource) ? Optional.empty() : Optional.ofNullable(ids.get(resource));
  }

  synchronized boolean isAmbiguous(Resource resource) {
    return ambiguous.contains(resource);
  }

  /** Whether something that has a name has this id. */
  synchronized boolean isName(String id) {
    return ids.containsValue(id);
  }

  /** All names, the ambiguous ones once. */
  synchronized Set<Resource> names() {
    return Set.copyOf(ids.keySet());
  }

  /** The memberships of a workspace: their ids by user. */
  synchronized void seats(String workspace, Map<String, String> byUser) {
    seats.put(workspace, new HashMap<>(byUser));
  }

  /** A membership more. */
  synchronized void seat(String workspace, String user, String membership) {
    seats.computeIfAbsent(workspace, key -> new HashMap<>()).put(user, membership);
  }

  /** A membership fewer. */
  synchronized void unseat(String workspace, String user) {
    seats.getOrDefault(workspace, new HashMap<>()).remove(user);
  }

  synchronized Optional<SeatId> seat(String workspace, String user) {
    return Optional.ofNullable(seats.getOrDefault(workspace, Map.of()).get(user))
        .map(membership -> new SeatId(workspace, membership));
  }

  /** Whose membership of a workspace this is. */
  synchronized Optional<String> userOfSeat(String workspace, String membership) {
    return seats.getOrDefault(workspace, Map.of()).entrySet().stream()
        .filter(seat -> seat.getValue().equals(membership))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The user that a row is of, whatever id it was asked for by: its id and name are as listed. */
  synchronized Optional<String> sameUser(UserRow row) {
    return Optional.ofNullable(users.get(row.id()))
        .filter(known -> known.username().equalsIgnoreCase(row.username()))
        .map(UserRow::id);
  }

  /** Whether the memberships of a workspace were read. */
  synchronized boolean knowsSeats(String workspace) {
    return seats.containsKey(workspace);
  }
}
