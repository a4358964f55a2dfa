package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.tenant.workato.payload.DefinitionRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer says that a role lets people do, as a config. */
final class WireConfig {

  private WireConfig() {}

  /** That of a role; one that says nothing lets people do nothing. */
  static Config of(DefinitionRow row) {
    return row.config().map(WireConfig::of).orElse(Config.NOTHING);
  }

  private static Config of(Object value) {
    if (value instanceof Map<?, ?> values) {
      Map<String, Config> all = new LinkedHashMap<>();
      values.forEach((name, each) -> all.put((String) name, ofAny((Optional<?>) each)));
      return new Config.Keyed(all);
    }
    if (value instanceof List<?> items) {
      return new Config.Series(items.stream().map(each -> ofAny((Optional<?>) each)).toList());
    }
    if (value instanceof BigDecimal number) {
      return Config.number(number.toString());
    }
    return value instanceof Boolean truth ? Config.truth(truth) : Config.text((String) value);
  }

  /** A value that may be null. */
  static Config ofAny(Optional<?> value) {
    return value.map(WireConfig::of).orElseGet(Config::none);
  }
}
