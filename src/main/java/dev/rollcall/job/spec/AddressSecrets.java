package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Tree.Scalar;
import java.util.regex.Pattern;

/** What in the address of a database no message may hold: one place for whoever binds one. */
final class AddressSecrets {

  /** A whole address, or several of its settings: what is secret in there has a name of its own. */
  private static final Pattern SEVERAL = Pattern.compile("^jdbc:|(?s)[?&;].*=");

  private AddressSecrets() {}

  /**
   * Keeps them secret. What a reference brings in is one as well, unless the address shows it.
   *
   * @param shown the address as it may be seen
   */
  static void keep(Binder binder, Scalar written, Iterable<String> secrets, String shown) {
    secrets.forEach(binder::keepSecret);
    binder.brought(written).stream()
        .filter(text -> !shown.contains(text) && !SEVERAL.matcher(text).find())
        .forEach(binder::keepSecret);
  }
}
