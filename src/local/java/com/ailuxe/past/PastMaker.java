package com.ailuxe.past;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.shared.BookingId;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets all stories happen, in one transaction: either the whole past is there or nothing of it.
 * What others write meanwhile is not seen, so that nothing of theirs is taken for a part of it.
 */
@Component
class PastMaker {
  private final Timeline timeline;
  private final Moment moment;
  private final Lanes lanes;
  private final BookingStories bookings;
  private final ChatStories chats;
  private final Talents talents;
  private final AuditTrail audit;
  private final JdbcClient jdbc;

  PastMaker(
      Timeline timeline,
      Moment moment,
      Lanes lanes,
      BookingStories bookings,
      ChatStories chats,
      Talents talents,
      AuditTrail audit,
      JdbcClient jdbc) {
    this.timeline = timeline;
    this.moment = moment;
    this.lanes = lanes;
    this.bookings = bookings;
    this.chats = chats;
    this.talents = talents;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /**
   * @param clock by which the past ends
   * @return false where somebody has written to the agency
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public boolean make(Clock clock) {
    if (!Past.isMissing(jdbc)) {
      return false;
    }
    var present = moment.now();
    var people = Person.all();
    jdbc.sql(Texts.file("past/talents.sql")).update();
    moment.begin();
    new Schedule(talents.active(DemoAgency.ID), people, present).plans().forEach(bookings::tell);
    chats.tell(people, present);
    timeline.runUntil(present, moment::set, lanes::run);
    moment.set(clock.instant());
    chats.tellThePresent(people);
    noteWhatGoesOn();
    moment.end();
    return true;
  }

  /** The bookings of which each needs a case from now on, with where it has got to. */
  private void noteWhatGoesOn() {
    moment.set(moment.now());
    jdbc.sql(
            """
            select b.id,
              case
                when b.state = 'INQUIRY' then 'Gateway_DetailsAwaited'
                when b.state in ('HELD', 'LAPSED') then 'SubProcess_Approval'
                when exists (
                  select from contract c where c.booking_id = b.id
                    and c.state in ('ISSUED', 'SENT'))
                  or not exists (select from contract c
                    where c.booking_id = b.id and c.state = 'ACCEPTED')
                  then 'SubProcess_Engagement'
                else 'CallActivity_Reminders' end as stage
            from booking b where b.agency_id = ?
              and b.state in ('INQUIRY', 'HELD', 'LAPSED', 'CONFIRMED')
            order by b.reference""")
        .param(DemoAgency.ID.value())
        .query(
            (row, index) -> {
              audit.record(
                  DemoAgency.ID,
                  "local stack",
                  LivingCase.WAITS,
                  LivingCase.SUBJECT,
                  new BookingId(row.getObject("id", UUID.class)),
                  row.getString("stage"));
              return index;
            })
        .list();
  }
}
