package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.Lane;
import java.util.Optional;

/**
 * How an operation is sent: where, and with what it can share a request.
 *
 * @param lane in which it keeps its place among others
 * @param repeatable whether sending it twice does no harm
 * @param most so many operations at most in one request
 * @param looks how many requests beside its own it takes to look at what it changes, or to follow
 *     what it has begun
 * @param change of a list that others change as well: those of one kind and list can share a
 *     request; empty where it always stands alone
 */
public record RequestShape(
    Lane lane, boolean repeatable, int most, int looks, Optional<ListChange> change) {

  /** The same in another lane. */
  RequestShape in(Lane other) {
    return new RequestShape(other, repeatable, most, looks, change);
  }

  /** A request of its own. */
  public static RequestShape alone(Lane lane, boolean repeatable) {
    return new RequestShape(lane, repeatable, 1, 0, Optional.empty());
  }

  /** The same with so many requests beside its own. */
  public RequestShape with(int requests) {
    return new RequestShape(lane, repeatable, most, requests, change);
  }

  /** A part of a request that changes several rows of a list, and may be repeated. */
  public static RequestShape shared(Lane lane, int most, ListChange change) {
    return new RequestShape(lane, true, most, 0, Optional.of(change));
  }
}
