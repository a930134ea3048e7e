package com.ailuxe.channel;

import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.whatsapp.WhatsAppService;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.springframework.stereotype.Component;

/**
 * What camel-whatsapp sends with. Its messages know neither our id, which WhatsApp repeats in each
 * status of the message, nor a recipient without phone number, and its endpoint knows one account.
 */
@Component("whatsAppSends")
class WhatsAppSends implements WhatsAppService {
  private static final JsonInclude.Value WITHOUT_NULLS =
      JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL);

  private static final JsonMapper MESSAGES =
      JsonMapper.builder().defaultPropertyInclusion(WITHOUT_NULLS).build();

  private final WhatsAppCalls calls;
  private final GuardedHttpClient messageHttpClient;

  WhatsAppSends(WhatsAppCalls calls, GuardedHttpClient messageHttpClient) {
    this.calls = calls;
    this.messageHttpClient = messageHttpClient;
  }

  @Override
  public void sendMessage(Exchange exchange, AsyncCallback callback, BaseMessage message) {
    var delivery =
        Objects.requireNonNull(exchange.getVariable("delivery", Delivery.class), "No delivery");
    ObjectNode json = MESSAGES.valueToTree(message);
    json.put("biz_opaque_callback_data", delivery.messageId().toString());
    if (delivery.recipient().kind() == IdentityKind.WHATSAPP_USER) {
      json.put("recipient", delivery.recipient().value());
    }
    var address = calls.messagesOf(delivery.accountId());
    GuardedHttpClient.send(
        exchange,
        callback,
        () -> {
          throw messageHttpClient.post(address, ProviderJson.write(json));
        });
  }
}
