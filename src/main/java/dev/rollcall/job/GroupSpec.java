package dev.rollcall.job;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.model.Group;
import java.util.List;
import java.util.Optional;

/** A group that we own. */
public record GroupSpec(
    @Key("What the group is for.") Optional<String> description,
    @Key(value = "What the group may do, and so all its members.", fallback = "[]")
        List<Located<ProjectGrant>> projects) {

  /** Copies. */
  public GroupSpec {
    projects = List.copyOf(projects);
  }

  /** The same as a group of the desired side. */
  public Group toGroup(String name) {
    return new Group(
        name,
        description.orElse(""),
        projects.stream().map(each -> each.value().toEntitlement()).toList());
  }
}
