package dev.rollcall.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads faults from the JSON of a control request: one object, or an array of them. */
final class FaultReader {

  private FaultReader() {}

  static List<InjectedFault> read(JsonNode node) {
    List<InjectedFault> faults = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> faults.add(one(each)));
    } else {
      faults.add(one(node));
    }
    return faults;
  }

  private static InjectedFault one(JsonNode node) {
    Map<String, String> headers = new LinkedHashMap<>();
    node.path("headers")
        .properties()
        .forEach(each -> headers.put(each.getKey(), each.getValue().asString("")));
    InjectedFault.Effect effect = effect(node.path("effect").asString("status"));
    int status = node.path("status").asInt(0);
    boolean needsStatus =
        effect == InjectedFault.Effect.STATUS || effect == InjectedFault.Effect.STATUS_AFTER;
    return new InjectedFault(
        node.path("method").asString("*"),
        node.path("path").asString("*"),
        node.path("containing").asString(""),
        node.path("nth").asInt(1),
        times(node.path("times")),
        effect,
        needsStatus && status == 0 ? 500 : status,
        headers,
        node.path("body").isString() ? Optional.of(node.path("body").asString()) : Optional.empty(),
        Duration.parse(node.path("delay").asString("PT0S")));
  }

  private static int times(JsonNode node) {
    return node.asString("").equals("always") ? InjectedFault.ALWAYS : node.asInt(1);
  }

  /** An effect as it is written in JSON, e.g. {@code reset-after}. */
  private static InjectedFault.Effect effect(String key) {
    return Arrays.stream(InjectedFault.Effect.values())
        .filter(each -> key(each).equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new SandboxException(
                    "there is no effect '"
                        + key
                        + "'"
                        + NearestName.hint(
                            key,
                            Arrays.stream(InjectedFault.Effect.values())
                                .map(FaultReader::key)
                                .toList())));
  }

  private static String key(InjectedFault.Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
