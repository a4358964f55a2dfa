package dev.rollcall.starter;

import static java.util.stream.Collectors.joining;

import dev.rollcall.job.yaml.ReferenceSources;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.Secrets;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.HeaderSearch;
import dev.rollcall.source.csv.CsvSettings;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.excel.ExcelSettings;
import dev.rollcall.source.excel.ExcelSource;
import dev.rollcall.source.jdbc.FurtherDrivers;
import dev.rollcall.source.jdbc.JdbcSettings;
import dev.rollcall.source.jdbc.JdbcSource;
import dev.rollcall.source.jdbc.Query;
import dev.rollcall.source.jdbc.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The detection of what kind of source a roster is, by its address and its first bytes. */
final class SourceDetection {

  /** Where the password of a workbook is looked for: it has no place on a command line. */
  private static final String WORKBOOK_PASSWORD = "WORKBOOK_PASSWORD";

  private static final int MOST_SHEETS = 12;

  private SourceDetection() {}

  /**
   * The roster as something that can be looked at.
   *
   * @throws UnreadableSource where this version reads nothing of the kind
   */
  static DetectedSource of(StarterRequest asked) {
    DetectedSource detected =
        isDatabase(asked.roster())
            ? database(asked)
            : isWorkbook(asked.roster()) ? workbook(asked) : csv(asked);
    return detected.keeping(secrets(asked));
  }

  /** What nothing that is told of the roster may hold. */
  static Secrets secrets(StarterRequest asked) {
    return Secrets.of(
        Stream.concat(
                JdbcAddress.of(asked.roster()).secrets().stream(),
                Stream.ofNullable(ReferenceSources.ofProcess().variables().get(WORKBOOK_PASSWORD)))
            .toList());
  }

  private static boolean isDatabase(String roster) {
    return roster.startsWith("jdbc:");
  }

  private static boolean isWorkbook(String roster) {
    String start = HexFormat.of().formatHex(start(Path.of(roster)));
    return start.startsWith("504b0304") || start.startsWith("d0cf11e0");
  }

  private static byte[] start(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(8);
    } catch (IOException e) {
      // Whatever it is, the source that opens it says what is wrong with it.
      return new byte[0];
    }
  }

  private static DetectedSource csv(StarterRequest asked) {
    Path path = Path.of(asked.roster());
    return new DetectedSource(
        name(stem(path)),
        asked.roster(),
        new CsvSource(
            new CsvSettings(
                name(stem(path)),
                path,
                asked.roster(),
                Optional.empty(),
                Optional.empty(),
                HeaderSearch.usual())),
        List.of("type: csv", "path: " + YamlWord.of(relative(path, asked.jobFile()))),
        List.of(),
        Optional.of(new Spreadsheet(name(stem(path)), path, asked.roster())::csv));
  }

  private static DetectedSource workbook(StarterRequest asked) {
    Path path = Path.of(asked.roster());
    Optional<String> password =
        Optional.ofNullable(ReferenceSources.ofProcess().variables().get(WORKBOOK_PASSWORD));
    List<String> yaml = new ArrayList<>();
    yaml.add("type: excel");
    yaml.add("path: " + YamlWord.of(relative(path, asked.jobFile())));
    password.ifPresent(given -> yaml.add("password: \"${env:" + WORKBOOK_PASSWORD + "}\""));
    ExcelSettings settings =
        new ExcelSettings(
            name(stem(path)),
            path,
            asked.roster(),
            asked.sheet(),
            Optional.empty(),
            password,
            HeaderSearch.usual());
    List<OpenQuestion> questions = new ArrayList<>();
    Optional<AssignmentsSheet> assignments = AssignmentsSheet.in(settings);
    List<String> sheets = sheets(settings);
    Optional<String> sheet =
        asked
            .sheet()
            .or(() -> assignments.map(AssignmentsSheet::people))
            .or(() -> sheets.size() < 2 ? Optional.empty() : chosen(settings));
    sheet.ifPresent(named -> yaml.add("sheet: " + YamlWord.of(named)));
    if (sheets.size() > 1) {
      String told = sheets.stream().limit(MOST_SHEETS).collect(joining(", "));
      yaml.add("# the sheets: " + YamlWord.comment(told));
    }
    assignments.ifPresent(
        found -> {
          yaml.add("# " + found.yaml());
          questions.add(found.question(asked.sheet().isPresent()));
        });
    Spreadsheet spreadsheet = new Spreadsheet(name(stem(path)), path, asked.roster());
    return new DetectedSource(
        name(stem(path)),
        asked.roster(),
        new ExcelSource(settings),
        yaml,
        questions,
        Optional.of(roster -> spreadsheet.excel(sheet, password, roster)));
  }

  /** Its sheets; none where it cannot be read, which its reader says. */
  private static List<String> sheets(ExcelSettings settings) {
    try {
      return new ExcelSource(settings.withoutSheet()).sheets();
    } catch (UnreadableSource e) {
      return List.of();
    }
  }

  /** The sheet that is read where none is named. */
  private static Optional<String> chosen(ExcelSettings settings) {
    try (Source.Rows rows = new ExcelSource(settings).open()) {
      return Optional.of(rows.place().label().substring(settings.label().length() + 1));
    }
  }

  private static DetectedSource database(StarterRequest asked) {
    DatabaseAddress address = DatabaseAddress.of(asked.roster());
    String query =
        asked
            .query()
            .orElseThrow(
                () ->
                    new UnreadableSource(
                        address.url(),
                        "nobody knows what to read there",
                        "add --query \"select … from …\""));
    return new DetectedSource(
        address.name(),
        address.url(),
        new JdbcSource(
            new JdbcSettings(
                address.name(),
                address.login(),
                Query.of(query),
                Timeouts.USUAL,
                drivers(asked.jobFile()))),
        address.yaml(address.name(), asked.query()),
        List.of(),
        Optional.empty());
  }

  /** Where a job file without {@code drivers:} looks for them. */
  private static FurtherDrivers drivers(Path jobFile) {
    return Optional.ofNullable(ReferenceSources.ofProcess().variables().get("ROLLCALL_DRIVERS"))
        .filter(folder -> !folder.isBlank())
        .map(folder -> FurtherDrivers.spare(jobFile.toAbsolutePath().resolveSibling(folder)))
        .orElse(FurtherDrivers.NONE);
  }

  static String stem(Path path) {
    String file = String.valueOf(path.getFileName());
    int dot = file.indexOf('.', 1);
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** A name as jobs and sources have them. */
  static String name(String text) {
    String name =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String cut = name.length() > 40 ? name.substring(0, 40).replaceAll("-+$", "") : name;
    return cut.isEmpty() || !Character.isLetter(cut.charAt(0))
        ? ("roster-" + cut).replaceAll("-+$", "")
        : cut;
  }

  /** A path as a job file beside it would write it. */
  static String relative(Path path, Path jobFile) {
    Path folder = jobFile.toAbsolutePath().normalize().getParent();
    Path absolute = path.toAbsolutePath().normalize();
    String written =
        folder != null && absolute.getRoot().equals(folder.getRoot())
            ? folder.relativize(absolute).toString()
            : absolute.toString();
    return written.replace('\\', '/');
  }
}
