package dev.rollcall.plan;

/**
 * What a group is to be like, beside the rights it holds.
 *
 * @param description empty where there is none
 */
public record Definition(String description) {}
