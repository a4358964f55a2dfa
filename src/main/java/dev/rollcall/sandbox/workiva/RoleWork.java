package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.workiva.OrganizationState.Seat;
import dev.rollcall.sandbox.workiva.OrganizationState.Space;
import dev.rollcall.sandbox.workiva.OrganizationState.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests for roles, which are taken up at once and go on for a while: all of it or nothing. */
final class RoleWork {

  private final OrganizationState state;

  RoleWork(OrganizationState state) {
    this.state = state;
  }

  /** Whose roles. */
  record Roles(String subject, Set<String> held, Map<String, String> offered) {}

  /** Roles of the organization that somebody holds. */
  Roles ofUser(AdminCall call) {
    String id = call.id("user");
    return state
        .person(id)
        .map(person -> new Roles("user " + id, state.rolesOf(person.id()), state.roles()))
        .orElseThrow(() -> AdminRefusal.notFound("user"));
  }

  /** Roles of a membership. */
  Roles ofSeat(AdminCall call) {
    Space space =
        Optional.ofNullable(state.spaces().get(call.id("workspace")))
            .orElseThrow(() -> AdminRefusal.notFound("workspace"));
    Seat seat =
        Optional.ofNullable(space.seats().get(call.id("membership")))
            .orElseThrow(() -> AdminRefusal.notFound("membership"));
    return new Roles(space.id() + " " + seat.id(), seat.roles(), space.roles());
  }

  Answer list(Roles roles) {
    return Answer.json(SandboxJson.object("data", rows(roles.offered(), roles.held())));
  }

  /** Rows of roles. */
  static List<Map<String, Object>> rows(Map<String, String> offered, Iterable<String> ids) {
    List<Map<String, Object>> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(SandboxJson.object("id", id, "name", offered.get(id))));
    return rows;
  }

  Answer take(AdminCall call, Roles roles, boolean gives) {
    call.only();
    List<String> ids = call.texts();
    if (ids.isEmpty()) {
      throw AdminRefusal.bad("At least one role is needed.", "body");
    }
    List<String> wrong = wrong(roles, ids, gives);
    String end = wrong.isEmpty() ? end() : "failed";
    List<String> details = new ArrayList<>(wrong);
    boolean noted = details(roles, ids, gives, details);
    int left = end.equals("never-end") ? -1 : Integer.parseInt(state.of(OrganizationSwitch.POLLS));
    Work work =
        new Work(
            new OrganizationIds(state).operation(),
            roles.subject(),
            gives,
            List.copyOf(ids),
            left,
            false,
            noted && wrong.isEmpty() ? "completed" : end,
            details);
    boolean atOnce = state.is(OrganizationSwitch.EFFECT, "at-once");
    state.operations().put(work.id(), atOnce ? affect(work) : work);
    return Answer.empty(202).withHeaders(headers(call, work.id()));
  }

  /** What cannot be done of it: then nothing is. */
  private List<String> wrong(Roles roles, List<String> ids, boolean gives) {
    List<String> wrong = new ArrayList<>();
    for (String id : ids) {
      String name = roles.offered().get(id);
      if (name == null || gives && name.startsWith("Unfit")) {
        if (name == null || state.is(OrganizationSwitch.UNFIT_ROLE, "400")) {
          throw AdminRefusal.bad("The role cannot be assigned.", id);
        }
        wrong.add("The role " + id + " cannot be assigned to this user.");
      }
      boolean needless = gives == roles.held().contains(id);
      switch (needless ? needless(gives) : "nothing") {
        case "fails" -> wrong.add("The role " + id + (gives ? " is held." : " is not held."));
        case "409" -> throw new AdminRefusal(409, "The role is held already.", id);
        case "404" -> throw AdminRefusal.notFound("role assignment");
        default -> {}
      }
    }
    return wrong;
  }

  private String needless(boolean gives) {
    return state.of(gives ? OrganizationSwitch.ASSIGN_HELD : OrganizationSwitch.REVOKE_ABSENT);
  }

  private boolean details(Roles roles, List<String> ids, boolean gives, List<String> details) {
    if (!needless(gives).equals("details")) {
      return false;
    }
    ids.stream()
        .filter(id -> gives == roles.held().contains(id))
        .forEach(id -> details.add("The role " + id + " was skipped."));
    return !details.isEmpty();
  }

  private String end() {
    return switch (state.of(OrganizationSwitch.OPERATIONS)) {
      case "fail" -> "failed";
      case "cancelled" -> "cancelled";
      case "never-end" -> "never-end";
      default -> "completed";
    };
  }

  /** How far it has come; it comes further by being asked. */
  Answer poll(AdminCall call) {
    Work work =
        Optional.ofNullable(state.operations().get(call.id("operation")))
            .orElseThrow(() -> AdminRefusal.notFound("operation"));
    boolean over = work.left() == 0;
    Work now = over ? affect(work) : work.left() < 0 ? work : asked(work);
    state.operations().put(work.id(), now);
    return Answer.json(
            SandboxJson.object(
                "id",
                work.id(),
                "status",
                over ? work.end() : "started",
                "originalRequest",
                "request-of-" + work.id(),
                "resourceUrl",
                "",
                "details",
                over ? details(work) : List.of()))
        .withHeaders(over ? Map.of() : after());
  }

  private static Work asked(Work work) {
    return new Work(
        work.id(),
        work.subject(),
        work.gives(),
        work.roles(),
        work.left() - 1,
        work.done(),
        work.end(),
        work.details());
  }

  private static List<Map<String, Object>> details(Work work) {
    List<Map<String, Object>> details = new ArrayList<>();
    work.details()
        .forEach(
            text ->
                details.add(
                    SandboxJson.object("code", "Role", "message", text, "target", work.subject())));
    return details;
  }

  private Work affect(Work work) {
    boolean takes = work.end().equals("completed") || work.end().equals("never-end");
    if (work.done() || !takes) {
      return work;
    }
    held(work.subject())
        .ifPresent(
            held -> {
              if (work.gives()) {
                held.addAll(work.roles());
              } else {
                work.roles().forEach(held::remove);
              }
            });
    return new Work(
        work.id(),
        work.subject(),
        work.gives(),
        work.roles(),
        work.left(),
        true,
        work.end(),
        work.details());
  }

  private Optional<Set<String>> held(String subject) {
    String[] parts = subject.split(" ", 2);
    return parts[0].equals("user")
        ? state.person(parts[1]).map(person -> state.rolesOf(person.id()))
        : Optional.ofNullable(state.spaces().get(parts[0]))
            .flatMap(space -> Optional.ofNullable(space.seats().get(parts[1])))
            .map(Seat::roles);
  }

  private Map<String, String> headers(AdminCall call, String operation) {
    Map<String, String> headers = new LinkedHashMap<>(after());
    headers.put("Location", call.host() + "/operations/" + operation);
    return headers;
  }

  private Map<String, String> after() {
    String seconds = state.of(OrganizationSwitch.POLL_AFTER);
    return seconds.equals("none") ? Map.of() : Map.of("Retry-After", seconds);
  }
}
