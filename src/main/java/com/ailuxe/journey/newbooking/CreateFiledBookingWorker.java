package com.ailuxe.journey.newbooking;

import com.ailuxe.agency.Actor.SignedIn;
import com.ailuxe.agency.Agencies;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.DeskAnswer;
import com.ailuxe.booking.DeskAnswer.Kind;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.DeskInput.Unusable;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/**
 * Makes the booking that somebody who is signed in wants for a contact; from there it goes the way
 * of every booking. What became of it is kept with the request.
 */
@Component
public class CreateFiledBookingWorker {
  private final DeskRequests requests;
  private final Agencies agencies;
  private final Bookings bookings;
  private final NewContacts newContacts;
  private final Conversations conversations;

  CreateFiledBookingWorker(
      DeskRequests requests,
      Agencies agencies,
      Bookings bookings,
      NewContacts newContacts,
      Conversations conversations) {
    this.requests = requests;
    this.agencies = agencies;
    this.bookings = bookings;
    this.newContacts = newContacts;
    this.conversations = conversations;
  }

  @JobWorker(type = JobTypes.CREATE_FILED_BOOKING)
  public void handle(@Variable String deskRequestId, ActivatedJob job) {
    requests
        .begin(DeskRequestId.parse(deskRequestId))
        .ifPresent(request -> requests.answer(request.id(), answer(request, job)));
  }

  private DeskAnswer answer(DeskRequest request, ActivatedJob job) {
    if (!(request.wish() instanceof DeskWish.Create wish)) {
      throw new JobFailed(
          IncidentType.MODEL_MISMATCH, "a new booking is asked for what booking-desk.bpmn does");
    }
    try {
      return create(request, wish, job);
    } catch (Unusable e) {
      return DeskAnswer.unusable(e.problem());
    }
  }

  /** The slot is looked at with the first attempt only: a later one may have it already. */
  private DeskAnswer create(DeskRequest request, DeskWish.Create wish, ActivatedJob job) {
    var obstacles =
        request.begun()
            ? bookings.refusals(request.agency(), wish.details())
            : bookings.obstacles(request.agency(), wish.details());
    if (!obstacles.isEmpty()) {
      return DeskAnswer.refused(obstacles);
    }
    var conversation = conversation(request, wish);
    var receipt =
        bookings.recordDetails(
            new DetailsGiven(
                request.agency(),
                conversation.contactId(),
                conversation.id(),
                new TurnId(request.id().value()),
                wish.details()));
    if (!receipt.refused().isEmpty()) {
      return DeskAnswer.refused(receipt.refused());
    }
    bookings.filedBy(
        receipt.bookingId(),
        new SignedIn(
            job.getProcessInstanceKey(),
            job.getElementId(),
            job.getElementInstanceKey(),
            request.filedBy()));
    return DeskAnswer.done(Kind.CREATED, receipt.bookingId());
  }

  private ConversationProfile conversation(DeskRequest request, DeskWish.Create wish) {
    var known = wish.conversation();
    return known == null
        ? newContacts.reach(agencies.profile(request.agency()), wish.name(), wish.phone())
        : conversations
            .of(request.agency(), known)
            .orElseThrow(() -> new Unusable("Choose for whom the booking is."));
  }
}
