package dev.rollcall.distribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What k8s-cronjob.yaml has a pod run, with folders of this machine as its volumes. */
final class CronJobPod {

  private static final String JOB_NAME = "metadata.labels['batch.kubernetes.io/job-name']";

  private final Map<String, Map<?, ?>> documents = new HashMap<>();
  private final Container container;

  CronJobPod() throws IOException {
    new Load(LoadSettings.builder().build())
        .loadAllFromString(Files.readString(Path.of("k8s-cronjob.yaml")))
        .forEach(it -> documents.put(String.valueOf(((Map<?, ?>) it).get("kind")), (Map<?, ?>) it));
    container =
        new ObjectMapper()
            .convertValue(documents.get("CronJob"), CronJob.class)
            .getSpec()
            .getJobTemplate()
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .get(0);
  }

  /** The job file that it mounts. */
  String jobFile() {
    return String.valueOf(((Map<?, ?>) documents.get("ConfigMap").get("data")).get("nightly.yaml"));
  }

  List<String> args() {
    return container.getArgs();
  }

  /** What is in its environment where its Job has this name. */
  Map<String, String> environment(String job) {
    Map<String, String> environment = new HashMap<>();
    for (EnvVar variable : container.getEnv()) {
      boolean given = variable.getValue() != null;
      if (!given && !variable.getValueFrom().getFieldRef().getFieldPath().equals(JOB_NAME)) {
        throw new IllegalStateException("not known here: " + variable);
      }
      environment.put(variable.getName(), given ? variable.getValue() : job);
    }
    return environment;
  }

  /** Its volumes, each a folder of its name. */
  List<ImageTree.Mount> mounts(Path folder) {
    List<ImageTree.Mount> mounts = new ArrayList<>();
    for (VolumeMount mount : container.getVolumeMounts()) {
      boolean readOnly = Boolean.TRUE.equals(mount.getReadOnly());
      mounts.add(
          new ImageTree.Mount(
              folder.resolve(mount.getName()), mount.getMountPath(), readOnly ? "ro" : "rw"));
    }
    return mounts;
  }
}
