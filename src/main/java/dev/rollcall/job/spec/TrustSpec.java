package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;

/**
 * Which servers are trusted beside those that Java trusts. There is no way to trust all: whoever
 * stands in between would receive the tokens.
 *
 * @param ca what is added
 */
public record TrustSpec(
    @Key(
            "A PEM file with certificates, such as those of your company's own authority, that are"
                + " trusted beside those of Java.")
        CaFile ca) {}
