package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.report.ReportFolder;
import dev.rollcall.security.FileMode;
import dev.rollcall.security.OwnerOnly;
import java.util.List;

/** Where reports go. */
public record ReportSpec(
    @Key(value = "The folder; each run gets one of its own in it.", fallback = "reports")
        ResolvedPath folder,
    @Key(value = "What is written.", fallback = "[html, json, csv]")
        List<ReportFolder.Format> formats,
    @Key(
            value =
                "Who may read them: 0600 is their owner alone, 0640 also the group; folders are"
                    + " made to fit.",
            fallback = "\"0600\"")
        FileMode mode,
    @Key(
            value =
                "How long reports are kept: forever, or a duration such as 90d, after which a run"
                    + " of this job deletes them at its end.",
            fallback = "forever")
        RetentionPeriod keep) {

  /** Copies. */
  public ReportSpec {
    formats = List.copyOf(formats);
  }

  /** How reports are written. */
  public OwnerOnly access() {
    return OwnerOnly.of(mode);
  }
}
