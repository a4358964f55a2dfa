package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.SandboxJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Lists page by page, each naming the next by an opaque link. */
final class AdminPages {

  private static final int MOST = 1000;
  private static final String SIZE = "$maxpagesize";
  private static final String NEXT = "$next";
  private static final String FILTER = "$filter";

  private final OrganizationState state;
  private int turns;

  AdminPages(OrganizationState state) {
    this.state = state;
  }

  /** The page that is asked for. */
  Answer of(AdminCall call, List<Map<String, Object>> rows) {
    call.only(SIZE, NEXT, FILTER, "$expand");
    if (!call.parameter(FILTER).isEmpty() && state.is(OrganizationSwitch.FILTER, "400")) {
      throw AdminRefusal.bad("The filter is not supported.", FILTER);
    }
    int size = size(call.parameter(SIZE));
    int from = from(call.parameter(NEXT), call);
    List<Map<String, Object>> all = ordered(rows, from);
    int to = Math.min(all.size(), from + size);
    Map<String, Object> page =
        SandboxJson.object("data", all.subList(Math.min(from, all.size()), to));
    if (to < all.size()) {
      page.put("@nextLink", link(call, to, size));
    } else if (state.is(OrganizationSwitch.LAST_LINK, "null")) {
      page.put("@nextLink", null);
    }
    return Answer.json(page);
  }

  /** Between two readings, rows may come in another order; within one they do not. */
  private List<Map<String, Object>> ordered(List<Map<String, Object>> rows, int from) {
    if (!state.is(OrganizationSwitch.PAGE_ORDER, "turning") || rows.isEmpty()) {
      return rows;
    }
    turns += from == 0 ? 1 : 0;
    List<Map<String, Object>> turned = new ArrayList<>(rows);
    Collections.rotate(turned, turns);
    return turned;
  }

  private static int size(String given) {
    if (given.isEmpty()) {
      return MOST;
    }
    int size = number(given, SIZE);
    if (size < 1 || size > MOST) {
      throw AdminRefusal.bad("The page size must be 1 to 1000.", SIZE);
    }
    return size;
  }

  private static int number(String text, String target) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw AdminRefusal.bad("This is no number.", target);
    }
  }

  private static int from(String cursor, AdminCall call) {
    if (cursor.isEmpty()) {
      return 0;
    }
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw AdminRefusal.bad("The cursor is not one of ours.", NEXT);
    }
    String[] parts = text.split("@", 2);
    if (parts.length != 2 || !parts[1].equals(call.request().path())) {
      throw AdminRefusal.bad("The cursor is of another list.", NEXT);
    }
    return number(parts[0], NEXT);
  }

  private String link(AdminCall call, int next, int size) {
    String path = call.request().path();
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((next + "@" + path).getBytes(StandardCharsets.UTF_8));
    String rooted = path + "?%24next=" + cursor + "&%24maxpagesize=" + size;
    return switch (state.of(OrganizationSwitch.NEXT_LINK)) {
      case "rooted" -> rooted;
      case "cursor" -> cursor;
      default -> call.host() + rooted;
    };
  }
}
