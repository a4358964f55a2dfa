package dev.rollcall.sandbox.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, filtered and in pages. */
record ScimLists(ScimState state, ScimType type, UnaryOperator<ObjectNode> shown) {

  private static final String URN = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
  private static final int USUAL = 100;
  private static final int MOST = 200;

  ScimReply list(ScimAsk ask) {
    checkParameters(ask);
    List<ObjectNode> found = found(ask.parameter("filter"));
    boolean byCursor = isByCursor(ask);
    int start = byCursor ? cursor(ask) : index(ask);
    int end = Math.min(found.size(), start + page(ask));
    List<ObjectNode> page = start >= found.size() ? List.of() : found.subList(start, end);
    ObjectNode list = ScimJson.object();
    list.putArray("schemas").add(URN);
    if (state.is(ScimSwitch.TOTAL, "right")) {
      list.put("totalResults", found.size());
    }
    list.put("itemsPerPage", page.size());
    if (!byCursor) {
      list.put("startIndex", start + 1);
    } else if (end < found.size()) {
      list.put("nextCursor", "after-" + end);
    }
    rows(list, page, ask.parameter("excludedAttributes"));
    return ScimEntrance.json(200, list, state);
  }

  private static void checkParameters(ScimAsk ask) {
    List<String> known = List.of("filter", "startIndex", "count", "cursor", "excludedAttributes");
    ask.query().keySet().stream()
        .filter(each -> !known.contains(each))
        .findFirst()
        .ifPresent(
            each -> {
              throw ScimRefusal.syntax("unknown parameter " + each);
            });
  }

  private List<ObjectNode> found(Optional<String> filter) {
    if (filter.isEmpty() || state.is(ScimSwitch.FILTERS, "ignored")) {
      return visible();
    }
    if (state.is(ScimSwitch.FILTERS, "refused")) {
      throw new ScimRefusal(400, "invalidFilter", "filters are not supported");
    }
    ScimFilter parsed = ScimFilter.parse(filter.get());
    type.checkFilter(parsed);
    return visible().stream().filter(parsed::fits).toList();
  }

  private List<ObjectNode> visible() {
    return type.store().all().stream().filter(each -> !isHidden(each)).toList();
  }

  private boolean isHidden(ObjectNode row) {
    return state.is(ScimSwitch.TAKEN_USERS, "hidden")
        && row.path("title").asString("").equals("elsewhere");
  }

  private boolean isByCursor(ScimAsk ask) {
    return switch (state.behaviour().of(ScimSwitch.PAGING)) {
      case "index" -> false;
      case "cursor" -> true;
      default -> ask.parameter("cursor").isPresent();
    };
  }

  private static int cursor(ScimAsk ask) {
    String cursor = ask.parameter("cursor").orElse("");
    if (cursor.isEmpty()) {
      return 0;
    }
    if (!cursor.matches("after-\\d{1,8}")) {
      throw new ScimRefusal(400, "invalidCursor", "unknown cursor");
    }
    return Integer.parseInt(cursor.substring(cursor.indexOf('-') + 1));
  }

  private static int index(ScimAsk ask) {
    return Math.max(1, ask.parameter("startIndex").map(ScimLists::number).orElse(1)) - 1;
  }

  private int page(ScimAsk ask) {
    int asked = ask.parameter("count").map(ScimLists::number).orElse(USUAL);
    int most = state.behaviour().number(ScimSwitch.PAGE).orElse(MOST);
    return Math.max(0, Math.min(asked, most));
  }

  private static int number(String text) {
    if (!text.matches("-?\\d{1,9}")) {
      throw ScimRefusal.value("no number: " + text);
    }
    return Integer.parseInt(text);
  }

  private void rows(ObjectNode list, List<ObjectNode> page, Optional<String> without) {
    if (page.isEmpty()) {
      switch (state.behaviour().of(ScimSwitch.NO_VALUES)) {
        case "absent" -> {}
        case "null" -> list.putNull("Resources");
        default -> list.putArray("Resources");
      }
      return;
    }
    ArrayNode rows = list.putArray("Resources");
    boolean isWithoutMembers =
        without.filter(each -> each.toLowerCase(Locale.ROOT).contains("members")).isPresent();
    for (ObjectNode row : page) {
      ObjectNode told = shown.apply(row);
      if (isWithoutMembers) {
        told.remove("members");
      }
      rows.add(told);
    }
  }
}
