package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.Secrets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command must keep to itself, as far as it knows by now: the last fence before a message or
 * a log line is said, for what nobody has thought of.
 */
final class SecretMasking {

  private volatile Secrets secrets = Secrets.none();

  /** From now on these too. */
  void keep(Secrets more) {
    secrets = secrets.and(more);
  }

  /** From now on also what addresses in these texts hold. */
  void keepWhatIsIn(List<String> texts) {
    keep(Secrets.of(texts.stream().flatMap(SecretMasking::inAddress).toList()));
  }

  /** An address may stand behind the name of an option. */
  private static Stream<String> inAddress(String text) {
    int start = text.indexOf("jdbc:");
    return start < 0 ? Stream.empty() : JdbcAddress.of(text.substring(start)).secrets().stream();
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
        messages.say(event.with(SecretMasking.this::hide));
      }

      @Override
      public void about(RunId run) {
        messages.about(run);
      }
    };
  }
}
