package com.ailuxe.channel;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.telegram.TelegramComponent;
import org.apache.camel.component.telegram.TelegramConfiguration;
import org.apache.camel.component.telegram.TelegramEndpoint;
import org.apache.camel.component.telegram.TelegramMessage;
import org.apache.camel.component.telegram.TelegramService;
import org.apache.camel.component.telegram.service.TelegramServiceRestBotAPIAdapter;
import org.springframework.stereotype.Component;

/**
 * The component of camel-telegram with an adapter of its own for each message: one that several
 * threads share puts parts of their messages into one another. An adapter knows no token; {@link
 * ProviderCredentials} does.
 */
@Component("telegram")
class TelegramSends extends TelegramComponent {
  private static final String NO_TOKEN = "";

  /** The longest text, escaped, with its buttons, in bytes; each message takes all of them. */
  private static final int LARGEST_MESSAGE = 1 << 16;

  private final TelegramSettings settings;

  TelegramSends(TelegramSettings settings) {
    this.settings = settings;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String type, Map<String, Object> parameters)
      throws Exception {
    var endpoint =
        new TelegramEndpoint(uri, this, new TelegramConfiguration(), getClient()) {
          @Override
          public TelegramService getTelegramService() {
            return new OneMessage(getClient(), settings.baseUrl());
          }
        };
    setProperties(endpoint, parameters);
    return endpoint;
  }

  private static final class OneMessage extends TelegramServiceRestBotAPIAdapter {
    OneMessage(HttpClient client, URI api) {
      super(client, api.toString(), NO_TOKEN, LARGEST_MESSAGE);
    }

    @Override
    public void sendMessage(Exchange exchange, AsyncCallback callback, TelegramMessage message) {
      GuardedHttpClient.send(
          exchange, callback, () -> super.sendMessage(exchange, callback, message));
    }
  }
}
