package dev.rollcall.distribution;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the finished distribution to what it says of itself. */
class DistributionTest {

  private static final Path LAYOUT = Path.of("target/rollcall");
  private static final Path JAR = LAYOUT.resolve("lib/rollcall.jar");

  private static final String LIBRARIES = "lib/";
  private static final String SBOM = "sbom/application.cdx.json";
  private static final String THIRD_PARTY = "third-party/";

  /** A library in the list of third parties: {@code (group:artifact:version - address)}. */
  private static final Pattern LISTED = Pattern.compile("\\(([^:\\s]+):([^:]+):([^:\\s]+) - ");

  @Test
  void holdsWhatPeopleLookFor() {
    assertThat(files())
        .contains("bin/rollcall", "LICENSE", "NOTICE", "THIRD-PARTY.txt", SBOM)
        .contains("completions/rollcall.bash", "completions/_rollcall", "completions/rollcall.fish")
        .contains("schema/job-file.schema.json", "jobs/quickstart.yaml", "sample-data/people.csv")
        .noneMatch(it -> it.startsWith("sample-data/expected"));
    assertThat(LAYOUT.resolve("bin/rollcall")).isExecutable();
  }

  @Test
  void itsJarNamesEveryLibraryBesideIt() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String named = jar.getManifest().getMainAttributes().getValue("Class-Path");

      assertThat(named.split(" "))
          .containsExactlyInAnyOrderElementsOf(bundled().stream().map(it -> it + ".jar").toList());
      assertThat(jar.stream().map(ZipEntry::getName))
          .contains("META-INF/LICENSE", "META-INF/NOTICE");
    }
  }

  @Test
  void namesEveryBundledJarInItsBillOfMaterialsAndNothingElse() throws IOException {
    Set<String> named =
        components().map(it -> text(it, "name") + "-" + text(it, "version")).collect(toSet());

    assertThat(named).hasSizeGreaterThan(40).containsExactlyInAnyOrderElementsOf(bundled());
  }

  @Test
  void saysWhatEachBundledJarIsAndUnderWhichTerms() throws IOException {
    assertThat(components())
        .allSatisfy(
            component -> {
              assertThat(text(component, "purl")).startsWith("pkg:maven/");
              assertThat(component.path("hashes")).as(text(component, "name")).isNotEmpty();
              assertThat(component.path("licenses")).as(text(component, "name")).isNotEmpty();
            });
  }

  @Test
  void makesABillOfMaterialsThatIsTheSameEveryTime() throws IOException {
    JsonNode bill = JsonMapper.shared().readTree(content(SBOM));

    assertThat(text(bill, "bomFormat")).isEqualTo("CycloneDX");
    assertThat(bill.at("/metadata/component/name").asString()).isEqualTo("rollcall");
    // a number made from what it lists: version 3, not random
    assertThat(text(bill, "serialNumber")).matches("urn:uuid:.{8}-.{4}-3.{3}-.{4}-.{12}");
    assertThat(bill.at("/metadata/timestamp").asString("2026-01-01T00:00:00Z"))
        .isEqualTo("2026-01-01T00:00:00Z");
    assertThat(Files.readString(Path.of("target/sbom/application.cdx.json")))
        .isEqualTo(content(SBOM));
  }

  @Test
  void listsTheLicenceOfEveryBundledJar() throws IOException {
    Set<String> listed = licences().keySet();

    assertThat(listed).containsExactlyInAnyOrderElementsOf(bundled());
  }

  @Test
  void carriesTheTermsOfEveryBundledJar() throws IOException {
    assertThat(content("LICENSE")).contains("Apache License", "Version 2.0");
    assertThat(licences())
        .allSatisfy(
            (library, licence) ->
                assertThat(licence.equals("Apache-2.0") || carries(library, "licen[sc]e"))
                    .as("%s (%s) has a text in %s", library, licence, THIRD_PARTY)
                    .isTrue());
  }

  @Test
  void carriesTheNoticeOfEveryBundledJarThatHasOne() throws IOException {
    Set<String> silent = new TreeSet<>();
    for (String library : bundled()) {
      if (hasNotice(library) && !carries(library, "notice")) {
        silent.add(library);
      }
    }

    assertThat(silent).isEmpty();
    assertThat(files()).anyMatch(it -> it.startsWith(THIRD_PARTY + "poi/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LGPL-2.1", "MPL-1.1", "MPL-2.0"})
  void carriesTheTextsThatItsNoticesPointTo(String licence) throws IOException {
    String text = THIRD_PARTY + "texts/" + licence + ".txt";

    assertThat(content(text)).hasSizeGreaterThan(10_000);
    assertThat(files())
        .filteredOn(it -> it.startsWith(THIRD_PARTY) && it.endsWith("/LICENSE.txt"))
        .anyMatch(it -> saysSo(it, "../texts/" + licence + ".txt"));
  }

  @Test
  void keepsTheOneLibraryUnderTheLgplReplaceable() throws IOException {
    assertThat(licences().entrySet())
        .filteredOn(it -> it.getValue().contains("LGPL"))
        .singleElement()
        .satisfies(it -> assertThat(bundled()).contains(it.getKey()))
        .satisfies(it -> assertThat(it.getKey()).startsWith("mariadb-java-client-"));
  }

  @Test
  void bundlesNothingThatOnlyHelpsCompilers() throws IOException {
    assertThat(bundled())
        .noneMatch(it -> it.matches("(jsr305|annotations|listenablefuture|checker-qual)-.*"))
        .noneMatch(it -> it.matches("(auto-value|j2objc|jcip|error_prone)[-_]annotations-.*"));
    assertThat(content("NOTICE")).contains("THIRD-PARTY.txt", SBOM);
  }

  private Set<String> bundled() {
    return files().stream()
        .filter(it -> it.startsWith(LIBRARIES) && it.endsWith(".jar"))
        .filter(it -> !LAYOUT.resolve(it).equals(JAR))
        .map(it -> it.substring(LIBRARIES.length(), it.length() - ".jar".length()))
        .collect(toSet());
  }

  /** Bundled libraries and their licences; those of one under several are joined. */
  private Map<String, String> licences() throws IOException {
    List<String> lines = content("THIRD-PARTY.txt").lines().map(String::strip).toList();
    record Line(String licence, String library) {}
    List<Line> found = new ArrayList<>();
    String licence = "";
    for (String line : lines) {
      var library = LISTED.matcher(line);
      if (library.find()) {
        found.add(new Line(licence, library.group(2) + "-" + library.group(3)));
      } else if (line.endsWith(":")) {
        licence = line.substring(0, line.length() - 1);
      }
    }
    return found.stream().collect(toMap(Line::library, Line::licence, (a, b) -> a + " and " + b));
  }

  private Stream<JsonNode> components() throws IOException {
    return JsonMapper.shared().readTree(content(SBOM)).path("components").valueStream();
  }

  /** Whether the folder of a library has a file of that name. */
  private boolean carries(String library, String kind) {
    return files().stream()
        .filter(it -> it.startsWith(THIRD_PARTY))
        .filter(it -> library.matches(Pattern.quote(it.split("/")[1]) + "-\\d.*"))
        .anyMatch(it -> it.matches("(?i).*/" + kind + "[^/]*"));
  }

  private static boolean hasNotice(String library) throws IOException {
    try (JarFile jar = new JarFile(LAYOUT.resolve(LIBRARIES + library + ".jar").toFile())) {
      return jar.stream().anyMatch(it -> it.getName().matches("(?i)(META-INF/)?NOTICE[^/]*"));
    }
  }

  private boolean saysSo(String entry, String words) {
    try {
      return content(entry).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(String name) throws IOException {
    Path file = LAYOUT.resolve(name);
    assertThat(file).as("%s (offline, Maven makes no bill of materials)", file).isRegularFile();
    return Files.readString(file);
  }

  /** All files of the distribution, as paths within it. */
  private static List<String> files() {
    try (Stream<Path> all = Files.walk(LAYOUT)) {
      return all.filter(Files::isRegularFile).map(it -> LAYOUT.relativize(it).toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
