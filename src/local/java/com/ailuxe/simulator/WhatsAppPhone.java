package com.ailuxe.simulator;

import com.ailuxe.simulator.Content.Attachment;
import com.ailuxe.simulator.Content.Choice;
import com.ailuxe.simulator.Entry.Author;
import com.ailuxe.simulator.Entry.Status;
import com.ailuxe.simulator.Entry.Tick;
import com.ailuxe.simulator.WhatsAppWebhooks.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The WhatsApp of a contact. */
final class WhatsAppPhone implements Phone {

  /** A message as the webhook carries it, with its line in the chat. */
  private record Written(ObjectNode value, Entry entry) {}

  /** One message of a batch. */
  record Post(String contact, Saying saying) {}

  private final SimulatorSettings.WhatsApp settings;
  private final SimulatorState state;
  private final MediaStore mediaStore;
  private final WhatsAppWebhooks webhooks;
  private final WhatsAppStatuses statuses;

  WhatsAppPhone(
      SimulatorSettings.WhatsApp settings,
      SimulatorState state,
      MediaStore mediaStore,
      WhatsAppWebhooks webhooks,
      WhatsAppStatuses statuses) {
    this.settings = settings;
    this.state = state;
    this.mediaStore = mediaStore;
    this.webhooks = webhooks;
    this.statuses = statuses;
  }

  @Override
  public Entry say(Contact contact, Saying saying, ProviderCall.@Nullable Upload file) {
    return switch (saying.typeWith(file)) {
      case "number-change" -> changeNumber(contact, saying.requiredPhone());
      case "marketing-stop" -> prefer(contact, true);
      case "marketing-resume" -> prefer(contact, false);
      default ->
          state.locked(
              () -> {
                var written = write(contact, saying, file);
                webhooks.messages(
                    contact.id(),
                    List.of(written.value),
                    List.of(written.entry.seq()),
                    Shape.MESSAGES);
                return written.entry;
              });
    };
  }

  /** Several messages in one webhook. */
  List<Entry> sayTogether(List<Post> posts, Shape shape) {
    return state.locked(
        () -> {
          var all = new ArrayList<Written>();
          for (var post : posts) {
            var contact = state.contact(post.contact, Channel.WHATSAPP);
            all.add(write(contact, post.saying, null));
          }
          var entries = all.stream().map(Written::entry).toList();
          webhooks.messages(
              posts.getFirst().contact(),
              all.stream().map(Written::value).toList(),
              entries.stream().map(Entry::seq).toList(),
              shape);
          return entries;
        });
  }

  @Override
  public Entry press(Contact contact, Entry message, Choice choice) {
    if (choice.kind() == Choice.Kind.LINK) {
      throw new Refused(400, "a link opens on the phone and tells nobody");
    }
    return state.locked(
        () -> {
          var node = message(contact);
          var quickReply = message.content().type().equals("template");
          var type = quickReply ? "button" : "interactive";
          var part = node.put("type", type).putObject(type);
          if (quickReply) {
            part.put("payload", choice.id()).put("text", choice.title());
          } else {
            var reply = choice.kind() == Choice.Kind.ROW ? "list_reply" : "button_reply";
            var pressed =
                part.put("type", reply)
                    .putObject(reply)
                    .put("id", choice.id())
                    .put("title", choice.title());
            if (choice.description() != null) {
              pressed.put("description", choice.description());
            }
          }
          quote(node, message.id());
          var content = Content.of(type, choice.title(), part);
          var entry = log(contact, Author.CONTACT, node, content, message.id());
          webhooks.messages(
              contact.id(),
              List.of(webhooks.value(contact, node)),
              List.of(entry.seq()),
              Shape.MESSAGES);
          return entry;
        });
  }

  @Override
  public void read(Contact contact) {
    statuses.read(contact);
  }

  /** The owner answers from the business phone. */
  Entry echo(Contact contact, String text) {
    return state.locked(
        () -> {
          var node = Json.object().put("from", businessNumber());
          node.put("to", contact.phone()).put("to_user_id", contact.userId());
          node.put("id", WhatsAppApi.newMessageId());
          node.put("timestamp", WhatsAppWebhooks.seconds(state.now())).put("type", "text");
          node.putObject("text").put("body", text);
          var entry = log(contact, Author.OWNER, Json.compact(node), Content.text(text), null);
          webhooks.echo(entry, node);
          return entry;
        });
  }

  private Written write(Contact contact, Saying saying, ProviderCall.@Nullable Upload file) {
    var type = saying.typeWith(file);
    var node = message(contact);
    var content =
        switch (type) {
          case "text" -> text(node, saying.requiredText());
          case "image", "video", "document", "sticker", "audio", "voice" ->
              media(node, type, saying, Phone.required(file, type));
          case "location" -> location(node, saying);
          case "contacts" -> card(node, saying);
          case "reaction" -> reaction(node, saying);
          case "unsupported" -> unsupported(node);
          case "edit" -> edit(node, saying);
          case "revoke" -> revoke(node, saying);
          case "flow" -> flow(node, saying.requiredText());
          case "press" -> forgedPress(node, saying);
          default -> throw new Refused(400, "WhatsApp cannot send '" + type + "'");
        };
    if (saying.replyTo() != null && !List.of("reaction", "edit", "revoke").contains(type)) {
      quote(node, saying.replyTo());
    }
    var entry = log(contact, Author.CONTACT, node, content, saying.replyTo());
    return new Written(webhooks.value(contact, node), entry);
  }

  private ObjectNode message(Contact contact) {
    return Json.compact(
        Json.object()
            .put("from", contact.phone())
            .put("from_user_id", contact.userId())
            .put("id", WhatsAppApi.newMessageId())
            .put("timestamp", WhatsAppWebhooks.seconds(state.now())));
  }

  private Entry log(
      Contact contact, Author author, ObjectNode node, Content content, @Nullable String replyTo) {
    var entry =
        new Entry(
            state.nextSeq(),
            contact.id(),
            Channel.WHATSAPP,
            author,
            node.path("id").asText(),
            state.now(),
            content,
            replyTo,
            null,
            List.of(new Tick(Status.SENT, state.now(), null)),
            null);
    state.record(new Fact.EntryWritten(entry));
    return entry;
  }

  private void quote(ObjectNode node, String messageId) {
    var ours =
        state
            .entry(Channel.WHATSAPP, messageId)
            .map(entry -> entry.author() != Author.CONTACT)
            .orElse(false);
    var context = node.putObject("context");
    context.put("from", ours ? businessNumber() : node.path("from").asText(""));
    context.put("id", messageId);
  }

  private String businessNumber() {
    return settings.displayPhoneNumber().replaceAll("\\D", "");
  }

  private static Content text(ObjectNode node, String text) {
    node.put("type", "text").putObject("text").put("body", text);
    return Content.text(text);
  }

  private Content media(ObjectNode node, String type, Saying saying, ProviderCall.Upload file) {
    var voice = type.equals("voice");
    var word = voice ? "audio" : type;
    var mimeType = voice ? "audio/ogg; codecs=opus" : file.mimeType();
    var kept = mediaStore.keep(Channel.WHATSAPP, file.name(), mimeType, file.bytes());
    var part = node.put("type", word).putObject(word);
    if (saying.text() != null && !word.equals("audio") && !word.equals("sticker")) {
      part.put("caption", saying.text());
    }
    if (word.equals("document")) {
      part.put("filename", file.name());
    }
    part.put("mime_type", mimeType).put("sha256", kept.sha256()).put("id", kept.id());
    if (word.equals("audio")) {
      part.put("voice", voice);
    }
    if (word.equals("sticker")) {
      part.put("animated", false);
    }
    return Content.file(type, saying.text(), Attachment.of(kept, null));
  }

  private static Content location(ObjectNode node, Saying saying) {
    if (saying.latitude() == null || saying.longitude() == null) {
      throw new Refused(400, "a location needs latitude and longitude");
    }
    var part = node.put("type", "location").putObject("location");
    part.put("latitude", saying.latitude()).put("longitude", saying.longitude());
    part.put("name", saying.name()).put("address", saying.address());
    return Content.of("location", saying.name(), Json.compact(part));
  }

  private static Content card(ObjectNode node, Saying saying) {
    var name = saying.name() == null ? saying.requiredPhone() : saying.name();
    var card = node.put("type", "contacts").putArray("contacts").addObject();
    card.putObject("name").put("formatted_name", name).put("first_name", name);
    card.putArray("phones")
        .addObject()
        .put("phone", "+" + saying.requiredPhone())
        .put("wa_id", saying.requiredPhone())
        .put("type", "CELL");
    return Content.of("contacts", name, card);
  }

  private static Content reaction(ObjectNode node, Saying saying) {
    var part = node.put("type", "reaction").putObject("reaction");
    part.put("message_id", saying.requiredReplyTo());
    if (saying.text() != null && !saying.text().isBlank()) {
      part.put("emoji", saying.text());
    }
    return Content.of("reaction", saying.text(), part);
  }

  private static Content edit(ObjectNode node, Saying saying) {
    var part = node.put("type", "edit").putObject("edit");
    part.put("original_message_id", saying.requiredReplyTo());
    part.putObject("message")
        .put("type", "text")
        .putObject("text")
        .put("body", saying.requiredText());
    return Content.of("edit", saying.text(), part);
  }

  private static Content revoke(ObjectNode node, Saying saying) {
    var part = node.put("type", "revoke").putObject("revoke");
    part.put("original_message_id", saying.requiredReplyTo());
    return Content.of("revoke", "This message was deleted", part);
  }

  private static Content flow(ObjectNode node, String fields) {
    var part = node.put("type", "interactive").putObject("interactive");
    part.put("type", "nfm_reply")
        .putObject("nfm_reply")
        .put("name", "flow")
        .put("body", "Sent")
        .put("response_json", fields);
    return Content.of("interactive", "Sent", part);
  }

  /** A press that a modified messenger may send. */
  private static Content forgedPress(ObjectNode node, Saying saying) {
    var part = node.put("type", "interactive").putObject("interactive");
    part.put("type", "button_reply")
        .putObject("button_reply")
        .put("id", saying.requiredPayload())
        .put("title", saying.requiredText());
    return Content.of("interactive", saying.text(), part);
  }

  private static Content unsupported(ObjectNode node) {
    var error = node.put("type", "unsupported").putArray("errors").addObject();
    error.put("code", 131051).put("title", "Message type unknown");
    error.put("message", "Message type unknown");
    error.putObject("error_data").put("details", "Message type is currently not supported.");
    return Content.of("unsupported", "A message this API cannot carry", null);
  }

  private Entry changeNumber(Contact contact, String newPhone) {
    if (contact.phone() == null) {
      throw new Refused(400, contact.name() + " has no number to change");
    }
    return state.locked(
        () -> {
          var node = message(contact).put("type", "system");
          var body =
              "User " + contact.name() + " changed from " + contact.phone() + " to " + newPhone;
          var part =
              node.putObject("system")
                  .put("body", body)
                  .put("wa_id", newPhone)
                  .put("type", "user_changed_number");
          var entry = log(contact, Author.CONTACT, node, Content.of("system", body, part), null);
          state.record(new Fact.ContactKnown(contact.withPhone(newPhone)));
          webhooks.messages(
              contact.id(),
              List.of(webhooks.value(null, node)),
              List.of(entry.seq()),
              Shape.MESSAGES);
          return entry;
        });
  }

  private Entry prefer(Contact contact, boolean stop) {
    return state.locked(
        () -> {
          var text = stop ? "Stopped marketing messages" : "Resumed marketing messages";
          var node = Json.object().put("id", WhatsAppApi.newMessageId());
          var entry =
              log(contact, Author.CONTACT, node, Content.of("preference", text, null), null);
          webhooks.preference(contact, stop, state.now());
          return entry;
        });
  }
}
