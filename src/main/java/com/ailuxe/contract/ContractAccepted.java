package com.ailuxe.contract;

import java.util.UUID;

/** The contact accepted the contract of a booking. */
public record ContractAccepted(ContractId contractId, UUID bookingId) {}
