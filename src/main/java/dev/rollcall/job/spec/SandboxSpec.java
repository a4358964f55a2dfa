package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Variant;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stand-in workspace, run in process. */
@Variant(value = "sandbox", description = "The stand-in workspace, run in process.")
public record SandboxSpec(
    @Key(
            value = "Whose workspace it stands in for: " + StandInVendor.NAMES + ".",
            fallback = "workato")
        StandInVendor vendor,
    @Key(
            "Of Workiva: the workspace of groups and roles that name none, as in the file Update groups.")
        Optional<String> workspace,
    @Key("What the workspace holds at first.") Optional<ResolvedPath> seed,
    @Key("Keeps what it holds between runs.") Optional<ResolvedPath> state,
    @Key(value = "How fast the API may be asked.", fallback = "{}") RateSpec rate,
    @Key(value = "The most items in one request.", fallback = "100") int batch)
    implements TargetSpec {

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
        vendor, workspace, seed, state.filter(kept -> Files.exists(kept.path())), rate, batch);
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
