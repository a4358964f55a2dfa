package dev.rollcall.job.spec;

import dev.rollcall.job.spec.PolicySpec.LeftSpec;
import dev.rollcall.job.yaml.Bindings;
import dev.rollcall.job.yaml.Passage;
import dev.rollcall.job.yaml.PassageBinding;
import dev.rollcall.job.yaml.ScalarBinding;
import dev.rollcall.job.yaml.ScalarBinding.Parser;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.WordBinding;
import dev.rollcall.model.Config;
import dev.rollcall.model.Email;
import dev.rollcall.model.MalformedEmail;
import dev.rollcall.model.Nearest;
import dev.rollcall.security.FileMode;
import dev.rollcall.security.JdbcAddress;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.DateStyle;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.jdbc.FurtherDrivers;
import dev.rollcall.tenant.workato.ManagedPrefix;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The bindings of the types of the job file: how each is written. */
public final class JobBindings {

  /** Editors take what stands without quotes for a number. */
  private static final Map<String, Object> FILE_MODE =
      SchemaWriter.ordered("type", List.of("string", "integer"), "pattern", "^0o?(600|640|660)$");

  private JobBindings() {}

  /** With paths relative to the folder. */
  public static Bindings in(Path folder) {
    return in(new JobFolder(folder, named -> {}), path -> true, Map.of());
  }

  /**
   * The same where only secrets at certain paths must lead somewhere.
   *
   * @param variables the environment, where proxies may be named
   */
  public static Bindings in(
      JobFolder folder, Predicate<String> neededSecrets, Map<String, String> variables) {
    return new Bindings()
        .with(Secret.class, new SecretBinding(neededSecrets))
        .with(DriverProperty.class, new DriverPropertyBinding())
        .with(Passage.class, new PassageBinding())
        .with(Shape.class, WordBinding.of(Shape.PEOPLE, Shape.ASSIGNMENTS))
        .with(ColumnSpec.class, new ColumnBinding())
        .with(NameScope.class, new NameScopeBinding())
        .with(LeftSpec.class, new LeavingBinding())
        .with(SafetySpec.Tolerance.class, new ToleranceBinding())
        .with(ProxySpec.class, new ProxyBinding(variables))
        .with(CaFile.class, new CaFileBinding(folder))
        .with(Config.class, new ConfigBinding())
        .with(ConfigFile.class, new ConfigFileBinding(folder))
        .with(JobName.class, pattern(JobName.EXPECTED, JobName.PATTERN, JobName::new))
        .with(
            Duration.class,
            pattern(DurationText.EXPECTED, DurationText.PATTERN, DurationText::parse))
        .with(
            DurationOrNever.class,
            pattern(
                "never or " + DurationText.EXPECTED,
                "^never$|" + DurationText.PATTERN,
                DurationOrNever::parse))
        .with(
            RetentionPeriod.class,
            pattern(
                "forever or " + DurationText.EXPECTED,
                "^forever$|" + DurationText.PATTERN,
                RetentionPeriod::parse))
        .with(FileMode.class, new ScalarBinding<>(FileMode.EXPECTED, FILE_MODE, FileMode::parse))
        .with(Percentage.class, pattern(Percentage.EXPECTED, Percentage.PATTERN, Percentage::parse))
        .with(ResolvedPath.class, text("a path", folder::resolve))
        .with(JdbcAddress.class, new JdbcAddressBinding(folder))
        .with(FurtherDrivers.class, new FurtherDriversBinding(folder))
        .with(URI.class, text(ApiUrl.EXPECTED, ApiUrl::parse))
        .with(LocalDate.class, text("a day such as 2027-01-10", JobBindings::day))
        .with(ZoneId.class, text("a time zone such as Europe/Berlin", JobBindings::zone))
        .with(Charset.class, text("a character set such as UTF-8", JobBindings::charset))
        .with(ManagedIds.class, new ManagedIdsBinding())
        .with(ManagedPrefix.class, text(ManagedPrefix.EXPECTED, ManagedPrefix::parse))
        .with(Delimiter.class, text(Delimiter.EXPECTED, Delimiter::parse))
        .with(DateStyle.class, text(DateStyle.EXPECTED, DateStyle::parse))
        .with(PlaceName.class, text("the name of an environment", PlaceName::new))
        .with(Email.class, text("an e-mail address", JobBindings::email))
        .with(EmailGlob.class, text(EmailGlob.EXPECTED, EmailGlob::new))
        .with(NameGlob.class, text(NameGlob.EXPECTED, NameGlob::new));
  }

  private static <T> ScalarBinding<T> text(String expected, Parser<T> parser) {
    return new ScalarBinding<>(expected, Map.of("type", "string"), parser);
  }

  private static <T> ScalarBinding<T> pattern(String expected, String pattern, Parser<T> parser) {
    return new ScalarBinding<>(
        expected, SchemaWriter.ordered("type", "string", "pattern", pattern), parser);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("write year-month-day", e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(near(text, ZoneId.getAvailableZoneIds()), e);
    }
  }

  private static Charset charset(String text) {
    try {
      return Charset.forName(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(near(text, Charset.availableCharsets().keySet()), e);
    }
  }

  /** Addresses whose names hold such signs are hardly met; patterns in their place are. */
  private static Email email(String text) {
    if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
      throw new IllegalArgumentException(
          "write each address whole, one an entry: here * and ? do not stand for other text");
    }
    try {
      return Email.parse(text);
    } catch (MalformedEmail e) {
      // Its message repeats the text, which a reference may have brought in.
      throw new IllegalArgumentException("write somebody@example.com", e);
    }
  }

  private static String near(String text, Collection<String> names) {
    return Nearest.to(text, names).map(name -> "did you mean \"" + name + "\"?").orElse("");
  }
}
