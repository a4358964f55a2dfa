package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.batch.ExitCode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Parses k8s-cronjob.yaml strictly and holds what the exit codes promise. */
class CronJobManifestTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Object> documents = documents();
  private final CronJob cronJob =
      JSON.convertValue(ofKind("CronJob").findFirst().orElseThrow(), CronJob.class);
  private final CronJobSpec spec = cronJob.getSpec();
  private final JobSpec job = spec.getJobTemplate().getSpec();
  private final PodSpec pod = job.getTemplate().getSpec();
  private final Container container = pod.getContainers().get(0);

  @Test
  void everyKeyIsOneThatKubernetesKnows() {
    assertThat(documents.stream().map(CronJobManifestTest::kind))
        .containsExactlyInAnyOrder(
            "ConfigMap",
            "PersistentVolumeClaim",
            "PersistentVolumeClaim",
            "PersistentVolumeClaim",
            "NetworkPolicy",
            "CronJob");
    ofKind("ConfigMap").forEach(it -> assertKnown(it, ConfigMap.class));
    ofKind("PersistentVolumeClaim").forEach(it -> assertKnown(it, PersistentVolumeClaim.class));
    ofKind("CronJob").forEach(it -> assertKnown(it, CronJob.class));
  }

  private static void assertKnown(Object written, Class<?> type) {
    Object understood = JSON.convertValue(written, type);
    assertThat(lost(written, understood)).isEmpty();
    assertThat(unknownKeys(understood)).isEmpty();
  }

  @Test
  void aMisspeltKeyWouldBeNoticed() {
    @SuppressWarnings("unchecked")
    Map<String, Object> typo =
        new TreeMap<>((Map<String, Object>) ofKind("CronJob").findFirst().orElseThrow());
    typo.put("spec", Map.of("concurencyPolicy", "Forbid"));

    assertThat(unknownKeys(JSON.convertValue(typo, CronJob.class))).contains("concurencyPolicy");
  }

  @Test
  void neverRunsTwiceAndMakesUpForAMissedNight() {
    assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
    assertThat(spec.getStartingDeadlineSeconds()).isPositive();
    assertThat(pod.getRestartPolicy()).isEqualTo("Never");
  }

  @Test
  void endsByItselfBeforeKubernetesEndsIt() {
    assertThat(container.getArgs()).contains("--deadline=75m");
    assertThat(job.getActiveDeadlineSeconds()).isGreaterThan(75 * 60L + 600);
    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(25 + 5L);
  }

  @Test
  void everyExitCodeButZeroHasItsRule() {
    Map<String, List<Integer>> byAction = new TreeMap<>();
    job.getPodFailurePolicy().getRules().stream()
        .filter(rule -> rule.getOnExitCodes() != null)
        .forEach(rule -> byAction.put(rule.getAction(), rule.getOnExitCodes().getValues()));

    assertThat(byAction.get("Count"))
        .containsExactlyInAnyOrder(
            ExitCode.BUSY.code(), ExitCode.INTERRUPTED.code(), ExitCode.UNAVAILABLE.code());
    TreeSet<Integer> covered = new TreeSet<>(byAction.get("Count"));
    covered.addAll(byAction.get("FailJob"));
    assertThat(covered).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(
            job.getPodFailurePolicy().getRules().stream()
                .filter(rule -> rule.getOnExitCodes() != null)
                .map(rule -> rule.getOnExitCodes().getContainerName()))
        .containsOnly(container.getName());
  }

  @Test
  void runsWithoutPrivileges() {
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
  }

  @Test
  void everyMountHasItsVolumeAndTokensComeFromASecret() {
    assertThat(container.getVolumeMounts().stream().map(VolumeMount::getName))
        .containsExactlyInAnyOrderElementsOf(
            pod.getVolumes().stream().map(Volume::getName).toList());
    assertThat(pod.getVolumes().stream().filter(volume -> volume.getSecret() != null)).hasSize(1);
    assertThat(container.getEnv()).noneMatch(env -> env.getName().contains("TOKEN"));
  }

  @Test
  void whatItMountsIsThereAndNothingButItsTokensIsToBeMadeByHand() {
    assertThat(pod.getVolumes().stream().filter(it -> it.getConfigMap() != null))
        .allMatch(it -> names("ConfigMap").contains(it.getConfigMap().getName()));
    assertThat(
            pod.getVolumes().stream()
                .filter(it -> it.getPersistentVolumeClaim() != null)
                .map(it -> it.getPersistentVolumeClaim().getClaimName()))
        .containsExactlyInAnyOrderElementsOf(names("PersistentVolumeClaim"));
    assertThat(read())
        .contains(
            pod.getVolumes().stream()
                .filter(it -> it.getSecret() != null)
                .map(it -> "kubectl create secret generic " + it.getSecret().getSecretName())
                .toList());
  }

  @Test
  void runsTheImageByItsEntryPoint() throws IOException {
    assertThat(container.getCommand()).isEmpty();
    assertThat(container.getArgs()).startsWith("sync", "/etc/rollcall/nightly.yaml");
    assertThat(read()).contains("-t " + container.getImage());
    assertThat(Files.readString(Path.of("src/image/Dockerfile")))
        .contains("ENTRYPOINT [\"rollcall\"]", "-t " + container.getImage())
        .contains(
            "USER %d:%d"
                .formatted(
                    pod.getSecurityContext().getRunAsUser(),
                    pod.getSecurityContext().getRunAsGroup()));
  }

  @Test
  void itsImageBeginsWithWhatADigestNames() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/image/Dockerfile")))
        .filteredOn(line -> line.startsWith("FROM "))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.matches("FROM (base|\\S+@sha256:[0-9a-f]{64})( AS \\w+)?"));
  }

  @Test
  void aPodThatIsTriedAgainAsksForTheRunOfItsNight() {
    assertThat(container.getEnv())
        .filteredOn(it -> it.getName().equals("ROLLCALL_RUN"))
        .singleElement()
        .extracting(it -> it.getValueFrom().getFieldRef().getFieldPath())
        .isEqualTo("metadata.labels['batch.kubernetes.io/job-name']");
  }

  @Test
  void nobodyCallsItAndItCallsNothingButNamesTheWorkspaceAndADatabase() {
    assertThat(((Map<?, ?>) ofKind("NetworkPolicy").findFirst().orElseThrow()).get("spec"))
        .isEqualTo(
            Map.of(
                "podSelector",
                Map.of("matchLabels", job.getTemplate().getMetadata().getLabels()),
                "policyTypes",
                List.of("Ingress", "Egress"),
                "egress",
                List.of(
                    Map.of("ports", List.of(port("UDP", 53), port("TCP", 53))),
                    Map.of("ports", List.of(port("TCP", 443))),
                    Map.of("ports", List.of(port("TCP", 5432))))));
  }

  private static Map<String, Object> port(String protocol, int number) {
    return Map.of("protocol", protocol, "port", number);
  }

  private Stream<Object> ofKind(String kind) {
    return documents.stream().filter(it -> kind(it).equals(kind));
  }

  private List<String> names(String kind) {
    return ofKind(kind)
        .map(it -> (Map<?, ?>) ((Map<?, ?>) it).get("metadata"))
        .map(it -> String.valueOf(it.get("name")))
        .toList();
  }

  private static String kind(Object document) {
    return String.valueOf(((Map<?, ?>) document).get("kind"));
  }

  /** What is in the file and not in what was understood of it. */
  private static List<String> lost(Object written, Object understood) {
    List<String> lost = new ArrayList<>();
    lost("", JSON.valueToTree(written), JSON.valueToTree(understood), lost);
    return lost;
  }

  private static void lost(String path, JsonNode written, JsonNode understood, List<String> lost) {
    if (understood == null || understood.isMissingNode()) {
      lost.add(path);
    } else if (written.isObject()) {
      written
          .properties()
          .forEach(
              key -> {
                boolean emptyObject = key.getValue().isObject() && key.getValue().isEmpty();
                if (!emptyObject) {
                  lost(
                      path + "/" + key.getKey(),
                      key.getValue(),
                      understood.path(key.getKey()),
                      lost);
                }
              });
    } else if (written.isArray()) {
      for (int i = 0; i < written.size(); i++) {
        lost(path + "/" + i, written.get(i), understood.path(i), lost);
      }
    }
  }

  /** Keys that landed in a catch-all map anywhere below. */
  private static List<String> unknownKeys(Object understood) {
    List<String> unknown = new ArrayList<>();
    collect(understood, unknown);
    return unknown;
  }

  private static void collect(Object value, List<String> unknown) {
    if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, unknown));
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
      for (java.lang.reflect.Method method : value.getClass().getMethods()) {
        if (method.getParameterCount() == 0 && method.getName().startsWith("get")) {
          inspect(value, method, unknown);
        }
      }
    }
  }

  private static void inspect(Object owner, java.lang.reflect.Method method, List<String> unknown) {
    try {
      Object value = method.invoke(owner);
      if (method.getName().equals("getAdditionalProperties") && value instanceof Map<?, ?> map) {
        map.keySet().forEach(key -> unknown.add(String.valueOf(key)));
      } else {
        collect(value, unknown);
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Object> documents() {
    List<Object> all = new ArrayList<>();
    new Load(LoadSettings.builder().build()).loadAllFromString(read()).forEach(all::add);
    return all;
  }

  private static String read() {
    try {
      return Files.readString(Path.of("k8s-cronjob.yaml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
