package dev.rollcall.apply;

import dev.rollcall.model.Email;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.History;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.KnownAddress;
import dev.rollcall.tenant.Experience;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is remembered of a workspace across runs. Invitations are written by the {@link Journal} as
 * they are sent. Durable on return; thread-safe.
 */
public interface Ledger {

  /** Whether any run was ever accepted on this workspace by this repository. */
  default boolean hasSeen(String workspace) {
    return invitationsKnown(workspace).isPresent();
  }

  /**
   * Until when it is known whom others have invited: when the workspace's own log was read last, or
   * else the first run was accepted. Empty where none ever was.
   */
  Optional<Instant> invitationsKnown(String workspace);

  /** Whom others have invited until then is known, of a workspace that was seen. */
  void knowInvitations(String workspace, Instant until);

  /** Invitations sent, or possibly sent, that are not over; newest of each person. */
  List<Invitation> invitations(String workspace);

  /**
   * When a person was invited last, or may have been, whether they accepted or not; what is on its
   * way right now does not count.
   */
  Optional<Instant> invited(String workspace, Email email);

  /**
   * Of invitations that the workspace's own log tells of, those that the ledger does not know: not
   * open ones, and none that are over.
   */
  List<Invitation> unknown(String workspace, Collection<Invitation> invitations);

  /**
   * Adds invitations that the workspace's own log tells of and the ledger does not know, and the
   * vendor's ids of those that it knows. Must not bring back one that is over.
   */
  void adopt(String workspace, Collection<Invitation> invitations);

  /** These people were seen as members: their invitations are over. */
  void accepted(String workspace, Collection<Email> members, Instant at);

  /**
   * What a plan of this job needs to know of the past: what other jobs mention on the same
   * workspace is theirs.
   */
  History history(String workspace, String job);

  /**
   * Who had which address when plans of this job were accepted; none where the repository is of a
   * time before that was kept.
   *
   * @param wanted only these, for there may be very many
   */
  List<KnownAddress> addresses(String workspace, String job, Predicate<KnownAddress> wanted);

  /** Remembers who has which address from now on. An address is that of its latest owner. */
  void remember(String workspace, String job, AddressBook book, Instant at);

  /**
   * Notes, as of an accepted plan, which remembered addresses somebody still has: those that are
   * listed in the job's rosters, or present in the workspace, invited people included.
   */
  void attendance(
      String workspace, String job, Predicate<Email> listed, Predicate<Email> present, Instant at);

  /** The number of people each source had when its size was last accepted; "" for all together. */
  Map<String, Integer> acceptedSizes(String workspace, String job);

  /** Moves the baseline, and what is mentioned; the workspace counts as seen from the first on. */
  void accept(
      String workspace,
      String job,
      Map<String, Integer> sizes,
      MentionedNames mentioned,
      Instant at);

  /**
   * Notes, as of an accepted plan, which groups are there: of those that former runs have made, the
   * others are forgotten.
   */
  void seen(String workspace, Predicate<Resource> isThere);

  /**
   * Whether a saved plan was used since it was made. A later plan may well do the same again, and
   * rightly; a copy of a used one says the same and was not made later.
   *
   * @param content equal for plans that do the same
   */
  boolean isUsed(String content, Instant madeAt);

  /**
   * Marks a saved plan as used.
   *
   * @param content equal for plans that do the same
   * @return false where it was used since it was made
   */
  boolean use(String content, Instant madeAt, RunId run, Instant at);

  /** What was found out about a workspace's batched requests. */
  Experience experience(String workspace);
}
