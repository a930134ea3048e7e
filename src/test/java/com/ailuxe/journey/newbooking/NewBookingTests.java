package com.ailuxe.journey.newbooking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.journey.form.Choice;
import com.ailuxe.journey.newbooking.CreateBookingWorker.Request;
import com.ailuxe.journey.newbooking.PrepareNewBookingWorker.Desk;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.api.response.ActivatedJob;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A booking that staff make for a contact, from the form to the booking. */
@WorkersTest
class NewBookingTests {
  private static final String TALENT = "luxe/Villa Serena";

  @Autowired PrepareNewBookingWorker prepare;
  @Autowired CreateBookingWorker create;
  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private String phone;

  @BeforeEach
  void aNumberThatNobodyHas() {
    clock.reset();
    phone = "+33 6 " + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
  }

  @Test
  void newClientIsReachedOnWhatsAppAndTheBookingGoesItsWayOnce() {
    var job = job();
    var request = request("new", phone, true, TALENT, "2027-09-03T10:00", "2027-09-05T10:00");

    for (var delivery = 0; delivery < 2; delivery++) {
      var outcome = create.handle(request, job).outcome();
      assertThat(outcome.problem()).isEmpty();
      assertThat(outcome.done()).isTrue();
    }

    var conversation = conversation();
    var booking = bookingsOf(conversation);
    assertThat(booking).singleElement();
    assertThat(booking.getFirst().state()).isEqualTo(BookingState.INQUIRY);
    assertThat(booking.getFirst().talentName()).isEqualTo("Villa Serena");
    assertThat(booking.getFirst().place()).isEqualTo("Saint-Tropez");
    assertThat(
            jdbc.sql(
                    """
                    select c.display_name || ', ' || k.channel || ', ' || k.account_id
                    from conversation k join contact c on c.id = k.contact_id where k.id = ?""")
                .param(conversation)
                .query(String.class)
                .single())
        .isEqualTo("Ada Lund, WHATSAPP, " + DemoAgency.WHATSAPP_ACCOUNT);
    assertThat(
            jdbc.sql("select action from audit where subject_id = ?")
                .param(booking.getFirst().id().value())
                .query(String.class)
                .list())
        .containsExactly("booking.filed-by-staff");
  }

  @Test
  void contactWhoIsKnownIsChosenByNameOrNumber() {
    create.handle(
        request("new", phone, true, TALENT, "2027-10-03T10:00", "2027-10-05T10:00"), job());
    var digits = phone.replaceAll("[^0-9]", "").substring(2);

    var byNumber = look(digits);
    assertThat(byNumber.contacts().getFirst().label())
        .startsWith("Ada Lund, WhatsApp +336" + digits.substring(1));
    assertThat(byNumber.contacts().getFirst().value()).isEqualTo(conversation().toString());
    assertThat(look("ada LUND").contacts())
        .extracting(Choice::value)
        .contains(conversation().toString());
    assertThat(byNumber.talents()).extracting(Choice::value).contains(TALENT, "luxe/Aurelia");
    assertThat(look("Nobody Of That Name").problem())
        .isEqualTo("Nobody is known by 'Nobody Of That Name'.");
  }

  @ParameterizedTest
  @CsvSource({
    "new,12,true,luxe/Aurelia,2027-09-03T10:00,This is no phone number",
    "new,+33612345678,false,luxe/Aurelia,2027-09-03T10:00,Write only to who agreed to it",
    "new,+33612345678,true,luxe/Nobody,2027-09-03T10:00,Nobody",
    "new,+33612345678,true,luxe/Aurelia,2020-09-03T10:00,past",
    "new,+33612345678,true,luxe/Aurelia,2027-09-13T10:00,not after the start",
    "new,+33612345678,true,luxe/Aurelia,soon,is no time",
    "new,+33612345678,true,,2027-09-03T10:00,Choose who or what is booked",
    "00000000-0000-4000-8000-0000000000aa,,,luxe/Aurelia,2027-09-03T10:00,Choose for whom",
    "somebody,,,luxe/Aurelia,2027-09-03T10:00,Choose for whom"
  })
  void whatIsWrongComesBackInWordsAndNothingIsMade(
      String contact,
      @Nullable String number,
      @Nullable Boolean agreed,
      @Nullable String talent,
      String start,
      String problem) {
    var before = count();

    var outcome =
        create
            .handle(request(contact, number, agreed, talent, start, "2027-09-05T10:00"), job())
            .outcome();

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.problem()).contains(problem).doesNotContain("Exception");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void contactOfAnotherAgencyIsNotBookedForThisOne() {
    var other = given.agency();
    var contact = given.contact(other);
    var conversation = given.conversation(other, contact);

    var outcome =
        create
            .handle(
                request(
                    conversation.toString(),
                    null,
                    null,
                    TALENT,
                    "2027-11-03T10:00",
                    "2027-11-05T10:00"),
                job())
            .outcome();

    assertThat(outcome.problem()).isEqualTo("This contact is of another agency than the talent.");
  }

  private Desk look(String words) {
    return prepare.handle(words, null, 2).desk();
  }

  private UUID conversation() {
    return jdbc.sql("select id from conversation where recipient_value = ?")
        .param(phone.replace(" ", ""))
        .query(UUID.class)
        .single();
  }

  private List<BookingFacts> bookingsOf(UUID conversation) {
    return bookings.openBookings(DemoAgency.ID, new ConversationId(conversation));
  }

  private int count() {
    return jdbc.sql("select count(*) from booking").query(Integer.class).single();
  }

  private static Request request(
      String contact,
      @Nullable String phone,
      @Nullable Boolean agreed,
      @Nullable String talent,
      String start,
      String end) {
    return new Request(
        1,
        contact,
        "Ada Lund",
        phone,
        agreed,
        talent,
        start,
        end,
        "Saint-Tropez",
        4,
        new BigDecimal("15000"),
        "EUR");
  }

  private static ActivatedJob job() {
    return Jobs.decidedIn(Jobs.key(), "Task_FillInBooking");
  }
}
