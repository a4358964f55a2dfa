package dev.rollcall.rules;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.source.mapping.Claim;
import java.util.List;
import java.util.Map;

/**
 * The desired entitlements of one person, and why.
 *
 * @param granted with the cell or rule behind each
 * @param overruled what was said too and lost: to a cell, or to an earlier rule
 */
public record DesiredEntitlements(Map<Entitlement, Attribution> granted, List<Claim> overruled) {

  /** Copies. */
  public DesiredEntitlements {
    granted = Map.copyOf(granted);
    overruled = List.copyOf(overruled);
  }

  /** What counts instead of a claim that lost. */
  public Claim winnerOver(Claim lost) {
    return granted.entrySet().stream()
        .filter(each -> each.getKey().sameResource(lost.entitlement()))
        .map(each -> new Claim(each.getKey(), each.getValue()))
        .findFirst()
        .orElseThrow();
  }
}
