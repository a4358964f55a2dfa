package dev.rollcall.security;

import java.util.regex.Pattern;

/**
 * What an H2 address may say. H2 puts most values into a statement as they are, so each has a form
 * in which no statement fits.
 */
final class H2Settings {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]{0,99}");
  private static final Pattern WORDS =
      Pattern.compile("[A-Za-z_][A-Za-z_0-9]{0,99}(,[A-Za-z_][A-Za-z_0-9]{0,99}){0,99}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern YES_OR_NO = Pattern.compile("(?i)TRUE|FALSE");
  private static final Pattern YES = Pattern.compile("(?i)TRUE");
  private static final Pattern AES = Pattern.compile("(?i)AES");
  private static final Pattern READ = Pattern.compile("r");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_/:+-]{1,60}");

  /** Rosters: what they are read by must not change them. */
  static final DriverSettings SOURCE =
      reasons(DriverSettings.inAnyCase())
          .with("USER PASSWORD")
          .with(AES, "CIPHER")
          .with(YES, "IFEXISTS FORBID_CREATION")
          .with(READ, "ACCESS_MODE_DATA")
          .with(WORD, "MODE SCHEMA DEFAULT_NULL_ORDERING")
          .with(WORDS, "SCHEMA_SEARCH_PATH NON_KEYWORDS")
          .with(
              YES_OR_NO,
              "DATABASE_TO_UPPER DATABASE_TO_LOWER CASE_INSENSITIVE_IDENTIFIERS IGNORECASE"
                  + " IGNORE_CATALOGS OLD_INFORMATION_SCHEMA")
          .with(NUMBER, "LOCK_TIMEOUT QUERY_TIMEOUT CACHE_SIZE NETWORK_TIMEOUT DB_CLOSE_DELAY")
          .named("TIME ZONE", ZONE)
          .without("a source is only read", "IFEXISTS ACCESS_MODE_DATA FORBID_CREATION");

  /** The memory of runs: its tables are ours, and so is how they are kept. */
  static final DriverSettings REPOSITORY =
      reasons(DriverSettings.inAnyCase())
          .with("USER PASSWORD")
          .with(AES, "CIPHER")
          .with(YES_OR_NO, "IFEXISTS")
          .with(NUMBER, "LOCK_TIMEOUT CACHE_SIZE WRITE_DELAY DB_CLOSE_DELAY")
          .without("a repository must be written to", "ACCESS_MODE_DATA");

  private H2Settings() {}

  private static DriverSettings reasons(DriverSettings settings) {
    return settings
        .without("it runs SQL", "INIT")
        .without(
            "it loads code",
            "DATABASE_EVENT_LISTENER JAVA_OBJECT_SERIALIZER AUTHENTICATOR AUTHREALM AUTHZPWD DEFAULT_TABLE_ENGINE")
        .without(
            "it writes files of its own",
            "TRACE_LEVEL_FILE TRACE_LEVEL_SYSTEM_OUT TRACE_MAX_FILE_SIZE RECOVER_TEST")
        .without("two processes could write to one file", "FILE_LOCK OPEN_NEW")
        .without(
            "it would let two runs write to one repository; several jobs at once want PostgreSQL",
            "AUTO_SERVER AUTO_SERVER_PORT")
        .without("it hides what is refused", "IGNORE_UNKNOWN_SETTINGS");
  }
}
