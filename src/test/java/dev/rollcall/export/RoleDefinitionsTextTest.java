package dev.rollcall.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.JobFileReader;
import dev.rollcall.job.JobRules;
import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.model.Config;
import dev.rollcall.model.ConfigDifferences;
import dev.rollcall.tenant.RoleList;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is written of roles says the same where a job file holds it, whatever it is. */
class RoleDefinitionsTextTest {

  @Provide
  Arbitrary<Config> configs() {
    return Arbitraries.maps(texts(), values(2))
        .ofMaxSize(4)
        .map(values -> new Config.Keyed(new LinkedHashMap<>(values)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(6)
            .filter(RoleDefinitionsTextTest::isWhole),
        Arbitraries.of("true", "null", "~", "<<", "12", "1e3", "a: b", "#x", "${env:HOME}", "- a"));
  }

  /** JSON can hold half a character, and no file can. */
  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static Arbitrary<Config> values(int depth) {
    Arbitrary<Config> single =
        Arbitraries.oneOf(
            texts().map(Config::text),
            Arbitraries.of("0", "-12", "1.50", "1e5", "-0.25E-3", "12345678901234567890")
                .map(Config::number),
            Arbitraries.of(true, false).map(Config::truth),
            Arbitraries.create(Config::none));
    if (depth == 0) {
      return single;
    }
    return Arbitraries.oneOf(
        single,
        values(depth - 1).list().ofMaxSize(2).map(Config.Series::new),
        Arbitraries.maps(texts(), values(depth - 1))
            .ofMaxSize(3)
            .map(all -> new Config.Keyed(new LinkedHashMap<>(all))));
  }

  @Property(tries = 200)
  void aConfigIsReadAsItWasWritten(@ForAll("configs") Config config) throws IOException {
    Path folder = Files.createTempDirectory("roles");
    RoleList.Role role =
        new RoleList.Role(WorkatoVocabulary.PROJECT_ROLE, "A: b", "custom", Optional.of(config));
    String roles =
        RoleDefinitionsText.of(
            "Acme", WorkatoVocabulary.VOCABULARY, new RoleList(List.of(role), List.of()));
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            "name: t\nsources: [ { name: hr, type: csv, path: p.csv } ]\n"
                + "target: { type: sandbox }\n"
                + roles);

    Config read =
        JobRules.declarations(
                new JobFileReader(ReferenceSources.with(Map.of())).read(job, List.of()).file())
            .get(0)
            .config()
            .orElseThrow();

    assertThat(read).as(roles).isEqualTo(config);
    assertThat(ConfigDifferences.between(read, config)).isEmpty();
    Files.delete(job);
    Files.delete(folder);
  }

  @Test
  void whatDiffersIsToldByItsPath() {
    Config one =
        keyed(Map.of("team", some(Config.text("all")), "recipes", some(list("read", "delete"))));
    Config other =
        keyed(Map.of("recipes", some(list("create", "read")), "limit", Config.number("3")));

    assertThat(ConfigDifferences.between(one, other))
        .containsExactly(
            "+ limit: 3",
            "recipes.privileges: + \"create\", - \"delete\"",
            "- team: {\"privileges\":\"all\"}");
    assertThat(ConfigDifferences.between(list("a", "b"), list("b", "a"))).isEmpty();
    assertThat(ConfigDifferences.between(Config.text("1"), Config.number("1")))
        .containsExactly("config: \"1\" -> 1");
  }

  private static Config list(String... texts) {
    return new Config.Series(List.of(texts).stream().map(Config::text).toList());
  }

  private static Config some(Config privileges) {
    return keyed(Map.of("privileges", privileges));
  }

  private static Config keyed(Map<String, Config> values) {
    return new Config.Keyed(values);
  }
}
