package com.ailuxe.concierge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.reading.Problem.Kind;
import com.ailuxe.concierge.rules.Dialogue;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Now is Monday, 14 December 2026, 10:00. */
class WhenReaderTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-12-24                          | 2026-12-24
          2026/12/24                          | 2026-12-24
          24/12/2026                          | 2026-12-24
          12/24/2026                          | 2026-12-24
          24.12.2026                          | 2026-12-24
          24-12-26                            | 2026-12-24
          on 24/12                            | 2026-12-24
          on 24.12.                           | 2026-12-24
          3/4/2027                            | 2027-04-03
          24 December                         | 2026-12-24
          24th of December                    | 2026-12-24
          the 24th of dec                     | 2026-12-24
          Dec 24th                            | 2026-12-24
          december 24, 2026                   | 2026-12-24
          24 Dec. 2027                        | 2027-12-24
          24 dec '27                          | 2027-12-24
          24-Dec-2026                         | 2026-12-24
          24dec                               | 2026-12-24
          3 march                             | 2027-03-03
          29 February                         | 2028-02-29
          tomorrow                            | 2026-12-15
          tmrw                                | 2026-12-15
          today                               | 2026-12-14
          tonight                             | 2026-12-14
          the day after tomorrow              | 2026-12-16
          in 3 days                           | 2026-12-17
          in three days                       | 2026-12-17
          in a week                           | 2026-12-21
          in two weeks                        | 2026-12-28
          two weeks from now                  | 2026-12-28
          in a month                          | 2027-01-14
          a week from today                   | 2026-12-21
          a week from tomorrow                | 2026-12-22
          a week on Friday                    | 2026-12-25
          two weeks from Friday               | 2027-01-01
          the second Saturday of January      | 2027-01-09
          the first Friday in March           | 2027-03-05
          the twenty-second of March          | 2027-03-22
          December the thirty-first           | 2026-12-31
          twelve february                     | 2027-02-12
          February twelve                     | 2027-02-12
          not this Tuesday, the next          | 2026-12-22
          not Friday but the next one         | 2026-12-25
          first of January                    | 2027-01-01
          Saturday, 19th                      | 2026-12-19
          Friday                              | 2026-12-18
          on fri                              | 2026-12-18
          this Friday                         | 2026-12-18
          next Friday                         | 2026-12-25
          Friday next week                    | 2026-12-25
          Monday                              | 2026-12-14
          next Monday                         | 2026-12-21
          on Sunday                           | 2026-12-20
          sat                                 | 2026-12-19
          the 20th                            | 2026-12-20
          on the 3rd                          | 2027-01-03
          Friday, 18 December                 | 2026-12-18
          Friday 18th                         | 2026-12-18
          Friday the 18th                     | 2026-12-18
          18 December (Friday)                | 2026-12-18
          Christmas Eve                       | 2026-12-24
          on christmas day                    | 2026-12-25
          New Year's Eve                      | 2026-12-31
          nye                                 | 2026-12-31
          new year's day                      | 2027-01-01
          Valentine's Day                     | 2027-02-14
          on Friday next week                 | 2026-12-25
          next week on Thursday               | 2026-12-24
          next month on the 20th              | 2027-01-20
          the 20th of next month              | 2027-01-20
          in July, on the 12th                | 2027-07-12
          ship on 24.12. please               | 2026-12-24
          not on Friday but on Saturday       | 2026-12-19
          on Friday, sorry, I mean Saturday   | 2026-12-19
          change it to Saturday               | 2026-12-19
          move it from Friday to Saturday     | 2026-12-19
          for Valentine's                     | 2027-02-14
          Good Friday                         | 2027-03-26
          two days before Christmas           | 2026-12-23
          the day after Christmas             | 2026-12-26
          the day before 6 February           | 2027-02-05
          a week after Easter Sunday          | 2027-04-04
          the eve of Christmas                | 2026-12-24
          tomorrow week                       | 2026-12-22
          today week                          | 2026-12-21
          Easter Sunday                       | 2027-03-28
          Easter Monday 2028                  | 2028-04-17
          on the second Saturday of March     | 2027-03-13
          2nd Saturday of March               | 2027-03-13
          the last Friday of January          | 2027-01-29
          the tenth of February               | 2027-02-10
          a fortnight from tomorrow           | 2026-12-29
          this coming Monday                  | 2026-12-21
          Bastille Day                        | 2027-07-14
          12 febuary                          | 2027-02-12
          """)
  void aDayIsRead(String text, String day) {
    var reading = read(text);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.when().startDay()).isEqualTo(day);
    assertThat(reading.when().endDay()).isNull();
    assertThat(reading.when().startTime()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from 12 to 15 July                       | 2027-07-12 | 2027-07-15
          12-15 July                               | 2027-07-12 | 2027-07-15
          July 12-15                               | 2027-07-12 | 2027-07-15
          between 12 and 15 July                   | 2027-07-12 | 2027-07-15
          12th to 15th of July 2027                | 2027-07-12 | 2027-07-15
          12 July to 3 August                      | 2027-07-12 | 2027-08-03
          30 December to 2 January                 | 2026-12-30 | 2027-01-02
          from the 20th to the 22nd                | 2026-12-20 | 2026-12-22
          24/12/2026 - 26/12/2026                  | 2026-12-24 | 2026-12-26
          2026-12-24 to 2026-12-26                 | 2026-12-24 | 2026-12-26
          Friday to Sunday                         | 2026-12-18 | 2026-12-20
          arriving 24 December, leaving 26 December | 2026-12-24 | 2026-12-26
          for NYE, check in 30 Dec, check out 2 Jan | 2026-12-30 | 2027-01-02
          for the weekend                          | 2026-12-19 | 2026-12-20
          next weekend                             | 2026-12-26 | 2026-12-27
          the weekend after next                   | 2027-01-02 | 2027-01-03
          the weekend of 9 January                 | 2027-01-09 | 2027-01-10
          second weekend of March                  | 2027-03-13 | 2027-03-14
          06.02.-08.02.2027                        | 2027-02-06 | 2027-02-08
          Easter weekend                           | 2027-03-27 | 2027-03-28
          """)
  void aSpanOfDaysIsRead(String text, String first, String last) {
    var reading = read(text);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.when().startDay()).isEqualTo(first);
    assertThat(reading.when().endDay()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at 7pm                      | 19:00 |
          7 p.m.                      | 19:00 |
          7:30pm                      | 19:30 |
          7.30 pm                     | 19:30 |
          19:00                       | 19:00 |
          19h                         | 19:00 |
          19h30                       | 19:30 |
          1900 hrs                    | 19:00 |
          07:15                       | 07:15 |
          at 7                        | 19:00 |
          at seven                    | 19:00 |
          around 8                    | 20:00 |
          seven o'clock               | 19:00 |
          half past seven             | 19:30 |
          quarter to 8                | 19:45 |
          quarter past eight          | 20:15 |
          at 9 in the morning         | 09:00 |
          at 3 in the afternoon       | 15:00 |
          at 12                       | 12:00 |
          noon                        | 12:00 |
          12pm                        | 12:00 |
          at 10:30                    | 10:30 |
          from 7pm to 11pm            | 19:00 | 23:00
          7-11pm                      | 19:00 | 23:00
          7pm-11pm                    | 19:00 | 23:00
          7 - 11 pm                   | 19:00 | 23:00
          7 to 11pm                   | 19:00 | 23:00
          between 7 and 11pm          | 19:00 | 23:00
          from 7 to 11                | 19:00 | 23:00
          19:00-23:00                 | 19:00 | 23:00
          19.00 until 23.00           | 19:00 | 23:00
          19h to 23h                  | 19:00 | 23:00
          7:30 to 10:30               | 19:30 | 22:30
          10am-2pm                    | 10:00 | 14:00
          10-2pm                      | 10:00 | 14:00
          11-1am                      | 23:00 | 01:00
          from 9 to 5                 | 09:00 | 17:00
          from 8 to 6                 | 08:00 | 18:00
          from 10 to 2                | 10:00 | 14:00
          from 11 to 3                | 11:00 | 15:00
          from 9 to 1                 | 21:00 | 01:00
          from 9 to 17:00             | 09:00 | 17:00
          8pm until midnight          | 20:00 | 00:00
          8pm to 2am                  | 20:00 | 02:00
          from noon to 4              | 12:00 | 16:00
          from 7pm until 11           | 19:00 | 23:00
          until 11pm                  |       | 23:00
          7 in the evening till 10    | 19:00 | 22:00
          2 at night                  | 02:00 |
          starts at 8pm, ends at 11pm | 20:00 | 23:00
          """)
  void timesAreRead(String text, @Nullable String start, @Nullable String end) {
    var when = read(text).when();

    assertThat(when.startTime()).isEqualTo(start == null ? null : LocalTime.parse(start));
    assertThat(when.endTime()).isEqualTo(end == null ? null : LocalTime.parse(end));
    assertThat(when.startDay()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Friday 7pm to 11pm                                    | 2026-12-18T19:00 | 2026-12-18T23:00
          7-11pm on Friday                                      | 2026-12-18T19:00 | 2026-12-18T23:00
          from 7pm until 11pm on 24 December                    | 2026-12-24T19:00 | 2026-12-24T23:00
          2026-12-24T19:00 to 2026-12-24T23:00                  | 2026-12-24T19:00 | 2026-12-24T23:00
          Dec 24th, 8pm - 2am                                   | 2026-12-24T20:00 | 2026-12-25T02:00
          from 8pm to midnight on Friday                        | 2026-12-18T20:00 | 2026-12-19T00:00
          Friday at 7pm until Sunday noon                       | 2026-12-18T19:00 | 2026-12-20T12:00
          from 7pm Friday to 11am Sunday                        | 2026-12-18T19:00 | 2026-12-20T11:00
          Friday 7pm to Sunday at 11am                          | 2026-12-18T19:00 | 2026-12-20T11:00
          tomorrow at 7 for 4 hours                             | 2026-12-15T19:00 | 2026-12-15T23:00
          tomorrow at 7pm for three and a half hours            | 2026-12-15T19:00 | 2026-12-15T22:30
          tomorrow at 7pm for 90 minutes                        | 2026-12-15T19:00 | 2026-12-15T20:30
          2 hours tomorrow from 8pm                             | 2026-12-15T20:00 | 2026-12-15T22:00
          Friday 10am for two days                              | 2026-12-18T10:00 | 2026-12-20T10:00
          Friday 10am for 3 nights                              | 2026-12-18T10:00 | 2026-12-21T10:00
          the weekend, Saturday 10am to Sunday 6pm              | 2026-12-19T10:00 | 2026-12-20T18:00
          tonight at 9 until 1am                                | 2026-12-14T21:00 | 2026-12-15T01:00
          tomorrow morning at 9 until noon                      | 2026-12-15T09:00 | 2026-12-15T12:00
          tomorrow evening, 8 to 11                             | 2026-12-15T20:00 | 2026-12-15T23:00
          Good morning! Friday at 7, until 11                   | 2026-12-18T19:00 | 2026-12-18T23:00
          in 2 hours for 3 hours                                | 2026-12-14T12:00 | 2026-12-14T15:00
          12/24/2026 19:00-23:00                                | 2026-12-24T19:00 | 2026-12-24T23:00
          from 24/12/2026 19:00 to 25/12/2026 02:00             | 2026-12-24T19:00 | 2026-12-25T02:00
          Monday at 11am for 2 hours                            | 2026-12-14T11:00 | 2026-12-14T13:00
          Monday at 9am for 2 hours                             | 2026-12-21T09:00 | 2026-12-21T11:00
          Friday midnight for 2 hours                           | 2026-12-19T00:00 | 2026-12-19T02:00
          Friday night at 1am for 2 hours                       | 2026-12-19T01:00 | 2026-12-19T03:00
          14 July from 10 in the morning until 6 in the evening | 2027-07-14T10:00 | 2027-07-14T18:00
          arrive Friday 3pm, depart Monday 11am                 | 2026-12-18T15:00 | 2026-12-21T11:00
          14 feb, departing 10am returning 4pm                  | 2027-02-14T10:00 | 2027-02-14T16:00
          14 feb, leave at 3pm come back at 8pm                 | 2027-02-14T15:00 | 2027-02-14T20:00
          14 feb, departure 3pm, return 8pm                     | 2027-02-14T15:00 | 2027-02-14T20:00
          14 feb, boarding 10.30, disembark 16.00               | 2027-02-14T10:30 | 2027-02-14T16:00
          14 feb, start 9 finish 5                              | 2027-02-14T09:00 | 2027-02-14T17:00
          14 feb, 10am to 10am next day                         | 2027-02-14T10:00 | 2027-02-15T10:00
          14 feb, 8pm until 2am the next day                    | 2027-02-14T20:00 | 2027-02-15T02:00
          14 feb, an hour and a half from 7pm                   | 2027-02-14T19:00 | 2027-02-14T20:30
          Sunday night 8 to midnight                            | 2026-12-20T20:00 | 2026-12-21T00:00
          the tenth of february 12-6pm                          | 2027-02-10T12:00 | 2027-02-10T18:00
          06.02.-08.02.2027, 12:00 - 12:00                      | 2027-02-06T12:00 | 2027-02-08T12:00
          14 feb, 14:00-20:00 hrs                               | 2027-02-14T14:00 | 2027-02-14T20:00
          14 feb, 2:00pm → 8:00pm                               | 2027-02-14T14:00 | 2027-02-14T20:00
          14 feb, 2pm -> 8pm                                    | 2027-02-14T14:00 | 2027-02-14T20:00
          14/2 2pm-8pm                                          | 2027-02-14T14:00 | 2027-02-14T20:00
          Aurelia 2/2 noon to midnight                          | 2027-02-02T12:00 | 2027-02-03T00:00
          """)
  void startAndEndAreRead(String text, String start, String end) {
    var reading = read(text);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.when().start()).isEqualTo(start);
    assertThat(reading.when().end(ZoneOffset.UTC)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May I ask something",
        "we sat in the sun on the deck",
        "available 24/7?",
        "a table for 4 at 8 Rue de la Paix",
        "the 5th floor of 3 Avenue Foch",
        "a 38 m yacht with 6 cabins",
        "version 2.5 of chapter 7",
        "call +33 6 12 34 56 78",
        "it costs 100% more",
        "room 1204",
        "good morning",
        "have a nice day",
        "march on then",
        "the second one",
        "500 dollars",
        "7 people"
      })
  void whatIsNoTimeIsNotReadAsOne(String text) {
    var reading = read(text);

    assertThat(reading.when()).isEqualTo(When.UNKNOWN);
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          31 February                  | NO_SUCH_DATE
          2026-02-30                   | NO_SUCH_DATE
          24/13/2026                   | NO_SUCH_DATE
          on the 32nd of May           | NO_SUCH_DATE
          13th or 14th Feb             | SEVERAL_DAYS
          13/14 February               | SEVERAL_DAYS
          6 & 7 February               | SEVERAL_DAYS
          every Saturday               | SEVERAL_DAYS
          Friday 24 December           | WEEKDAY_MISMATCH
          24 December, a Friday        | WEEKDAY_MISMATCH
          Friday or Saturday           | SEVERAL_DAYS
          24 December and 26 December  | SEVERAL_DAYS
          March 3rd, from Friday on    | SEVERAL_DAYS
          Friday 7pm or 8pm            | SEVERAL_TIMES
          """)
  void whatCannotBeIsSaid(String text, Kind problem) {
    assertThat(read(text).problems()).extracting(Problem::kind).containsExactly(problem);
    assertThat(read(text).when().start()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"3/4/2027, 2027-03-04", "12/24/2026, 2026-12-24", "24/12/2026, 2026-12-24"})
  void theUnitedStatesWriteTheMonthFirst(String text, String day) {
    assertThat(read(text, Locale.US).when().startDay()).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3/4/2027", "at 7", "next Friday", "from 9 to 5", "Friday at midnight"})
  void anAssumptionIsNotSilent(String text) {
    assertThat(read(text).assumptions()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"24/12/2026", "at 7pm", "19:00", "Friday", "tomorrow morning at 9"})
  void aClearReadingAssumesNothing(String text) {
    assertThat(read(text).assumptions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next week",
        "in July",
        "end of January",
        "this summer",
        "early next month",
        "Black Friday",
        "Grand Prix weekend",
        "Mother's Day Sunday",
        "bank holiday Monday"
      })
  void aVagueTimeIsNoDay(String text) {
    var reading = read(text);

    assertThat(reading.when()).isEqualTo(When.UNKNOWN);
    assertThat(reading.vague()).isEqualTo(text);
  }

  @Test
  void aNumberAloneAnswersTheQuestionForATime() {
    var text = Utterance.of("8");
    var reader = new WhenReader(Dialogue.NOW, Locale.UK);

    var reading = reader.read(text, reader.readDays(text), When.UNKNOWN, Set.of(Detail.START_TIME));

    assertThat(reading.when().startTime()).isEqualTo("20:00");
    assertThat(read("8").when()).isEqualTo(When.UNKNOWN);
  }

  @Test
  void aTimeAloneAnswersTheQuestionForTheEnd() {
    var text = Utterance.of("at 11");
    var reader = new WhenReader(Dialogue.NOW, Locale.UK);
    var known = When.of(LocalDateTime.parse("2026-12-18T20:00"), null);

    var reading = reader.read(text, reader.readDays(text), known, Set.of(Detail.END));

    assertThat(known.then(reading.when(), ZoneOffset.UTC).end(ZoneOffset.UTC))
        .isEqualTo("2026-12-18T23:00");
  }

  @Test
  void onTheLastDayOfTheYearTomorrowIsInTheNext() {
    var newYearsEve = ZonedDateTime.parse("2026-12-31T23:30:00+01:00[Europe/Paris]");
    var text = Utterance.of("tomorrow at 7pm");
    var reader = new WhenReader(newYearsEve, Locale.UK);

    var reading = reader.read(text, reader.readDays(text), When.UNKNOWN, Set.of());

    assertThat(reading.when().start()).isEqualTo("2027-01-01T19:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5 March 2027, 10 to 12                          | 2027-03-05T10:00 | 2027-03-05T12:00
          5 March 2027 at ten to eight in the evening     | 2027-03-05T19:50 |
          20 December 10-18h                              | 2026-12-20T10:00 | 2026-12-20T18:00
          9 January 2027 10-18h                           | 2027-01-09T10:00 | 2027-01-09T18:00
          28 December 2027 3pm to 2 January 11am          | 2027-12-28T15:00 | 2028-01-02T11:00
          5 March 2027 10pm until 2am on the 6th          | 2027-03-05T22:00 | 2027-03-06T02:00
          5 March 2027 boarding 10am, disembarking 4pm    | 2027-03-05T10:00 | 2027-03-05T16:00
          5 March 2027, half a day from 10am              | 2027-03-05T10:00 |
          5 March 2027, from ten am to two pm             | 2027-03-05T10:00 | 2027-03-05T14:00
          5 March 2027 from 6pm to 10pm for 4             | 2027-03-05T18:00 | 2027-03-05T22:00
          noon Sat 20 March 2027 to noon Mon 22 March     | 2027-03-20T12:00 | 2027-03-22T12:00
          between the 20th and the 23rd of March 2027, arriving 4pm and leaving 11am | 2027-03-20T16:00 | 2027-03-23T11:00
          """)
  void daysAndTimesArePutTogether(String text, String start, @Nullable String end) {
    var when = read(text).when();

    assertThat(when.start()).isEqualTo(start);
    assertThat(when.end(ZoneId.of("Europe/Monaco")))
        .isEqualTo(end == null ? null : LocalDateTime.parse(end));
  }

  private static WhenReader.Reading read(String text) {
    return read(text, Locale.UK);
  }

  private static WhenReader.Reading read(String text, Locale locale) {
    var utterance = Utterance.of(text);
    new MoneyReader(Currency.getInstance("EUR")).read(utterance, false);
    var reader = new WhenReader(Dialogue.NOW, locale);
    var days = reader.readDays(utterance);
    new GuestReader().read(utterance, false);
    return reader.read(utterance, days, When.UNKNOWN, Set.of());
  }
}
