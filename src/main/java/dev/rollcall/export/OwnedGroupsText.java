package dev.rollcall.export;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.yaml.References;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.report.roster.RosterColumns;
import dev.rollcall.starter.YamlWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of a job file, each with what it may do.
 *
 * @param leftOut what a job file cannot say of them
 */
record OwnedGroupsText(String text, List<Problem> leftOut) {

  /** Writes all of them. */
  static OwnedGroupsText of(Collection<Group> groups, Vocabulary vocabulary) {
    Writing writing = new Writing(vocabulary);
    groups.forEach(writing::add);
    return new OwnedGroupsText(
        writing.text.isEmpty() ? "" : "groups:\n" + writing.text, writing.leftOut);
  }

  private static final class Writing {

    private final Vocabulary vocabulary;
    private final StringBuilder text = new StringBuilder();
    private final List<Problem> leftOut = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();

    private Writing(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    void add(Group group) {
      String name = group.resource().toString();
      String twin = seen.putIfAbsent(Naming.look(name), name);
      if (twin != null) {
        leaveOut(name, "looks like \"" + twin + "\": left out of groups: in the job file");
      } else if (References.in(name)) {
        leaveOut(name, "has ${ in its name: left out of groups: in the job file");
      } else {
        write(group);
      }
    }

    private void leaveOut(String name, String why) {
      leftOut.add(new Problem("group \"" + name + "\"", why, "give it another name"));
    }

    private void write(Group group) {
      String body = description(group) + rights(group);
      text.append("  ").append(YamlWord.quoted(key(group)));
      text.append(body.isEmpty() ? ": {}\n" : ":\n" + body);
    }

    /**
     * One that a line cannot say, or that looks like a reference, is left out: it stays as it is.
     */
    private static String description(Group group) {
      String description = group.description().strip();
      boolean isPlain = description.equals(Naming.tidy(description));
      return description.isEmpty() || !isPlain || References.in(description)
          ? ""
          : "    description: " + YamlWord.quoted(description) + "\n";
    }

    /** A name alone is taken as it is; beside what it lies in it has to be told from that. */
    private static String key(Group group) {
      return group.resource().container().isPresent()
          ? RosterColumns.written(group.resource())
          : group.name();
    }

    /** What it may do, of each kind that a group can hold. */
    private String rights(Group group) {
      if (group.rights().stream().anyMatch(Writing::isReference)) {
        leaveOut(
            group.resource().toString(),
            "may do something whose name has ${ in it: what it may do is left out of the job file");
        return "";
      }
      return vocabulary.kinds().stream()
          .filter(kind -> kind.isHeldBy(Kind.Holder.GROUP) && kind.column().isPresent())
          .map(kind -> rights(group, kind))
          .collect(joining());
    }

    private static String rights(Group group, Kind kind) {
      String key = kind.column().orElseThrow().key();
      List<String> items =
          group.rights().stream()
              .filter(right -> right.kind() == kind)
              .map(right -> kind.container().isPresent() ? project(right) : inAWord(right))
              .toList();
      return items.isEmpty()
          ? "    " + key + ": []\n"
          : items.stream().collect(joining("", "    " + key + ":\n", ""));
    }

    private static String inAWord(Entitlement right) {
      return "      - " + YamlWord.quoted(RosterColumns.item(right)) + "\n";
    }

    private static boolean isReference(Entitlement right) {
      return References.in(right.on().name()) || right.level().filter(References::in).isPresent();
    }

    private static String project(Entitlement right) {
      return "      - { project: %s, environment: %s, role: %s }\n"
          .formatted(
              YamlWord.quoted(right.on().name()),
              YamlWord.quoted(right.on().container().orElseThrow().name()),
              YamlWord.quoted(right.level().orElseThrow()));
    }
  }
}
