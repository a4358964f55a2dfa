package dev.rollcall.cli;

import dev.rollcall.apply.Progress;
import dev.rollcall.security.PlainText;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress for a person at a terminal: a bar with rate and time left for every phase that counts.
 */
final class ProgressBars implements Progress, AutoCloseable {

  private final Terminal terminal;
  private Optional<ProgressBar> bar = Optional.empty();

  ProgressBars(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void phase(String name, int requests) {
    close();
    if (requests > 0) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName(PlainText.line(name))
                  .setInitialMax(requests)
                  .setUnit(" requests", 1)
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(200)
                  .showSpeed()
                  .setConsumer(new ConsoleProgressBarConsumer(terminal.canvas()))
                  .build());
    }
  }

  @Override
  public synchronized void step(String detail) {
    bar.ifPresent(ProgressBar::step);
  }

  /** Ends the bar that is shown, if any. */
  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
