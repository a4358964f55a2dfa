package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.docs.Manual;
import dev.rollcall.docs.Manual.Block;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.roster.RosterJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.json.JsonMapper;

/** Every command that the manual shows can be given, and what it shows of the samples is true. */
class ManualCommandsTest {

  private static final String PROGRAM = "./rollcall ";

  /** {@code `./rollcall plan JOB`} among words. */
  private static final Pattern AMONG_WORDS = Pattern.compile("`(?:\\./)?rollcall ([^`…]+)`");

  private static final Pattern ENDS_WITH = Pattern.compile("ends with (?:exit code )?(\\d)");

  /** What the manual writes where anybody's own would stand. */
  private static final Map<String, String> PLACEHOLDERS =
      Map.of("RULE=N", "removals=3", "EMAIL", "ana@example.com", "FILE", "state.json");

  @TempDir Path folder;

  /** A command, and the block or prose in which it stands. */
  private record Shown(String line, String where) {

    List<String> words() {
      return shellWords(line);
    }

    @Override
    public String toString() {
      return where + ": " + line;
    }
  }

  @BeforeEach
  void copy() throws IOException {
    SampleCompany.copyTo(folder);
  }

  static Stream<Shown> commands() {
    return Manual.pages().stream()
        .flatMap(
            page ->
                Stream.concat(
                    page.blocks().stream().flatMap(ManualCommandsTest::commandsIn),
                    AMONG_WORDS
                        .matcher(page.withoutBlocks())
                        .results()
                        .map(found -> new Shown(found.group(1), page.toString()))));
  }

  /** Blocks of output below a command. */
  static List<Block> outputs() {
    List<Block> outputs = new ArrayList<>();
    for (Manual.Page page : Manual.pages()) {
      List<Block> blocks = page.blocks();
      for (int i = 1; i < blocks.size(); i++) {
        if (blocks.get(i).language().isEmpty()) {
          outputs.add(blocks.get(i));
        }
      }
    }
    return outputs;
  }

  @Test
  void thereAreManyCommandsAndSomeOutputs() {
    assertThat(commands()).hasSizeGreaterThan(40);
    assertThat(outputs()).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandOfTheManualCanBeGiven(Shown shown) {
    assertThatCode(() -> parse(shown)).doesNotThrowAnyException();
  }

  @Test
  void aCommandThatCannotBeGivenIsNoticed() {
    assertThatThrownBy(() -> parse(new Shown("plan jobs/x.yaml --outt p.json", "")))
        .hasMessageContaining("--outt");
    assertThatThrownBy(() -> parse(new Shown("sinc jobs/x.yaml", ""))).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void whatIsShownBelowACommandIsWhatItPrints(Block output) {
    List<Block> blocks = output.page().blocks();
    Block command = blocks.get(blocks.indexOf(output) - 1);
    List<String> words = commandsIn(command).findFirst().orElseThrow().words();
    String printed = steady(Shell.run(with(words, folder.resolve(words.get(1)))).out());

    int from = 0;
    for (String line : steady(output.text()).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("… and ") && !line.contains(" … and ")) {
        int at = printed.indexOf(line + "\n", from);
        assertThat(at)
            .as("%s, printed after what is shown before it in%n%s", line, printed)
            .isNotNegative();
        from = at + line.length();
      }
    }
  }

  @Test
  void theQuickstartGoesAsTheReadmeSays() {
    List<Block> blocks =
        Manual.page(Manual.README).blocks("Quickstart").stream()
            .filter(block -> !block.text().contains("sandbox"))
            .toList();

    assertThat(blocks.stream().flatMap(ManualCommandsTest::commandsIn)).hasSizeGreaterThan(4);
    for (Block block : blocks) {
      int expected =
          ENDS_WITH
              .matcher(block.before())
              .results()
              .reduce((one, other) -> other)
              .map(found -> Integer.parseInt(found.group(1)))
              .orElse(0);
      commandsIn(block).forEach(shown -> assertThat(given(shown)).isEqualTo(expected));
    }
  }

  @Test
  void theFirstJobFileOfOnesOwnGoesAsTheReadmeSays() throws IOException {
    Files.copy(folder.resolve("sample-data/people.csv"), folder.resolve("people.csv"));

    List<Integer> codes =
        Manual.page(Manual.README).blocks("Your own people").stream()
            .flatMap(ManualCommandsTest::commandsIn)
            .map(this::given)
            .toList();

    // The sample has rows that are wrong on purpose, which validate alone does not let pass.
    assertThat(codes).containsExactly(0, 5, 0);
    assertThat(folder.resolve("jobs/people.yaml")).exists();
  }

  @Test
  void theManualHasEveryCommandWithEachOfItsOptions() {
    Map<String, String> rows = new HashMap<>();
    Manual.page("commands.md")
        .section("All commands")
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> rows.put(line.substring(3).split("[ `]")[0], line));
    String shared = Manual.page("commands.md").section("Options of several commands");

    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(commandLine().getSubcommands().keySet());
    commandLine()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().options())
                    .extracting(OptionSpec::longestName)
                    .filteredOn(option -> !option.equals("--version"))
                    .as(name)
                    .allMatch(
                        option ->
                            rows.get(name).contains("`" + option)
                                || rowOf(shared, option)
                                    .matches(
                                        ".*\\| (.*\\b"
                                            + name
                                            + "\\b.*|all|those with a result) \\| .*")));
  }

  @Test
  void noHelpHasAHole() {
    assertThat(commandLine().getSubcommands().values())
        .extracting(CommandLine::getUsageMessage)
        .noneMatch(help -> help.contains("null") || help.contains("${"));
  }

  @Test
  void theRosterThatIsShownIsOne() throws IOException {
    String rows =
        Manual.page("rosters.md").blocks().stream()
            .filter(block -> block.language().equals("csv"))
            .map(Block::text)
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("people.csv"), rows);
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            "name: shown\nsources: [{ name: hr, type: csv, path: people.csv }]\n"
                + "target: { type: sandbox }\n");

    Ran ran = Shell.run("roster", job.toString());

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("dev Member, group Finance builders, group Ops, Billing@prod Builder")
        .contains(
            "Roster: 1 active, 1 left, 0 starting later, 0 held; 0 problems, 0 rows set aside.");
  }

  @Test
  void theChangelogNamesTheFormatsOfToday() throws IOException {
    String formats = Manual.page("CHANGELOG.md").section("Formats");
    Path plan = folder.resolve("plan.json");
    Shell.run("plan", folder.resolve("jobs/quickstart.yaml").toString(), "--out=" + plan);
    String saved =
        JsonMapper.shared().readTree(Files.readString(plan)).path("format_version").asString();

    assertThat(formats)
        .containsPattern("\\| `report.json`[^|]* \\|( .*\n\\| \\|)* " + JsonReport.FORMAT_VERSION)
        .containsPattern("\\| `roster --[^|]* \\|( .*\n\\| \\|)* " + RosterJson.FORMAT_VERSION)
        .containsPattern("\\| saved plan[^|]* \\|( .*\n\\| \\|)* " + saved);
  }

  private static String rowOf(String table, String option) {
    return table
        .lines()
        .filter(line -> line.startsWith("| ") && line.split("\\|")[1].contains("`" + option))
        .findFirst()
        .orElse("");
  }

  /** Gives a command in the folder: in this process, where it names its job file. */
  private int given(Shown shown) {
    List<String> words = shown.words();
    Path job = folder.resolve(words.get(1));
    if (!words.get(1).startsWith("jobs/")) {
      RealShell.Running ran = new RealShell(folder).start(words.toArray(String[]::new));
      assertThat(ran.exitCode()).as(ran.told()).isNotEqualTo(1);
      return ran.exitCode();
    }
    return Shell.run(with(words, job)).code();
  }

  private static String[] with(List<String> words, Path job) {
    List<String> line = new ArrayList<>(words);
    line.set(1, job.toString());
    return line.toArray(String[]::new);
  }

  private static void parse(Shown shown) {
    if (shown.words().size() == 1 && !shown.line().startsWith("-")) {
      assertThat(commandLine().getSubcommands().keySet()).contains(shown.words().get(0));
      return;
    }
    String line = shown.line();
    for (Map.Entry<String, String> each : PLACEHOLDERS.entrySet()) {
      line = line.replace(each.getKey(), each.getValue());
    }
    commandLine().parseArgs(shellWords(line).toArray(String[]::new));
  }

  private static CommandLine commandLine() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    return Main.commandLine(new Terminal(nowhere, nowhere, false, Map.of()));
  }

  private static Stream<Shown> commandsIn(Block block) {
    return block
        .text()
        .lines()
        .filter(line -> line.startsWith(PROGRAM))
        .map(line -> new Shown(line.substring(PROGRAM.length()), block.page().toString()));
  }

  /** As a shell parts them: single quotes hold together, a remark is left out. */
  private static List<String> shellWords(String line) {
    return Pattern.compile("#.*|(?:[^\\s'#]|'[^']*')+")
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .filter(word -> !word.startsWith("#"))
        .map(word -> word.replace("'", ""))
        .toList();
  }

  /** Without what differs from one moment and machine to the next. */
  private String steady(String text) {
    return (text + "\n")
        .replaceAll("planned \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "planned NOW")
        .replace(folder + "/", "")
        .replaceAll(" +\n", "\n");
  }
}
