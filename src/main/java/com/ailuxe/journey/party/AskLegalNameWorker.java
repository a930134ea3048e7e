package com.ailuxe.journey.party;

import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Tells the contact of a booking that its contract waits for the legal name. */
@Component
public class AskLegalNameWorker {
  private final BookingNotices notices;

  AskLegalNameWorker(BookingNotices notices) {
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.ASK_LEGAL_NAME)
  public void handle(@Variable String bookingId) {
    notices.legalNameNeeded(BookingId.parse(bookingId));
  }
}
