package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user as it was read.
 *
 * @param email the user name, where it is an address; else the main one of the addresses
 * @param profile what it says by itself
 * @param isActive whether it is not suspended
 * @param roles what its attributes tell
 * @param groups the ids of those that it says it is in by itself; empty where it does not say
 */
record ScimUser(
    String id,
    String userName,
    Optional<Email> email,
    String name,
    Profile profile,
    boolean isActive,
    List<Entitlement> roles,
    List<String> groups) {

  static ScimUser read(ScimAttributes attributes, Map<String, RoleAttribute> roles) {
    return new ScimUser(
        attributes.text("id"),
        attributes.text("userName"),
        email(attributes),
        name(attributes),
        profile(attributes),
        attributes.flag("active").orElse(true),
        roles(attributes, roles),
        attributes.all("groups").stream()
            .filter(group -> !group.text("type").equalsIgnoreCase("indirect"))
            .map(group -> group.text("value"))
            .toList());
  }

  private static Optional<Email> email(ScimAttributes attributes) {
    List<ScimAttributes> addresses = attributes.all("emails");
    return Stream.of(
            Stream.of(attributes.text("userName")),
            addresses.stream()
                .filter(each -> each.flag("primary").orElse(false))
                .map(each -> each.text("value")),
            addresses.stream().map(each -> each.text("value")))
        .flatMap(each -> each)
        .flatMap(text -> parsed(text).stream())
        .findFirst();
  }

  private static Optional<Email> parsed(String text) {
    try {
      return Optional.of(Email.parse(text));
    } catch (MalformedEmail e) {
      return Optional.empty();
    }
  }

  private static Profile profile(ScimAttributes attributes) {
    ScimAttributes name = attributes.within("name");
    String given = name.text("givenName");
    String family = name.text("familyName");
    String display = attributes.text("displayName");
    // Where none is shown, it is made of the two.
    return new Profile(
        given, family, Optional.of(display.isBlank() ? (given + " " + family).strip() : display));
  }

  private static String name(ScimAttributes attributes) {
    ScimAttributes name = attributes.within("name");
    String both = (name.text("givenName") + " " + name.text("familyName")).strip();
    return Stream.of(both, name.text("formatted"), attributes.text("displayName"))
        .filter(each -> !each.isBlank())
        .findFirst()
        .orElse("");
  }

  private static List<Entitlement> roles(
      ScimAttributes attributes, Map<String, RoleAttribute> roles) {
    List<Entitlement> held = new ArrayList<>();
    roles.forEach(
        (environment, attribute) -> {
          String role = attributes.within(attribute.schema()).text(attribute.name());
          if (!role.isBlank() && !isNothing(role)) {
            held.add(ScimVocabulary.role(environment, role));
          }
        });
    return held;
  }

  private static boolean isNothing(String role) {
    return ScimVocabulary.ENVIRONMENT.levels().orElseThrow().isNothing(role);
  }

  /** Whether it is whose address this is. */
  boolean is(Email other) {
    return email.equals(Optional.of(other));
  }
}
