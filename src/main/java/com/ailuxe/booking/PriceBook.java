package com.ailuxe.booking;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The prices that were proposed and agreed. */
@Component
class PriceBook {
  private final BookingPriceRepository repository;
  private final Agencies agencies;
  private final Clock clock;

  PriceBook(BookingPriceRepository repository, Agencies agencies, Clock clock) {
    this.repository = repository;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** Null for what was not priced yet. */
  @Nullable Price price(@Nullable PriceId id) {
    return id == null
        ? null
        : repository.findById(id.value()).map(BookingPrice::price).orElseThrow();
  }

  /** The one that holds from now on: the known one where nothing is different. */
  PriceId propose(Booking booking, @Nullable PriceId known, Price price) {
    return known != null && price.equals(price(known)) ? known : keep(booking, price, null);
  }

  /**
   * What an approval is about: the proposal, or another price that the approver names.
   *
   * @param proposed null for a booking whose approval began before bookings were priced
   */
  Agreement agree(
      Booking booking, @Nullable PriceId proposed, @Nullable AgreedPrice agreed, Signature by) {
    if (agreed == null && proposed == null) {
      return new Agreement(null, null);
    }
    var known = price(proposed);
    var proposal =
        known == null
            ? new Price(currency(booking.agencyId(), booking.budget()), List.of(), BigDecimal.ZERO)
            : known;
    var problem = proposal.refusal(agreed);
    if (problem != null) {
      return new Agreement(null, problem);
    }
    var price = agreed == null ? proposal : proposal.agreed(agreed);
    return new Agreement(price.equals(known) ? proposed : keep(booking, price, by), null);
  }

  /**
   * @param price null where none was ever proposed
   * @param problem why there is no agreement; null where there is
   */
  record Agreement(@Nullable PriceId price, @Nullable String problem) {}

  /** The currency of the budget, else that of the agency. */
  Currency currency(AgencyId agency, @Nullable Money budget) {
    return budget == null ? agencies.profile(agency).currency() : budget.currency();
  }

  private PriceId keep(Booking booking, Price price, @Nullable Signature by) {
    return repository
        .saveAndFlush(BookingPrice.of(booking.agencyId(), booking.id(), price, by, clock.instant()))
        .id();
  }
}
