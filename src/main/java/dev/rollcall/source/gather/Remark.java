package dev.rollcall.source.gather;

/**
 * Something noticed about the records that is worth knowing and changes nothing.
 *
 * @param subject the person's address; empty for the records as a whole
 * @param detail one sentence for people
 * @param origin the cell behind it, rendered; empty where there is none
 */
public record Remark(String subject, String detail, String origin) {}
