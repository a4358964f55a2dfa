package dev.rollcall.sandbox.scim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operation of a PATCH is about.
 *
 * @param filter which of several values; empty for all
 * @param within an attribute of it; empty for the whole
 */
record ScimPath(
    ScimAttribute attribute, Optional<ScimFilter> filter, Optional<ScimAttribute> within) {

  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z][\\w$-]*)(?:\\[(.*)])?(?:\\.([A-Za-z$]+))?");

  static ScimPath parse(String text, ScimSchema schema) {
    return extension(text, schema).orElseGet(() -> plain(text, schema));
  }

  private static Optional<ScimPath> extension(String text, ScimSchema schema) {
    return schema.extensions().stream()
        .filter(urn -> text.equals(urn) || text.startsWith(urn + ":"))
        .findFirst()
        .map(
            urn -> {
              ScimAttribute attribute = schema.attribute(urn).orElseThrow();
              Optional<ScimAttribute> within =
                  text.equals(urn)
                      ? Optional.empty()
                      : Optional.of(within(attribute, text.substring(urn.length() + 1)));
              return new ScimPath(attribute, Optional.empty(), within);
            });
  }

  private static ScimPath plain(String text, ScimSchema schema) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw ScimRefusal.path("no path: " + text);
    }
    ScimAttribute attribute =
        schema
            .attribute(parts.group(1))
            .orElseThrow(() -> ScimRefusal.path("unknown attribute " + parts.group(1)));
    Optional<ScimFilter> filter = Optional.ofNullable(parts.group(2)).map(ScimFilter::parse);
    if (filter.isPresent() && !attribute.isMany()) {
      throw ScimRefusal.path(attribute.name() + " has no values to choose from");
    }
    return new ScimPath(
        attribute,
        filter,
        Optional.ofNullable(parts.group(3)).map(name -> within(attribute, name)));
  }

  private static ScimAttribute within(ScimAttribute attribute, String name) {
    return attribute
        .in(name)
        .orElseThrow(() -> ScimRefusal.path("unknown attribute " + attribute.name() + "." + name));
  }

  boolean isMembers() {
    return attribute.name().equals("members");
  }
}
