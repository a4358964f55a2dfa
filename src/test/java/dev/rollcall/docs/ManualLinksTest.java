package dev.rollcall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.docs.Manual.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the manual leads somewhere, to a heading as well as to a file. */
class ManualLinksTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  /** {@code java … bench/Some.java --rows 10} or {@code bench/run plan}, with the rest of it. */
  private static final Pattern PROGRAM =
      Pattern.compile("(?m)(?:\\bjava .*?(bench/\\w+\\.java)|^bench/run\\b)([^#\n]*)");

  /** Where {@code bench/run} looks at its options. */
  private static final String RUN = "bench/Order.java";

  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  static List<Page> pages() {
    return Manual.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFilesAndHeadingsThatAreThere(Page page) {
    assertThat(broken(page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void programsThatCommandsStartAreThereWithTheirOptions(Page page) throws IOException {
    for (MatchResult started : PROGRAM.matcher(page.text()).results().toList()) {
      String source = Files.readString(Path.of(Objects.requireNonNullElse(started.group(1), RUN)));
      assertThat(OPTION.matcher(started.group(2)).results().map(MatchResult::group))
          .as(started.group())
          .allMatch(source::contains);
    }
  }

  @Test
  void pagesStartPrograms() {
    assertThat(Manual.pages())
        .flatExtracting(page -> PROGRAM.matcher(page.text()).results().toList())
        .hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource({
    "[x](gone.md), gone.md",
    "[x](rules.md#gone), rules.md#gone",
    "[x](#gone), #gone",
    "[x](../gone/), ../gone/",
    "[x](../src/main/java), ",
    "[x](rules.md#who-wins), ",
    "[x](#here), ",
    "[x](https://example.com/gone), "
  })
  void aLinkThatLeadsNowhereIsNoticed(String text, String broken) {
    Page page = new Page(Manual.DOCS.resolve("made-up.md"), "# Here\n" + text);

    assertThat(broken(page)).isEqualTo(Stream.ofNullable(broken).toList());
  }

  @Test
  void anchorsAreThoseThatGitHubMakes() {
    Page page =
        new Page(Path.of("x"), "# `a.b`: C, *d* & é\n```\n# no heading\n```\n## Two\n## Two");

    assertThat(page.anchors()).containsExactly("ab-c-d--é", "two", "two-1");
  }

  private static List<String> broken(Page page) {
    return LINK.matcher(page.withoutBlocks())
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.startsWith("https://") && !leads(page, link))
        .toList();
  }

  private static boolean leads(Page page, String link) {
    String[] parts = link.split("#", 2);
    if (parts[0].isEmpty()) {
      return page.anchors().contains(parts[1]);
    }
    Path file = Optional.ofNullable(page.path().getParent()).orElse(Path.of("")).resolve(parts[0]);
    return Files.exists(file)
        && (parts.length == 1 || Manual.page(file).anchors().contains(parts[1]));
  }
}
