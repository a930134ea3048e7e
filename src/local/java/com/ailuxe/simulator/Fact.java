package com.ailuxe.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Something that happened; the journal is a list of these, the state is what follows from it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
  @JsonSubTypes.Type(Fact.ContactKnown.class),
  @JsonSubTypes.Type(Fact.EntryWritten.class),
  @JsonSubTypes.Type(Fact.EntryTicked.class),
  @JsonSubTypes.Type(Fact.CallReceived.class),
  @JsonSubTypes.Type(Fact.MediaKept.class),
  @JsonSubTypes.Type(Fact.DeliveryQueued.class),
  @JsonSubTypes.Type(Fact.DeliveryTried.class),
  @JsonSubTypes.Type(Fact.DeliveryMoved.class),
  @JsonSubTypes.Type(Fact.WebhookSet.class),
  @JsonSubTypes.Type(Fact.ClockMoved.class),
  @JsonSubTypes.Type(Fact.LogsCleared.class),
})
sealed interface Fact {

  record ContactKnown(Contact contact) implements Fact {}

  /** A new line, or a line whose content changed. */
  record EntryWritten(Entry entry) implements Fact {}

  record EntryTicked(long seq, Entry.Tick tick) implements Fact {}

  record CallReceived(Call call) implements Fact {}

  record MediaKept(Media media) implements Fact {}

  record DeliveryQueued(Delivery delivery) implements Fact {}

  record DeliveryTried(long id, Delivery.Attempt attempt, Delivery.State state) implements Fact {}

  record DeliveryMoved(long id, Delivery.State state) implements Fact {}

  record WebhookSet(TelegramWebhook webhook) implements Fact {}

  record ClockMoved(long offsetMilli) implements Fact {}

  /** The chats of one contact, or of all, are empty again. */
  record LogsCleared(@Nullable String contact) implements Fact {}
}
