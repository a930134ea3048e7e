package com.ailuxe.journey;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.staff.StaffMember;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The desk for who is signed in: what they want of a booking goes through the process, as from
 * Tasklist, and under their name. Whatever they give is looked up in their agency only.
 */
@Component
public class BookingDesk {
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(40);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final DeskRequests requests;
  private final Bookings bookings;
  private final CancellationRules rules;

  BookingDesk(DeskRequests requests, Bookings bookings, CancellationRules rules) {
    this.requests = requests;
    this.bookings = bookings;
    this.rules = rules;
  }

  /**
   * What it costs the contact to call a booking off.
   *
   * @param fee null where it is free
   * @param freeUntil null where that is over, or nothing is agreed
   */
  public record Quote(@Nullable CancellationFee fee, @Nullable EventTime freeUntil) {}

  /**
   * What it costs at this moment; {@link #file} takes it at that price and no other.
   *
   * @throws NoSuchElementException when the agency has no such booking
   * @throws EngineAway when the rules cannot be asked
   */
  public Quote quote(AgencyId agency, BookingId id, CancelledBy by) {
    var booking = own(agency, id);
    try {
      return new Quote(rules.fee(booking, by).orElse(null), rules.freeUntil(booking));
    } catch (ClientException e) {
      throw new EngineAway(e);
    }
  }

  /**
   * Files a wish and waits a moment for what becomes of it.
   *
   * @param idempotencyKey the same key of an agency files it once
   * @return without an answer where the engine takes longer, or is away: the wish is kept and will
   *     be carried out
   * @throws NoSuchElementException when the agency has no such booking
   */
  public DeskRequest file(StaffMember staff, DeskWish wish, String idempotencyKey) {
    var id = requests.file(staff.agency(), staff.id(), staff.personName(), idempotencyKey, wish);
    var until = System.nanoTime() + PATIENCE.toNanos();
    var request = request(staff.agency(), id);
    while (request.isOpen() && System.nanoTime() < until && pause()) {
      request = request(staff.agency(), id);
    }
    return request;
  }

  /**
   * What became of a wish.
   *
   * @throws NoSuchElementException when the agency has no such request
   */
  public DeskRequest request(AgencyId agency, DeskRequestId id) {
    return requests
        .of(agency, id)
        .orElseThrow(() -> new NoSuchElementException("No request " + id));
  }

  private BookingFacts own(AgencyId agency, BookingId id) {
    var booking = bookings.facts(id);
    if (!booking.agency().equals(agency)) {
      throw new NoSuchElementException("No booking " + id);
    }
    return booking;
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK_AGAIN_AFTER);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
