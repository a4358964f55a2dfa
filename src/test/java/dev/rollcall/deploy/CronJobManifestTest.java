package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.batch.ExitCode;
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
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Parses k8s-cronjob.yaml strictly and holds what the exit codes promise. */
class CronJobManifestTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Object> documents = documents();
  private final CronJob cronJob = JSON.convertValue(documents.get(1), CronJob.class);
  private final CronJobSpec spec = cronJob.getSpec();
  private final JobSpec job = spec.getJobTemplate().getSpec();
  private final PodSpec pod = job.getTemplate().getSpec();
  private final Container container = pod.getContainers().get(0);

  @Test
  void everyKeyIsOneThatKubernetesKnows() {
    PersistentVolumeClaim claim = JSON.convertValue(documents.get(0), PersistentVolumeClaim.class);

    assertThat(documents).hasSize(2);
    assertThat(lost(documents.get(0), claim)).isEmpty();
    assertThat(lost(documents.get(1), cronJob)).isEmpty();
    assertThat(unknownKeys(claim)).isEmpty();
    assertThat(unknownKeys(cronJob)).isEmpty();
  }

  @Test
  void aMisspeltKeyWouldBeNoticed() {
    @SuppressWarnings("unchecked")
    Map<String, Object> typo = new TreeMap<>((Map<String, Object>) documents.get(1));
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
    try {
      String text = Files.readString(Path.of("k8s-cronjob.yaml"));
      List<Object> all = new ArrayList<>();
      new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(all::add);
      return all;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
