package dev.rollcall.security;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a driver must not be told that the operator brought and nobody here knows: names by which
 * drivers are known to load code, run statements of their own, or read and write files.
 */
final class OtherSettings {

  private static final Pattern CODE =
      Pattern.compile(
          "(?i).*(class|classname|factory|factories|interceptors?|plugins?|plugin_?name|plugin_?class"
              + "|listeners?|serializers?|deserializ\\w*|callback|callback_?handler"
              + "|verifier|propertiestransform|clientinfoprovider|profilereventhandler"
              + "|loadbalancestrategy|exceptionchecker|useconfigs|jaas\\w*|jndi\\w*|trustmanager\\w*"
              + "|credentialtype|xmlfactoryfactory)");
  private static final Pattern SQL =
      Pattern.compile(
          "(?i)(init|initsql|init_?statements?|connection_?init_?sql|sessionvariables"
              + "|allowmultiqueries|session_?init\\w*|runscript)");
  private static final Pattern FILES =
      Pattern.compile(
          "(?i)(allow(load)?localinfile|allowloadlocalinfileinpath|allowurlinlocalinfile"
              + "|logger|logger_?file|log_?file|log_?path|trace_?file|trace_?directory|trace_level_file"
              + "|createdatabaseifnotexist|autodeserialize)");
  private static final Pattern NO = Pattern.compile("(?i)\\s*(false|no|0)\\s*");

  private OtherSettings() {}

  /** What is wrong with a setting, if anything. */
  static Optional<String> refusal(String name, String value) {
    if (NO.matcher(value).matches()) {
      return Optional.empty();
    }
    return reason(name.strip())
        .map(why -> "the setting " + name.strip() + " is not permitted here: " + why);
  }

  private static Optional<String> reason(String name) {
    if (CODE.matcher(name).matches() || name.equalsIgnoreCase("autoDeserialize")) {
      return Optional.of("it loads code");
    }
    if (SQL.matcher(name).matches()) {
      return Optional.of("it runs SQL");
    }
    return FILES.matcher(name).matches()
        ? Optional.of("it reads or writes files of this machine")
        : Optional.empty();
  }
}
