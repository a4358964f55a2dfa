package dev.rollcall.sandbox.scim;

import tools.jackson.databind.node.ObjectNode;

/** What the stand-in says of itself. */
record ScimDiscovery(ScimState state) {

  private static final String URN = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

  ScimReply answer(ScimAsk ask) {
    if (!ask.method().equals("GET") || ask.parts().size() > 1) {
      throw ScimRefusal.absent(ask.path());
    }
    return switch (state.behaviour().of(ScimSwitch.DISCOVERY)) {
      case "absent" -> throw ScimRefusal.absent(ask.path());
      case "forbidden" -> throw new ScimRefusal(403, "", "not for you");
      case "page" ->
          new ScimReply(200, java.util.Map.of("Content-Type", "text/html"), "<html></html>");
      case "lying" -> ScimEntrance.json(200, config(true), state);
      default -> ScimEntrance.json(200, config(false), state);
    };
  }

  /** Where it lies, it says of each the opposite of what is so. */
  private ObjectNode config(boolean isLie) {
    ObjectNode config = ScimJson.object();
    config.putArray("schemas").add(URN);
    boolean patches = !state.is(ScimSwitch.CHANGING_USERS, "put");
    boolean filters = state.is(ScimSwitch.FILTERS, "honoured");
    boolean versions = state.is(ScimSwitch.ETAGS, "weak");
    boolean cursors = !state.is(ScimSwitch.PAGING, "index");
    config.putObject("patch").put("supported", patches != isLie);
    config.putObject("bulk").put("supported", isLie);
    config.putObject("filter").put("supported", filters != isLie).put("maxResults", 200);
    config.putObject("etag").put("supported", versions != isLie);
    config.putObject("sort").put("supported", isLie);
    config.putObject("changePassword").put("supported", isLie);
    config
        .putObject("pagination")
        .put("cursor", cursors != isLie)
        .put("index", state.is(ScimSwitch.PAGING, "cursor") == isLie);
    return config;
  }
}
