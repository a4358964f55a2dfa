import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** One table: what a command takes in this checkout, and its share of what another commit takes. */
final class Comparison {

  private final List<Checkout> checkouts;
  private final RoundRobin turns;
  private final Map<String, Requests> requests;
  private final FigureTable table;

  Comparison(String what, Setting setting, RoundRobin turns, JobRuns runs) {
    this.checkouts = setting.checkouts();
    this.turns = turns;
    this.requests = checkouts.stream().collect(toMap(Checkout::name, runs::requests));
    List<String> header = new ArrayList<>(List.of(what));
    setting.against().ifPresent(other -> header.add("share of " + other.name()));
    checkouts.forEach(checkout -> header.add(checkout.name()));
    this.table = new FigureTable(header.toArray(String[]::new));
  }

  String table() {
    row("processor time", turns::processorSeconds, figures -> seconds(figures, 2));
    Figures hello = turns.processorSeconds(Setting.HELLO);
    String times = "the same, times a bare hello (%s)".formatted(seconds(hello, 3));
    cells(
        times,
        "",
        name -> FigureTable.ratio(turns.processorSeconds(name).times(hello)));
    row("wall time", turns::seconds, figures -> seconds(figures, 2));
    if (turns.peakMegabytes(checkouts.get(0).name()).lowest() > 0) {
      row(
          "peak resident memory",
          turns::peakMegabytes,
          figures -> FigureTable.number(figures.median(), 0) + " MB");
    }
    requests();
    return table.toString();
  }

  private void requests() {
    count("requests", Requests::all);
    cells(
        "of them in the longest lane",
        "",
        name ->
            "%,d (%s)"
                .formatted(requests.get(name).longestCount(), requests.get(name).longest()));
    count("fewest minutes the quotas allow, lanes side by side", Requests::minutesSideBySide);
    count("fewest minutes, one lane after the other", Requests::minutesInARow);
  }

  private void count(String what, ToIntFunction<Requests> count) {
    Function<String, Integer> of = name -> count.applyAsInt(requests.get(name));
    int last = of.apply(checkouts.get(checkouts.size() - 1).name());
    String share =
        last == 0 ? "" : FigureTable.percent((double) of.apply(checkouts.get(0).name()) / last);
    cells(what, share, name -> FigureTable.number(of.apply(name), 0));
  }

  private void row(
      String what, Function<String, Figures> figures, Function<Figures, String> absolute) {
    Figures here = figures.apply(checkouts.get(0).name());
    Figures last = figures.apply(checkouts.get(checkouts.size() - 1).name());
    Figures rounds = here.inEachRound(last);
    cells(
        what,
        "%s (%s to %s)"
            .formatted(
                FigureTable.percent(here.times(last)),
                FigureTable.percent(rounds.lowest()),
                FigureTable.percent(rounds.highest())),
        name -> absolute.apply(figures.apply(name)));
  }

  /** The share is left out where there is nothing to compare with. */
  private void cells(String what, String share, Function<String, String> absolute) {
    List<String> cells = new ArrayList<>(List.of(what));
    if (checkouts.size() > 1) {
      cells.add(share);
    }
    checkouts.forEach(checkout -> cells.add(absolute.apply(checkout.name())));
    table.row(cells.toArray(String[]::new));
  }

  private static String seconds(Figures figures, int places) {
    return FigureTable.number(figures.median(), places) + " s";
  }
}
