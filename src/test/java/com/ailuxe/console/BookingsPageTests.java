package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.board.Documents;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.NoEngine;
import com.ailuxe.shared.BookingId;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees and changes what in the room of the bookings. */
@ConsoleModuleTest
@Import(Given.class)
class BookingsPageTests {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
  private static final Pattern HIDDEN_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired Bookings bookings;
  @Autowired NoEngine.Desk desk;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private BookingId booking;
  private String reference;
  private UUID contract;

  @BeforeEach
  void bookingWithAnAgreement() {
    clock.reset();
    desk.away(false);
    var talent = "Yacht " + UUID.randomUUID();
    given.talent(DemoAgency.ID, talent, "yacht");
    booking = given.confirmed(DemoAgency.ID, talent, "2027-05-02T10:00", "2027-05-02T14:00");
    reference = bookings.facts(booking).reference();
    Documents.accepted(jdbc, DemoAgency.ID, booking);
    contract =
        jdbc.sql("select id from contract where booking_id = ?")
            .param(booking.value())
            .query(UUID.class)
            .single();
  }

  @Test
  void everythingOfAnotherAgencyIsNotThere() throws Exception {
    var agency = given.agency();
    var other = signedIn(agency.toString(), employed(agency.value(), "OWNER"));

    for (var path :
        List.of(
            "/bookings/" + reference,
            "/bookings/" + reference + "/cancel",
            "/bookings/" + reference + "/move",
            "/bookings/contracts/" + contract + "/document",
            "/bookings/contracts/" + contract + "/evidence",
            "/bookings/requests/" + UUID.randomUUID())) {
      assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(other.post("/bookings/" + reference + "/cancel", "by=AGENCY&key=k").statusCode())
        .isEqualTo(404);
    assertThat(other.get("/bookings?q=" + reference).body())
        .contains("Nothing fits")
        .doesNotContain("/bookings/" + reference);
    assertThat(other.get("/bookings/contracts").body()).contains("No contracts yet");
    assertThat(other.get("/bookings/calendar").body()).contains("No talent yet");
    assertThat(bookings.facts(booking).state()).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  void theListNamesPriceAndDeposit() throws Exception {
    var price = UUID.randomUUID();
    jdbc.sql(
            """
            insert into booking_price (id, agency_id, booking_id, currency, deposit_percent, priced_at)
            values (?, ?, ?, 'EUR', 50, now())""")
        .params(price, DemoAgency.ID.value(), booking.value())
        .update();
    jdbc.sql(
            "insert into booking_price_line (price_id, position, text, minor) values (?, 0, '4 h', 740000)")
        .param(price)
        .update();
    jdbc.sql("update booking set price_id = ? where id = ?")
        .params(price, booking.value())
        .update();

    assertThat(
            signedIn("luxe", employed(DemoAgency.ID.value(), "APPROVER"))
                .get("/bookings?q=" + reference)
                .body())
        .contains("EUR 7,400.00", "deposit EUR 3,700.00");
  }

  @Test
  void whoApprovesLooksAtBookingsAndChangesNone() throws Exception {
    var approver = signedIn("luxe", employed(DemoAgency.ID.value(), "APPROVER"));

    assertThat(approver.get("/bookings/" + reference).body())
        .contains(reference)
        .doesNotContain("/cancel");
    var refused = approver.post("/bookings/" + reference + "/cancel", "by=AGENCY&key=k");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("You may look at this, and not change it");
    assertThat(bookings.facts(booking).state()).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  void whatStaffMayDoIsCarriedOutOncePerKey() throws Exception {
    var concierge = signedIn("luxe", employed(DemoAgency.ID.value(), "CONCIERGE"));
    var wish = "by=AGENCY&fee-AGENCY=&key=" + UUID.randomUUID();

    for (var time = 0; time < 2; time++) {
      assertThat(concierge.post("/bookings/" + reference + "/cancel", wish).body())
          .contains("The booking is cancelled");
    }

    assertThat(
            jdbc.sql("select count(*) from desk_request where booking_id = ?")
                .param(booking.value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(concierge.post("/bookings/" + reference + "/cancel", wish + "1").body())
        .contains("The booking is cancelled");
  }

  @Test
  void whatMakesNoSenseIsAnsweredWithTheFormAndWhatWasTyped() throws Exception {
    var concierge = signedIn("luxe", employed(DemoAgency.ID.value(), "CONCIERGE"));

    assertThat(concierge.post("/bookings", "talent=x&place=Port&key=k").body())
        .contains("Choose who or what is booked.", "value=\"Port\"");
    assertThat(
            concierge
                .post("/bookings/" + reference + "/cancel", "by=CONTACT&waive=yes&key=k")
                .body())
        .contains("Say why the fee is waived.");
    for (var path :
        List.of(
            "/bookings?after=x", "/bookings?state=NOTHING", "/bookings?talent=x", "/bookings/x")) {
      assertThat(concierge.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(concierge.get("/bookings?q=%00&talent=&channel=&from=&until=").statusCode())
        .isEqualTo(200);
  }

  private String employed(UUID agency, String role) {
    var username = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, password_hash)
            values (gen_random_uuid(), ?, ?, 'Nora Lind', ?, ?)""")
        .params(agency, username, role, Api.DEMO)
        .update();
    return username;
  }

  private Visitor signedIn(String agency, String name) throws Exception {
    var visitor = new Visitor();
    var door = visitor.get("/sign-in/" + agency).body();
    var token = HIDDEN_TOKEN.matcher(door).results().findFirst().orElseThrow().group(1);
    visitor.send(
        "/sign-in",
        "application/x-www-form-urlencoded",
        "agency=" + agency + "&name=" + name + "&password=demo&_csrf=" + token);
    return visitor;
  }

  /** A browser without its window. */
  private final class Visitor {
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    HttpResponse<String> get(String path) throws Exception {
      return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    /** Sends a form as the pages do. */
    HttpResponse<String> post(String path, String form) throws Exception {
      var page = get("/bookings").body();
      var token = TOKEN.matcher(page).results().findFirst().orElseThrow().group(1);
      return send(path, "application/x-www-form-urlencoded", form + "&_csrf=" + token);
    }

    private HttpResponse<String> send(String path, String type, String body) throws Exception {
      return http.send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", type)
              .header("HX-Request", "true")
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }

    private URI uri(String path) {
      return URI.create("http://127.0.0.1:" + port + path);
    }
  }
}
