package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Email;
import dev.rollcall.model.Environment;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An invitation that is remembered, by our own ledger or by the workspace's audit log.
 *
 * @param sent when it was sent last
 * @param times how often it was sent, at least 1
 * @param roles what it asked for; empty where only the audit log knows of it
 * @param groups the groups it asked for
 * @param id the vendor's id, where the audit log tells it
 */
public record Invitation(
    Email email,
    Instant sent,
    int times,
    SortedMap<Environment, String> roles,
    SortedSet<String> groups,
    Optional<Long> id) {

  /** Checks and copies. */
  public Invitation {
    requireNonNull(email, "email");
    requireNonNull(sent, "sent");
    roles = new TreeMap<>(roles);
    groups = new TreeSet<>(groups);
    requireNonNull(id, "id");
  }
}
