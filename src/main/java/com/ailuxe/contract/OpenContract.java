package com.ailuxe.contract;

/** A contract that waits for the contact's answer. */
public record OpenContract(ContractId id, String number) {}
