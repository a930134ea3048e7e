package com.ailuxe.past;

import com.ailuxe.concierge.Intent;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.UnknownSendDecision;
import com.ailuxe.conversation.UnknownSends;
import com.ailuxe.media.MediaKind;
import com.ailuxe.rendering.Brand;
import com.ailuxe.rendering.Letterhead;
import com.ailuxe.rendering.PdfDocuments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Chats about something else than a booking, and what is still open in them now. */
@Component
class ChatStories {
  private static final Duration SOON = Duration.ofSeconds(9);
  private static final Duration BY_HAND = Duration.ofMinutes(11);

  private final Timeline timeline;
  private final Moment moment;
  private final Talks talks;
  private final Phones phones;
  private final House house;
  private final Lanes lanes;
  private final UnknownSends unknownSends;
  private final PdfDocuments documents;
  private final Texts texts = new Texts();

  ChatStories(
      Timeline timeline,
      Moment moment,
      Talks talks,
      Phones phones,
      House house,
      Lanes lanes,
      UnknownSends unknownSends,
      PdfDocuments documents) {
    this.timeline = timeline;
    this.moment = moment;
    this.talks = talks;
    this.phones = phones;
    this.house = house;
    this.lanes = lanes;
    this.unknownSends = unknownSends;
    this.documents = documents;
  }

  void tell(List<Person> people, Instant present) {
    var others = people.subList(people.size() - Schedule.OTHERS, people.size());
    cannotBeReached(others.get(0), present.minus(Duration.ofDays(2)));
    complains(others.get(1), present.minus(Duration.ofDays(9)), true);
    wantsAPerson(others.get(2), present.minus(Duration.ofDays(3)));
    speaksAndCorrects(others.get(3), present.minus(Duration.ofDays(6)));
    sendsFiles(others.get(4), present.minus(Duration.ofDays(12)));
    isPromisedSomething(others.get(5), present.minus(Duration.ofDays(4)), true);

    isPromisedSomething(people.get(7), present.minus(Duration.ofMinutes(50)), false);
    complains(people.get(1), present.minus(Duration.ofMinutes(35)), false);
    wantsNothingOfUs(people.get(6), present.minus(Duration.ofDays(14)));
    takesBack(others.get(1), present.minus(Duration.ofDays(20)));
  }

  /** What people write at this moment: nobody has answered it yet. */
  void tellThePresent(List<Person> people) {
    var others = people.subList(people.size() - Schedule.OTHERS, people.size());
    wishes(others.get(1), "Villa Serena", "Saint-Tropez", 6, 15, 20);
    wishes(others.get(2), "Aurelia", "Port Hercule, Monaco", 8, 11, 26);
    phones.says(others.get(5), words(others.get(5), "person"));
    phones.says(people.get(1), words(people.get(1), "promise.ask"));
    lanes.run();

    var hurried = people.get(4);
    phones.says(hurried, words(hurried, "ask1"));
    house.answers(hurried, Intent.QUESTION, words(hurried, "ask.answer1"));
    if (lanes.killedWhileSending(Channel.WHATSAPP).isEmpty()) {
      throw new IllegalStateException("There is nothing to send");
    }
  }

  private void wishes(Person person, String talent, String place, int guests, int hour, int days) {
    var start =
        LocalDateTime.ofInstant(moment.in(Duration.ofDays(days)), ZoneOffset.UTC)
            .toLocalDate()
            .atTime(hour, 0);
    phones.says(
        person,
        texts.of(
            person,
            "wish1",
            Map.of(
                "talent",
                talent,
                "place",
                place,
                "guests",
                Integer.toString(guests),
                "budget",
                "20000 EUR",
                "day",
                DateTimeFormatter.ofPattern("EEEE d MMMM", person.locale()).format(start),
                "time",
                "%02d:00".formatted(hour))));
  }

  /** The answer comes back as undeliverable. */
  private void cannotBeReached(Person person, Instant at) {
    talks.at(at, person, says(person, "ask4"), SOON, answers(person, "ask.answer4"));
  }

  /**
   * @param isOver whether the one who took over hands back again
   */
  private void complains(Person person, Instant at, boolean isOver) {
    timeline.at(at, says(person, "complaint"));
    timeline.at(at.plus(Duration.ofMinutes(4)), () -> house.takesOver(person, Staff.ELISE));
    timeline.at(
        at.plus(Duration.ofMinutes(6)),
        () -> house.writes(person, Staff.ELISE, words(person, "complaint.answer")));
    if (isOver) {
      timeline.at(
          at.plus(Duration.ofMinutes(21)),
          () -> phones.replies(person, words(person, "complaint.closed")));
      timeline.at(
          at.plus(Duration.ofMinutes(24)),
          () -> house.writes(person, Staff.ELISE, words(person, "thanks.answer2")));
      timeline.at(at.plus(Duration.ofMinutes(25)), () -> house.handsBack(person, Staff.ELISE));
      timeline.at(at.plus(Duration.ofMinutes(31)), () -> phones.reacts(person, "❤️"));
    }
  }

  private void wantsAPerson(Person person, Instant at) {
    timeline.at(at, says(person, "person"));
    timeline.at(at.plus(Duration.ofMinutes(2)), () -> house.takesOver(person, Staff.MARGAUX));
    timeline.at(
        at.plus(Duration.ofMinutes(3)),
        () -> house.writes(person, Staff.MARGAUX, words(person, "person.answer")));
    timeline.at(at.plus(Duration.ofMinutes(9)), says(person, "ask2"));
    timeline.at(
        at.plus(Duration.ofMinutes(12)),
        () -> house.writes(person, Staff.MARGAUX, words(person, "ask.answer2")));
    timeline.at(at.plus(Duration.ofMinutes(40)), () -> house.handsBack(person, Staff.MARGAUX));
  }

  private void speaksAndCorrects(Person person, Instant at) {
    talks.at(
        at,
        person,
        () ->
            phones.sends(
                person, MediaKind.AUDIO, Samples.voiceNote(), "audio/ogg; codecs=opus", null, null),
        BY_HAND,
        () -> house.answersByHand(person, words(person, "voice.answer"), Staff.MARGAUX));
    talks.at(
        at.plus(Duration.ofHours(20)),
        person,
        () -> {
          var said = phones.says(person, words(person, "typo"));
          timeline.at(
              moment.in(Duration.ofSeconds(40)),
              () -> phones.changes(person, said, words(person, "fixed")));
        },
        Duration.ofMinutes(1),
        answers(person, "thanks.answer1"));
  }

  private void sendsFiles(Person person, Instant at) {
    talks.at(
        at,
        person,
        () ->
            phones.sends(
                person,
                MediaKind.IMAGE,
                Samples.picture(),
                "image/png",
                null,
                words(person, "picture")),
        BY_HAND,
        () -> house.answersByHand(person, words(person, "picture.answer"), Staff.CAMILLE));
    talks.at(
        at.plus(Duration.ofDays(1)),
        person,
        () ->
            phones.sends(
                person,
                MediaKind.DOCUMENT,
                guestList(moment.now()),
                "application/pdf",
                "guests.pdf",
                words(person, "document")),
        BY_HAND,
        () -> house.answersByHand(person, words(person, "document.answer"), Staff.MARGAUX));
    timeline.at(at.plus(Duration.ofDays(2)), () -> phones.hears(person, words(person, "phone")));
    timeline.at(
        at.plus(Duration.ofDays(2)).plus(Duration.ofHours(2)),
        () -> house.handsBack(person, Staff.CAMILLE));
    talks.at(
        at.plus(Duration.ofDays(4)),
        person,
        () -> {
          phones.says(person, words(person, "ask1"));
          lanes.breakOff(
              person,
              attempt ->
                  timeline.at(
                      moment.in(Duration.ofMinutes(7)),
                      () ->
                          unknownSends.resolve(
                              attempt,
                              UnknownSendDecision.RECEIVED,
                              Staff.MARGAUX.actor(),
                              "She answered it by telephone.",
                              "past/resolved/" + attempt)));
        },
        SOON,
        answers(person, "ask.answer1"));
  }

  private void isPromisedSomething(Person person, Instant at, boolean isKept) {
    talks.at(
        at,
        person,
        says(person, "promise.ask"),
        SOON,
        () -> {
          house.promises(person, words(person, "promise"));
          if (isKept) {
            timeline.at(
                moment.in(Duration.ofMinutes(41)),
                () -> house.keepsPromise(person, words(person, "promise.kept"), Staff.MARGAUX));
          }
        });
  }

  private void wantsNothingOfUs(Person person, Instant at) {
    talks.at(
        at,
        person,
        () -> phones.says(person, "Grow your business! 5,000 followers for 9.99, click here"),
        Duration.ofMinutes(5),
        () -> house.discards(person, words(person, "thanks.answer1"), Staff.MARGAUX));
    timeline.at(
        at.plus(Duration.ofHours(1)),
        () -> phones.somethingElse(person, "a message in a group of several people"));
  }

  private void takesBack(Person person, Instant at) {
    timeline.at(
        at,
        () -> {
          var said = phones.says(person, words(person, "typo"));
          timeline.at(at.plusSeconds(3), () -> phones.takesBack(person, said));
        });
  }

  private Runnable says(Person person, String key) {
    return () -> phones.says(person, words(person, key));
  }

  private Runnable answers(Person person, String key) {
    return () -> house.answers(person, Intent.QUESTION, words(person, key));
  }

  private String words(Person person, String key) {
    var staff = key.startsWith("complaint") ? Staff.ELISE : Staff.MARGAUX;
    return texts.of(person, key, Map.of("staff", staff.firstName()));
  }

  private byte[] guestList(Instant at) {
    return documents.pdf(
        """
        <html lang="en" dir="ltr"><head><title>Guest list</title></head><body>
        <h1>Guest list</h1><p>Twelve guests, two of them vegetarian.</p></body></html>""",
        new Letterhead(
            "Beatrice Langley",
            "London",
            "Guest list",
            at.atZone(ZoneId.of("Europe/London")),
            Brand.PLAIN));
  }
}
