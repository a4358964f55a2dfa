package dev.rollcall.security;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The address of a database. The one place that knows how such addresses are built, what in them is
 * nobody's business, and what they may say. It prints without its secrets.
 */
public final class JdbcAddress {

  private static final String BEGIN = "jdbc:";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");
  private static final String FOLLOWED = "\uE000";
  private static final String STARS = "***";

  /** In words that merely mention an address, or a part of one. */
  private static final class Mentioned {
    private static final Pattern SETTING =
        Pattern.compile(
            "(?i)([a-z_.\\-]*(?:password|passwd|passphrase|pwd|secret|token|credentials?\\b|key\\b)"
                + "[a-z0-9]*\\s*=\\s*)"
                + "(?:\\{(?:[^}]|}})*}|\"[^\"]*\"|'[^']*'|(?:\\\\.|[^&;)\\s\"'])+)");

    private static final Pattern LOGIN = Pattern.compile("(//|:thin:|:oci8?:)[^@\\s]\\S*@");
  }

  private final String text;
  private final JdbcSyntax syntax;
  private final JdbcLogin login;
  private final List<JdbcSetting> settings;

  private JdbcAddress(String text) {
    this.text = text;
    this.syntax = JdbcSyntax.of(scheme(text));
    this.login = JdbcLogin.of(text, syntax);
    this.settings = syntax.settings(text, login.end());
  }

  /** Whether the text is such an address. */
  public static boolean isOne(String text) {
    return text.startsWith(BEGIN) && text.indexOf(':', BEGIN.length()) > BEGIN.length();
  }

  /** Takes the text, whatever it is. */
  public static JdbcAddress of(String text) {
    return new JdbcAddress(text);
  }

  private static String scheme(String text) {
    int end = text.indexOf(':', BEGIN.length());
    return end >= 0 && text.regionMatches(true, 0, BEGIN, 0, BEGIN.length())
        ? text.substring(BEGIN.length(), end).toLowerCase(Locale.ROOT)
        : "";
  }

  /** What kind of database: {@code postgresql}, {@code h2}, in small letters. */
  public String scheme() {
    return scheme(text);
  }

  /** The whole address, for the one place that connects. */
  public String reveal() {
    return text;
  }

  /** Where an H2 database lies; a strange place where it is the address of another. */
  public H2Place h2() {
    return H2Place.of(text);
  }

  /** The same with a relative file of H2 being relative to the folder. */
  public JdbcAddress within(Path folder) {
    return scheme().equals("h2") ? of(h2().within(folder)) : this;
  }

  /** The value of a setting as the driver takes it; names are compared without case. */
  public Optional<String> setting(String name) {
    return settings.stream()
        .filter(setting -> setting.name().equalsIgnoreCase(name))
        .reduce((first, second) -> second)
        .map(JdbcSetting::value);
  }

  /** The same with one more setting, where it is not there already. */
  public JdbcAddress with(String name, String value) {
    if (setting(name).isPresent()) {
      return this;
    }
    String before = syntax.separator(text);
    return of(text + before + name + "=" + value);
  }

  /** The same without these settings, and without a user and a password before the host. */
  private JdbcAddress without(Predicate<JdbcSetting> unwanted) {
    StringBuilder kept = new StringBuilder(text);
    for (int i = settings.size() - 1; i >= 0; i--) {
      JdbcSetting setting = settings.get(i);
      if (unwanted.test(setting)) {
        remove(kept, setting);
      }
    }
    return of(kept.delete(login.start(), login.end()).toString());
  }

  private static void remove(StringBuilder kept, JdbcSetting setting) {
    boolean first = kept.charAt(setting.start() - 1) == '?';
    boolean last = setting.end() >= kept.length();
    if (first && !last) {
      kept.delete(setting.start(), setting.end() + 1);
    } else {
      kept.delete(setting.start() - 1, setting.end());
    }
  }

  private static boolean isUser(JdbcSetting setting) {
    return setting.name().equalsIgnoreCase("user") || setting.name().equalsIgnoreCase("username");
  }

  /** The same without whatever tells who gets in: no user, no password, no other secret. */
  public JdbcAddress withoutLogin() {
    return without(setting -> isUser(setting) || setting.isSecret());
  }

  /** What {@link #withoutLogin} leaves out of the settings, by name as written. */
  public Map<String, String> loginSettings() {
    Map<String, String> found = new LinkedHashMap<>();
    settings.stream()
        .filter(setting -> isUser(setting) || setting.isSecret())
        .forEach(setting -> found.put(setting.name(), setting.value()));
    return found;
  }

  /** Who the address says gets in. */
  public Optional<String> user() {
    return settings.stream()
        .filter(JdbcAddress::isUser)
        .map(JdbcSetting::value)
        .findFirst()
        .or(() -> Optional.of(login.user()).filter(name -> !name.isEmpty()));
  }

  /** What the address says it takes to get in. */
  public Optional<String> password() {
    return settings.stream()
        .filter(JdbcSetting::isSecret)
        .map(JdbcSetting::value)
        .findFirst()
        .or(() -> Optional.of(JdbcSetting.decoded(login.password())).filter(it -> !it.isEmpty()));
  }

  /** Everything in it that must not be seen, as written and as it is taken. */
  public Set<String> secrets() {
    Set<String> found = new LinkedHashSet<>(login.forms());
    settings.stream()
        .filter(setting -> setting.isSecret() || isSuspicious(setting))
        .flatMap(JdbcSetting::forms)
        .forEach(found::add);
    return found;
  }

  /** Nobody knows it, and an at sign could be the end of a password. */
  private boolean isSuspicious(JdbcSetting setting) {
    return setting.raw().contains("@") && !isUser(setting) && !isKnown(setting);
  }

  private boolean isKnown(JdbcSetting setting) {
    return allowed(JdbcUse.SOURCE)
        .filter(list -> list.refusal(setting.name(), setting.value()).isEmpty())
        .isPresent();
  }

  /** Whether a password is written out in a text whose references are not yet followed. */
  public static boolean holdsWrittenPassword(String text) {
    JdbcAddress address = of(REFERENCE.matcher(text).replaceAll(FOLLOWED));
    return isWritten(address.login.password())
        || address.settings.stream()
            .anyMatch(setting -> setting.isSecret() && isWritten(setting.raw()));
  }

  private static boolean isWritten(String secret) {
    return !secret.replace(FOLLOWED, "").isBlank();
  }

  /**
   * What it must not say.
   *
   * @param use what it is for
   */
  public List<RefusedSetting> refused(JdbcUse use) {
    List<RefusedSetting> found = new ArrayList<>(refusedPlace(use));
    if (syntax == JdbcSyntax.H2 && h2().isCutShort()) {
      return found;
    }
    Set<String> seen = new LinkedHashSet<>();
    for (JdbcSetting setting : settings) {
      Optional<RefusedSetting> refusal = refusal(use, setting.name(), setting.value());
      if (refusal.isPresent()) {
        found.add(refusal.get().at(setting.start()));
      } else if (!seen.add(setting.name().toUpperCase(Locale.ENGLISH))
          && allowed(use).isPresent()) {
        found.add(
            new RefusedSetting(
                setting.name(),
                setting.start(),
                "the setting " + setting.name() + " is here twice",
                "keep one",
                List.of()));
      }
    }
    return found;
  }

  /** What its driver must not be told beside it: names as they are written, with their values. */
  public Optional<RefusedSetting> refusal(JdbcUse use, String name, String value) {
    Optional<DriverSettings> list = allowed(use);
    Optional<String> what =
        list.isPresent() ? list.get().refusal(name, value) : OtherSettings.refusal(name, value);
    boolean explained = list.isEmpty() || list.get().hasReason(name);
    return what.map(
        wrong ->
            new RefusedSetting(
                name,
                -1,
                wrong,
                explained ? "leave it out" : "",
                list.map(DriverSettings::permitted).orElse(List.of())));
  }

  /** The list that holds; none for what nobody here knows. */
  private Optional<DriverSettings> allowed(JdbcUse use) {
    if (syntax == JdbcSyntax.H2) {
      return Optional.of(use == JdbcUse.REPOSITORY ? H2Settings.REPOSITORY : H2Settings.SOURCE);
    }
    if (use == JdbcUse.SOURCE_BY_OWN_DRIVER) {
      return Optional.empty();
    }
    return switch (syntax) {
      case POSTGRESQL -> Optional.of(ServerSettings.POSTGRESQL);
      case MARIADB -> Optional.of(ServerSettings.MARIADB);
      case SQL_SERVER -> Optional.of(ServerSettings.SQL_SERVER);
      case H2, OTHER -> Optional.empty();
    };
  }

  private List<RefusedSetting> refusedPlace(JdbcUse use) {
    if (login.isThere() && syntax != JdbcSyntax.OTHER && use != JdbcUse.SOURCE_BY_OWN_DRIVER) {
      return List.of(
          new RefusedSetting(
              "",
              login.start(),
              "a user or password stands before the host, where this driver reads none",
              use == JdbcUse.REPOSITORY
                  ? "write ?user=NAME&password=${file:/path} behind the database"
                  : "write username: and password:",
              List.of()));
    }
    return syntax == JdbcSyntax.H2 ? h2().refused().stream().toList() : List.of();
  }

  /** How the database is called within a sentence: its name, host and port, and no secret. */
  public String called() {
    return JdbcCall.of(this);
  }

  /** Whether a setting or property of this name is nobody's business. */
  public static boolean isSecret(String name) {
    return JdbcSetting.isSecret(name);
  }

  /** Words from outside in which this address, or some of it, may be quoted. */
  public String hideIn(String words) {
    String hidden = words.replace(text, toString());
    for (String secret : secrets()) {
      hidden = secret.length() < 4 ? hidden : hidden.replace(secret, STARS);
    }
    return hide(hidden);
  }

  /** A text fit to be shown, be it an address or what was meant to be one. */
  public static String shown(String text) {
    return isOne(text) ? of(text).toString() : hide(text);
  }

  /** Words that may mention an address, without what looks like a password in it. */
  public static String hide(String words) {
    String hidden = Mentioned.SETTING.matcher(words).replaceAll("$1" + STARS);
    return Mentioned.LOGIN.matcher(hidden).replaceAll("$1" + STARS + "@");
  }

  /** Without user and password before the host, and without the values of what is secret. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(text);
    for (int i = settings.size() - 1; i >= 0; i--) {
      JdbcSetting setting = settings.get(i);
      if ((setting.isSecret() || isSuspicious(setting)) && !setting.raw().isEmpty()) {
        shown.replace(setting.end() - setting.raw().length(), setting.end(), STARS);
      }
    }
    return shown.replace(login.start(), login.end(), login.toString()).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JdbcAddress that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
