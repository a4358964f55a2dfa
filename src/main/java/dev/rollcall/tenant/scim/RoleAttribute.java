package dev.rollcall.tenant.scim;

/**
 * An attribute of users that tells a role.
 *
 * @param schema the URN of the extension that it belongs to
 * @param name within the extension
 */
public record RoleAttribute(String schema, String name) {

  /**
   * As it is written in paths: {@code urn:…:WorkatoRole:workato_role}.
   *
   * @throws IllegalArgumentException where it is no such text
   */
  public static RoleAttribute parse(String text) {
    int colon = text.lastIndexOf(':');
    if (!text.startsWith("urn:") || colon < "urn:".length() || colon == text.length() - 1) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no attribute of an extension, such as urn:…:Role:role");
    }
    return new RoleAttribute(text.substring(0, colon), text.substring(colon + 1));
  }

  /** As it is written in paths. */
  String path() {
    return schema + ":" + name;
  }
}
