import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The page with all figures. What is measured again replaces its own section and nothing else. */
final class Page {

  private static final String HEAD =
      """
      # Performance

      `bench/run` has measured this and written it; whatever is changed here by hand is lost. Each section names the command that writes it anew. Why things cost what they cost stands in the code.

      * **Ratios first.** What is compared took turns in one run on one machine: with a bare Java that says hello, a bare loop of the library that reads, an earlier commit, the vendor's quotas. Seconds belong to the machine that is named, ratios less so.
      * **Medians**, after a round that does not count. Where ratios have a range, it is that of the single rounds: a wide one means noise.
      * **Processor time** is that of a command with its launcher and everything they start. **Memory** is all that is resident of its process at the worst moment, not only Java's heap; MB are 1024 x 1024 bytes.
      * **Minutes** are counted, not waited for: 60 requests a minute in each category, whole minutes, 0 for less than one. What the quotas allow is the least that any program takes for the same requests.
      * People and workspaces are made up by [bench/GenerateCompany.java](../bench/GenerateCompany.java): of 100 people one joins and two move, of 250 one leaves, where nothing else is said. The workspace is a stand-in, a process of its own that is not measured.
      """;

  private final Path file;
  private final Map<Part, String> sections = new EnumMap<>(Part.class);

  private Page(Path file) {
    this.file = file;
  }

  /** The page as it is. */
  static Page of(Path file) throws IOException {
    Page page = new Page(file);
    if (Files.exists(file)) {
      String[] parts = Files.readString(file).split("(?m)^## ");
      for (Part part : Part.values()) {
        for (String text : parts) {
          if (text.startsWith(part.heading() + "\n")) {
            page.sections.put(part, "## " + text.stripTrailing() + "\n");
          }
        }
      }
    }
    return page;
  }

  /** What a section says, its heading included. */
  static String section(Part part, String command, String origin, String figures) {
    return "## %s\n\n```sh\n%s\n```\n\n%s\n\n%s"
        .formatted(part.heading(), command, origin, figures.stripTrailing() + "\n");
  }

  void write(Part part, String section) throws IOException {
    sections.put(part, section);
    Files.writeString(file, HEAD + "\n" + String.join("\n", sections.values()));
  }
}
