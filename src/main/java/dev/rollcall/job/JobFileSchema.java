package dev.rollcall.job;

import dev.rollcall.job.spec.JobBindings;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.job.yaml.KeyTable;
import dev.rollcall.job.yaml.SchemaWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of the job file, from the records that read it, so that the two cannot differ.
 */
public final class JobFileSchema {

  /** Where it lies on the class path. */
  public static final String RESOURCE = "dev/rollcall/job/job-file.schema.json";

  private static final String ID = "https://rollcall.dev/job-file.schema.json";

  private JobFileSchema() {}

  /** The schema. */
  public static String json() {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(
                new SchemaWriter(JobBindings.in(Path.of("")))
                    .document(JobFile.class, ID, "Rollcall job file"))
        + "\n";
  }

  /** The keys as a Markdown table, for the manual. */
  public static String markdown() {
    return KeyTable.markdown(JobFile.class, JobBindings.in(Path.of("")));
  }

  /** Writes it below a folder: a step of the build. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).resolve(RESOURCE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, json());
  }
}
