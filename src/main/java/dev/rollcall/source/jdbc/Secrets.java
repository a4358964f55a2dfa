package dev.rollcall.source.jdbc;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a login must keep to itself, and how it is kept out of the messages of drivers. */
final class Secrets {

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|passwd|pwd|secret|token|key|credential).*");
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)([a-z]*(?:password|passwd|pwd|secret|token|key)[a-z]*\\s*=)([^&;)\\s]+)");
  private static final Pattern USER_INFO = Pattern.compile("(//|:thin:|:oci:)([^@\\s]*)@");

  /** Shorter ones stand in too many words to be looked for; where they belong they are hidden. */
  private static final int SHORTEST_SOUGHT = 4;

  private final Set<String> values = new LinkedHashSet<>();

  Secrets(Login login) {
    login.password().ifPresent(this::add);
    login.properties().entrySet().stream()
        .filter(property -> SECRET_NAME.matcher(property.getKey()).matches())
        .forEach(property -> add(property.getValue()));
    addAll(SETTING.matcher(login.url()));
    Matcher info = USER_INFO.matcher(login.url());
    while (info.find()) {
      String[] parts = info.group(2).split("[:/]", 2);
      add(parts[parts.length - 1]);
    }
  }

  private void addAll(Matcher settings) {
    while (settings.find()) {
      add(settings.group(2));
    }
  }

  private void add(String value) {
    if (value.length() >= SHORTEST_SOUGHT) {
      values.add(value);
      values.add(decoded(value));
    }
  }

  private static String decoded(String value) {
    try {
      return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** The text without any of them. */
  String hide(String text) {
    String hidden = SETTING.matcher(text).replaceAll("$1***");
    hidden = USER_INFO.matcher(hidden).replaceAll("$1***@");
    for (String value : values) {
      hidden = hidden.replace(value, "***");
    }
    return hidden;
  }
}
