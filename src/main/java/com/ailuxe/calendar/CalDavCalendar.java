package com.ailuxe.calendar;

import com.ailuxe.agency.Agencies;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/** A collection on a CalDAV server (RFC 4791), one resource for each booking. */
@Component
@Conditional(WithCalendar.class)
class CalDavCalendar implements TalentCalendar {
  private static final MediaType ICALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  /** Too slow, locked, too early, too many: it may succeed next time. */
  private static final Set<Integer> NOT_NOW = Set.of(408, 423, 425, 429);

  private static final Set<Integer> NOT_THERE = Set.of(404, 410);

  private final CalendarProperties properties;
  private final Agencies agencies;
  private final RestClient client;

  CalDavCalendar(CalendarProperties properties, Agencies agencies) {
    this.properties = properties;
    this.agencies = agencies;
    this.client = client(properties);
  }

  @Override
  public void put(CalendarEntry entry) {
    var uri = uri(entry);
    call(
        HttpMethod.PUT,
        uri,
        client.put().uri(uri).contentType(ICALENDAR).body(ICalendar.of(entry)),
        HttpStatusCode::is2xxSuccessful);
  }

  @Override
  public void remove(CalendarEntry entry) {
    var uri = uri(entry);
    call(
        HttpMethod.DELETE,
        uri,
        client.delete().uri(uri),
        status -> status.is2xxSuccessful() || NOT_THERE.contains(status.value()));
  }

  private static void call(
      HttpMethod method, URI uri, RequestHeadersSpec<?> request, Predicate<HttpStatusCode> isDone) {
    try {
      var status = request.exchange((sent, answer) -> answer.getStatusCode());
      if (!isDone.test(status)) {
        throw new CalendarFailure(
            "%s %s was answered with %d".formatted(method, uri, status.value()),
            !status.is5xxServerError() && !NOT_NOW.contains(status.value()));
      }
    } catch (ResourceAccessException e) {
      throw new CalendarFailure("%s %s got no answer".formatted(method, uri), e);
    }
  }

  private URI uri(CalendarEntry entry) {
    return properties.entry(agencies.profile(entry.agency()).slug(), entry.uid());
  }

  private static RestClient client(CalendarProperties properties) {
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .build());
    requests.setReadTimeout(properties.timeout());
    var client = RestClient.builder().requestFactory(requests);
    var user = properties.user();
    var password = properties.password();
    if (user != null && password != null) {
      client.defaultHeaders(
          headers -> headers.setBasicAuth(user, password, StandardCharsets.UTF_8));
    }
    return client.build();
  }
}
