package com.ailuxe.past;

import com.ailuxe.DemoAgency;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.shared.PlainJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who writes to the demo agency.
 *
 * @param number E.164 on WhatsApp, the user id on Telegram
 * @param language in which the person writes
 * @param name as the messenger shows it
 * @param legalName as it is in a passport, in letters that a contract can be written in
 * @param reads how soon messages are read, in minutes; negative where that is never shown
 */
public record Person(
    Channel channel, String number, String language, String name, String legalName, int reads) {

  /** All of them, in the order in which they are needed. */
  public static List<Person> all() {
    return Texts.lines("past/people.csv")
        .map(line -> line.split(";"))
        .map(
            cells ->
                new Person(
                    Channel.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4],
                    Integer.parseInt(cells[5])))
        .toList();
  }

  Identity identity() {
    return new Identity(
        channel == Channel.WHATSAPP ? IdentityKind.PHONE : IdentityKind.TELEGRAM_USER, number);
  }

  String account() {
    return channel == Channel.WHATSAPP ? DemoAgency.WHATSAPP_ACCOUNT : DemoAgency.TELEGRAM_ACCOUNT;
  }

  /** When this person wrote to the demo agency last; empty for never. */
  public Optional<Instant> lastWrote(JdbcClient database) {
    return database
        .sql(
            """
            select last_inbound_at from conversation
            where agency_id = ? and channel = ? and recipient_value = ?
              and last_inbound_at is not null""")
        .params(DemoAgency.ID.value(), channel.name(), number)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  Locale locale() {
    return Locale.of(language);
  }

  /**
   * The phone of this person, as the control API of the channel simulator takes it.
   *
   * @param wroteAt when the person wrote last
   */
  public String asPhone(Instant wroteAt) {
    var digits = number.replaceAll("\\D", "");
    return PlainJson.write(
        Map.of(
            "id",
            "past-" + digits,
            "name",
            name,
            "language",
            language,
            "wroteAt",
            wroteAt,
            channel == Channel.WHATSAPP ? "phone" : "telegramId",
            digits));
  }
}
