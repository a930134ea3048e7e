package com.ailuxe.contract;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.IdAsText;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The contact declined the contract of a booking. */
public record ContractDeclined(ContractId contractId, @IdAsText BookingId bookingId) {
  @JsonCreator
  static ContractDeclined read(
      @JsonProperty("contractId") ContractId contractId,
      @JsonProperty("bookingId") String bookingId) {
    return new ContractDeclined(contractId, BookingId.parse(bookingId));
  }
}
