package com.ailuxe.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chat on a contact's phone, in either direction.
 *
 * @param seq place in the one order of all that happened
 * @param contact the contact's id
 * @param id the provider's message id
 * @param replyTo provider's id of the quoted message
 * @param callbackData {@code biz_opaque_callback_data} of the request
 * @param call sequence number of the API call that made it; null for what the contact wrote
 */
record Entry(
    long seq,
    String contact,
    Channel channel,
    Author author,
    String id,
    Instant at,
    Content content,
    @Nullable String replyTo,
    @Nullable String callbackData,
    List<Tick> ticks,
    @Nullable Long call) {

  /** Who wrote it: the contact, the app through the API, or the owner on the business phone. */
  enum Author {
    CONTACT,
    APP,
    OWNER
  }

  /** How far it got; a later word never lowers an earlier one. */
  enum Status {
    ACCEPTED,
    SENT,
    DELIVERED,
    READ,
    FAILED
  }

  /** One step of a message on its way. */
  record Tick(Status status, Instant at, @Nullable Integer code) {}

  Status status() {
    return ticks.stream().map(Tick::status).max(Status::compareTo).orElse(Status.ACCEPTED);
  }

  boolean has(Status status) {
    return ticks.stream().anyMatch(tick -> tick.status() == status);
  }

  Entry ticked(Tick tick) {
    var more = new ArrayList<Tick>(ticks);
    more.add(tick);
    return new Entry(
        seq,
        contact,
        channel,
        author,
        id,
        at,
        content,
        replyTo,
        callbackData,
        List.copyOf(more),
        call);
  }

  Entry with(Content newContent) {
    return new Entry(
        seq, contact, channel, author, id, at, newContent, replyTo, callbackData, ticks, call);
  }
}
