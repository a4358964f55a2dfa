package dev.rollcall.journal;

import dev.rollcall.model.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Configs in plans: as one text, so that nothing that a plan goes through writes them anew. */
final class ConfigCodec {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ConfigCodec() {}

  /** A config from its text. */
  static Config read(String text) {
    try {
      return of(JSON.readTree(text));
    } catch (JacksonException | NumberFormatException e) {
      throw new PlanCodec.Unreadable("\"config\" is not JSON");
    }
  }

  private static Config of(JsonNode json) {
    if (json.isObject()) {
      Map<String, Config> values = new LinkedHashMap<>();
      json.properties().forEach(each -> values.put(each.getKey(), of(each.getValue())));
      return new Config.Keyed(values);
    }
    if (json.isArray()) {
      List<Config> items = new ArrayList<>();
      json.forEach(item -> items.add(of(item)));
      return new Config.Series(items);
    }
    if (json.isNumber()) {
      return Config.number(json.asString());
    }
    if (json.isBoolean()) {
      return Config.truth(json.booleanValue());
    }
    if (json.isNull()) {
      return Config.none();
    }
    if (!json.isString()) {
      throw new PlanCodec.Unreadable("\"config\" is not JSON");
    }
    return Config.text(json.stringValue());
  }
}
