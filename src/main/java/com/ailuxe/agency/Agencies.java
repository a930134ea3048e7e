package com.ailuxe.agency;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds agencies: by id, and by the account at a provider that an event came in on. */
@Service
public class Agencies {
  private final AgencyRepository repository;
  private final JdbcClient jdbc;

  Agencies(AgencyRepository repository, JdbcClient jdbc) {
    this.repository = repository;
    this.jdbc = jdbc;
  }

  /**
   * @throws NoSuchElementException when there is no such agency
   */
  public AgencyProfile profile(AgencyId id) {
    return repository
        .findById(id.value())
        .orElseThrow(() -> new NoSuchElementException("No agency " + id))
        .profile();
  }

  /**
   * @param slug its short name
   */
  public Optional<AgencyProfile> named(String slug) {
    return repository.findBySlug(slug).map(Agency::profile);
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
    return repository.findByAccount(channel, providerAccountId).map(Agency::profile);
  }
}
