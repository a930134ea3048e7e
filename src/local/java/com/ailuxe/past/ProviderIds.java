package com.ailuxe.past;

import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Names things as the providers do, and as the channel simulator will not name its own. */
@Component
class ProviderIds {
  private static final int FIRST = 400_000_000;

  private int last = FIRST;

  /** The provider's next name for an event or a message. */
  String next(Channel channel) {
    var number = Integer.toString(++last);
    return channel == Channel.WHATSAPP
        ? "wamid."
            + Base64.getEncoder()
                .encodeToString(("past" + number).getBytes(StandardCharsets.US_ASCII))
        : number;
  }

  /** Where the next event of this person comes from. */
  Origin origin(Person person) {
    return new Origin(
        person.channel(), person.account(), next(person.channel()), "{\"of\": \"the past\"}");
  }
}
