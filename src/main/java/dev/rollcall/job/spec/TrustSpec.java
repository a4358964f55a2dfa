package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;

/**
 * Which servers are trusted beside those that Java trusts. There is no way to trust all: whoever
 * stands in between would receive the tokens.
 *
 * @param ca what is added
 */
public record TrustSpec(CaFile ca) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "ca",
              "A PEM file with certificates, such as those of your company's own authority, that are"
                  + " trusted beside those of Java."));
}
