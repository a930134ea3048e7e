package com.ailuxe.contract;

import com.ailuxe.shared.ContractId;

/** A contract that waits for the contact's answer. */
public record OpenContract(ContractId id, String number) {}
