package com.ailuxe.agency;

/**
 * It has become known who decided; published within the transaction that keeps it.
 *
 * @param decision as in {@link Signature#decision()}
 */
public record DecisionSigned(DecisionId decision, String name) {}
