package dev.rollcall.export;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Config;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.starter.YamlWord;
import dev.rollcall.tenant.RoleList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of a tenant as the part of a job file that says the same of them. */
public final class RoleDefinitionsText {

  private final StringBuilder text = new StringBuilder();
  private final Vocabulary vocabulary;
  private final RoleList all;

  private RoleDefinitionsText(Vocabulary vocabulary, RoleList all) {
    this.vocabulary = vocabulary;
    this.all = all;
  }

  /**
   * The text.
   *
   * @param tenant what it is called
   */
  public static String of(String tenant, Vocabulary vocabulary, RoleList all) {
    RoleDefinitionsText written = new RoleDefinitionsText(vocabulary, all);
    written.line(
        0,
        "# What the custom roles of "
            + YamlWord.comment(tenant)
            + " let people do, to be put in a job file as it is.");
    written.line(0, "roles:");
    written.part("environment", RightsColumn.ROLES);
    written.part("project", RightsColumn.PROJECTS);
    return written.text.toString();
  }

  private void part(String key, RightsColumn column) {
    Optional<Kind> kind = vocabulary.fedBy(column).flatMap(Kind::role);
    if (kind.isEmpty()) {
      return;
    }
    List<RoleList.Role> roles =
        all.roles().stream().filter(role -> role.kind() == kind.get()).toList();
    Set<String> ambiguous = ambiguous(roles);
    List<RoleList.Role> ours =
        roles.stream()
            .filter(role -> role.config().isPresent())
            .filter(role -> !ambiguous.contains(Naming.tidy(role.name())))
            .toList();
    line(2, key + ":" + (ours.isEmpty() ? " {}" : ""));
    String others =
        roles.stream()
            .filter(role -> role.config().isEmpty())
            .map(role -> role.name() + (role.type().isEmpty() ? "" : " (" + role.type() + ")"))
            .collect(joining(", "));
    if (!others.isEmpty()) {
      comment("left out, for they are not this " + vocabulary.tenant() + "'s own: " + others);
    }
    if (!ambiguous.isEmpty()) {
      comment("left out, for there are several: " + String.join(", ", ambiguous));
    }
    ours.forEach(this::role);
  }

  private static Set<String> ambiguous(List<RoleList.Role> roles) {
    Set<String> once = new HashSet<>();
    return roles.stream()
        .map(role -> Naming.tidy(role.name()))
        .filter(name -> !once.add(name))
        .collect(toSet());
  }

  private void comment(String what) {
    line(4, "# " + YamlWord.comment(what));
  }

  private void role(RoleList.Role role) {
    line(4, YamlWord.of(Naming.tidy(role.name())) + ":");
    value(6, "config:", role.config().orElse(Config.NOTHING));
  }

  private void value(int indent, String beginning, Config value) {
    if (value instanceof Config.Keyed keyed && !keyed.values().isEmpty()) {
      line(indent, beginning);
      for (Map.Entry<String, Config> each : keyed.values().entrySet()) {
        value(indent + 2, YamlWord.of(each.getKey()) + ":", each.getValue());
      }
    } else if (value instanceof Config.Series series && isNested(series)) {
      line(indent, beginning);
      series.items().forEach(item -> line(indent + 2, "- " + inOneLine(item)));
    } else {
      line(indent, beginning + " " + inOneLine(value));
    }
  }

  private static boolean isNested(Config.Series series) {
    return series.items().stream().anyMatch(item -> !(item instanceof Config.Single));
  }

  /** JSON is YAML. */
  private static String inOneLine(Config value) {
    return value.json();
  }

  private void line(int indent, String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
  }
}
