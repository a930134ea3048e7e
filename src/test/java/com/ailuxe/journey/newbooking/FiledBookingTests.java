package com.ailuxe.journey.newbooking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.DeskAnswer;
import com.ailuxe.booking.DeskAnswer.Kind;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.booking.Given;
import com.ailuxe.booking.Refusal;
import com.ailuxe.journey.DeskPerson;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.staff.StaffMember;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A booking that somebody who is signed in makes for a contact. */
@WorkersTest
class FiledBookingTests {
  @Autowired CreateFiledBookingWorker worker;
  @Autowired DeskRequests requests;
  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private StaffMember nora;
  private String talent;

  @BeforeEach
  void talentThatNobodyBookedYet() {
    clock.reset();
    nora = DeskPerson.of(jdbc, DemoAgency.ID);
    talent = "Yacht " + UUID.randomUUID();
    given.talent(DemoAgency.ID, talent, "yacht");
  }

  @Test
  void newContactIsReachedOnWhatsAppAndTheBookingIsMadeOnceInAName() {
    var phone = "+33 6 " + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    var wish = new DeskWish.Create(null, "Ada Lund", phone, details("2027-09-03"));

    var answer = created(wish);

    assertThat(answer.kind()).isEqualTo(Kind.CREATED);
    var booking = bookings.facts(Objects.requireNonNull(answer.booking()));
    assertThat(booking.state()).isEqualTo(BookingState.INQUIRY);
    assertThat(booking.talentName()).isEqualTo(talent);
    assertThat(
            jdbc.sql(
                    """
                    select c.display_name || ', ' || a.action || ', ' || a.actor
                    from booking b join contact c on c.id = b.contact_id
                    join audit a on a.subject_id = b.id where b.id = ?""")
                .param(booking.id().value())
                .query(String.class)
                .list())
        .containsExactly("Ada Lund, booking.filed-by-staff, Nora Lind");
  }

  @Test
  void slotThatSomebodyHasIsRefusedBeforeAnythingIsMade() {
    given.confirmed(DemoAgency.ID, talent, "2027-09-03T10:00", "2027-09-03T12:00");
    var before = count();

    var answer = created(known(given.conversation(DemoAgency.ID, given.contact(DemoAgency.ID))));

    assertThat(answer.refusals())
        .extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.SLOT_TAKEN);
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void whatIsWrongComesBackInWords() {
    var other = given.agency();

    assertThat(created(known(given.conversation(other, given.contact(other)))).problem())
        .isEqualTo("Choose for whom the booking is.");
    assertThat(created(new DeskWish.Create(null, "Ada", "12", details("2027-09-03"))).problem())
        .startsWith("This is no phone number");
    assertThat(created(new DeskWish.Create(null, "Ada", null, details("2020-09-03"))).refusals())
        .extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.START_PAST);
  }

  private DeskWish known(@Nullable ConversationId conversation) {
    return new DeskWish.Create(conversation, null, null, details("2027-09-03"));
  }

  private BookingDetails details(String day) {
    return Given.details(talent, day + "T10:00", day + "T12:00");
  }

  private DeskAnswer created(DeskWish wish) {
    var key = UUID.randomUUID().toString();
    var id = requests.file(DemoAgency.ID, nora.id(), nora.personName(), key, wish);
    worker.handle(id.toString(), Jobs.ofNobody());
    worker.handle(id.toString(), Jobs.ofNobody());
    return Objects.requireNonNull(requests.of(DemoAgency.ID, id).orElseThrow().answer());
  }

  private int count() {
    return jdbc.sql("select count(*) from booking").query(Integer.class).single();
  }
}
