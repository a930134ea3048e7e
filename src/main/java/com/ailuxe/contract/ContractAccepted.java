package com.ailuxe.contract;

import com.ailuxe.shared.ContractId;
import java.util.UUID;

/** The contact accepted the contract of a booking. */
public record ContractAccepted(ContractId contractId, UUID bookingId) {}
