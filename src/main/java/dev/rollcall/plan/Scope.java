package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Kind;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is ours in a workspace; all else is foreign: never planned, only counted.
 *
 * @param emails whose accounts are ours
 * @param ours of each kind, the names of the resources that are ours; of a kind that is missing,
 *     all are. What {@code listed} means is resolved before
 * @param byIdentityProvider likewise, resources whose rights an identity provider gives and takes:
 *     left alone, but for what is needed to join; of a kind that is missing, none
 * @param only a limited run: nobody else is planned for
 */
public record Scope(
    NamePatterns emails,
    Map<Kind, NamePatterns> ours,
    Map<Kind, NamePatterns> byIdentityProvider,
    NamePatterns only) {

  /** Copies. */
  public Scope {
    ours = Map.copyOf(ours);
    byIdentityProvider = Map.copyOf(byIdentityProvider);
  }

  /** Whether the account is ours, whether or not this run is limited to others. */
  public boolean covers(Email email) {
    return emails.contains(email);
  }

  /** Whether rights on the resource, and on what it lies in, are ours to give and take. */
  public boolean covers(Resource resource) {
    return ours(resource.kind()).contains(resource.compared())
        && resource.container().map(this::covers).orElse(true);
  }

  /**
   * Whether a role is one that the job declares, of which has to be read what it lets people do.
   */
  public boolean declares(Resource role) {
    return ours.getOrDefault(role.kind(), NamePatterns.NONE).contains(role.name());
  }

  /** Whether there is any role that the job declares. */
  public boolean declaresRoles(Vocabulary vocabulary) {
    return vocabulary.roles().stream().anyMatch(this::declaresAny);
  }

  /** Whether there is any role of a kind that the job declares. */
  public boolean declaresAny(Kind role) {
    return !ours.getOrDefault(role, NamePatterns.NONE).isEmpty();
  }

  /** The names of the resources of a kind that are ours. */
  public NamePatterns ours(Kind kind) {
    return ours.getOrDefault(kind, NamePatterns.ALL);
  }

  /** Whether an identity provider gives and takes rights on the resource. */
  public boolean isByIdentityProvider(Resource resource) {
    return byIdentityProvider
        .getOrDefault(resource.kind(), NamePatterns.NONE)
        .contains(resource.compared());
  }

  /** Whether this run is limited to some people. */
  public boolean isLimited() {
    return !only.equals(NamePatterns.ALL);
  }

  /** Whether this run may plan for the person. */
  public boolean plans(Email email) {
    return covers(email) && only.contains(email);
  }

  /** The same, reading no more of the kinds that a scope limits than these. */
  public Scope narrowedTo(MentionedNames fewer, Vocabulary vocabulary) {
    Map<Kind, NamePatterns> narrowed = new HashMap<>(ours);
    Stream.concat(vocabulary.kinds().stream(), vocabulary.roles().stream())
        .filter(kind -> kind.is(Kind.Trait.SCOPED))
        .forEach(kind -> narrowed.put(kind, NamePatterns.exactly(fewer.of(kind))));
    return new Scope(emails, narrowed, byIdentityProvider, only);
  }
}
