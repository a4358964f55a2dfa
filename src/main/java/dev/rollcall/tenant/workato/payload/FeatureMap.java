package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Privileges by feature, whatever shape they have: a list of privileges, the word {@code all}, or
 * an object that holds either. The vendor adds features and shapes over time, so that nothing here
 * is an error: what cannot be told in words is told by its name alone.
 */
final class FeatureMap {

  private static final String PRIVILEGES = "privileges";

  private FeatureMap() {}

  static Map<String, List<String>> read(JsonFields fields) {
    Map<String, List<String>> features = new LinkedHashMap<>();
    if (fields.isObject()) {
      object(fields, "", features);
    } else {
      fields.skip();
    }
    return features;
  }

  private static void object(
      JsonFields fields, String feature, Map<String, List<String>> features) {
    if (!feature.isEmpty()) {
      features.put(feature, List.of());
    }
    while (fields.next()) {
      String name = fields.name();
      boolean isOfFeature = name.equals(PRIVILEGES) && !feature.isEmpty();
      String called =
          feature.isEmpty() || isOfFeature
              ? feature + (isOfFeature ? "" : name)
              : feature + "." + name;
      if (fields.isObject()) {
        object(fields, called, features);
      } else {
        features.put(called, fields.texts());
      }
    }
  }
}
