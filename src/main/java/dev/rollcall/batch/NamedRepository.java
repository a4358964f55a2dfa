package dev.rollcall.batch;

import dev.rollcall.journal.Repository;
import dev.rollcall.journal.RepositorySettings;
import dev.rollcall.model.Problem;
import java.time.Clock;

/**
 * A repository that somebody named to look into it, and that has to be there: an empty answer of
 * one that is not would be taken for the truth.
 *
 * @param where it was named, for messages
 */
public record NamedRepository(String where, RepositorySettings settings) {

  /**
   * Opens it for reading.
   *
   * @throws WrongInput where there is none, with what is near
   * @throws dev.rollcall.apply.TenantBusy where another process holds its file
   */
  public Repository open(Clock clock) {
    return Repository.openExisting(settings, clock)
        .orElseThrow(
            () ->
                new WrongInput(
                    new Problem(
                        where, "there is no repository at " + settings, settings.nearby())));
  }
}
