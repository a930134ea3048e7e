package com.ailuxe.simulator;

import com.ailuxe.simulator.Entry.Author;
import com.ailuxe.simulator.Entry.Status;
import com.ailuxe.simulator.ProviderDesk.Operation;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The Cloud API as the app calls it. */
final class WhatsAppApi {
  private static final String OBJECT = "/{version:v\\d+\\.\\d+}/{id}";
  private static final String ATTACHMENTS = "/whatsapp_business/attachments/";
  private static final long URL_LIFE_SECONDS = 300;
  private static final Map<String, Integer> LARGEST_MEGABYTES =
      Map.of("image", 5, "audio", 16, "video", 16);

  private final GraphError manners = new GraphError();
  private final SimulatorSettings.WhatsApp settings;
  private final SimulatorState state;
  private final MediaStore mediaStore;
  private final WhatsAppContent contents;
  private final WhatsAppStatuses statuses;
  private final EventStream events;
  private final ProviderDesk desk;

  WhatsAppApi(
      SimulatorSettings.WhatsApp settings,
      SimulatorState state,
      MediaStore mediaStore,
      WhatsAppContent contents,
      WhatsAppStatuses statuses,
      EventStream events,
      ProviderDesk desk) {
    this.settings = settings;
    this.state = state;
    this.mediaStore = mediaStore;
    this.contents = contents;
    this.statuses = statuses;
    this.events = events;
    this.desk = desk;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST(OBJECT + "/messages", at("messages", (call, id) -> messages(call, id)))
        .POST(OBJECT + "/media", at("media", (call, id) -> upload(call, id)))
        .GET(OBJECT, at("get", this::object))
        .DELETE(OBJECT, at("delete", this::delete))
        .GET(ATTACHMENTS, this::download)
        .build();
  }

  private interface ObjectOperation {
    Answer answer(ProviderCall call, String id);
  }

  private HandlerFunction<ServerResponse> at(String operation, ObjectOperation answering) {
    return request -> {
      var id = request.pathVariable("id");
      Operation checked =
          call -> {
            if (!authorized(call.authorization())) {
              throw GraphError.badToken();
            }
            return answering.answer(call, id);
          };
      return desk.handle(request, Channel.WHATSAPP, operation, manners, checked);
    };
  }

  private boolean authorized(@Nullable String authorization) {
    return ("Bearer " + settings.accessToken()).equals(authorization);
  }

  private void requireOurNumber(ProviderCall call, String id) {
    if (!id.equals(settings.phoneNumberId())) {
      throw GraphError.unknownObject(call.method(), id);
    }
  }

  private Answer messages(ProviderCall call, String id) {
    requireOurNumber(call, id);
    if (!"whatsapp".equals(call.text("messaging_product"))) {
      throw GraphError.badParameter("The parameter messaging_product is required.");
    }
    return "read".equals(call.text("status")) ? markRead(call) : send(call);
  }

  private Answer markRead(ProviderCall call) {
    var entry =
        Optional.ofNullable(call.text("message_id"))
            .flatMap(messageId -> state.entry(Channel.WHATSAPP, messageId))
            .filter(known -> known.author() == Author.CONTACT)
            .orElseThrow(() -> GraphError.invalidParameter("Message ID is not valid"));
    state.chat(entry.contact(), Channel.WHATSAPP).stream()
        .filter(line -> line.author() == Author.CONTACT && line.seq() <= entry.seq())
        .forEach(line -> state.tick(line.seq(), Status.READ, null));
    if (call.fields().has("typing_indicator")) {
      events.typing(entry.contact(), Channel.WHATSAPP);
    }
    return Answer.ok(Json.object().put("success", true));
  }

  private Answer send(ProviderCall call) {
    var to = call.text("to");
    var recipient = call.text("recipient");
    var contact = recipient(to, recipient);
    var content = contents.read(call.fields());
    var callbackData = call.text("biz_opaque_callback_data");
    if (callbackData != null && callbackData.length() > 512) {
      throw GraphError.badParameter(
          "Param biz_opaque_callback_data must be at most 512 characters long.");
    }
    var target = content.type().equals("reaction") ? "reaction" : "context";
    var entry =
        new Entry(
            state.nextSeq(),
            contact.id(),
            Channel.WHATSAPP,
            Author.APP,
            newMessageId(),
            state.now(),
            content,
            call.fields().path(target).path("message_id").asText(null),
            callbackData,
            List.of(),
            call.seq());
    state.record(new Fact.EntryWritten(entry));
    statuses.follow(entry);
    var answer = Json.object().put("messaging_product", "whatsapp");
    var who = answer.putArray("contacts").addObject();
    if (to != null) {
      who.put("input", to).put("wa_id", contact.phone());
    } else {
      who.put("input", recipient).put("user_id", contact.userId());
    }
    var message = answer.putArray("messages").addObject().put("id", entry.id());
    if (content.type().equals("template")) {
      message.put("message_status", "accepted");
    }
    return Answer.ok(answer);
  }

  private Contact recipient(@Nullable String to, @Nullable String recipient) {
    if (to == null && recipient == null) {
      throw GraphError.badParameter("The parameter to is required.");
    }
    var phone = to == null ? "" : to.replaceAll("\\D", "");
    return state
        .contact(
            contact ->
                to != null
                    ? phone.equals(contact.phone())
                    : Objects.equals(recipient, contact.userId()))
        .orElseThrow(GraphError::unknownRecipient);
  }

  private Answer upload(ProviderCall call, String id) {
    requireOurNumber(call, id);
    if (!"whatsapp".equals(call.text("messaging_product"))) {
      throw GraphError.badParameter("The parameter messaging_product is required.");
    }
    var file = call.files().get("file");
    if (file == null) {
      throw GraphError.badParameter("The parameter file is required.");
    }
    var type = call.text("type");
    var mimeType = type != null && type.contains("/") ? type : file.mimeType();
    var largest =
        LARGEST_MEGABYTES.getOrDefault(
            mimeType.substring(0, Math.max(0, mimeType.indexOf('/'))), 100);
    if (file.bytes().length > largest * 1024 * 1024) {
      throw GraphError.badParameter(
          "Param file must be a file with size at most " + largest + " MB.");
    }
    var media = mediaStore.keep(Channel.WHATSAPP, file.name(), mimeType, file.bytes());
    return Answer.ok(Json.object().put("id", media.id()));
  }

  private Answer object(ProviderCall call, String id) {
    if (id.equals(settings.phoneNumberId())) {
      return Answer.ok(
          Json.object()
              .put("verified_name", "AI LUXE")
              .put("code_verification_status", "VERIFIED")
              .put("display_phone_number", settings.displayPhoneNumber())
              .put("quality_rating", "GREEN")
              .put("platform_type", "CLOUD_API")
              .put("id", id));
    }
    var media = media(call, id);
    var expiry = state.now().getEpochSecond() + URL_LIFE_SECONDS;
    var url =
        call.origin()
            + ATTACHMENTS
            + "?mid="
            + id
            + "&ext="
            + expiry
            + "&hash="
            + seal(id, String.valueOf(expiry));
    return Answer.ok(
        Json.object()
            .put("url", url)
            .put("mime_type", media.mimeType())
            .put("sha256", media.sha256())
            .put("file_size", media.size())
            .put("id", id)
            .put("messaging_product", "whatsapp"));
  }

  private Answer delete(ProviderCall call, String id) {
    mediaStore.delete(media(call, id));
    return Answer.ok(Json.object().put("success", true));
  }

  private Media media(ProviderCall call, String id) {
    return mediaStore
        .find(Channel.WHATSAPP, id)
        .orElseThrow(() -> GraphError.unknownObject(call.method(), id));
  }

  private ServerResponse download(ServerRequest request) {
    if (!authorized(request.headers().firstHeader(HttpHeaders.AUTHORIZATION))) {
      return ServerResponse.status(401).build();
    }
    var id = request.param("mid").orElse("");
    var expiry = request.param("ext").orElse("0");
    var genuine = seal(id, expiry).equals(request.param("hash").orElse(""));
    if (!genuine || Long.parseLong(expiry) < state.now().getEpochSecond()) {
      return ServerResponse.notFound().build();
    }
    return mediaStore
        .find(Channel.WHATSAPP, id)
        .map(media -> desk.download(Channel.WHATSAPP, media, mediaStore.bytes(media)))
        .orElseGet(() -> ServerResponse.notFound().build());
  }

  private String seal(String id, String expiry) {
    return Http.hmacSha256(settings.appSecret(), (id + expiry).getBytes()).substring(0, 24);
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A message id that looks like Meta's. */
  static String newMessageId() {
    var random = new byte[24];
    RANDOM.nextBytes(random);
    return "wamid.HBgL" + Base64.getEncoder().encodeToString(random);
  }
}
