package com.ailuxe.contract;

import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.contact.Identity;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a contract's template sees, as {@code contract}, and what is kept of it as it was on the day
 * of issue. Public because templates see public types only.
 *
 * @param contactName the legal one
 * @param replacedNumber of the document that this one takes the place of
 */
public record ContractSheet(
    String number,
    LocalDate issuedOn,
    @Nullable String replacedNumber,
    String agencyLegalName,
    String agencyAddress,
    String contactName,
    Identity contactIdentity,
    String bookingReference,
    String service,
    String talent,
    EventTime start,
    EventTime end,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money price,
    @Nullable Money budget,
    CancellationTerms cancellation) {

  static ContractSheet of(
      String number,
      LocalDate issuedOn,
      @Nullable String replacedNumber,
      AgencyProfile agency,
      ContractTerms terms) {
    return new ContractSheet(
        number,
        issuedOn,
        replacedNumber,
        agency.legalName(),
        agency.address(),
        terms.party().value(),
        terms.identity(),
        terms.bookingReference(),
        terms.service(),
        terms.talent(),
        terms.start(),
        terms.end(),
        terms.place(),
        terms.guests(),
        terms.price(),
        terms.budget(),
        terms.cancellation());
  }
}
