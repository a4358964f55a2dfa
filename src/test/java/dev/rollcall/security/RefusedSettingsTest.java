package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address must not say, in every spelling, and what it may go on to say. */
class RefusedSettingsTest {

  private static List<RefusedSetting> refused(String address) {
    return JdbcAddress.of(address).refused(JdbcUse.SOURCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INIT=CALL 1",
        "init=RUNSCRIPT FROM 'x'",
        "Init = CALL 1",
        "USER=a;INIT=CALL 1",
        "\u0131NIT=CALL 1",
        "INIT=CALL 1\\;CALL 2",
        "MODE=MySQL\\;CALL 1",
        "LOCK_TIMEOUT=1\\;CALL 1",
        "LOCK_TIMEOUT=(SELECT 1)",
        "SCHEMA=PUBLIC CALL 1",
        "SCHEMA_SEARCH_PATH=A,B;SCHEMA_SEARCH_PATH=C",
        "TRACE_LEVEL_FILE=3",
        "TRACE_LEVEL_SYSTEM_OUT=3",
        "TRACE_MAX_FILE_SIZE=1",
        "FILE_LOCK=NO",
        "AUTO_SERVER=TRUE",
        "AUTO_SERVER_PORT=1",
        "DATABASE_EVENT_LISTENER='x'",
        "JAVA_OBJECT_SERIALIZER='x'",
        "ALLOW_LITERALS=NONE",
        "AUTHREALM=x",
        "RECOVER_TEST=1",
        "DEFAULT_TABLE_ENGINE=x",
        "IGNORE_UNKNOWN_SETTINGS=TRUE",
        "IFEXISTS=FALSE",
        "ifexists=false",
        "FORBID_CREATION=FALSE",
        "ACCESS_MODE_DATA=rws",
        "ACCESS_MODE_DATA=R",
        "CIPHER=FOG",
        "WRITE_DELAY=0",
        "NONSENSE=1",
        "INIT",
      })
  void h2SettingsThatDoMoreThanReadAreRefused(String setting) {
    assertThat(refused("jdbc:h2:file:./x;" + setting)).isNotEmpty();
    assertThat(refused("jdbc:h2:mem:x;" + setting)).isNotEmpty();
    assertThat(refused("jdbc:h2:tcp://h/x;" + setting)).isNotEmpty();
    assertThat(JdbcAddress.of("jdbc:h2:file:./x;" + setting).refused(JdbcUse.SOURCE_BY_OWN_DRIVER))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:zip:./x.zip!/y",
        "jdbc:h2:file:zip:./x.zip!/y",
        "jdbc:h2:nio:./x",
        "jdbc:h2:nioMapped:./x",
        "jdbc:h2:split:./x",
        "jdbc:h2:async:./x",
        "jdbc:h2:classpath:/x",
        "jdbc:h2:memFS:x",
        "jdbc:h2:MEM:x",
        "jdbc:h2:file:",
        "jdbc:h2:",
        "jdbc:h2:tcp://ana:hush@h/x",
      })
  void otherWaysToAnH2DatabaseAreRefused(String address) {
    assertThat(refused(address)).singleElement().extracting(RefusedSetting::name).isEqualTo("");
    assertThat(refused(address).toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:./x;USER=sa;PASSWORD=a b;CIPHER=AES;MODE=Oracle;DATABASE_TO_UPPER=FALSE",
        "jdbc:h2:./x;ifexists=true;ACCESS_MODE_DATA=r;SCHEMA=HR;TIME ZONE=Europe/Berlin",
        "jdbc:h2:~/x;LOCK_TIMEOUT=1000;NON_KEYWORDS=VALUE,USER;SCHEMA_SEARCH_PATH=A,B",
        "jdbc:h2:file:C:/data/x",
        "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1",
        "jdbc:h2:ssl:h:9092/~/x;USER=a;",
        "jdbc:postgresql://h/d?user=a&password=b&ssl=true&sslmode=verify-full&sslrootcert=/x",
        "jdbc:postgresql://a:1,b:2/d?targetServerType=preferSecondary&options=-c%20search_path=hr",
        "jdbc:postgresql:d",
        "jdbc:mariadb://h:3306/d?user=a&SSLMODE=verify-full&allowLocalInfile=false",
        "jdbc:mysql://h/d?permitMysqlScheme&useCompression=true",
        "jdbc:sqlserver://h\\i:1433;databaseName=hr;user=a;password={b;c};encrypt=true;trustServerCertificate=true",
        "jdbc:sqlserver://;serverName=h;DataBase=hr;integratedSecurity=true",
        "jdbc:oracle:thin:a/b@//h/x?oracle.net.CONNECT_TIMEOUT=1",
      })
  void whatOnlyReadsIsPermitted(String address) {
    assertThat(refused(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://h/d?socketFactory=x | it loads code",
        "jdbc:postgresql://h/d?ssl=true&sslfactory=org.example.X | it loads code",
        "jdbc:postgresql://h/d?sslhostnameverifier=x | it loads code",
        "jdbc:postgresql://h/d?authenticationPluginClassName=x | it loads code",
        "jdbc:postgresql://h/d?sslpasswordcallback=x | it loads code",
        "jdbc:postgresql://h/d?xmlFactoryFactory=x | it loads code",
        "jdbc:postgresql://h/d?jaasApplicationName=x | it loads code",
        "jdbc:postgresql://h/d?connectExecutor=x | it loads code",
        "jdbc:postgresql://h/d?loggerFile=/tmp/x | it writes a file",
        "jdbc:postgresql://h/d?service=x | elsewhere",
        "jdbc:postgresql://h/d?PGHOST=other | another server",
        "jdbc:postgresql://u:hush@h/d | before the host",
        "jdbc:mariadb://h/d?allowLocalInfile=true | any file",
        "jdbc:mariadb://h/d?ALLOWLOCALINFILE=true | any file",
        "jdbc:mysql://h/d?initSql=x | it runs SQL",
        "jdbc:mariadb://h/d?sessionVariables=a=1 | it runs SQL",
        "jdbc:mariadb://h/d?allowMultiQueries=true | it runs SQL",
        "jdbc:mariadb://h/d?credentialType=AWS-IAM | it loads code",
        "jdbc:mariadb://h/d?tlsSocketType=x | it loads code",
        "jdbc:mariadb://h/d?socketFactory=x | it loads code",
        "jdbc:mariadb://h/d?localSocket=/tmp/x | another server",
        "jdbc:mariadb://u:hush@h/d | before the host",
        "jdbc:sqlserver://h;socketFactoryClass=x | it loads code",
        "jdbc:sqlserver://h;TRUSTMANAGERCLASS={x} | it loads code",
        "jdbc:sqlserver://h; accessTokenCallbackClass = x | it loads code",
      })
  void whatLoadsRunsOrReadsIsRefusedByName(String address, String why) {
    assertThat(refused(address))
        .singleElement()
        .extracting(RefusedSetting::what)
        .asString()
        .contains(why)
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autoDeserialize=true",
        "allowLoadLocalInfile=true",
        "allowUrlInLocalInfile=yes",
        "queryInterceptors=x",
        "statementInterceptors=x",
        "exceptionInterceptors=x",
        "connectionLifecycleInterceptors=x",
        "propertiesTransform=x",
        "socketFactory=x",
        "authenticationPlugins=x",
        "clientInfoProvider=x",
        "useConfigs=x",
        "sessionVariables=x=1",
        "allowMultiQueries=true",
        "logger=x",
        "clientRerouteServerListJNDIName=x",
        "traceFile=/tmp/x",
        "oracle.jdbc.driverClass=x",
        "java.naming.factory=x",
        "initSQL=x",
      })
  void whatDriversOfTheOperatorsOwnAreKnownToLoadIsRefused(String setting) {
    for (String address : List.of("jdbc:mysql://h/d?", "jdbc:other://h/d?")) {
      assertThat(JdbcAddress.of(address + setting).refused(JdbcUse.SOURCE_BY_OWN_DRIVER))
          .as(setting)
          .hasSize(1);
    }
    String name = setting.replaceFirst("=.*", "");
    assertThat(
            JdbcAddress.of("jdbc:other:x")
                .refusal(JdbcUse.SOURCE, name, setting.replaceFirst(".*?=", "")))
        .isPresent();
  }

  @ParameterizedTest
  @EnumSource(JdbcUse.class)
  void propertiesAreHeldToTheSame(JdbcUse use) {
    JdbcAddress h2 = JdbcAddress.of("jdbc:h2:file:./x");

    assertThat(h2.refusal(use, "INIT", "CALL 1")).isPresent();
    assertThat(h2.refusal(use, "lock_timeout", "(SELECT 1)")).isPresent();
    assertThat(h2.refusal(use, "lock_timeout", "1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./x;INTI=1, INTI, 17, leave it out",
    "jdbc:h2:file:./x;INIT=1, INIT, 17, leave it out",
    "jdbc:h2:file:./x;USER=a;IFEXIST=TRUE, IFEXIST, 24, near",
    "jdbc:postgresql://h/d?ssl=true&sslmod=x, sslmod, 31, near",
  })
  void theNearestPermittedOneIsNamed(String address, String name, int at, String remedy) {
    RefusedSetting refused = refused(address).get(0);

    assertThat(refused.name()).isEqualTo(name);
    assertThat(refused.at()).isEqualTo(at);
    assertThat(
            refused.remedy(
                (word, all) -> name.equals("INTI") ? Optional.empty() : Optional.of("near")))
        .contains(remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a;b/x                  | its path has a semicolon",
        "/a;b;c d/x;USER=u       | its path has a semicolon",
        "/a\\b/x                | its path has a backslash",
      })
  void aPathThatH2WouldTakeForAnotherIsRefused(String path, String what) {
    for (JdbcUse use : JdbcUse.values()) {
      assertThat(JdbcAddress.of("jdbc:h2:file:" + path).refused(use))
          .singleElement()
          .satisfies(refused -> assertThat(refused.what()).startsWith(what));
    }
  }

  @Test
  void aSlashInASettingIsNoPath() {
    assertThat(refused("jdbc:h2:file:/x;TIME ZONE=Europe/Paris;USER=a\\;b/c")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE_DELAY=0, true",
    "CIPHER=AES;USER=a;PASSWORD=b c, true",
    "IFEXISTS=TRUE, true",
    "INIT=CALL 1, false",
    "ACCESS_MODE_DATA=r, false",
    "FILE_LOCK=NO, false",
    "MODE=Oracle, false",
    "DATABASE_TO_UPPER=FALSE, false",
    "TRACE_LEVEL_FILE=0, false",
    "WRITE_DELAY=0\\;CALL 1, false",
  })
  void aRepositorySaysLess(String setting, boolean permitted) {
    assertThat(JdbcAddress.of("jdbc:h2:file:./x;" + setting).refused(JdbcUse.REPOSITORY).isEmpty())
        .isEqualTo(permitted);
  }
}
