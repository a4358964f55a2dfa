package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.security.FileMode;
import dev.rollcall.security.OwnerOnly;
import java.util.List;

/** Where reports go. */
public record ReportSpec(
    ResolvedPath folder, List<ReportFolder.Format> formats, FileMode mode, RetentionPeriod keep) {

  static final Keys KEYS =
      Keys.of(
          Key.of("folder", "The folder; each run gets one of its own in it.", "reports"),
          Key.of("formats", "What is written.", "[html, json, csv]"),
          Key.of(
              "mode",
              "Who may read them: 0600 is their owner alone, 0640 also the group; folders are"
                  + " made to fit.",
              "\"0600\""),
          Key.of(
              "keep",
              "How long reports are kept: forever, or a duration such as 90d, after which a run"
                  + " of this job deletes them at its end.",
              "forever"));

  /** Copies. */
  public ReportSpec {
    formats = List.copyOf(formats);
  }

  /** How reports are written. */
  public OwnerOnly access() {
    return OwnerOnly.of(mode);
  }
}
