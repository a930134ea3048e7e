package com.ailuxe.agency;

import com.ailuxe.shared.OfficeHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds agencies: by id, and by the account at a provider that an event came in on. */
@Service
public class Agencies {
  private static final String PROFILE =
      """
      select a.id, a.slug, a.name, a.legal_name, a.address, a.time_zone, a.locale, a.currency
      from agency a\s""";

  private final JdbcClient jdbc;

  Agencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws NoSuchElementException when there is no such agency
   */
  public AgencyProfile profile(AgencyId id) {
    return jdbc.sql(PROFILE + "where a.id = ?")
        .param(id.value())
        .query(Agencies::profile)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No agency " + id));
  }

  /**
   * @param slug its short name
   */
  public Optional<AgencyProfile> named(String slug) {
    return jdbc.sql(PROFILE + "where a.slug = ?").param(slug).query(Agencies::profile).optional();
  }

  /** When the people of an agency are there; empty where it does not say. */
  public Optional<OfficeHours> officeHours(AgencyId id) {
    return jdbc.sql(
            """
            select office_first_day, office_last_day, office_opens, office_closes, time_zone
            from agency where id = ? and office_opens is not null""")
        .param(id.value())
        .query(
            (row, index) ->
                new OfficeHours(
                    DayOfWeek.of(row.getInt("office_first_day")),
                    DayOfWeek.of(row.getInt("office_last_day")),
                    row.getObject("office_opens", LocalTime.class),
                    row.getObject("office_closes", LocalTime.class),
                    ZoneId.of(row.getString("time_zone"))))
        .optional();
  }

  /** All of them, by name. */
  public List<AgencyProfile> all() {
    return jdbc.sql(PROFILE + "order by a.name").query(Agencies::profile).list();
  }

  /**
   * The account by which the agency writes on a channel; empty where it has none, and the first by
   * name of several.
   *
   * @param channel for example WHATSAPP
   */
  public Optional<String> account(AgencyId id, String channel) {
    return jdbc.sql(
            """
            select provider_account_id from channel_account where agency_id = ? and channel = ?
            order by display_name, provider_account_id limit 1""")
        .params(id.value(), channel)
        .query(String.class)
        .optional();
  }

  /** How an agency looks on its documents. */
  public AgencyBrand brand(AgencyId id) {
    return jdbc.sql(
            "select logo, primary_color, accent_color from agency_brand where agency_id = ?")
        .param(id.value())
        .query(
            (row, index) ->
                new AgencyBrand(
                    row.getBytes("logo"),
                    row.getString("primary_color"),
                    row.getString("accent_color")))
        .optional()
        .orElse(AgencyBrand.PLAIN);
  }

  /**
   * @param channel for example WHATSAPP
   * @param providerAccountId WhatsApp's phone_number_id, Telegram's bot id
   */
  public Optional<AgencyProfile> ownerOf(String channel, String providerAccountId) {
    return jdbc.sql(
            PROFILE
                + """
                join channel_account c on c.agency_id = a.id
                where c.channel = ? and c.provider_account_id = ?""")
        .params(channel, providerAccountId)
        .query(Agencies::profile)
        .optional();
  }

  private static AgencyProfile profile(ResultSet row, int index) throws SQLException {
    return new AgencyProfile(
        new AgencyId(row.getObject("id", UUID.class)),
        row.getString("slug"),
        row.getString("name"),
        row.getString("legal_name"),
        row.getString("address"),
        ZoneId.of(row.getString("time_zone")),
        Locale.forLanguageTag(row.getString("locale")),
        Currency.getInstance(row.getString("currency")));
  }
}
