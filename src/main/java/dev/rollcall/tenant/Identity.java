package dev.rollcall.tenant;

import dev.rollcall.model.Email;
import java.util.Optional;

/**
 * The identity of a workspace: which one it is.
 *
 * @param key stable and unique, e.g. host and id: what the repository knows the workspace by
 * @param name for people
 * @param owner the presumed owner; empty where it cannot be read
 * @param quotas whose quotas it uses: its own key, or, where it shares them with others, what all
 *     their keys begin with before a slash
 */
public record Identity(String key, String name, Optional<Email> owner, String quotas) {

  /** One with quotas of its own. */
  public Identity(String key, String name, Optional<Email> owner) {
    this(key, name, owner, key);
  }
}
