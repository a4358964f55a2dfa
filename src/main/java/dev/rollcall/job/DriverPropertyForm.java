package dev.rollcall.job;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Form;
import dev.rollcall.job.yaml.References;
import dev.rollcall.job.yaml.SchemaWriter;
import dev.rollcall.job.yaml.Spot;
import dev.rollcall.job.yaml.Tree.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A driver's property: a text, number or truth value that may be secret, so it is not kept. */
final class DriverPropertyForm implements Form<DriverProperty> {

  /** Drivers have many names for what nobody is to see. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)(password|passwd|passphrase|pwd|secret|token|credential)[^.]*$");

  private static final Pattern SWITCH = Pattern.compile("(?i)true|false|yes|no|on|off|\\d{1,5}");

  @Override
  public Optional<DriverProperty> bind(Spot spot, Binder binder) {
    if (!(spot.tree() instanceof Scalar scalar) || scalar.isNull()) {
      binder.wrongKind(spot, "a text");
      return Optional.empty();
    }
    if (SECRET.matcher(spot.path()).find() && !References.in(scalar.text())) {
      WrittenSecret.complain(
          binder, spot, scalar.mark(), spot.name() + " is written into the job file");
    }
    Optional<String> text = binder.followSecretly(spot, scalar);
    text.filter(value -> isSecret(spot, scalar, value)).ifPresent(binder::keepSecret);
    return text.map(DriverProperty::of);
  }

  /** What is not written into the file may be one whatever it is called. */
  private static boolean isSecret(Spot spot, Scalar scalar, String value) {
    boolean told = SECRET.matcher(spot.path()).find() || References.in(scalar.text());
    return told && !SWITCH.matcher(value).matches();
  }

  @Override
  public Map<String, Object> schema(SchemaWriter schemas) {
    return schemas.of(String.class);
  }
}
