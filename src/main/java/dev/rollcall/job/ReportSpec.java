package dev.rollcall.job;

import dev.rollcall.job.yaml.Key;
import java.util.List;

/** Where reports go. */
public record ReportSpec(
    @Key(value = "The folder; each run gets one of its own in it.", fallback = "reports")
        ResolvedPath folder,
    @Key(value = "What is written.", fallback = "[html, json, csv]") List<Format> formats) {

  /** A way to write a report. */
  public enum Format {
    /** One page to look at. */
    HTML,
    /** For machines. */
    JSON,
    /** The operations as rows. */
    CSV
  }

  /** Copies. */
  public ReportSpec {
    formats = List.copyOf(formats);
  }
}
