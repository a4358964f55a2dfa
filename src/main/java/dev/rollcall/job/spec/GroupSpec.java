package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.WrongValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A group that we own. */
public record GroupSpec(
    Optional<String> description,
    Optional<List<Located<ProjectGrant>>> projects,
    Optional<List<Located<String>>> files,
    Optional<String> usedBy,
    Optional<LocalDate> neededBy,
    List<String> was,
    boolean absent) {

  static final Keys KEYS =
      Keys.orInAWord(
          "absent",
          Key.of("description", "What the group is for; left out, it stays as it is described."),
          Key.of(
              "projects",
              "What the group may do, and so all its members; not managed where left out."),
          Key.of(
              "files",
              "Workiva: what the group may do, and so all its members, such as \"10-K = Viewer\";"
                  + " not managed where left out."),
          Key.of(
              "used-by",
              "What uses the group as it is when that begins, such as a certification: it is said"
                  + " when the group is not as the rosters say."),
          Key.of("needed-by", "The day by which it is needed for that: 2027-01-10."),
          Key.of(
              "was",
              "Names that the group may still have; it is renamed, and its members and roles stay.",
              "[]"),
          Key.of(
              "absent",
              "Whether the group is deleted, once it is empty, where a run of this repository has"
                  + " made it; in short, the word absent.",
              "false"));

  /** Copies; what is to be gone is not described. */
  public GroupSpec {
    projects = projects.map(List::copyOf);
    files = files.map(List::copyOf);
    was = List.copyOf(was);
    if (neededBy.isPresent() && usedBy.isEmpty()) {
      throw new WrongValue("needed-by", "stands without used-by", "say what needs the group");
    }
    boolean described =
        description.isPresent() || projects.isPresent() || files.isPresent() || usedBy.isPresent();
    if (absent && (described || !was.isEmpty())) {
      throw new WrongValue(
          "absent", "stands beside what the group is to be like", "keep absent alone");
    }
  }
}
