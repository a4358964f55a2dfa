package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Located;
import java.util.List;
import java.util.Optional;

/** A group that we own. */
public record GroupSpec(
    @Key("What the group is for.") Optional<String> description,
    @Key("What the group may do, and so all its members; not managed where left out.")
        Optional<List<Located<ProjectGrant>>> projects,
    @Key(
            "Workiva: what the group may do, and so all its members, such as \"10-K = Viewer\";"
                + " not managed where left out.")
        Optional<List<Located<String>>> files) {

  /** Copies. */
  public GroupSpec {
    projects = projects.map(List::copyOf);
    files = files.map(List::copyOf);
  }
}
