package com.ailuxe.contract;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.IdAsText;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The contact accepted the contract of a booking. */
public record ContractAccepted(ContractId contractId, @IdAsText BookingId bookingId) {
  @JsonCreator
  static ContractAccepted read(
      @JsonProperty("contractId") ContractId contractId,
      @JsonProperty("bookingId") String bookingId) {
    return new ContractAccepted(contractId, BookingId.parse(bookingId));
  }
}
