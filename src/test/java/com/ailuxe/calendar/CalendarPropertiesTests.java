package com.ailuxe.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.ailuxe.agency.Agencies;
import com.ailuxe.booking.Bookings;
import com.ailuxe.rendering.Templates;
import com.ailuxe.staff.StaffNotices;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarPropertiesTests {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withBean(Agencies.class, () -> mock(Agencies.class))
          .withBean(Bookings.class, () -> mock(Bookings.class))
          .withBean(StaffNotices.class, () -> mock(StaffNotices.class))
          .withBean(JdbcClient.class, () -> mock(JdbcClient.class))
          .withBean(Templates.class)
          .withBean(Clock.class, Clock::systemUTC)
          .withUserConfiguration(Module.class);

  @ComponentScan
  @EnableConfigurationProperties(CalendarProperties.class)
  static class Module {}

  @ParameterizedTest
  @ValueSource(strings = {"ailuxe.calendar.timeout=PT5S", "ailuxe.calendar.url=  "})
  void withoutAnAddressNothingIsNotedAndNothingIsCalled(String property) {
    application
        .withPropertyValues(property)
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(CalendarEntries.class)
                    .doesNotHaveBean(CalendarWriter.class)
                    .doesNotHaveBean(TalentCalendar.class));
  }

  @Test
  void withAnAddressThereIsACalendar() {
    application
        .withPropertyValues("ailuxe.calendar.url=https://dav.example/luxe")
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(CalendarEntries.class)
                    .hasSingleBean(CalendarWriter.class)
                    .hasSingleBean(TalentCalendar.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dav.example/luxe",
        "ftp://dav.example/luxe",
        "https:///luxe",
        "https://dav.example/my calendar",
        "https://dav.example/{talent}",
        "https://olivia:secret@dav.example/luxe",
        "https://dav.example/luxe?key=secret",
        "https://dav.example/luxe#secret"
      })
  void anAddressThatIsNoneStopsTheStartAndSaysWhichProperty(String url) {
    application
        .withPropertyValues("ailuxe.calendar.url=" + url)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("ailuxe.calendar.url")
                    .hasMessageNotContaining("secret"));
  }

  @Test
  void aUserHasAPasswordAndATimeoutAnEnd() {
    assertThatThrownBy(() -> properties("https://dav.example", "olivia", " ", 10))
        .hasMessageContaining("ailuxe.calendar.password");
    assertThatThrownBy(() -> properties("https://dav.example", null, "secret", 10))
        .hasMessageContaining("ailuxe.calendar.user");
    assertThatThrownBy(() -> properties("https://dav.example", null, null, 0))
        .hasMessageContaining("ailuxe.calendar.timeout");
    assertThatThrownBy(() -> properties("https://dav.example", null, null, 31))
        .hasMessageContaining("ailuxe.calendar.timeout");
    assertThat(properties("https://dav.example", "olivia", "secret", 10).toString())
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "https://dav.example/, luxe, https://dav.example/1.ics",
    "https://dav.example/o%40x.org/{agency}/, luxe, https://dav.example/o%40x.org/luxe/1.ics",
    "https://dav.example/{agency}, a/b, https://dav.example/a%2Fb/1.ics"
  })
  void anAgencyMayHaveACalendarOfItsOwn(String url, String agency, String entry) {
    assertThat(properties(url, null, null, 10).entry(agency, "1")).hasToString(entry);
  }

  private static CalendarProperties properties(
      String url, @Nullable String user, @Nullable String password, int seconds) {
    return new CalendarProperties(url, user, password, Duration.ofSeconds(seconds));
  }
}
