package dev.rollcall.cli;

import dev.rollcall.apply.RunId;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.security.Secrets;
import java.util.List;

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
    for (String text : texts) {
      // An address may stand behind the name of an option.
      int start = text.indexOf("jdbc:");
      if (start >= 0) {
        keep(Secrets.of(JdbcAddress.of(text.substring(start)).secrets()));
      }
    }
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
