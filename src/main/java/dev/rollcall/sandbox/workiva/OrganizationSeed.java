package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.NearestName;
import dev.rollcall.sandbox.SandboxException;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.workiva.OrganizationState.Circle;
import dev.rollcall.sandbox.workiva.OrganizationState.Person;
import dev.rollcall.sandbox.workiva.OrganizationState.Seat;
import dev.rollcall.sandbox.workiva.OrganizationState.Sheet;
import dev.rollcall.sandbox.workiva.OrganizationState.Space;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What an organization holds at first, by names, as it stands in a seed file.
 *
 * @param organization its id and name
 * @param client who may ask; what {@code jobs} use where it is left out
 * @param scopes what the client's tokens are good for; all where left out
 * @param roles the names of the organization's roles
 * @param now what its clock says at first; that of the machine where left out
 */
record OrganizationSeed(
    OrganizationState.@Nullable Named organization,
    OrganizationState.@Nullable Client client,
    @Nullable List<String> scopes,
    @Nullable List<String> roles,
    @Nullable List<SeedPerson> people,
    @Nullable List<SeedSpace> workspaces,
    @Nullable List<SeedFile> files,
    @Nullable Map<String, String> switches,
    @Nullable String now) {

  /**
   * Somebody.
   *
   * @param owner {@code other} for a user of another organization, {@code elsewhere} for one who is
   *     not in this one at all
   */
  record SeedPerson(
      String username,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable String displayName,
      @Nullable String email,
      @Nullable String status,
      @Nullable String owner,
      @Nullable List<String> roles) {}

  /** A workspace, with the roles of each member and the members of each group. */
  record SeedSpace(
      String name,
      @Nullable List<String> roles,
      @Nullable Map<String, List<String>> members,
      @Nullable Map<String, List<String>> groups) {}

  /** A file with the permission of each user, or group as {@code workspace / group}. */
  record SeedFile(
      String id, String family, String name, @Nullable Map<String, String> permissions) {}

  private static final OrganizationState.Named NAMED =
      new OrganizationState.Named("5d9c0c4e-6f0a-4f55-9d0e-3f0f7e1b2a10", "Example Audit");

  private static final OrganizationState.Client CLIENT =
      new OrganizationState.Client("sandbox-client", "sandbox-secret");

  private static final List<String> SCOPES =
      List.of(
          "organization:read", "organization:write", "file:read", "file:write", "activity:read");

  /** That of a file; the sample where there is none. */
  static OrganizationState read(Optional<Path> file, Instant clock) {
    String name = file.map(Object::toString).orElse("sample");
    if (file.filter(each -> !Files.isReadable(each)).isPresent()) {
      throw new SandboxException(name + ": there is no such seed file");
    }
    try (InputStream in =
        file.isPresent()
            ? Files.newInputStream(file.get())
            : OrganizationSeed.class.getResourceAsStream("sample-organization.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SandboxJson.mapper()
          .readerFor(OrganizationSeed.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .<OrganizationSeed>readValue(text)
          .state(name, clock);
    } catch (UnrecognizedPropertyException e) {
      throw new SandboxException(
          name
              + " (line "
              + e.getLocation().getLineNr()
              + "): unknown name '"
              + e.getPropertyName()
              + "'"
              + NearestName.hint(e.getPropertyName(), names(e)),
          e);
    } catch (MismatchedInputException e) {
      throw new SandboxException(
          name + " (line " + e.getLocation().getLineNr() + "): " + wrongKind(e), e);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new SandboxException(
          name + (line > 0 ? " (line " + line + ")" : "") + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw file.isPresent()
          ? new SandboxException(name + ": cannot be read: " + e.getMessage(), e)
          : new UncheckedIOException(e);
    }
  }

  private static List<String> names(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
  }

  /** Without the names of our classes. */
  private static String wrongKind(MismatchedInputException e) {
    String where =
        e.getPath().stream()
            .map(step -> step.getPropertyName() == null ? "[]" : "." + step.getPropertyName())
            .collect(Collectors.joining());
    return (where.isEmpty() ? "this" : where.replaceFirst("^\\.", ""))
        + " is not of the kind that belongs here; look at sample-data/audit-organization.json";
  }

  private OrganizationState state(String name, Instant clock) {
    OrganizationState state =
        OrganizationState.empty(
            organization == null ? NAMED : organization,
            client == null ? CLIENT : client,
            scopes == null ? SCOPES : scopes);
    if (now != null) {
      state.counters().put(OrganizationService.OFFSET, offset(name, clock));
    }
    Filling filling = new Filling(state, name);
    OrganizationIds ids = new OrganizationIds(state);
    all(roles).forEach(role -> state.roles().put(ids.role(), role));
    all(people).forEach(filling::person);
    all(workspaces).forEach(filling::space);
    all(files).forEach(filling::file);
    if (switches != null) {
      state.turn(switches);
    }
    return state;
  }

  private long offset(String name, Instant clock) {
    try {
      return Duration.between(clock, Instant.parse(String.valueOf(now))).toMillis();
    } catch (DateTimeException e) {
      throw new SandboxException(
          name + ": now should be a time such as 2026-11-30T09:00:00Z, not '" + now + "'", e);
    }
  }

  private static <T> List<T> all(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> Map<String, T> all(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }

  /** A state being filled by names, of which each must be there. */
  private static final class Filling {
    private final OrganizationState state;
    private final OrganizationIds ids;
    private final String seed;
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();

    Filling(OrganizationState state, String seed) {
      this.state = state;
      this.ids = new OrganizationIds(state);
      this.seed = seed;
    }

    void person(SeedPerson person) {
      String id = ids.user();
      people.put(person.username(), id);
      String given = or(person.givenName(), "");
      String family = or(person.familyName(), "");
      state
          .people()
          .put(
              id,
              new Person(
                  id,
                  person.username(),
                  given,
                  family,
                  or(person.displayName(), (given + " " + family).strip()),
                  or(person.email(), person.username()),
                  or(person.status(), "active"),
                  person.owner() != null));
      if (or(person.owner(), "").equals("elsewhere")) {
        state.elsewhere().add(id);
      }
      Set<String> held = state.rolesOf(id);
      all(person.roles()).forEach(role -> held.add(id(state.roles(), role, "role")));
    }

    void space(SeedSpace seed) {
      Space space =
          new Space(
              ids.workspace(),
              seed.name(),
              new LinkedHashMap<>(),
              new LinkedHashMap<>(),
              new LinkedHashMap<>());
      state.spaces().put(space.id(), space);
      all(seed.roles()).forEach(role -> space.roles().put(ids.role(), role));
      circle(space, OrganizationState.EVERYBODY, List.of());
      all(seed.members())
          .forEach(
              (username, roles) -> {
                Seat seat = OrganizationSpaces.addTo(state, space, known(people, username));
                roles.forEach(role -> seat.roles().add(id(space.roles(), role, "workspace role")));
              });
      all(seed.groups()).forEach((name, members) -> circle(space, name, members));
    }

    private void circle(Space space, String name, List<String> members) {
      Set<String> in = new LinkedHashSet<>();
      members.forEach(username -> in.add(known(people, username)));
      Circle circle = new Circle(ids.group(), name, in);
      space.circles().put(circle.id(), circle);
      groups.put(space.name() + " / " + name, circle.id());
    }

    void file(SeedFile seed) {
      Map<String, String> permissions = new LinkedHashMap<>();
      all(seed.permissions())
          .forEach(
              (principal, permission) ->
                  permissions.put(
                      people.containsKey(principal)
                          ? known(people, principal)
                          : known(groups, principal),
                      id(OrganizationState.PERMISSIONS, permission, "permission")));
      state.files().put(seed.id(), new Sheet(seed.id(), seed.family(), seed.name(), permissions));
    }

    private String known(Map<String, String> ids, String name) {
      String id = ids.get(name);
      if (id == null) {
        throw new SandboxException(
            seed + ": there is no '" + name + "'" + NearestName.hint(name, ids.keySet()));
      }
      return id;
    }

    private String id(Map<String, String> byId, String name, String what) {
      return byId.entrySet().stream()
          .filter(each -> each.getValue().equals(name))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow(
              () ->
                  new SandboxException(
                      "%s: there is no %s '%s'%s"
                          .formatted(seed, what, name, NearestName.hint(name, byId.values()))));
    }

    private static String or(@Nullable String text, String otherwise) {
      return text == null ? otherwise : text;
    }
  }
}
