package dev.rollcall.cli;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.RunId;
import dev.rollcall.job.JdbcUrl;
import dev.rollcall.security.Secrets;
import java.util.List;

/**
 * What a command must keep to itself, as far as it knows by now: the last fence before a message or
 * a log line is said, for what nobody has thought of.
 */
final class Discretion {

  private volatile Secrets secrets = Secrets.none();

  /** From now on these too. */
  void keep(Secrets more) {
    secrets = secrets.and(requireNonNull(more, "more"));
  }

  /** From now on also what addresses in these texts hold. */
  void keepWhatIsIn(List<String> texts) {
    keep(Secrets.of(texts.stream().flatMap(text -> JdbcUrl.secretsIn(text).stream()).toList()));
  }

  /** The text without any of them. */
  String hide(String text) {
    return secrets.hide(text);
  }

  /** The same messages, each without any of them. */
  Messages over(Messages messages) {
    return new Messages() {
      @Override
      public void say(Event event) {
        messages.say(event.with(Discretion.this::hide));
      }

      @Override
      public void about(RunId run) {
        messages.about(run);
      }
    };
  }
}
