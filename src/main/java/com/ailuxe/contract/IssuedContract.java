package com.ailuxe.contract;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;

/**
 * A contract with its file.
 *
 * @param number for example LUXE-2026-0001
 * @param sha256 of the file, in hexadecimal
 * @param fileName for the contact, for example Service-Agreement-LUXE-2026-0001.pdf
 */
public record IssuedContract(
    ContractId id,
    BookingId bookingId,
    ContractKind kind,
    ContractState state,
    String number,
    String sha256,
    byte[] pdf,
    String fileName) {}
