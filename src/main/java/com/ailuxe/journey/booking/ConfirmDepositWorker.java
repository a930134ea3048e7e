package com.ailuxe.journey.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingPrices;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps whether a person saw the deposit come in. */
@Component
public class ConfirmDepositWorker {
  private final BookingPrices prices;

  ConfirmDepositWorker(BookingPrices prices) {
    this.prices = prices;
  }

  /**
   * @param depositOutcome {@code received} or {@code missing}
   */
  public record Recorded(String depositOutcome) {}

  @JobWorker(type = JobTypes.CONFIRM_DEPOSIT)
  public Recorded handle(
      @Variable String bookingId,
      @Variable(optional = true) @Nullable String depositReceived,
      @Variable(optional = true) @Nullable String depositNote,
      ActivatedJob job) {
    var id = BookingId.parse(bookingId);
    var by = Deciders.of(job, Actor.STAFF);
    var note = depositNote == null || depositNote.isBlank() ? null : depositNote.strip();
    return switch (depositReceived == null ? "" : depositReceived) {
      case "yes" -> {
        prices.confirmDeposit(id, by, note);
        yield new Recorded("received");
      }
      case "no" -> {
        prices.missDeposit(id, by, note);
        yield new Recorded("missing");
      }
      default ->
          throw new JobFailed(IncidentType.FORM_ANSWER, "depositReceived is neither yes nor no");
    };
  }
}
