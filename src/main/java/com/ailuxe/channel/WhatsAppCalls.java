package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.OutboundContent.File;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the calls that hand a message to the WhatsApp Cloud API. */
@Component("whatsAppCalls")
class WhatsAppCalls {
  /** Longest text next to a file or buttons; plain texts may be longer. */
  static final int MAX_TEXT_WITH_EXTRAS = 1024;

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

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
   * The file itself, for whoever has the token; so it goes to nobody who offers less protection
   * than the API, and to no host but the known ones.
   *
   * @param address as the API gave it
   * @throws NotFetched when it is no address of that kind
   */
  MediaLink link(String address) {
    try {
      var link = URI.create(address);
      if (settings.baseUrl().getScheme().equals(link.getScheme())
          && link.getRawUserInfo() == null
          && settings.mediaHosts().contains(place(link))) {
        return new MediaLink(link, authorization());
      }
    } catch (IllegalArgumentException noAddress) {
      // the same as one that is not usable
    }
    throw new NotFetched(
        new MediaOutcome.Failed(
            "WhatsApp gave an address of the file that is none of its own; the hosts that are are"
                + " ailuxe.channel.whatsapp.media-hosts"));
  }

  /** The host, and the port where it is not the usual one. */
  private static String place(URI link) {
    var host = Objects.toString(link.getHost(), "").toLowerCase(Locale.ROOT);
    var usual = "https".equals(link.getScheme()) ? HTTPS : HTTP;
    return link.getPort() < 0 || link.getPort() == usual ? host : host + ":" + link.getPort();
  }

  private void address(Message call, String method, String... path) {
    call.removeHeaders("*");
    call.setHeader(Exchange.HTTP_METHOD, method);
    call.setHeader(Exchange.HTTP_URI, address(path));
    call.setHeader(HttpHeaders.AUTHORIZATION, authorization());
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

  /** A call with our token. */
  HttpPost post(URI address) {
    var call = new HttpPost(address);
    call.setHeader(HttpHeaders.AUTHORIZATION, authorization());
    return call;
  }

  private String authorization() {
    var token = Objects.requireNonNull(settings.accessToken(), "The channel is off");
    return "Bearer " + token.value();
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
