package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.WrongValue;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.workato.WorkatoSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workspace that is kept in step. */
public sealed interface TargetSpec permits WorkatoSpec, WorkivaSpec, ScimSpec, SandboxSpec {

  /** The type of a real workspace, as it is proposed where none is known yet. */
  String PROPOSED = "workato";

  /** What the address of an API looks like that is not one of the vendor's own. */
  String EXAMPLE_ADDRESS = "https://workato.example.com";

  /** How fast it may be asked. */
  RateSpec rate();

  /** The most items in one request. */
  int batch();

  /** The words of the vendor, in which rights are stated. */
  Vocabulary vocabulary();

  /** Those that a workspace like this has, as far as the job file says. */
  default Vocabulary offered() {
    return vocabulary();
  }

  /** What {@code model} has to say once the workspace was migrated; empty where it may stay. */
  default Optional<String> migratedModel() {
    return Optional.empty();
  }

  /** What is told of people who join, beside their rights: its name, and the column it is in. */
  default Map<String, Located<String>> details() {
    return Map.of();
  }

  /** The tokens by the places they are of; empty where the places are not known yet. */
  Map<PlaceName, Secret> tokens();

  /** Where one token for all places can stand; empty where each place has its own. */
  default Optional<String> sharedToken() {
    return Optional.empty();
  }

  /** What to say where nothing shows that these places are those that their keys say. */
  default String unconfirmed(String places) {
    return "nothing the workspace says shows which environment the tokens belong to: "
        + places
        + "; check that each under target.tokens is of an API client of its environment";
  }

  /** The places in which people have a role each, as far as the job file says. */
  default Set<PlaceName> rolePlaces() {
    return tokens().keySet();
  }

  /**
   * What names lie in that do not say it: the places of roles, or what stands for them; empty where
   * they are not known yet.
   */
  default List<Resource> places() {
    return rolePlaces().stream().map(place -> place.in(vocabulary())).toList();
  }

  /** The stand-in, where it is no real workspace. */
  default Optional<SandboxSpec> standIn() {
    return Optional.empty();
  }

  /** What somebody makes of it who knows each kind. */
  <R> R accept(Cases<R> cases);

  /**
   * What is made of each kind of target.
   *
   * @param <R> what that is
   */
  interface Cases<R> {

    /** Of a Workato workspace. */
    R workato(WorkatoSpec spec);

    /** Of a Workiva organization. */
    R workiva(WorkivaSpec spec);

    /** Of a SCIM service provider. */
    R scim(ScimSpec spec);

    /** Of a stand-in. */
    R sandbox(SandboxSpec spec);
  }

  /** How fast a workspace may be asked. */
  record RateSpec(
      WorkatoSettings.Quota per, Optional<Integer> perMinute, Optional<Integer> perSecond) {

    static final Keys KEYS =
        Keys.of(
            Key.of(
                "per",
                "workspace: all tokens share a quota; token: each has its own.",
                "workspace"),
            Key.of(
                "per-minute",
                "Requests a minute and category; 60, for Workiva ten a second in all, or what the"
                    + " stand-in allows, where left out."),
            Key.of(
                "per-second",
                "Requests a second and category, where the quota is of a second; instead of per-minute."));

    /** Checks that it lets requests through, and that there is one limit. */
    public RateSpec {
      if (perMinute.isPresent() && perSecond.isPresent()) {
        throw new WrongValue("per-second", "stands beside per-minute", "keep one of them");
      }
      check("per-minute", perMinute, "Workato allows 60");
      check("per-second", perSecond, "Workato allows 60 a minute");
    }

    private static void check(String key, Optional<Integer> requests, String remedy) {
      if (requests.filter(number -> number < 1).isPresent()) {
        throw new WrongValue(key, "must be at least 1", remedy);
      }
    }

    /** The limit that is said here. */
    public Optional<RequestQuota> limit() {
      return perMinute
          .map(RequestQuota::perMinute)
          .or(() -> perSecond.map(RequestQuota::perSecond));
    }
  }

  /** Checks that there is something in a request. */
  static void checkBatch(int batch) {
    if (batch < 1) {
      throw new WrongValue("batch", "must be at least 1", "100 is usual");
    }
  }
}
