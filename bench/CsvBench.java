import dev.rollcall.source.columns.Destination;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * How long it takes to read, map and check a CSV roster, beside a bare loop of Commons CSV over the
 * same file.
 *
 * <p>The file is made up: ten columns (address, names, status, department, country, number, groups,
 * two dates), every row another person. <em>Bare</em> asks for each cell of each record.
 * <em>Rollcall</em> opens the source (which reads the file once more, for its charset), maps every
 * row to a person, gathers all people and checks them.
 */
public final class CsvBench {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final Destination WORKSPACE =
      new Destination(
          WorkatoVocabulary.VOCABULARY,
          List.of(WorkatoVocabulary.resource(new Environment("dev"))));
  private static final String JOB =
      """
      name: bench
      sources: [ { name: hr, type: csv, path: %s } ]
      rules:
        - name: Finance
          when: person.department == "Finance" && person.country in ["US", "DE"]
          grant: { roles: { dev: Member }, groups: [Finance builders] }
      target: { type: workato, url: "http://127.0.0.1:1", tokens: { dev: none } }
      """;

  private CsvBench() {}

  /** Measures so many rows in so many rounds, and prints a table. */
  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[0]);
    Path file = Path.of("people.csv").toAbsolutePath();
    generate(file, rows);
    RosterOfJob roster = new RosterOfJob(JOB.formatted(file), TODAY, WORKSPACE);
    new Contest(rows)
        .add("bare Commons CSV", () -> bare(file))
        .add("read, mapped, checked", roster::people)
        .held(
            "CSV, %,d rows of 10 columns, %.0f MB".formatted(rows, Files.size(file) / 1e6),
            Integer.parseInt(arguments[1]));
  }

  private static void generate(Path file, int rows) throws IOException {
    String[] departments = {"Finance", "Sales", "Engineering", "Support", "Legal", "Operations"};
    String[] countries = {"US", "DE", "ES", "JP", "IN", "BR"};
    String[] first = {"Ana", "Bo", "Chi", "Dilan", "Eve", "Femi", "Gus", "Hana", "Ivo", "Jun"};
    String[] last = {"Garcia", "Holm", "Ito", "Jones", "Kaya", "Lopez", "Meyer", "Novak", "Okoro"};
    String[] groups = {"Builders; Readers", "Operators", "\"Builders; Operators\"", "Readers", ""};
    Random random = new Random(7);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Email,First Name,Last Name,Status,Department,Country,Employee ID,Groups,");
      out.write("Start Date,End Date\n");
      for (int i = 0; i < rows; i++) {
        String one = first[random.nextInt(first.length)];
        String two = last[random.nextInt(last.length)];
        out.write(one.toLowerCase() + "." + two.toLowerCase() + "." + i + "@example.com,");
        out.write(one + "," + two + "," + (i % 20 == 7 ? "Terminated," : "Active,"));
        out.write(departments[random.nextInt(departments.length)] + ",");
        out.write(countries[random.nextInt(countries.length)] + ",E" + (1_000_000 + i) + ",");
        out.write(groups[random.nextInt(groups.length)] + ",");
        out.write(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000)) + ",");
        out.write(i % 50 == 3 ? LocalDate.of(2026, 12, 1).plusDays(random.nextInt(300)) + "\n" : "\n");
      }
    }
  }

  private static int bare(Path file) throws IOException {
    long cells = 0;
    try (Reader text = Files.newBufferedReader(file)) {
      for (CSVRecord record : CSVFormat.DEFAULT.parse(text)) {
        for (String cell : record) {
          cells += cell.length() >= 0 ? 1 : 0;
        }
      }
    }
    return (int) (cells / 10) - 1;
  }
}
