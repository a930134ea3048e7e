package com.ailuxe.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event for the app, until the app has taken it.
 *
 * @param lane events of one lane are delivered one after the other
 * @param kind message, status, echo, callback_query ..
 * @param updateId Telegram's number, null on WhatsApp
 * @param entries the chat lines that count as delivered with it
 * @param body exactly the text that is sent
 */
record Delivery(
    long id,
    Channel channel,
    String lane,
    String kind,
    @Nullable Long updateId,
    List<Long> entries,
    String body,
    Instant queuedAt,
    State state,
    List<Attempt> attempts) {

  enum State {
    PENDING,
    DELIVERED,
    GIVEN_UP,
    LOST
  }

  /**
   * One try.
   *
   * @param status the app's HTTP status, null when there was no answer
   */
  record Attempt(Instant at, @Nullable Integer status, long latencyMilli, @Nullable String error) {

    @JsonProperty
    boolean accepted() {
      return status != null && status >= 200 && status < 300;
    }
  }

  Delivery in(State newState) {
    return new Delivery(
        id, channel, lane, kind, updateId, entries, body, queuedAt, newState, attempts);
  }

  Delivery tried(Attempt attempt, State newState) {
    var more = new ArrayList<Attempt>(attempts);
    more.add(attempt);
    return new Delivery(
        id, channel, lane, kind, updateId, entries, body, queuedAt, newState, List.copyOf(more));
  }
}
