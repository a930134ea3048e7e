package com.ailuxe.journey.notice;

import com.ailuxe.agency.Agencies;
import com.ailuxe.booking.BookingCharges;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingPrices;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Money;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.staff.StaffNotices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the staff about a case, in the words of a staff template. */
@Component
public class CaseNotices {
  private final Bookings bookings;
  private final BookingCharges charges;
  private final BookingPrices prices;
  private final Conversations conversations;
  private final Agencies agencies;
  private final Contacts contacts;
  private final NoticeTexts texts;
  private final StaffNotices notices;

  CaseNotices(
      Bookings bookings,
      BookingCharges charges,
      BookingPrices prices,
      Conversations conversations,
      Agencies agencies,
      Contacts contacts,
      NoticeTexts texts,
      StaffNotices notices) {
    this.bookings = bookings;
    this.charges = charges;
    this.prices = prices;
    this.conversations = conversations;
    this.agencies = agencies;
    this.contacts = contacts;
    this.texts = texts;
    this.notices = notices;
  }

  /**
   * Queues one notice about a booking.
   *
   * @param idempotencyKey the same key queues it once
   */
  public void about(BookingId id, StaffTemplate template, StaffGroup group, String idempotencyKey) {
    var booking = bookings.facts(id);
    var conversation = conversations.profile(booking.conversation());
    queue(
        conversation,
        sheet(
            conversation,
            booking,
            charges.cancellation(id).filter(fee -> !fee.isWaived()),
            prices.depositDue(id)),
        template,
        group,
        idempotencyKey);
  }

  /**
   * Queues one notice about a conversation.
   *
   * @param idempotencyKey the same key queues it once
   */
  public void about(
      ConversationId id, StaffTemplate template, StaffGroup group, String idempotencyKey) {
    var conversation = conversations.profile(id);
    queue(
        conversation,
        sheet(conversation, null, Optional.empty(), Optional.empty()),
        template,
        group,
        idempotencyKey);
  }

  /**
   * Queues one notice to each agency about a form that somebody opened and left: it is not known
   * yet whose it is.
   *
   * @param idempotencyKey the same key queues it once
   */
  public void aboutDesk(StaffTemplate template, StaffGroup group, String idempotencyKey) {
    for (var agency : agencies.all()) {
      var words = texts.staff(template, new DeskNotice(agency.name()));
      notices.queue(
          agency.id(), group, words.subject(), words.text(), idempotencyKey + "/" + agency.slug());
    }
  }

  private void queue(
      ConversationProfile conversation,
      StaffSheet sheet,
      StaffTemplate template,
      StaffGroup group,
      String idempotencyKey) {
    var words = texts.staff(template, sheet);
    notices.queue(conversation.agencyId(), group, words.subject(), words.text(), idempotencyKey);
  }

  private StaffSheet sheet(
      ConversationProfile conversation,
      @Nullable BookingFacts booking,
      Optional<CancellationFee> fee,
      Optional<Money> deposit) {
    return new StaffSheet(
        agencies.profile(conversation.agencyId()).name(),
        contacts.profile(conversation.contactId()).displayName(),
        FormWords.channel(conversation.channel()),
        booking == null ? null : booking.reference(),
        booking == null ? null : booking.talentName(),
        booking == null ? null : booking.start(),
        fee.map(CancellationFee::amount).orElse(null),
        deposit.orElse(null));
  }
}
