package com.ailuxe.journey.newbooking;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.form.DeskInput;
import com.ailuxe.journey.form.DeskInput.Unusable;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.journey.notice.RefusalLines;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the booking that staff filled in; from there it goes the way of every booking. What was
 * wrong with it comes back in words.
 */
@Component
public class CreateBookingWorker {
  private final Agencies agencies;
  private final Bookings bookings;
  private final NewContacts newContacts;
  private final Conversations conversations;
  private final NoticeTexts texts;

  CreateBookingWorker(
      Agencies agencies,
      Bookings bookings,
      NewContacts newContacts,
      Conversations conversations,
      NoticeTexts texts) {
    this.agencies = agencies;
    this.bookings = bookings;
    this.newContacts = newContacts;
    this.conversations = conversations;
    this.texts = texts;
  }

  /**
   * What the form gives.
   *
   * @param round of the form that was filled in
   * @param contact a conversation, or that somebody is new or looked for, or that nothing is wanted
   * @param phone of a new contact, on WhatsApp
   * @param agreed whether a new contact wants to be written to there
   * @param talent with the short name of its agency
   */
  public record Request(
      int round,
      String contact,
      @Nullable String name,
      @Nullable String phone,
      @Nullable Boolean agreed,
      @Nullable String talent,
      @Nullable String start,
      @Nullable String end,
      @Nullable String place,
      @Nullable Integer guests,
      @Nullable BigDecimal budget,
      @Nullable String currency) {}

  public record Created(Outcome outcome) {}

  /**
   * @param done whether nothing is left to do
   * @param problem why there is no booking; empty when there is one, or somebody is looked for
   */
  public record Outcome(int round, boolean done, String problem) {}

  @JobWorker(type = JobTypes.CREATE_BOOKING)
  public Created handle(@Variable Request request, ActivatedJob job) {
    var problem =
        switch (request.contact()) {
          case ContactChoice.NOTHING, ContactChoice.SOMEBODY_ELSE -> "";
          default -> DeskInput.problem(() -> create(request, job));
        };
    var looksOn = request.contact().equals(ContactChoice.SOMEBODY_ELSE);
    return new Created(new Outcome(request.round(), problem.isEmpty() && !looksOn, problem));
  }

  private String create(Request request, ActivatedJob job) {
    var wanted = Objects.requireNonNullElse(request.talent(), "").split("/", 2);
    var agency = agencies.named(wanted[0]).orElse(null);
    if (agency == null || wanted.length < 2) {
      return "Choose who or what is booked.";
    }
    var details = details(request, wanted[1]);
    var refused = bookings.refusals(agency.id(), details);
    if (!refused.isEmpty()) {
      return RefusalLines.of(refused, Locale.ENGLISH, texts);
    }
    var conversation = conversation(request, agency);
    if (conversation == null) {
      return "This contact is of another agency than the talent.";
    }
    var receipt =
        bookings.recordDetails(
            new DetailsGiven(
                agency.id(),
                conversation.contactId(),
                conversation.id(),
                DeskInput.turn(job.getElementInstanceKey()),
                details));
    bookings.filedBy(receipt.bookingId(), Deciders.of(job, Actor.STAFF));
    return RefusalLines.of(receipt.refused(), Locale.ENGLISH, texts);
  }

  private static BookingDetails details(Request request, String talent) {
    var start = request.start();
    var end = request.end();
    if (start == null || end == null || request.place() == null || request.guests() == null) {
      throw new Unusable("A booking needs a start, an end, a place and the number of guests.");
    }
    if (request.budget() == null || request.currency() == null) {
      throw new Unusable("Enter what the contact wants to spend at most.");
    }
    return new BookingDetails(
        talent,
        DeskInput.time(start),
        DeskInput.time(end),
        null,
        request.place(),
        request.guests(),
        DeskInput.money(request.budget(), request.currency()));
  }

  /** Null when it is somebody of another agency. */
  private @Nullable ConversationProfile conversation(Request request, AgencyProfile agency) {
    if (!request.contact().equals(ContactChoice.NEW)) {
      var conversation = known(request.contact());
      return conversation.agencyId().equals(agency.id()) ? conversation : null;
    }
    if (!Boolean.TRUE.equals(request.agreed())) {
      throw new Unusable("Write only to who agreed to it: ask the contact first.");
    }
    return newContacts.reach(agency, request.name(), request.phone());
  }

  private ConversationProfile known(String conversation) {
    try {
      return conversations.profile(ConversationId.parse(conversation));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new Unusable("Choose for whom the booking is.");
    }
  }
}
