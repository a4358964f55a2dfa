package dev.rollcall.job;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Form;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Spot;
import dev.rollcall.job.yaml.Tree.Scalar;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a database: what references bring in may be a password, so it is not kept. */
final class JdbcUrlForm implements Form<JdbcUrl> {

  /** One written out; what references bring in is none. */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?i)(?:password|passwd|pwd)\\s*=\\s*(?!\\$\\{)[^&;\\s]"
              + "|//[^/:@\\s]*:(?!\\$\\{)[^/@\\s]+@|:thin:[^/@]*/(?!\\$\\{)[^/@\\s]+@");

  private final Path folder;

  JdbcUrlForm(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<JdbcUrl> bind(Spot spot, Binder binder) {
    if (!(spot.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(spot, "a JDBC address");
      return Optional.empty();
    }
    return binder.followSecretly(spot, scalar).flatMap(text -> parsed(text, spot, binder));
  }

  private Optional<JdbcUrl> parsed(String text, Spot spot, Binder binder) {
    if (JdbcUrl.isOne(text)) {
      if (PASSWORD.matcher(((Scalar) spot.tree()).text()).find()) {
        WrittenSecret.complain(
            binder, spot, spot.tree().mark(), "a password is written into " + spot.name());
      }
      JdbcUrl url = JdbcUrl.of(text, folder);
      AddressSecrets.keep(binder, (Scalar) spot.tree(), url.secrets(), url.toString());
      return Optional.of(url);
    }
    binder.problem(
        spot.tree().mark(),
        spot.name() + " must be a JDBC address, not \"" + Binder.shown(spot) + "\"",
        "it begins with jdbc:postgresql:, jdbc:h2: or the like");
    return Optional.empty();
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return Map.of("type", "string");
  }
}
