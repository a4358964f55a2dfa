package dev.rollcall.report.review;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import java.util.Optional;

/**
 * One line of an access review: that somebody holds something, and why.
 *
 * @param right what is held; empty where the line is about the account itself
 * @param through the group that passes it on; empty where it is held directly
 * @param administrator whether it makes an administrator
 * @param decidable whether it can be decided on this line; what a group passes on is decided where
 *     somebody is in the group, or where the group holds it
 * @param privileges what may be done by it, by the tenant's own word; empty where that was not
 *     asked
 * @param change what became of it since an earlier run; empty where nothing did or nobody asked
 */
public record ReviewLine(
    RightHolder holder,
    Optional<Entitlement> right,
    Optional<Resource> through,
    boolean administrator,
    boolean decidable,
    Vouching vouching,
    String privileges,
    String change) {

  /** One without anything to tell beside. */
  public ReviewLine(
      RightHolder holder,
      Optional<Entitlement> right,
      Optional<Resource> through,
      boolean administrator,
      boolean decidable,
      Vouching vouching) {
    this(holder, right, through, administrator, decidable, vouching, "", "");
  }

  /** Whether it is about the account itself. */
  public boolean isAccount() {
    return right.isEmpty();
  }

  /** The same with what may be done by it. */
  public ReviewLine withPrivileges(String words) {
    return new ReviewLine(
        holder, right, through, administrator, decidable, vouching, words, change);
  }

  /** The same with what became of it. */
  public ReviewLine withChange(String words) {
    return new ReviewLine(
        holder, right, through, administrator, decidable, vouching, privileges, words);
  }
}
