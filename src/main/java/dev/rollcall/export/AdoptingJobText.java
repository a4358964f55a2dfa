package dev.rollcall.export;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.spec.EmailGlob;
import dev.rollcall.job.spec.NameGlob;
import dev.rollcall.job.spec.ScopeSpec;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.starter.StarterJob;
import dev.rollcall.starter.YamlWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The text of a job file that reads an exported roster. Where to and how carefully it says as the
 * exported job does, word by word; whose and what is ours, by what was exported.
 *
 * @param leftOut what a job file cannot say
 */
record AdoptingJobText(String text, List<Problem> leftOut, List<String> remarks) {

  /** Puts it together. */
  static AdoptingJobText of(ExportOrder order, ExportedRoster roster) {
    OwnedGroupsText groups = OwnedGroupsText.of(roster.groups(), order.job().file().vocabulary());
    List<String> remarks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Path file = order.jobFile().orElseThrow();
    text.append("# Written by rollcall export, with the roster it reads.\n");
    text.append("# What is below the groups stands as in ");
    text.append(YamlWord.comment(order.job().label())).append(".\n");
    text.append("name: ").append(StarterJob.nameFor(file.toString())).append('\n');
    text.append(source(order, file));
    text.append("    columns:\n");
    roster.headers().forEach(each -> text.append(column(each)));
    text.append('\n');
    text.append(scope(order, roster, remarks)).append('\n');
    text.append(groups.text());
    JobFileParts.of(order.job())
        .without(List.of("name", "sources", "rules", "groups", "scope"))
        .forEach(part -> text.append('\n').append(part));
    return new AdoptingJobText(text.toString(), groups.leftOut(), remarks);
  }

  private static String source(ExportOrder order, Path file) {
    Path out = order.out().orElseThrow();
    return """
        sources:
          - name: exported
            type: %s
            path: %s
        """
        .formatted(RosterFile.of(out).type(), YamlWord.of(beside(file, out)));
  }

  private static String column(String header) {
    return "      %s: %1$s\n".formatted(YamlWord.of(header));
  }

  private static String beside(Path file, Path out) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    Path roster = out.toAbsolutePath().normalize();
    boolean isReachable = Objects.equals(roster.getRoot(), folder.getRoot());
    Path path = isReachable ? folder.relativize(roster) : roster;
    return path.toString().replace('\\', '/');
  }

  /** Groups and projects are ours as far as roster and groups name them. */
  private static String scope(ExportOrder order, ExportedRoster roster, List<String> remarks) {
    ScopeSpec spec = order.job().file().scope();
    List<String> emails = order.everybody() ? List.of("*") : emails(spec, roster, remarks);
    StringBuilder text = new StringBuilder("scope:\n  emails: ");
    text.append(list(emails)).append('\n');
    if (spec.managedByIdp().roles() || !spec.managedByIdp().groups().isEmpty()) {
      text.append("  managed-by-idp: { roles: ").append(spec.managedByIdp().roles());
      text.append(", groups: ");
      text.append(list(spec.managedByIdp().groups().stream().map(NameGlob::pattern).toList()));
      text.append(" }\n");
    }
    return text.toString();
  }

  /** A pattern that matches nobody ends every run; who is invited later may need it again. */
  private static List<String> emails(ScopeSpec spec, ExportedRoster roster, List<String> remarks) {
    List<String> matching = new ArrayList<>();
    for (EmailGlob glob : spec.emails()) {
      NamePatterns pattern = NamePatterns.matching(List.of(glob.pattern()));
      if (roster.people().stream().map(Member::email).anyMatch(pattern::contains)) {
        matching.add(glob.pattern());
      } else {
        remarks.add(
            "scope.emails of the job file is without \""
                + glob.pattern()
                + "\", which is nobody's in the roster");
      }
    }
    return matching;
  }

  /** In quotes, for a star means something else there. */
  private static String list(List<String> patterns) {
    return patterns.stream().map(YamlWord::quoted).collect(joining(", ", "[", "]"));
  }
}
