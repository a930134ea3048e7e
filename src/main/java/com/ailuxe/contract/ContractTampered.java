package com.ailuxe.contract;

/** The stored file is not the one that was issued: it must not be sent, and a person must look. */
public final class ContractTampered extends RuntimeException {
  ContractTampered(String number, String issued, String found) {
    super(
        "The stored file of contract %s was changed: its SHA-256 is %s, issued was %s"
            .formatted(number, found, issued));
  }
}
