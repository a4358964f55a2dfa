package dev.rollcall.migration;

/**
 * A custom role of the older model.
 *
 * @param holders how many people hold it somewhere
 * @param fate what became of it, or will, as the end of a sentence
 * @param settled whether whoever holds it keeps what it gives
 */
public record CustomRole(String name, long holders, String fate, boolean settled) {}
