package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.concierge.reading.GuestReader;
import com.ailuxe.concierge.reading.TalentMatcher;
import com.ailuxe.concierge.reading.Utterance;
import com.ailuxe.concierge.reading.WhenReader;
import com.ailuxe.shared.Money;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are one slip of the finger from a word that means something else. */
class NearNamesTests {
  private static final Offer AURELIA = new Offer("Aurelia", "yacht", "Monaco", "A motor yacht.");
  private static final Offer MARCO = new Offer("Marco Valli", "chauffeur", "Paris", "A V-Class.");
  private static final BookingFields HELD =
      new BookingFields(
          "Aurelia",
          LocalDateTime.parse("2027-03-19T10:00"),
          LocalDateTime.parse("2027-03-19T12:00"),
          ZoneId.of("Europe/Monaco"),
          "Monaco",
          2,
          Money.of("9000", "EUR"));

  static Stream<String> words() {
    return Stream.of(
            Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
            Stream.of(
                "book", "booked", "would", "could", "should", "reserve", "charter", "change",
                "move", "bring", "arrive", "leave", "drive", "start", "finish", "dance", "please",
                "thanks", "think", "prefer"),
            Stream.of(
                "dinner",
                "lunch",
                "party",
                "guests",
                "friends",
                "children",
                "budget",
                "price",
                "hotel",
                "harbour",
                "captain",
                "flowers",
                "champagne",
                "table",
                "garden",
                "beach",
                "wedding",
                "birthday",
                "evening",
                "people",
                "euros",
                "hours",
                "person",
                "place"),
            Stream.of("Paris", "Monaco", "Cannes", "Milan", "London", "Geneva", "Carlo", "Dubai"),
            Stream.of(
                "yacht", "villa", "driver", "helicopter", "security", "limousine", "transfer"))
        .flatMap(stream -> stream);
  }

  /**
   * Each name that differs from the word by a letter that was added, left out, replaced or swapped.
   */
  private static List<String> namesNear(String word) {
    var names = Stream.<String>builder();
    for (var i = 1; i < word.length(); i++) {
      names.add(word.substring(0, i) + word.substring(i + 1));
      names.add(word.substring(0, i) + "o" + word.substring(i));
      names.add(word.substring(0, i) + "o" + word.substring(i + 1));
      if (i + 1 < word.length()) {
        names.add(
            word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
      }
    }
    return Stream.concat(names.add(word + "a").build(), Stream.of(word + "o"))
        .filter(name -> name.length() >= 5 && !name.equalsIgnoreCase(word))
        .filter(name -> !name.equalsIgnoreCase(word + "s"))
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordThatMeansSomethingElseIsNoName(String word) {
    for (var name : namesNear(word)) {
      var talent = new Offer(name + " Valli", "guide", "Lugano", "Speaks French.");
      var matcher = new TalentMatcher(List.of(AURELIA, talent));
      var text = Utterance.of("We were thinking of " + word + " perhaps");

      assertThat(matcher.read(text, "Aurelia").candidates()).doesNotContain(talent);
      assertThat(matcher.guess(text).candidates()).as(name).doesNotContain(talent);
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void aNearNameBeatsNeitherWhatIsNamedNorWhatIsHeld(String word) {
    for (var name : namesNear(word)) {
      var talent = new Offer(name + " Valli", "guide", "Lugano", "Speaks French.");
      var wish = "I would like a yacht in Monaco on 19 March 2027, 2 people, with %s";
      var asks = new Dialogue().offering(AURELIA, talent).write(wish.formatted(word));
      var follows =
          new Dialogue().offering(AURELIA, talent).knowing(named("Aurelia")).write("And " + word);

      assertThat(asks.booking().talent()).as(name).isEqualTo("Aurelia");
      assertThat(follows.booking().talent()).as(name).isNull();
    }
  }

  private static BookingFields named(String talent) {
    return BookingFields.NONE.with(new BookingFields(talent, null, null, null, null, null, null));
  }

  @Test
  void aMonthIsNoChauffeur() {
    var draft =
        new Dialogue()
            .offering(AURELIA, MARCO)
            .write(
                "I would like a yacht in Monaco on 19 March 2027 from 10am to 12pm, 2 people, 9000 EUR");

    assertThat(draft.booking()).isEqualTo(HELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could you move it to 11 March?",
        "March 11 instead please",
        "Could you move the boking to 11 March?",
        "Could we make it 11 March, from 1pm to 3pm? Macro thanks"
      })
  void aHeldBookingKeepsItsTalent(String wish) {
    var draft =
        new Dialogue()
            .offering(AURELIA, MARCO)
            .withBooking("BK-2026-0001", "held", "Aurelia", false)
            .write(wish);

    assertThat(draft.booking().talent()).isNull();
    assertThat(draft.reply()).doesNotContain("I move your booking BK-2026-0001: Marco");
  }

  @Test
  void aSlipAsksBeforeItChangesWhoIsBooked() {
    var draft =
        new Dialogue()
            .offering(AURELIA, MARCO)
            .withBooking("BK-2026-0001", "held", "Aurelia", false)
            .write("Could we have Marko Vali instead?");

    assertThat(draft.booking().talent()).isNull();
    assertThat(draft.reply()).contains("Marco Valli").contains("nothing is altered");
  }

  @Test
  void aSlipAsksBeforeItChangesWhoWasWishedFor() {
    var dialogue = new Dialogue().offering(AURELIA, MARCO);
    dialogue.write("I would like Aurelia on 19 March 2027");

    var draft = dialogue.write("Marko from 10am");

    assertThat(dialogue.known().talent()).isEqualTo("Aurelia");
    assertThat(draft.reply()).contains("Marco Valli");
    assertThat(dialogue.write("Marco Valli please").booking().talent()).isEqualTo("Marco Valli");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I will need a car                        |
          Will is fine                             |
          I'd like to book Will for Friday         | Will Stone
          a short grace period, please             |
          Is Grace free on Friday?                 | Grace Bell
          Grace                                    | Grace Bell
          the best beaches are in Florence         |
          I would like Florence on Friday          | Florence Hart
          florence on friday                       | Florence Hart
          how about April                          | April Moon
          a weekend in April                       |
          we are 6 ladies                          |
          my wife Florenc will be there            |
          Serenity for Friday                      | Serenity
          the yacht serenity                       | Serenity
          """)
  void aNameThatIsAWordMustBeWrittenAsOne(String text, String talent) {
    var matcher =
        new TalentMatcher(
            List.of(
                new Offer("Will Stone", "pilot", "Nassau", ""),
                new Offer("Grace Bell", "violinist", "Nassau", ""),
                new Offer("Florence Hart", "dancer", "Nassau", ""),
                new Offer("April Moon", "singer", "Nassau", ""),
                new Offer("Lady Blue", "sailing boat", "Nassau", ""),
                new Offer("Serenity", "yacht", "Nassau", "")));
    var words = Utterance.of(text);
    new WhenReader(Dialogue.NOW, Locale.UK).readDays(words);
    new GuestReader().read(words, false);
    var exact = matcher.read(words, null);

    assertThat((exact.says() ? exact : matcher.guess(words)).talent()).isEqualTo(talent);
  }
}
