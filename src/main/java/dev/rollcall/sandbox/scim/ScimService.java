package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.Behaviour;
import dev.rollcall.sandbox.IncomingRequest;
import dev.rollcall.sandbox.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The service that the stand-in plays. */
final class ScimService implements Service {

  private static final String BASE = "http://127.0.0.1" + ScimSandbox.PATH;

  /** What differs whenever anything was changed. */
  private record Standing(
      long users, long groups, Behaviour<ScimSwitch> behaviour, Duration offset) {}

  private final Lock lock = new ReentrantLock(true);
  private final ScimState state;
  private final InstantSource source;
  private final Consumer<String> keeping;
  private Duration offset;
  private Optional<Standing> kept = Optional.empty();

  /**
   * One that begins with a seed.
   *
   * @param source the time behind its own
   * @param keeping keeps what it holds, whenever that has changed
   */
  ScimService(ObjectNode seed, InstantSource source, Consumer<String> keeping) {
    this.source = source;
    this.keeping = keeping;
    this.state = new ScimState(seed, this::advance);
    this.offset =
        Optional.of(seed.path("now").asString(""))
            .filter(now -> !now.isEmpty())
            .map(now -> Duration.between(source.instant(), Instant.parse(now)))
            .orElseGet(() -> Duration.ofMillis(seed.path("clockOffsetMillis").asLong(0)));
  }

  @Override
  public <T> T alone(Supplier<T> action) {
    lock.lock();
    try {
      T result = action.get();
      Standing now =
          new Standing(
              state.users().changes(), state.groups().changes(), state.behaviour(), offset);
      if (!Optional.of(now).equals(kept)) {
        keeping.accept(stateJson());
        kept = Optional.of(now);
      }
      return result;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Answer answer(IncomingRequest request) {
    if (request.path().equals(ScimTokens.PATH)) {
      return state.tokens().answer(request, state.behaviour(), now());
    }
    if (!request.path().startsWith(ScimSandbox.PATH + "/")) {
      return Answer.html(404, "404 Not Found");
    }
    ScimReply reply =
        new ScimEntrance(state, BASE, now())
            .answer(
                ScimAsk.of(
                    request.method(),
                    request.path().substring(ScimSandbox.PATH.length()),
                    request.rawQuery(),
                    request.headers(),
                    request.body()));
    return Answer.empty(reply.status()).withText(reply.body()).withHeaders(reply.headers());
  }

  @Override
  public String pattern(IncomingRequest request) {
    return request.path().replaceAll("/(Users|Groups)/[^/]+$", "/$1/:id");
  }

  @Override
  public Set<String> patterns() {
    Set<String> patterns = new TreeSet<>(Set.of(ScimTokens.PATH));
    for (String type : ScimEntrance.ENDPOINTS) {
      patterns.add(ScimSandbox.PATH + "/" + type);
      patterns.add(ScimSandbox.PATH + "/" + type + "/:id");
    }
    return patterns;
  }

  @Override
  public String caller(IncomingRequest request) {
    return state.lets(request.authorization(), now()) ? "scim" : "";
  }

  @Override
  public Instant now() {
    return source.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void advance(Duration duration) {
    offset = offset.plus(duration);
  }

  @Override
  public void behave(Map<String, String> switches) {
    state.behave(state.behaviour().with(switches));
  }

  @Override
  public String stateJson() {
    ObjectNode whole = state.kept();
    whole.put("clockOffsetMillis", offset.toMillis());
    return ScimJson.write(whole);
  }

  @Override
  public String comparableState() {
    TreeSet<String> lines = new TreeSet<>();
    for (ObjectNode user : state.users().all()) {
      boolean isActive = user.path("active").asBoolean(true);
      lines.add("user " + name(user.path("id").asString("")) + (isActive ? "" : " suspended"));
      state
          .userSchema()
          .extensionsOf(user)
          .forEach(
              urn ->
                  user.path(urn)
                      .properties()
                      .forEach(
                          each ->
                              lines.add(
                                  "user "
                                      + name(user.path("id").asString(""))
                                      + " "
                                      + each.getKey()
                                      + " "
                                      + each.getValue().asString(""))));
    }
    for (ObjectNode group : state.groups().all()) {
      String display = group.path("displayName").asString("");
      lines.add("group " + display);
      group
          .path("members")
          .forEach(
              member ->
                  lines.add(
                      "group " + display + " has " + name(member.path("value").asString(""))));
    }
    return String.join("\n", lines);
  }

  private String name(String user) {
    return state.users().get(user).map(row -> row.path("userName").asString("")).orElse(user);
  }

  Map<String, String> roles() {
    return state.roles();
  }

  String token() {
    return state.token();
  }

  ScimTokens.Client client() {
    return state.tokens().client();
  }
}
