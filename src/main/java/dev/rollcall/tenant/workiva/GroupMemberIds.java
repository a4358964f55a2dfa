package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whom the ids in groups' lists are of. The vendor's pages do not say whether they are those of
 * users. Where they are not, they may be those of memberships, which are known; or the API itself
 * tells, asked for a user of that id, who it is. Nobody is guessed. Thread-safe.
 */
final class GroupMemberIds {

  /** What ids were seen to be. */
  enum Sort {
    USERS,
    MEMBERSHIPS,
    OTHERS
  }

  /** So many that nobody can tell, and nobody is asked for more of them. */
  private static final int MOST_IN_VAIN = 5;

  /** How a server says that no user of that id is anything to us. */
  private static final Set<Integer> NOBODYS = Set.of(400, 403, 404, 410, 422);

  private final WorkivaApi api;
  private final WorkivaAccess access;
  private final WorkivaIndex index;
  private final Map<String, String> found = new ConcurrentHashMap<>();
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final Set<Sort> seen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inVain = new AtomicInteger();

  GroupMemberIds(WorkivaApi api, WorkivaAccess access, WorkivaIndex index) {
    this.api = api;
    this.access = access;
    this.index = index;
  }

  /** The user whom an id in a group's list is of; empty where nobody can tell. */
  Optional<String> user(String workspace, String listed) {
    if (index.isUser(listed)) {
      seen.add(Sort.USERS);
      return Optional.of(listed);
    }
    Optional<String> seated = index.userOfSeat(workspace, listed).filter(index::isUser);
    if (seated.isPresent()) {
      seen.add(Sort.MEMBERSHIPS);
      return seated;
    }
    return asked(listed)
        .map(
            user -> {
              seen.add(Sort.OTHERS);
              shown.put(user, listed);
              return user;
            });
  }

  /** The API is asked once for each, and no more once it never knows. */
  private Optional<String> asked(String listed) {
    Optional<String> before = Optional.ofNullable(found.get(listed)).filter(index::isUser);
    if (before.isPresent() || unknown.contains(listed) || inVain.get() >= MOST_IN_VAIN) {
      return before;
    }
    FinishedCall<UserRow> answer = api.user(listed);
    boolean isNobodys =
        NOBODYS.stream().anyMatch(status -> WorkivaErrors.is(answer.last(), status));
    Optional<String> user =
        isNobodys ? Optional.empty() : index.sameUser(access.read(WorkivaCallKind.USER, answer));
    user.ifPresentOrElse(id -> known(listed, id), () -> unknown(listed));
    return user;
  }

  private void known(String listed, String user) {
    found.put(listed, user);
    inVain.set(0);
  }

  private void unknown(String listed) {
    unknown.add(listed);
    inVain.incrementAndGet();
  }

  /** The id by which a group is asked for a user in the usual form: as lists show it. */
  String listed(String workspace, String user) {
    if (seen.contains(Sort.MEMBERSHIPS) && !seen.contains(Sort.USERS)) {
      return membership(workspace, user);
    }
    return shown.getOrDefault(user, user);
  }

  /** The id of a user's membership; that of the user where there is none. */
  String membership(String workspace, String user) {
    return index.seat(workspace, user).map(SeatId::membership).orElse(user);
  }

  /** Whether ids of users were seen, so that nothing else is tried. */
  boolean areOfUsers() {
    return seen.contains(Sort.USERS);
  }

  /** What there is to say of them. */
  List<String> remarks() {
    if (seen.contains(Sort.MEMBERSHIPS)) {
      return List.of("the lists of groups show ids of memberships; whose each is was read there");
    }
    return seen.contains(Sort.OTHERS)
        ? List.of("the lists of groups show ids of their own; whose each is was asked for")
        : List.of();
  }
}
