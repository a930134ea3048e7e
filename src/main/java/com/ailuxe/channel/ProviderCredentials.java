package com.ailuxe.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts our tokens into the calls to the providers, at the last moment. All that a call passes
 * before, be it a route, a component of Camel or an exception, knows the address without them.
 */
@Component
class ProviderCredentials implements HttpRequestInterceptor {
  /** Where the bot's token follows, in the paths of Telegram's calls and files. */
  static final String BOT = "bot";

  private static final List<String> PATHS_OF_A_BOT = List.of("/" + BOT, "/file/" + BOT);

  private final WhatsAppSettings whatsApp;
  private final TelegramSettings telegram;

  ProviderCredentials(WhatsAppSettings whatsApp, TelegramSettings telegram) {
    this.whatsApp = whatsApp;
    this.telegram = telegram;
  }

  @Override
  public void process(HttpRequest call, @Nullable EntityDetails body, HttpContext context)
      throws ProtocolException {
    var address = addressOf(call);
    var ofTheBot = startOfTheBot(address);
    if (ofTheBot != null) {
      call.setPath(
          ofTheBot + value(telegram.botToken()) + call.getPath().substring(ofTheBot.length()));
    } else if (isOfOurApp(address)) {
      call.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + value(whatsApp.accessToken()));
    }
  }

  /** What of the path comes before the bot's token; null when the call is none of the bot's. */
  private @Nullable String startOfTheBot(URI address) {
    var base = telegram.baseUrl();
    return ProviderAddress.isSamePlace(address, base)
        ? PATHS_OF_A_BOT.stream()
            .map(base.getRawPath()::concat)
            .filter(start -> address.getRawPath().startsWith(start + "/"))
            .findFirst()
            .orElse(null)
        : null;
  }

  /** The token is for whoever offers no less protection than the API, and for the known hosts. */
  private boolean isOfOurApp(URI address) {
    return ProviderAddress.isSamePlace(address, whatsApp.baseUrl())
        || whatsApp.haveFilesAt(address);
  }

  private static URI addressOf(HttpRequest call) throws ProtocolException {
    try {
      return call.getUri();
    } catch (URISyntaxException e) {
      throw new ProtocolException("No address: " + e.getReason());
    }
  }

  private static String value(@Nullable Secret token) {
    return Objects.requireNonNull(token, "The channel is off").value();
  }
}
