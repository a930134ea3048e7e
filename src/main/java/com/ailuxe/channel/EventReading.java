package com.ailuxe.channel;

import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.Origin;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one event so that an odd one is kept with its reason and never stops the others. */
final class EventReading {
  private static final Logger log = LoggerFactory.getLogger(EventReading.class);

  private EventReading() {}

  /** Why an event is stored without being acted on. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String reason) {
      super(ProviderJson.storable(reason));
    }
  }

  static InboundEvent read(Origin origin, Supplier<InboundEvent> reader) {
    try {
      return reader.get();
    } catch (Unreadable e) {
      return new NotForUs(origin, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("{} event {} could not be read", origin.channel(), origin.eventId(), e);
      return new NotForUs(origin, "could not be read");
    }
  }
}
