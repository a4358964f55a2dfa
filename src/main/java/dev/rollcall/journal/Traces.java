package dev.rollcall.journal;

import java.util.List;

/**
 * What a repository knows of one person.
 *
 * @param operations of theirs, in all runs
 * @param remembered rows that are about nobody else: address and name, suspension, invitations
 * @param texts that tell of them in passing
 * @param openInvitations the workspaces they are invited to and have not accepted
 */
public record Traces(int operations, int remembered, int texts, List<String> openInvitations) {

  /** Copies. */
  public Traces {
    openInvitations = List.copyOf(openInvitations);
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return operations == 0 && remembered == 0 && texts == 0;
  }
}
