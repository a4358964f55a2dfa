package dev.rollcall.tenant.workato;

import dev.rollcall.model.Vocabulary.Joining;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One customer's workspace of an embedded partner, whose admin workspace the tokens are of.
 *
 * @param ids how each of its environments is addressed: a number, or {@code E} and an external id
 * @param prefix what stands before the ids
 * @param joining how people join: added at once, or invited
 * @see <a href="https://docs.workato.com/oem/oem-api.html">Embedded API</a>
 */
public record ManagedWorkspace(
    Map<Environment, String> ids, ManagedPrefix prefix, Joining joining) {

  /** Copies, keeping the order. */
  public ManagedWorkspace {
    ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
  }

  /** The same with another prefix. */
  ManagedWorkspace at(ManagedPrefix other) {
    return new ManagedWorkspace(ids, other, joining);
  }

  /** Its id in an environment that has one. */
  String id(Environment environment) {
    return Optional.ofNullable(ids.get(environment)).orElseThrow();
  }
}
