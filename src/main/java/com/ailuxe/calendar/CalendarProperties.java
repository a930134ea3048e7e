package com.ailuxe.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.UriUtils;

/**
 * The calendar that shows what is confirmed. Without an address there is none.
 *
 * @param url of a CalDAV collection; {@code {agency}} in it stands for the agency's short name
 * @param user left out for a server that needs none, and the password with it
 * @param timeout for one call, at most half a minute, so that it ends before the next one to the
 *     same entry
 */
@ConfigurationProperties("ailuxe.calendar")
record CalendarProperties(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("PT10S") Duration timeout) {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String AGENCY = "{agency}";

  CalendarProperties {
    url = url == null || url.isBlank() ? null : url.strip().replaceAll("/+$", "");
    user = user == null || user.isBlank() ? null : user.strip();
    password = password == null || password.isBlank() ? null : password;
    if (url != null && !isCollection(url)) {
      throw new IllegalArgumentException(
          "ailuxe.calendar.url is the http or https address of a CalDAV collection, without user,"
              + " password, query and fragment");
    }
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException(
          "ailuxe.calendar.user and ailuxe.calendar.password are set both or not at all");
    }
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "ailuxe.calendar.timeout is positive and at most " + LONGEST + ": " + timeout);
    }
  }

  /**
   * The address of an entry.
   *
   * @param agency the agency's short name
   * @throws IllegalStateException when no calendar is configured
   */
  URI entry(String agency, String uid) {
    if (url == null) {
      throw new IllegalStateException("ailuxe.calendar.url is not set");
    }
    return URI.create(ofAgency(url, agency) + "/" + uid + ".ics");
  }

  private static String ofAgency(String url, String agency) {
    return url.replace(AGENCY, UriUtils.encodePathSegment(agency, StandardCharsets.UTF_8));
  }

  private static boolean isCollection(String url) {
    try {
      var uri = URI.create(ofAgency(url, "agency"));
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The settings without the password. */
  @Override
  public String toString() {
    return "calendar " + url + " as " + user + ", time-out " + timeout;
  }
}
