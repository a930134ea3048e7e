package com.ailuxe.agency;

import java.util.UUID;

/**
 * It has become known who decided; published within the transaction that keeps it.
 *
 * @param decision as in {@link Signature#decision()}
 */
public record DecisionSigned(UUID decision, String name) {}
