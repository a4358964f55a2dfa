package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.workato.payload.Id;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lists by what they are noted as, for another process to find them again. */
record NotedLists(WorkatoContext context) {

  private static final String GROUP = "group";
  private static final String GRANTS = "grants";
  private static final String ROLES = "roles";

  static String group(Id group) {
    return GROUP + " " + group.text();
  }

  static String grants(String project, Environment environment) {
    return GRANTS + " " + encoded(environment.name()) + " " + encoded(project);
  }

  static String roles(Id member) {
    return ROLES + " " + member.text();
  }

  /** The list a reference is of; empty where there is none any more. */
  Optional<SharedList> of(String reference) {
    String[] words = reference.split(" ");
    return switch (words[0]) {
      case GROUP -> group(words[1]);
      case GRANTS -> grants(new Environment(decoded(words[1])), decoded(words[2]));
      case ROLES -> roles(words[1]);
      default -> Optional.empty();
    };
  }

  private Optional<SharedList> group(String id) {
    return context.index().groups().entrySet().stream()
        .filter(group -> group.getValue().text().equals(id))
        .findFirst()
        .map(group -> new GroupMemberList(context, group.getKey(), group.getValue(), true));
  }

  private Optional<SharedList> grants(Environment environment, String project) {
    return context
        .index()
        .location(project, environment)
        .map(place -> new ProjectGrantList(context, place.project(), environment, place.id()));
  }

  private Optional<SharedList> roles(String member) {
    return context
        .index()
        .email(Id.of(member))
        .flatMap(
            email ->
                context
                    .index()
                    .member(email)
                    .map(id -> new EnvironmentRoleList(context, email, id)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
