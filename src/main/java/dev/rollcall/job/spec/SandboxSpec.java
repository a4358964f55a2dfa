package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.security.FileLook;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stand-in workspace, run in process. */
public record SandboxSpec(
    StandInVendor vendor,
    Optional<String> workspace,
    Optional<ResolvedPath> seed,
    Optional<ResolvedPath> state,
    RateSpec rate,
    int batch)
    implements TargetSpec {

  static final Keys KEYS =
      Keys.ofVariant(
          "sandbox",
          "The stand-in workspace, run in process.",
          Key.of(
              "vendor",
              "Whose workspace it stands in for: " + StandInVendor.NAMES + ".",
              "workato"),
          Key.of(
              "workspace",
              "Of Workiva: the workspace of groups and roles that name none, as in the file Update groups."),
          Key.of("seed", "What the workspace holds at first."),
          Key.of("state", "Keeps what it holds between runs."),
          Key.of("rate", "How fast the API may be asked.", "{}"),
          Key.of("batch", "The most items in one request.", "100"));

  /** Checks that there is something in a request. */
  public SandboxSpec {
    TargetSpec.checkBatch(batch);
    if (workspace.isPresent() && vendor != StandInVendor.WORKIVA) {
      throw new WrongValue("workspace", "is for vendor: workiva alone", "leave it out");
    }
  }

  @Override
  public Vocabulary vocabulary() {
    return vendor.vocabulary();
  }

  @Override
  public Map<PlaceName, Secret> tokens() {
    return Map.of();
  }

  @Override
  public List<Resource> places() {
    return workspace.map(WorkivaVocabulary::workspace).stream().toList();
  }

  /** The same, without keeping what nobody has kept yet. */
  public SandboxSpec asItIs() {
    return new SandboxSpec(
        vendor,
        workspace,
        seed,
        state.filter(kept -> FileLook.mayBeThere(kept.path())),
        rate,
        batch);
  }

  @Override
  public Optional<SandboxSpec> standIn() {
    return Optional.of(this);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.sandbox(this);
  }
}
