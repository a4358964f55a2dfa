package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Config;
import java.util.List;
import java.util.Optional;

/** A custom role. */
public record RoleSpec(
    Optional<String> description,
    Optional<Config> config,
    Optional<ConfigFile> file,
    Optional<String> copyOf,
    List<String> was,
    boolean absent) {

  static final Keys KEYS =
      Keys.orInAWord(
          "absent",
          Key.of("description", "What the role is for; people read it, the vendor keeps none."),
          Key.of(
              "config",
              "What the role lets people do, in the vendor's own terms, as catalog --definitions writes"
                  + " it; nothing in it is followed or changed. Left out, it stays as it is."),
          Key.of("file", "The same in a file of its own, YAML or JSON, beside the job file."),
          Key.of(
              "copy-of",
              "Another custom role, as a copy of which it is made where it is not there; the only way in a"
                  + " workspace of the older permission model."),
          Key.of(
              "was",
              "Names that the role may still have; it is renamed, and everybody keeps it.",
              "[]"),
          Key.of(
              "absent",
              "Whether the role is deleted, once nobody holds it; in short, the word absent.",
              "false"));

  /** Copies; what is to be gone is not described. */
  public RoleSpec {
    was = List.copyOf(was);
    if (config.isPresent() && file.isPresent()) {
      throw new WrongValue("file", "stands beside config:", "keep one of them");
    }
    if (absent
        && (description.isPresent()
            || config.isPresent()
            || file.isPresent()
            || copyOf.isPresent()
            || !was.isEmpty())) {
      throw new WrongValue(
          "absent", "stands beside what the role is to be like", "keep absent alone");
    }
  }

  /** What it lets people do, wherever that is written. */
  public Optional<Config> definition() {
    return config.or(() -> file.map(ConfigFile::config));
  }
}
