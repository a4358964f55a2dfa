package dev.rollcall.starter;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.spec.StandInVendor;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The text of a job file to begin with, put together part by part. */
final class StarterJobText {

  private static final int MOST_NAMES = 40;
  private static final int LONGEST_QUESTION = 1_000;

  private final DetectedSource candidate;
  private final Survey survey;
  private final Path jobFile;
  private final StringBuilder out = new StringBuilder();

  StarterJobText(DetectedSource candidate, Survey survey, Path jobFile) {
    this.candidate = candidate;
    this.survey = survey;
    this.jobFile = jobFile;
  }

  String all(LocalDate today) {
    head(today);
    source();
    rules();
    groups();
    target();
    limits();
    return out.toString();
  }

  List<String> found() {
    List<String> found = new ArrayList<>();
    found.add(
        survey.rows
            + (survey.rows == 1 ? " row" : " rows")
            + " in "
            + candidate.label()
            + (survey.badRows == 0 ? "" : ", of which " + survey.badRows + " cannot be used yet"));
    candidate.yaml().stream()
        .filter(key -> key.startsWith("# the sheets"))
        .map(key -> key.substring(2))
        .forEach(found::add);
    survey.choice.mapping.forEach((field, column) -> found.add(field + " from " + column));
    return found;
  }

  private void head(LocalDate today) {
    line("# A job file to begin with, written by rollcall init on " + today + ".");
    line("# " + YamlWord.comment(found().get(0)) + ".");
    line("#");
    line("# What it could not answer; answer it here, then take the question away:");
    for (int i = 0; i < survey.questions.all().size(); i++) {
      line(
          "#   %s. %s"
              .formatted(i + 1, YamlWord.comment(survey.questions.all().get(i), LONGEST_QUESTION)));
    }
    line("#");
    line("# Then:  rollcall validate " + jobFile + "     everything that is wrong with it");
    line("#        rollcall roster " + jobFile + "       who is to hold what");
    line("#        rollcall plan " + jobFile + "         what sync would do; writes nothing");
    line("name: " + candidate.name());
    line("time-zone: UTC                     # of dates in the roster, e.g. Europe/Berlin");
    line("");
  }

  private void source() {
    line("sources:");
    line("  - name: " + candidate.name());
    candidate.yaml().forEach(key -> line("    " + key));
    if (survey.isOfAssignments()) {
      line("    shape: assignments             # a row is one assignment, not one person");
    }
    survey.remarks.forEach(remark -> line("    # noticed: " + YamlWord.comment(remark)));
    if (survey.isOfKnownLayout()) {
      line("    # No columns: here, for they and their words are known. They are read like this:");
      survey.choice.mapping.forEach((field, column) -> line("    #   " + field + ": " + column));
      line("");
      return;
    }
    line("    columns:                       # roster field: header, list of headers, or template");
    survey.choice.mapping.forEach((field, column) -> line("      " + field + ": " + column));
    survey
        .ownHeaders()
        .forEach(
            (key, headers) ->
                line(
                    "      %s: [%s]"
                        .formatted(
                            key, headers.stream().map(YamlWord::of).collect(joining(", ")))));
    survey.choice.offered.forEach((field, column) -> line("      # " + field + ": " + column));
    status();
    line("");
  }

  private void status() {
    StatusChoice words = survey.status;
    boolean known = !words.active.isEmpty() || !words.left.isEmpty();
    if (known) {
      line("    status:                        # words found in the data, and what they mean");
      if (!words.active.isEmpty()) {
        line("      active: " + YamlWord.list(words.active));
      }
      if (!words.left.isEmpty()) {
        line("      left: " + YamlWord.list(words.left));
      }
    }
    words.unknown.forEach(
        (word, count) ->
            line(
                "      # active or left? %s (%s%s"
                    .formatted(
                        YamlWord.comment(YamlWord.of(word)),
                        count,
                        count == 1 ? " row)" : " rows)")));
  }

  private void rules() {
    List<RosterColumn> attributes = survey.attributes();
    line(
        "# Who gets what because of who they are; the first match wins per environment and project.");
    if (!attributes.isEmpty()) {
      line("# Columns that rules could look at, with their values and how often they occur:");
    }
    for (RosterColumn column : attributes) {
      String values =
          column.counts().stream()
              .map(each -> each.getKey() + " " + each.getValue())
              .collect(joining(", "));
      line("#   " + access(column.header()) + ": " + YamlWord.comment(values));
    }
    Map.Entry<String, String> example =
        attributes.isEmpty()
            ? Map.entry("person.department", "Finance")
            : Map.entry(
                access(attributes.get(0).header()), attributes.get(0).counts().get(0).getKey());
    line("# rules:");
    line("#   - name: First rule");
    line(
        "#     when: "
            + YamlWord.comment(example.getKey() + " == " + YamlWord.quoted(example.getValue())));
    line("#     grant: " + survey.vendor().grant());
    line("");
  }

  /** As a condition names it. */
  private static String access(String header) {
    String key = header.strip().toLowerCase(Locale.ROOT);
    String identifier = key.replaceAll("[^\\p{Alnum}]+", "_");
    return identifier.matches("[a-z_][a-z0-9_]*")
        ? "person." + identifier
        : "person[" + YamlWord.quoted(key) + "]";
  }

  private void groups() {
    survey.roles.forEach(
        (environment, roles) -> line("# Roles in " + environment + ": " + names(roles)));
    if (!survey.projects.isEmpty()) {
      line("# Projects: " + names(survey.projects));
    }
    if (!survey.groups.isEmpty()) {
      line("# Groups: " + names(survey.groups));
      line("# Those that Rollcall is to create where they are missing belong here:");
      line("# groups:");
      line("#   " + YamlWord.of(survey.groups.first()) + ": " + survey.vendor().group());
    }
    if (!survey.roles.isEmpty() || !survey.projects.isEmpty() || !survey.groups.isEmpty()) {
      line("");
    }
  }

  private static String names(Collection<String> names) {
    String some = names.stream().limit(MOST_NAMES).map(YamlWord::of).collect(joining(", "));
    return YamlWord.comment(
        names.size() > MOST_NAMES ? some + " and " + (names.size() - MOST_NAMES) + " more" : some);
  }

  private void target() {
    line(
        "target:                            # a stand-in in this process: nothing outside is touched");
    StandInVendor vendor = survey.vendor();
    line("  type: sandbox");
    if (vendor != StandInVendor.USUAL) {
      line("  vendor: " + vendor);
    }
    line("  state: " + YamlWord.of(beside(".rollcall/" + candidate.name() + "-workspace.json")));
    List<String> unsaid = survey.isOfKnownLayout() ? vendor.unsaid() : List.of();
    unsaid.forEach(each -> line("  " + each));
    line("# The real %s, in place of the stand-in:".formatted(vendor.vocabulary().tenant()));
    line("# target:");
    vendor.proposal().forEach(each -> line("#   " + each));
    unsaid.forEach(each -> line("#   " + each));
    if (vendor.vocabulary().fedBy(RightsColumn.ROLES).isPresent()) {
      tokens();
    }
    vendor
        .alternative()
        .ifPresent(
            other -> {
              line("# Or %s:".formatted(other.vocabulary().tenant().indefinite()));
              line("# target:");
              other.proposal().forEach(each -> line("#   " + each));
            });
    line("");
  }

  private void tokens() {
    TreeSet<String> environments = new TreeSet<>(List.of("dev", "prod"));
    survey.choice.mapping.keySet().stream()
        .filter(field -> field.startsWith("role."))
        .forEach(field -> environments.add(field.substring("role.".length())));
    line(
        "#   tokens: "
            + environments.stream()
                .map(each -> each + ": \"${env:" + tokenVariable(each) + "}\"")
                .collect(joining(", ", "{ ", " }")));
  }

  private static String tokenVariable(String environment) {
    return (TargetSpec.PROPOSED + "_TOKEN_" + environment).toUpperCase(Locale.ROOT);
  }

  private void limits() {
    line("scope:                             # all else is foreign: never planned, only counted");
    line("  emails: " + survey.domains.yaml());
    if (!survey.domains.told().isEmpty()) {
      line("  # people of each domain: " + YamlWord.comment(survey.domains.told()));
    }
    Vocabulary vocabulary = survey.vendor().vocabulary();
    out.append(
        """

        policy:
          left: %2$s
          absent: report                   # in the %1$s, in no roster: report | %3$s | remove
          extra: revoke                    # what people hold beyond the roster: revoke | keep

        safety:
          protected: []                    # %4$swhoever must never lose access
          seats: 100                       # how many people the %1$s has room for
          removals: { share: 10%%, count: 25 }

        """
            .formatted(
                vocabulary.tenant(),
                canSuspend()
                    ? "suspend                    # suspend | remove | report"
                    : "memberships                # memberships | remove | report",
                canSuspend() ? "suspend" : "memberships",
                vocabulary.owned() ? "the owner, and " : ""));
    line("repository: " + YamlWord.quoted("jdbc:h2:file:" + beside("./.rollcall/runs")));
    line("report: { folder: " + YamlWord.of(beside("reports")) + ", formats: [html, json, csv] }");
  }

  private boolean canSuspend() {
    return survey.vendor().vocabulary().suspension() != Vocabulary.Suspension.NONE;
  }

  /** A path beside the folder of job files, or beside the job file where it has no such folder. */
  private String beside(String path) {
    Path folder = jobFile.toAbsolutePath().normalize().getParent();
    boolean jobs = folder != null && folder.endsWith("jobs");
    return jobs ? "../" + path.replaceFirst("^\\./", "") : path;
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
