package dev.rollcall.tenant.scim;

import java.util.ArrayList;
import java.util.List;

/** A company in which everything is to be done once, and others who are to lose nothing. */
final class ScimCompany {

  /**
   * Two join, one comes back, two leave, and all of a department changes groups; of those who are
   * not ours some are in the same groups.
   */
  static final String ROSTER =
      """
      Email,Name,Status,Groups
      new@example.com,New Face,active,Finance; Audit
      more@example.com,More Faces,active,Finance
      ana@example.com,Ana Silva,active,Finance
      bob@example.com,Bob Roy,active,Finance
      cem@example.com,Cem Ali,active,Finance; Audit
      dee@example.com,Dee Moe,active,Operations
      eve@example.com,Eve Ray,active,Operations
      fay@example.com,Fay Lin,active,Operations
      gus@example.com,Gus Orr,active,Operations
      hal@example.com,Hal Fox,left,
      ida@example.com,Ida Kay,left,
      joe@example.com,Joe Poe,active,Support
      """;

  private ScimCompany() {}

  /** As it is at first. */
  static String seed() {
    return seed("");
  }

  /** The same with something more. */
  static String seed(String more) {
    List<String> users = new ArrayList<>();
    for (String name :
        List.of("ana", "bob", "cem", "dee", "eve", "fay", "gus", "hal", "ida", "kim")) {
      users.add(user(name, "example.com", true));
    }
    users.add(user("joe", "example.com", false));
    for (String other : List.of("xan", "yma", "zoe")) {
      users.add(user(other, "example.net", true));
    }
    return "{ %s \"users\": [ %s ], \"groups\": [ %s, %s, %s, %s ] }"
        .formatted(
            more,
            String.join(", ", users),
            group("Finance", "dee", "eve", "fay", "gus", "hal", "xan", "yma"),
            group("Operations", "ana", "bob", "cem", "zoe"),
            group("Support", "ida", "xan"),
            group("Board", "kim", "xan"));
  }

  private static String user(String name, String host, boolean isActive) {
    return """
        { "id": "%s", "userName": "%s@%s", "active": %s,
          "name": { "givenName": "%s", "familyName": "Old" } }"""
        .formatted(name, name, host, isActive, name);
  }

  private static String group(String name, String... members) {
    List<String> all = new ArrayList<>();
    for (String member : members) {
      all.add("{ \"value\": \"" + member + "\" }");
    }
    return "{ \"id\": \"g-%s\", \"displayName\": \"%s\", \"members\": [ %s ] }"
        .formatted(name, name, String.join(", ", all));
  }
}
