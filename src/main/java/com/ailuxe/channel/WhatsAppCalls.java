package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.OutboundContent.File;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the calls that hand a message to the WhatsApp Cloud API. */
@Component("whatsAppCalls")
class WhatsAppCalls {
  /** Longest text next to a file or buttons; plain texts may be longer. */
  static final int MAX_TEXT_WITH_EXTRAS = 1024;

  private final WhatsAppSettings settings;
  private final Multipart multipart;

  WhatsAppCalls(WhatsAppSettings settings, Multipart multipart) {
    this.settings = settings;
    this.multipart = multipart;
  }

  /** {@code POST /media}: a file that a message can point to afterwards. */
  public void upload(@Variable("delivery") Delivery delivery, Message call) {
    check(delivery);
    var file = Objects.requireNonNull(delivery.content().attachment());
    address(call, "POST", delivery.accountId(), "media");
    multipart.write(
        call,
        ProviderJson.object().put("messaging_product", "whatsapp").put("type", typeOf(file)),
        "file",
        file);
  }

  /**
   * {@code POST /messages}.
   *
   * @param mediaId of the file that was uploaded, if the message has one
   */
  public void message(
      @Variable("delivery") Delivery delivery,
      @Variable("mediaId") @Nullable String mediaId,
      Message call) {
    check(delivery);
    call.removeHeaders("*");
    call.setBody(WhatsAppMessages.of(delivery, mediaId));
  }

  /** {@code GET /<media id>}: where a contact's file can be fetched for a few minutes. */
  public void fileAddress(@Variable("fetch") FileToFetch fetch, Message call) {
    address(call, "GET", fetch.providerId());
    call.setBody(null);
  }

  /**
   * The file itself. It is given to whoever has the token, so nobody is asked for it who offers
   * less protection than the API, and no host but the known ones.
   *
   * @param address as the API gave it
   * @throws NotFetched when it is no address of that kind
   */
  MediaLink link(String address) {
    try {
      var link = URI.create(address);
      if (link.getRawUserInfo() == null && settings.haveFilesAt(link)) {
        return new MediaLink(link);
      }
    } catch (IllegalArgumentException noAddress) {
      // the same as one that is not usable
    }
    throw new NotFetched(
        new MediaOutcome.Failed(
            "WhatsApp gave an address of the file that is none of its own; the hosts that are are"
                + " ailuxe.channel.whatsapp.media-hosts"));
  }

  private void address(Message call, String method, String... path) {
    call.removeHeaders("*");
    call.setHeader(Exchange.HTTP_METHOD, method);
    call.setHeader(Exchange.HTTP_URI, address(path));
  }

  /** Where messages from an account are posted. */
  URI messagesOf(String accountId) {
    return URI.create(address(accountId, "messages"));
  }

  private String address(String... path) {
    return ProviderAddress.of(
        settings.baseUrl(),
        Stream.concat(Stream.of(settings.apiVersion()), Arrays.stream(path))
            .toArray(String[]::new));
  }

  /** WhatsApp's own names for two kinds of sounds. */
  private static String typeOf(File file) {
    return switch (file.mediaType()) {
      case "audio/opus" -> "audio/ogg";
      case "audio/x-aac" -> "audio/aac";
      default -> file.mediaType();
    };
  }

  private static void check(Delivery delivery) {
    if (delivery.template() != null) {
      return;
    }
    var content = delivery.content();
    var extras = content.attachment() != null || !content.buttons().isEmpty();
    if (extras && content.text().length() > MAX_TEXT_WITH_EXTRAS) {
      throw new NotSent(
          new Refused(
              "WhatsApp takes %d characters next to a file or buttons, these are %d"
                  .formatted(MAX_TEXT_WITH_EXTRAS, content.text().length())));
    }
  }
}
