package dev.rollcall.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the finished jar to what it says of itself; the build runs it after packaging. */
class DistributionTest {

  private static final Path JAR = Path.of("target/rollcall.jar");

  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final String SBOM = "META-INF/sbom/application.cdx.json";
  private static final String THIRD_PARTY = "META-INF/third-party/";

  /** A library in the list of third parties: {@code (group:artifact:version - address)}. */
  private static final Pattern LISTED = Pattern.compile("\\(([^:\\s]+):([^:]+):([^:\\s]+) - ");

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(JAR.toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
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
    assertThat(content("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
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
    for (ZipEntry library : jar.stream().filter(it -> isLibrary(it.getName())).toList()) {
      if (hasNotice(library) && !carries(name(library.getName()), "notice")) {
        silent.add(library.getName());
      }
    }

    assertThat(silent).isEmpty();
    assertThat(jar.stream().filter(it -> it.getName().startsWith(THIRD_PARTY + "poi/")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPL-2.0", "LGPL-2.1", "MPL-1.1", "MPL-2.0"})
  void carriesTheTextsThatItsNoticesPointTo(String licence) throws IOException {
    String text = THIRD_PARTY + "texts/" + licence + ".txt";

    assertThat(content(text)).hasSizeGreaterThan(10_000);
    assertThat(
            jar.stream()
                .map(ZipEntry::getName)
                .filter(it -> it.startsWith(THIRD_PARTY) && it.endsWith("/LICENSE.txt"))
                .filter(it -> saysSo(it, "../texts/" + licence + ".txt")))
        .isNotEmpty();
  }

  @Test
  void keepsTheOneLibraryUnderTheLgplReplaceable() throws IOException {
    assertThat(licences().entrySet())
        .filteredOn(it -> it.getValue().contains("LGPL"))
        .singleElement()
        .satisfies(it -> assertThat(it.getKey()).startsWith("mariadb-java-client-"));
    assertThat(jar.stream().filter(it -> isLibrary(it.getName())))
        .allMatch(it -> it.getMethod() == ZipEntry.STORED);
  }

  @Test
  void bundlesNothingThatOnlyHelpsCompilers() throws IOException {
    assertThat(bundled())
        .noneMatch(it -> it.matches("(jsr305|annotations|listenablefuture|checker-qual)-.*"))
        .noneMatch(it -> it.matches("(auto-value|j2objc|jcip|error_prone)[-_]annotations-.*"));
    assertThat(content("META-INF/NOTICE")).contains("THIRD-PARTY.txt", SBOM.substring(9));
  }

  private Set<String> bundled() {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(DistributionTest::isLibrary)
        .map(DistributionTest::name)
        .collect(toSet());
  }

  /** Bundled libraries and their licences; those of one under several are joined. */
  private Map<String, String> licences() throws IOException {
    List<String> lines = content("META-INF/THIRD-PARTY.txt").lines().map(String::strip).toList();
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
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(it -> it.startsWith(THIRD_PARTY) && !it.endsWith("/"))
        .filter(it -> library.matches(Pattern.quote(it.split("/")[2]) + "-\\d.*"))
        .anyMatch(it -> it.matches("(?i).*/" + kind + "[^/]*"));
  }

  private boolean hasNotice(ZipEntry library) throws IOException {
    try (var entries = new ZipInputStream(jar.getInputStream(library))) {
      for (ZipEntry it = entries.getNextEntry(); it != null; it = entries.getNextEntry()) {
        if (it.getName().matches("(?i)(META-INF/)?NOTICE[^/]*")) {
          return true;
        }
      }
      return false;
    }
  }

  private boolean saysSo(String entry, String words) {
    try {
      return content(entry).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String content(String entry) throws IOException {
    ZipEntry found = jar.getEntry(entry);
    assertThat(found).as("%s (offline, Maven makes no bill of materials)", entry).isNotNull();
    try (var in = jar.getInputStream(found)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static boolean isLibrary(String entry) {
    return entry.startsWith(LIBRARIES) && entry.endsWith(".jar");
  }

  private static String name(String entry) {
    return entry.substring(LIBRARIES.length(), entry.length() - ".jar".length());
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
