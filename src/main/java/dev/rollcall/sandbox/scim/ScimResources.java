package dev.rollcall.sandbox.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of one type. */
record ScimResources(ScimState state, ScimType type, String base) {

  ScimReply answer(ScimAsk ask) {
    boolean isList = ask.parts().size() == 1;
    String method = ask.method();
    if (isList) {
      return switch (method) {
        case "GET" -> new ScimLists(state, type, this::shown).list(ask);
        case "POST" -> create(ask);
        default -> throw notOffered(method);
      };
    }
    String id = ask.parts().get(1);
    ObjectNode row =
        type.store().get(id).orElseThrow(() -> ScimRefusal.absent(type.name() + "/" + id));
    return switch (method) {
      case "GET" -> told(200, id, ask);
      case "PUT" -> change(ask, id, row, replaced(ask, id));
      case "PATCH" -> change(ask, id, row, patched(ask, row));
      case "DELETE" -> delete(ask, id);
      default -> throw notOffered(method);
    };
  }

  private ScimRefusal notOffered(String method) {
    return new ScimRefusal(
        Integer.parseInt(state.behaviour().of(ScimSwitch.NOT_OFFERED)),
        "",
        method + " is not supported");
  }

  private ScimReply create(ScimAsk ask) {
    ObjectNode body = ScimJson.read(ask.body());
    type.checkRequest(body);
    ObjectNode wanted = type.schema().checked(body, state.behaviour());
    String id = type.store().add(type.accepted(wanted, Optional.empty()));
    ScimReply told =
        state.is(ScimSwitch.CREATED, "nothing") ? ScimReply.nothing(201) : told(201, id, ask);
    return told.with("Location", location(id));
  }

  private ObjectNode replaced(ScimAsk ask, String id) {
    offered("PUT", "patch");
    ObjectNode body = ScimJson.read(ask.body());
    JsonNode said = body.remove("id");
    if (said != null && !said.asString("").equals(id)) {
      throw new ScimRefusal(400, "mutability", "id cannot be changed");
    }
    type.checkRequest(body);
    return type.schema().checked(body, state.behaviour());
  }

  private ObjectNode patched(ScimAsk ask, ObjectNode row) {
    offered("PATCH", "put");
    ObjectNode body = ScimJson.read(ask.body());
    type.checkRequest(body);
    return new ScimPatch(type.schema(), state.behaviour()).applied(row, body);
  }

  private void offered(String method, String otherAlone) {
    if (state.behaviour().of(type.changing()).equals(otherAlone)) {
      throw notOffered(method);
    }
  }

  private ScimReply change(ScimAsk ask, String id, ObjectNode before, ObjectNode wanted) {
    checkVersion(ask, id);
    ObjectNode after = type.accepted(wanted, Optional.of(before));
    after.put("id", id);
    String now = id;
    if (!after.equals(before)) {
      type.store().put(id, after);
      boolean isRenewed = type.name().equals("Groups") && state.is(ScimSwitch.IDS, "renewed");
      now = isRenewed ? type.store().renewed(id) : id;
    }
    return state.is(ScimSwitch.CHANGED, "204")
        ? versioned(ScimReply.nothing(204), now)
        : told(200, now, ask);
  }

  private ScimReply delete(ScimAsk ask, String id) {
    checkVersion(ask, id);
    type.delete(id);
    return ScimReply.nothing(204);
  }

  private void checkVersion(ScimAsk ask, String id) {
    Optional<String> expected = ask.header("If-Match").filter(each -> !each.equals("*"));
    boolean isBroken = state.is(ScimSwitch.ETAGS, "broken");
    boolean isChecked = isBroken || state.is(ScimSwitch.ETAGS, "weak");
    if (isChecked && expected.isPresent() && (isBroken || !expected.get().equals(version(id)))) {
      throw new ScimRefusal(412, "", "it has changed meanwhile");
    }
  }

  private ScimReply told(int status, String id, ScimAsk ask) {
    ObjectNode row = type.store().get(id).orElseThrow();
    ObjectNode shown = shown(row);
    ask.parameter("attributes").ifPresent(names -> narrow(shown, row, names));
    boolean isWithout =
        ask.parameter("excludedAttributes")
            .filter(each -> each.toLowerCase(Locale.ROOT).contains("members"))
            .isPresent();
    if (isWithout) {
      shown.remove("members");
    }
    return versioned(ScimEntrance.json(status, shown, state), id);
  }

  /** RFC 7644, 3.9: these alone, and what is always told. */
  private void narrow(ObjectNode shown, ObjectNode row, String names) {
    Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    named.addAll(List.of(names.split(",")));
    if (named.contains("members") && state.is(ScimSwitch.MEMBERS, "on-request")) {
      shown.set("members", row.path("members").deepCopy());
    }
    named.addAll(List.of("id", "schemas"));
    List<String> all = List.copyOf(shown.propertyNames());
    all.stream().filter(name -> !named.contains(name)).forEach(shown::remove);
  }

  private ScimReply versioned(ScimReply reply, String id) {
    return state.is(ScimSwitch.ETAGS, "none") ? reply : reply.with("ETag", version(id));
  }

  private String version(String id) {
    return "W/\"" + type.store().version(id) + "\"";
  }

  private String location(String id) {
    return base + "/" + type.name() + "/" + id;
  }

  /** One as it is told. */
  private ObjectNode shown(ObjectNode row) {
    String id = row.path("id").asString("");
    ObjectNode shown = ScimJson.object();
    shown.putArray("schemas").add(type.schema().urn());
    type.schema().extensionsOf(row).forEach(urn -> shown.withArrayProperty("schemas").add(urn));
    shown.setAll(type.shown(row));
    ObjectNode meta = shown.putObject("meta");
    meta.put("resourceType", type.name().replaceAll("s$", ""));
    meta.put("location", location(id));
    if (!state.is(ScimSwitch.ETAGS, "none")) {
      meta.put("version", version(id));
    }
    return shown;
  }
}
