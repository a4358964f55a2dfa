package dev.rollcall.job;

import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.model.Problem;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What everybody of a spreadsheet is given whose row does not say something else.
 *
 * @param roles the role in each environment
 * @param groups to be a member of, beside those of the row
 */
public record GivenRights(SortedMap<PlaceName, String> roles, List<String> groups) {

  /** Nothing. */
  public static final GivenRights NONE = new GivenRights(new TreeMap<>(), List.of());

  /** The option that gives roles. */
  public static final String ROLE = "--role";

  /** The option that gives groups. */
  public static final String GROUPS = "--groups";

  /** What a command line came to, with what is wrong with it. */
  public record Parsed(GivenRights rights, List<Problem> problems) {
    /** Copies. */
    public Parsed {
      problems = List.copyOf(problems);
    }
  }

  /** Copies. */
  public GivenRights {
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    groups = List.copyOf(groups);
  }

  /**
   * Reads what was given.
   *
   * @param roles {@code dev=Member} each
   * @param groups names with {@code ;} or a line break between them
   */
  public static Parsed parse(List<String> roles, List<String> groups) {
    List<Problem> problems = new ArrayList<>();
    SortedMap<PlaceName, String> byEnvironment = new TreeMap<>();
    roles.forEach(text -> parseRole(text, byEnvironment, problems));
    Set<String> names = new LinkedHashSet<>();
    for (String text : groups) {
      List<String> named =
          Arrays.stream(text.split("[;\\r\\n]"))
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .toList();
      if (named.isEmpty()) {
        problems.add(new Problem(GROUPS, "names no group", "write --groups \"Group A; Group B\""));
      }
      names.addAll(named);
    }
    return new Parsed(new GivenRights(byEnvironment, List.copyOf(names)), problems);
  }

  private static void parseRole(
      String text, SortedMap<PlaceName, String> roles, List<Problem> problems) {
    int equals = text.indexOf('=');
    String environment = equals < 0 ? "" : text.substring(0, equals).strip();
    String role = text.substring(equals + 1).strip();
    if (environment.isEmpty() || role.isEmpty() || role.matches("(?s).*[\\r\\n].*")) {
      problems.add(
          new Problem(
              ROLE,
              "\"" + text.strip() + "\" is no role in an environment",
              "write --role dev=Member, once for each environment"));
    } else if (roles.putIfAbsent(new PlaceName(environment), role) != null) {
      problems.add(
          new Problem(
              at(environment, role),
              "there is a role for " + environment + " already",
              "give one for each environment"));
    }
  }

  /**
   * What of it cannot be given: roles where the vendor has none, and what takes something, which
   * nobody who is onboarded loses.
   */
  public List<Problem> impossible(Vocabulary vocabulary) {
    return vocabulary.fedBy(RightsColumn.ROLES).isPresent()
        ? taking(vocabulary)
        : roles.entrySet().stream()
            .limit(1)
            .map(
                each ->
                    new Problem(
                        at(each.getKey().name(), each.getValue()),
                        "there are no roles in environments in " + vocabulary.tenant().indefinite(),
                        "leave it out, and say it in the sheet below "
                            + String.join(" or ", RuleRights.keys(vocabulary))))
            .toList();
  }

  private List<Problem> taking(Vocabulary vocabulary) {
    return roles.entrySet().stream()
        .filter(each -> each.getKey().in(vocabulary).at(each.getValue()).isNoAccess())
        .map(
            each ->
                new Problem(
                    at(each.getKey().name(), each.getValue()),
                    "nothing is taken from people who are onboarded",
                    "leave it out"))
        .toList();
  }

  /** As a command line would have it: that is where the role stands. */
  static String at(String environment, String role) {
    return ROLE + " " + environment + "=" + role;
  }

  /** The place of a group. */
  static String at(String group) {
    return GROUPS + " " + group;
  }

  /** The same as arguments of a command line, from which they can be read again. */
  public List<String> arguments() {
    return Stream.concat(
            roles.entrySet().stream()
                .map(each -> ROLE + "=" + each.getKey() + "=" + each.getValue()),
            groups.stream().map(group -> GROUPS + "=" + group))
        .toList();
  }
}
