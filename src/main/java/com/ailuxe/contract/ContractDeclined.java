package com.ailuxe.contract;

import com.ailuxe.shared.ContractId;
import java.util.UUID;

/** The contact declined the contract of a booking. */
public record ContractDeclined(ContractId contractId, UUID bookingId) {}
