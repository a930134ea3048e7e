package com.ailuxe.journey.clientturn;

import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.journey.JourneyProperties;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Links to what contacts sent, as forms show them. */
@Component
class FileLinks {
  private final JourneyProperties settings;

  FileLinks(JourneyProperties settings) {
    this.settings = settings;
  }

  /** A line of Markdown for each file of the turn; nothing in it is the contact's word. */
  String of(TurnContent turn) {
    return turn.asked().stream()
        .filter(AskedMessage::withFile)
        .map(message -> "- [%s](%s)".formatted(kind(message), link(message)))
        .collect(Collectors.joining("\n"));
  }

  private static String kind(AskedMessage message) {
    return message.type().name().toLowerCase(Locale.ROOT);
  }

  private String link(AskedMessage message) {
    return UriComponentsBuilder.fromUri(settings.staffUrl())
        .pathSegment("api", "media", message.id().toString())
        .toUriString();
  }
}
