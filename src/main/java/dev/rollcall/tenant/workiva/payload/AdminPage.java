package dev.rollcall.tenant.workiva.payload;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next where the next one is, as the server has it; empty on the last
 */
public record AdminPage<T>(List<T> rows, Optional<String> next) {

  /** Copies. */
  public AdminPage {
    rows = List.copyOf(rows);
  }
}
